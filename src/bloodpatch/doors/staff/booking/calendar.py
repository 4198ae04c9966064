"""What is held in the days to come: rooms, physicians and bays, and for whom."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from bloodpatch.clinic import patients, reservations
from bloodpatch.clinic.models import SlotClaim
from bloodpatch.doors.staff import addresses
from bloodpatch.doors.staff.acts.act_form import Asked
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.ui.components import Link, Row
from bloodpatch.doors.ui.statuses import Status
from bloodpatch.doors.ui.times import clock, day
from bloodpatch.pathway.acts import Act

AHEAD = timedelta(days=14)


class AskedSlot(Asked):
    """The form of a booking, with what is held already beside it."""

    held: tuple[Row, ...] = ()


def book(desk: Desk, act: Act, data: Any) -> Asked:
    asked = AskedSlot(desk, act, data)
    asked.held = held(desk)
    return asked


def ahead(desk: Desk) -> dict[str, Any]:
    return {"held": held(desk)}


def held(desk: Desk) -> tuple[Row, ...]:
    claims = reservations.day(desk.request.actor.clinic, desk.now, desk.now + AHEAD)
    by_stay: dict[tuple[Any, ...], list[SlotClaim]] = {}
    for claim in claims:
        by_stay.setdefault((claim.start, claim.end, claim.episode), []).append(claim)
    people = patients.patients_of(desk.request.actor.clinic, {c.episode for c in claims})
    return tuple(
        row(desk, claims, people.get(episode)) for (_s, _e, episode), claims in by_stay.items()
    )


def row(desk: Desk, claims: list[SlotClaim], who: Any) -> Row:
    first = claims[0]
    mine = first.episode == desk.id
    return Row(
        says=f"{day(first.start)} {clock(first.start)} - {clock(first.end)}",
        status=Status.RUNNING if mine else Status.WAITING,
        word=_("This patient") if mine else _("Held"),
        when=places(desk, claims),
        who=str(who or _("somebody else")),
        link=Link("", addresses.to_stage(first.episode, "booking")),
    )


def places(desk: Desk, claims: Iterable[SlotClaim]) -> str:
    return ", ".join(desk.names.by_code.get(c.resource, c.get_kind_display()) for c in claims)
