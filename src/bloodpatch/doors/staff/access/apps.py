"""Signing in, as a Django application: it brings templates, one check and a few receivers."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "bloodpatch.doors.staff.access"
    label = "access"

    def ready(self) -> None:
        from bloodpatch.doors.staff.access import checks, receivers  # noqa: F401  they register
