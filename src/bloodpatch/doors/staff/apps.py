"""How Django finds this floor."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "bloodpatch.doors.staff"
    label = "staff"
