"""The page of one entry: everything that it says, each line with its own way to put it right; and
the way from an entry of the wrong patient to the right one."""

from collections.abc import Iterator

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from bloodpatch.doors.staff import addresses, entry_amendments, event_entries
from bloodpatch.doors.staff.access.policies import policy
from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.doors.staff.acts.views import act_view, band
from bloodpatch.doors.staff.amendment import wrong_patient
from bloodpatch.doors.staff.amendment.correction_form import act_of
from bloodpatch.doors.staff.amendment.entry_lines import lines
from bloodpatch.doors.staff.episode_desk import Desk, desk_of
from bloodpatch.doors.staff.page_frame import page
from bloodpatch.doors.ui.components import Link
from bloodpatch.doors.ui.times import exactly
from bloodpatch.pathway.roles import STAFF


@policy(*STAFF)
@require_safe
def entry(request: StaffRequest, episode: str, position: int) -> HttpResponse:
    desk = desk_of(request, episode)
    happened = desk.recorded(position)
    given = {
        "entry": event_entries.entry(desk, happened),
        "day": event_entries.local_day(happened.occurred),
        "facts": lines(desk, happened),
        "position": position,
        "corrections": tuple(corrections(desk, position)),
        "came_from": wrong_patient.came_from(desk, happened),
        **band(desk),
    }
    return page(request, "staff/amendment/entry.html", given, here="list")


def corrections(desk: Desk, position: int) -> Iterator[Link]:
    """Each has a page of its own, where it can be taken back."""
    for one in entry_amendments.corrections(desk, position):
        words = f"{exactly(one.occurred)}, {entry_amendments.signed(desk, one)}"
        yield Link(words, addresses.to_entry("entry", desk.id, one.position))


@policy(*STAFF, search="asked")
@require_http_methods(["GET", "HEAD", "POST"])
def elsewhere(request: StaffRequest, episode: str, position: int) -> HttpResponse:
    """Asked by POST: a name never stands in an address, a history or a log."""
    desk = desk_of(request, episode)
    asked = request.POST.get("asked", "").strip()
    given = {
        "entries": event_entries.of(desk, [desk.recorded(position)]),
        "asked": asked,
        "found": tuple(wrong_patient.candidates(desk, asked, position)) if asked else (),
        "back": addresses.to_entry("amendment.strike", desk.id, position),
        **band(desk),
    }
    return page(request, "staff/amendment/elsewhere.html", given, here="list")


@policy(*STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
def reenter(request: StaffRequest, episode: str, other: str, at: int) -> HttpResponse:
    """The ordinary form of the act that the struck entry came from."""
    desk = desk_of(request, episode)
    _there, happened = wrong_patient.struck_there(desk, (other, at))
    if not wrong_patient.enterable(desk, happened):
        raise Http404
    view = act_view(act_of(happened).name, wrong_patient.again, "staff/amendment/again.html")
    return view(request, episode, other=other, at=at)
