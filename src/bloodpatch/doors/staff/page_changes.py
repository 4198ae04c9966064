"""What an open page asks by itself: has anything happened to this patient since it was drawn?

The tag is equal while the page would look the same: the same position in the record, the same
minute. Asking costs one row, and reads no history.
"""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.record import episodes


@dataclass(frozen=True)
class Watch:
    """`swaps`: what is new takes the place of the page; else it is only said to be there."""

    href: str
    tag: str
    swaps: bool


def watch(desk: Desk, page: str = "episode", *, swaps: bool) -> Watch:
    """`page` is the page that is asked for: "episode", or the name of a stage. A page that is only
    told of changes is not told that a minute went by."""
    href = reverse(f"staff:{page}_pulse", kwargs={"episode": desk.id})
    return Watch(href, tag(desk) if swaps else str(desk.folded.position), swaps)


def tag(desk: Desk) -> str:
    """Of what was read, not of what the record holds by now: nothing is ever skipped."""
    return _tag(desk.folded.position, desk.now)


def same(request: StaffRequest, episode: str) -> bool:
    """Whether the page that asks is still as it would be drawn now."""
    found = episodes.summary(request.record, request.actor.clinic, episode)
    position = found.position if found else 0
    asked = request.headers.get("If-None-Match")
    return asked in (str(position), _tag(position, request.record.clock()))


def _tag(position: int, now: datetime) -> str:
    return f"{position}.{now:%Y%m%d%H%M}"
