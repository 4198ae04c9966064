"""The page of one entry: everything that it says, each line with its own way to put it right."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from bloodpatch.doors.staff import entries
from bloodpatch.doors.staff.access.policies import policy
from bloodpatch.doors.staff.access.visitor import StaffRequest
from bloodpatch.doors.staff.acts.views import band
from bloodpatch.doors.staff.amendment.lines import lines
from bloodpatch.doors.staff.desk import desk_of
from bloodpatch.doors.staff.frame import page
from bloodpatch.pathway.roles import STAFF


@policy(*STAFF)
@require_safe
def entry(request: StaffRequest, episode: str, position: int) -> HttpResponse:
    desk = desk_of(request, episode)
    happened = desk.recorded(position)
    given = {
        "entry": entries.entry(desk, happened),
        "day": entries.local_day(happened.occurred),
        "facts": lines(desk, happened),
        "position": position,
        **band(desk),
    }
    return page(request, "staff/amendment/entry.html", given, here="list")
