"""Where the house is put together, once per process, after every floor is loaded."""

from django.apps import AppConfig

from bloodpatch.config import wiring


class ConfigConfig(AppConfig):
    name = "bloodpatch.config"
    label = "config"
    verbose_name = "Configuration"

    def ready(self) -> None:
        wiring.wire()
