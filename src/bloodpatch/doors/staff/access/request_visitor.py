"""What stands on a request: who asks, for which clinic, and the record (put there by config)."""

from django.http import HttpRequest

from bloodpatch.clinic.models import Clinic, Staff
from bloodpatch.pathway.events import Actor
from bloodpatch.record.ports import Record


class StaffRequest(HttpRequest):
    """A request that the guard let in. Views behind a policy may rely on all of it."""

    user: Staff
    actor: Actor
    clinic: Clinic
    record: Record


def is_fragment(request: HttpRequest) -> bool:
    """Asked by a page that is already open, for a part of it."""
    return request.headers.get("HX-Request") == "true"
