"""The clinic as a Django application."""

from django.apps import AppConfig


class ClinicConfig(AppConfig):
    name = "bloodpatch.clinic"
    label = "clinic"
    verbose_name = "The clinic"
    default_auto_field = "django.db.models.BigAutoField"
