"""A look at a second person, whom the address does not name or names beside its own.

The guard writes down the episode in the path. Where a page shows somebody else as well (the right
patient of a strike, the record in which an entry was struck), that look is written down here, by
the same rules, before anything of that person is shown.
"""

from django.conf import settings

from bloodpatch.clinic import watch
from bloodpatch.doors.staff.access.request_visitor import StaffRequest


class TooMany(Exception):
    """This person has asked for more different people than care can explain."""


def look(request: StaffRequest, episode: str) -> None:
    """Raises `TooMany`, which the guard answers."""
    match = request.resolver_match
    route, now = (match.view_name if match else "")[:80], settings.NOW()
    if request.method not in ("GET", "HEAD"):
        watch.changed(request.actor, now=now, route=route, episode=episode)
        return
    if watch.seen_just_now(request.actor, now=now, route=route, episode=episode):
        return
    if watch.harvesting(request.actor, now):
        watch.refused(request.actor, now=now, route=route, why="too many", episode=episode)
        raise TooMany
    watch.looked(request.actor, now=now, route=route, episode=episode)
