"""The rest as the page draws it: how long, until when, which observations are due."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from bloodpatch.doors.staff import addresses, event_entries
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.staff.stage_page import offer
from bloodpatch.doors.ui.charts.ruler import Mark, rest_ruler
from bloodpatch.doors.ui.times import clock
from bloodpatch.pathway.stages.recovery.events import Observed, RestStarted
from bloodpatch.pathway.values import Precision, When


def resting(desk: Desk) -> dict[str, Any]:
    recovery, out = desk.round.recovery, desk.round.procedure.before_recovery
    ends = recovery.rest_ends(desk.protocol, out)
    walk = offer(desk, "recovery.permit_standing")
    given = {"walk": walk, "got_up": offer(desk, "recovery.record_got_up")}
    if ends is None:
        return given | {"up": up(desk)}
    minutes = recovery.rest_minutes(desk.protocol, out)
    began = ends - timedelta(minutes=minutes)
    marks = tuple(observations(desk))
    ruler = rest_ruler(
        began, timedelta(minutes=minutes), desk.now, then=_("may stand"), marks=marks
    )
    rest = {"minutes": minutes, "began": began, "ends": ends, "over": desk.now >= ends}
    return {**given, "rest": rest | {"ruler": ruler}}


def up(desk: Desk) -> dict[str, Any] | None:
    """She got up, and has not walked: since when, and how to go on."""
    recovery, out = desk.round.recovery, desk.round.procedure.before_recovery
    if not recovery.is_up(out) or desk.round.walked:
        return None
    since = recovery.up(out)
    return {"since": known_clock(since.occurred) if since else "", "lay": lay_down(desk)}


def known_clock(when: When) -> str:
    """The time of day; nothing where no hour of it is known."""
    match when.precision:
        case Precision.MINUTE:
            return clock(when.at, seconds=True)
        case Precision.HOUR:
            return event_entries.clock(when)
        case _:
            return ""


def lay_down(desk: Desk) -> str:
    return addresses.to_act(desk.id, "recovery.record_lay_down")


def observations(desk: Desk) -> Iterator[Mark]:
    """Those that were made where they were made, the others where the protocol plans them."""
    recovery = desk.round.recovery
    started = recovery.first(RestStarted)
    if started is None:
        return
    since = started.occurred.latest
    made = [h.occurred.latest for h in recovery.all(Observed) if h.occurred.latest >= since]
    yield from (Mark(at, "disc-tick", _("Observations done"), "ink-done") for at in made)
    for minutes in desk.protocol.recovery.observation_minutes[len(made) :]:
        yield planned(since + timedelta(minutes=minutes), desk.now)


def planned(at: datetime, now: datetime) -> Mark:
    if at <= now:
        return Mark(at, "clock-face", _("Observations due"), "ink-due")
    return Mark(at, "ring", _("Observations planned"))
