"""The path at the top of an episode: one row for each patch."""

from collections.abc import Iterator
from typing import Any, Literal

from django.utils.translation import gettext as _

from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.staff.stage_page import STAGE_WORDS
from bloodpatch.doors.ui.components import Path, Step
from bloodpatch.doors.ui.times import day
from bloodpatch.pathway.episode import Round
from bloodpatch.pathway.values import Precision
from bloodpatch.pathway.whereabouts import Whereabouts

STEPS = (
    "referral", "assessment", "booking", "preparation", "procedure", "recovery", "discharge",
    "followup", "clearance", "closure",
)  # fmt: skip
FIRST = ("referral", "assessment")

HERE = {
    Whereabouts.EMPTY: "referral",
    Whereabouts.REFERRED: "referral",
    Whereabouts.UNDECIDED: "assessment",
    Whereabouts.CONSERVATIVE: "followup",
    Whereabouts.DECLINED: "assessment",
    Whereabouts.TO_BE_BOOKED: "booking",
    Whereabouts.BOOKED: "booking",
    Whereabouts.DID_NOT_ATTEND: "booking",
    Whereabouts.BEING_PREPARED: "preparation",
    Whereabouts.BEING_PATCHED: "procedure",
    Whereabouts.RECOVERING: "recovery",
    Whereabouts.READY_TO_LEAVE: "discharge",
    Whereabouts.FOLLOWED_UP: "followup",
    Whereabouts.CLEARED: "clearance",
}
"""Where in the row somebody stands; who has left the row stands at closure."""

State = Literal["done", "here", "todo", "skipped"]


def paths(desk: Desk) -> tuple[Path, ...]:
    rounds = desk.episode.rounds
    several = len(rounds) > 1
    return tuple(
        Path(
            tuple(steps(desk, one, last=one is rounds[-1])),
            _("Patch %(n)d") % {"n": one.number} if several else "",
        )
        for one in rounds
    )


def steps(desk: Desk, round: Round, *, last: bool) -> Iterator[Step]:
    names = STEPS if round.number == 1 else tuple(s for s in STEPS if s not in FIRST)
    here = HERE.get(desk.episode.whereabouts, "closure") if last else ""
    reached = names.index(here) if here in names else len(names)
    for number, name in enumerate(names):
        events = filed(desk, round, name).events
        yield Step(STAGE_WORDS[name], state(number, reached, events), note(events))


def filed(desk: Desk, round: Round, name: str) -> Any:
    return getattr(round, name, None) or getattr(desk.episode, name)


def state(number: int, reached: int, events: Any) -> State:
    if number == reached:
        return "here"
    if number < reached:
        return "done" if events else "skipped"
    return "todo"


def note(events: Any) -> str:
    """The day of the newest entry; nothing where it is not known."""
    when = events[-1].occurred if events else None
    return day(when.local.date()) if when and when.precision is not Precision.UNKNOWN else ""
