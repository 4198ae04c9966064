"""`manage check`, and the start of the server: an address without a policy is not served at all."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import Error, Tags, register

from bloodpatch.doors.staff.access.routes import unguarded


@register(Tags.urls)
def every_address_has_a_policy(app_configs: Sequence[AppConfig] | None, **said: Any) -> list[Error]:
    return [
        Error(
            f"{address} does not say who may open it.",
            hint="Put @policy(...) or @open_to_everybody on its view: see doors/staff/access.",
            id="access.E001",
        )
        for address in unguarded()
    ]
