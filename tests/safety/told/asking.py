"""What the product answers to one cell of the table."""

from datetime import datetime
from functools import cache

import journey
from story import NURSE, PHYSICIAN, Story

from bloodpatch.doors.console.replay.step_fields import read_said
from bloodpatch.pathway.decide import Accepted, may
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import When
from bloodpatch.pathway.worklist import owed
from tests.safety.told.cells import STANDS_AT, Cell, Duty
from tests.safety.told.levels import ACCEPTED, NOTHING, PERMITS
from tests.safety.told.patients import WHO, just_before
from tests.safety.told.ways import Fields, Way

NAMES = {1: "advise", 2: "hold", 3: "stop"}
ZONE = "America/Denver"
SCREEN = "assessment.screen_red_flags"

Found = frozenset[tuple[str, int]]
"""Codes of findings, each with how strongly it speaks."""


def told(story: Story, way: Way, said: Fields, *, by: str = "") -> Story:
    """The same patient with one entry more. It is put on record as it is, and not judged."""
    act = ACTS[way.command]
    command = act.command(**read_said(act.command, said, ZONE).values)
    event = act.becomes(**{f: getattr(command, f) for f in act.becomes.__dataclass_fields__})
    after = story.copy()
    after.file(WHO[by or way.by], Accepted((event,), (), When.exact(after.now, ZONE)))
    return after


def asked(story: Story, permit: str) -> Found:
    kind = ACTS[PERMITS[permit]].command
    found = may(kind, story.episode, story.context(PHYSICIAN))
    return frozenset((f.code, int(f.kind.level)) for f in found)


def strongest(new: Found) -> str:
    return NAMES[max(level for _, level in new)] if new else NOTHING


NEUTRAL: dict[tuple[str, str], Found] = {}


def without(cell: Cell) -> Found:
    """What stands where the entry was made with nothing in it; asked once for each form."""
    key = f"{cell.way.command} {cell.way.by} {sorted(cell.way.neutral.items())}", cell.permit
    if key not in NEUTRAL:
        story = told(just_before()[cell.permit], cell.way, cell.way.neutral)
        NEUTRAL[key] = asked(story, cell.permit)
    return NEUTRAL[key]


def answer(cell: Cell) -> str:
    """How strongly the word speaks at that permit: what is new beside the neutral entry."""
    story = told(just_before()[cell.permit], cell.way, cell.way.said)
    return strongest(asked(story, cell.permit) - without(cell))


def wrong(cell: Cell) -> str:
    """Why the cell is red; nothing where the product answers as the table says."""
    found = answer(cell)
    right = found in ACCEPTED[cell.wanted]
    return "" if right else f"{cell}: {found}, the table says {cell.wanted}"


def wrong_after_a_no(cell: Cell) -> str:
    """A stop, and then a nurse asks every red flag of the bedside list and hears no."""
    story = told(just_before()[cell.permit], cell.way, cell.way.said).wait(minutes=1)
    story.does(NURSE, ACTS[SCREEN].command(flags=journey.no_red_flags()))
    found = strongest(asked(story, cell.permit) - without(cell))
    return "" if found == cell.wanted else f"{cell}, then a no: {found}, it stays a {cell.wanted}"


def wrong_once_gone(cell: Cell) -> str:
    """A hold, and then the same is asked by name, and is gone."""
    story = told(just_before()[cell.permit], cell.way, cell.way.said).wait(minutes=1)
    field = next(iter(cell.way.said))
    gone = told(story, cell.way, cell.way.said | {field: {cell.word: "no"}})
    found = strongest(asked(gone, cell.permit) - without(cell))
    return "" if found in ACCEPTED[NOTHING] else f"{cell}, then gone: {found}"


# WHAT IS OWED


def owed_anew(story: Story, neutral: Story, role: str) -> list[datetime]:
    """When that role owes what it does not owe to the patient of whom nothing was told."""
    known = {(o.code, o.due) for o in owed(neutral.episode, neutral.protocol)}
    every = owed(story.episode, story.protocol)
    return [o.due for o in every if o.owner == role and (o.code, o.due) not in known]


def due(duty: Duty, *, again: Fields | None = None, command: str = "") -> datetime | None:
    """When it is due at the soonest; `again`: somebody says more about it five minutes later."""
    story, way = just_before()[STANDS_AT[duty.where]], duty.way
    after, neutral = told(story, way, way.said), told(story, way, way.neutral)
    if again is not None:
        more = Way(name="again", command=command, said=again, neutral={}, by=way.by)
        after.wait(minutes=5)
        neutral.wait(minutes=5)
        after = told(after, more, again)
        neutral = told(neutral, more, way.neutral if command == way.command else again)
    return min(owed_anew(after, neutral, duty.wanted.role), default=None)


def not_owed(duty: Duty) -> str:
    began = just_before()[STANDS_AT[duty.where]].now
    if (until := due(duty)) is None:
        return f"{duty}: no {duty.wanted.role} owes anything for it"
    minutes = (until - began).total_seconds() / 60
    late = f"{duty}: due within {minutes:g} minutes, the table says {duty.wanted.minutes}"
    return "" if minutes <= duty.wanted.minutes else late


def moved_later(duty: Duty) -> str:
    """A22: the deadline after the same was told again, or an outcome recorded, is no later."""
    if (first := due(duty)) is None:
        return ""
    says = {"told again": (duty.way.command, duty.way.said)}
    if duty.way.command == "adverse_event.open":
        says["outcome recorded"] = ("adverse_event.record_outcome", {"outcome": "recovering"})
    for what, (command, said) in says.items():
        then = due(duty, again=said, command=command)
        if then is None or then > first:
            return f"{duty}: {what}, and it is due {then or 'no more'} instead of {first}"
    return ""


@cache
def baseline(permit: str) -> Found:
    return asked(just_before()[permit], permit)
