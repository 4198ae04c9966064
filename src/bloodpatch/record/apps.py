"""The record as a Django application: it has migrations and no models.

Django's model layer may change and delete rows; the record may not, so there is no model of it.
"""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "bloodpatch.record"
    label = "record"
    default_auto_field = "django.db.models.BigAutoField"
