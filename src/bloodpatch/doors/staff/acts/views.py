"""Ask, decide, answer: the same view for every command. POST makes one call to the record."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bloodpatch.clinic.reservations import SlotTaken
from bloodpatch.doors.staff.access.policies import policy
from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.doors.staff.acts import command_response, form_tokens
from bloodpatch.doors.staff.acts.act_form import Asked
from bloodpatch.doors.staff.acts.booking_clash import who_has_it
from bloodpatch.doors.staff.episode_desk import Desk, desk_of
from bloodpatch.doors.staff.page_changes import watch
from bloodpatch.doors.staff.page_frame import SeeOther, page
from bloodpatch.doors.staff.patient_banner import person
from bloodpatch.doors.ui.forms.value_field import FaultError
from bloodpatch.pathway.roles import MAY_GIVE, STAFF
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import ValueFault
from bloodpatch.record.errors import RecordFault, StorageFault
from bloodpatch.record.handle import handle
from bloodpatch.record.outcomes import Accepted, Conflict, Outcome, Refused

SIGNED = frozenset(
    {
        "review.override_hold", "review.lift_stop", "clearance.clear", "repeat.decide",
        "closure.close", "amendment.adopt_protocol",
    }
)  # fmt: skip
"""Acts that end or change the treatment: the password is asked again, if it was long ago."""

Asks = Callable[..., Asked]
"""(desk, act, what was sent), and what else the address names."""
View = Callable[..., HttpResponse]


def act_view(name: str, asks: Asks = Asked, template: str = "staff/acts/act.html") -> View:
    """The view of one command. `asks` makes its form, where a page asks in its own way."""
    act, signed = ACTS[name], name in SIGNED
    roles = MAY_GIVE[name] & STAFF if signed else STAFF

    @policy(*roles, signing=signed)
    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: StaffRequest, episode: str, **about: Any) -> HttpResponse:
        desk = desk_of(request, episode)
        given = request.POST if request.method == "POST" else None
        if given is not None and not form_tokens.belongs(
            given.get(form_tokens.FIELD, ""), episode, desk.patient.pk
        ):
            return page(request, "staff/acts/wrong_record.html", band(desk), status=409)
        asked = asks(desk, act, given, **about)
        if given is None:
            return drawn(desk, asked, template)
        return settle(desk, asked, template)

    view.__name__ = name.replace(".", "_")
    return view


def settle(desk: Desk, asked: Asked, template: str) -> HttpResponse:
    """A form came back: read it, give the command, translate what came of it."""
    if not asked.form.is_valid():
        return drawn(desk, asked, template, status=422)
    try:
        outcome = give(desk, asked)
    except (RecordFault, SlotTaken) as fault:
        return failed(desk, asked, template, fault)
    if isinstance(outcome, Accepted):
        return SeeOther(after(desk, asked, outcome))
    asked.form.renew(seen=outcome.position)
    if isinstance(outcome, Refused):
        said = {"refusal": command_response.refusal(desk, asked, outcome)}
        return drawn(desk, asked, template, status=422, **said)
    return overtaken(desk, asked, template, outcome)


def give(desk: Desk, asked: Asked) -> Outcome:
    form = asked.form
    return handle(
        desk.request.record,
        form.command,
        episode=desk.id,
        actor=desk.request.actor,
        command_id=form.command_id,
        seen=form.seen,
        within=asked.within,
        used=asked.used,
    )


def after(desk: Desk, asked: Asked, outcome: Accepted) -> str:
    """Where to go when it is recorded: back to where the act was asked for."""
    if asked.then:
        return asked.then
    back = desk.request.GET.get("then", "")
    if back.startswith("/staff/episodes/" + desk.id + "/"):
        return back
    return command_response.home(desk, asked.act, recorded=outcome.positions[0])


def overtaken(desk: Desk, asked: Asked, template: str, outcome: Conflict) -> HttpResponse:
    newer = desk_of(desk.request, desk.id)
    said = {"conflict": command_response.conflict(newer, asked, outcome)}
    return drawn(newer, asked, template, status=409, **said)


def failed(desk: Desk, asked: Asked, template: str, fault: RecordFault | SlotTaken) -> HttpResponse:
    """The record could not do it. What was typed stays in the form; it can be sent again."""
    if isinstance(fault, SlotTaken):
        asked.form.add_error(None, FaultError(who_has_it(desk, fault.clashes)))
        return drawn(desk, asked, template, status=409)
    asked.form.add_error(None, FaultError(ValueFault(fault.what, fault.why, fault.now)))
    status = 503 if isinstance(fault, StorageFault) else 409
    return drawn(desk, asked, template, status=status)


def drawn(
    desk: Desk, asked: Asked, template: str, *, status: int = 200, **about: Any
) -> HttpResponse:
    found, locked = command_response.beforehand(desk, asked.act)
    given = {
        "asked": asked,
        "act": asked.act,
        # Not from the template: it would call the command's class to look into it.
        "title": asked.act.command.title,
        "findings": command_response.standing(desk, asked.act, found),
        "locked": locked,
        "cancel": command_response.home(desk, asked.act),
        "by": desk.signatures(desk.request.actor),
        "watch": watch(desk, swaps=False),
        **about,
        **band(desk),
    }
    return page(desk.request, template, given, status=status, here="list")


def band(desk: Desk) -> dict[str, Any]:
    return {"desk": desk, "person": person(desk), "stage": _("episode")}
