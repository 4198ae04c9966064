"""The list of everybody under treatment, its pulse, and the page of one episode."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bloodpatch.doors.staff import due_times, event_entries
from bloodpatch.doors.staff.access.policies import EVERY_ROLE, policy
from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.doors.staff.acts.views import band
from bloodpatch.doors.staff.episode_desk import Desk, desk_of
from bloodpatch.doors.staff.episodes import episode_list, episode_page
from bloodpatch.doors.staff.page_changes import same, tag, watch
from bloodpatch.doors.staff.page_frame import in_clinic_time, page
from bloodpatch.doors.staff.patient_banner import person
from bloodpatch.doors.staff.urgent_work import fetch
from bloodpatch.pathway.roles import STAFF

LIST = "staff/episodes/list.html"


@policy(*EVERY_ROLE)
@require_safe
def people(request: StaffRequest) -> HttpResponse:
    return page(request, LIST, _list(request), here="list")


@policy(*EVERY_ROLE, heartbeat=True)
@require_safe
def pulse(request: StaffRequest) -> HttpResponse:
    """Asked every second: 304 while the list looks the same, else the list."""
    if request.headers.get("If-None-Match") == episode_list.version(request):
        return HttpResponse(status=304)
    given = _list(request)
    answer = page(request, LIST, given, here="list")
    answer.headers["ETag"] = given["version"]
    return answer


def _list(request: StaffRequest) -> dict[str, Any]:
    in_clinic_time(request)
    version = episode_list.version(request)
    # An administrator keeps accounts and rooms; people are no business of theirs.
    everybody = episode_list.lines(request) if request.actor.role in STAFF else ()
    only = "mine" in request.GET
    lines = episode_list.mine(everybody, request.actor.role) if only else everybody
    return {
        "lines": lines,
        "counts": episode_list.counts(lines),
        "version": version,
        "only": only,
        "hidden": len(everybody) - len(lines),
    }


@policy(*STAFF)
@require_safe
def episode(request: StaffRequest, episode: str) -> HttpResponse:
    return _whole(desk_of(request, episode))


@policy(*STAFF, heartbeat=True)
@require_safe
def episode_pulse(request: StaffRequest, episode: str) -> HttpResponse:
    """Asked by every open page about this patient: 304 until something happens."""
    if same(request, episode):
        return HttpResponse(status=304)
    desk = desk_of(request, episode)
    answer = _whole(desk)
    answer.headers["ETag"] = tag(desk)
    return answer


def _whole(desk: Desk) -> HttpResponse:
    given = {
        **band(desk),
        "watch": watch(desk, swaps=True),
        "person": person(desk, heading=True),
        "stage": _("Episode"),
        "next": fetch(desk, due_times.next_action(desk)),
        "days": event_entries.days(desk),
        "owed": due_times.rows(desk),
        **episode_page.everything(desk),
    }
    return page(desk.request, "staff/episodes/episode.html", given, here="list")
