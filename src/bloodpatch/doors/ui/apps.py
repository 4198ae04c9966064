"""The Django app that carries the shared templates, style sheet and script."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "bloodpatch.doors.ui"
    label = "ui"
