"""How Django finds this floor."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "bloodpatch.doors.public"
    label = "public"
