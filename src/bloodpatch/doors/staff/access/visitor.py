"""What the guard puts on a request: who asks, and for which clinic."""

from django.http import HttpRequest

from bloodpatch.clinic.models import Clinic, Staff
from bloodpatch.pathway.events import Actor


class StaffRequest(HttpRequest):
    """A request that the guard let in. Views behind a policy may rely on all three."""

    user: Staff  # type: ignore[assignment]  # the stubs know Django's own user only
    actor: Actor
    clinic: Clinic


def is_fragment(request: HttpRequest) -> bool:
    """Asked by a page that is already open, for a part of it."""
    return request.headers.get("HX-Request") == "true"
