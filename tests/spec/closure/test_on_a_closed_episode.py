"""A closed episode takes whatever is told and gives it to somebody; it permits nothing.

What comes later is recorded, stays closed and is a physician's to look at. Who wants to go on
reopens it first.
"""

import pytest
from journey import well
from places import second_round, there
from samples import EVERY, minimal
from story import FRONT_DESK, NURSE, PATIENT, PHYSICIAN, Story

from bloodpatch.pathway.clinical import AdverseKind, RedFlag
from bloodpatch.pathway.roles import MAY_GIVE, Role
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent
from bloodpatch.pathway.stages.assessment.commands import RecordHeadache, ScreenRedFlags
from bloodpatch.pathway.stages.closure.commands import (
    RecordDied,
    RecordOutcome,
    Reopen,
)
from bloodpatch.pathway.stages.closure.events import Closed
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.stages.followup.choices import HeadacheNow
from bloodpatch.pathway.stages.followup.commands import RecordReport
from bloodpatch.pathway.stages.preparation.commands import RecordArrival
from bloodpatch.pathway.stages.procedure.choices import PatchedBy
from bloodpatch.pathway.stages.procedure.commands import RecordPatch
from bloodpatch.pathway.stages.referral.commands import Receive
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Answer, Answers, Grade
from bloodpatch.pathway.whereabouts import Whereabouts as At

PERMITS = [kind for kind in EVERY if ACTS[kind.name].permit]
LEGS = Answers({RedFlag.LEG_WEAKNESS: Answer.YES})

# What is told of a closed episode, by whom, and what somebody then has to do, first of all.
LATER: dict[str, tuple[Role, Command, str]] = {
    "a report": (PATIENT, RecordReport(), "closure.recorded_after"),
    "a call": (NURSE, well(), "closure.recorded_after"),
    "a red flag from home": (PATIENT, RecordReport(flags=LEGS), "followup.red_flag"),
    "a red flag asked here": (NURSE, ScreenRedFlags(flags=LEGS), "followup.red_flag"),
    "the headache is back": (
        PATIENT,
        RecordReport(headache=HeadacheNow.SAME),
        "closure.recorded_after",
    ),
    "an adverse event": (
        NURSE,
        OpenEvent(kinds=(AdverseKind.ARACHNOIDITIS,), grade=Grade(4)),
        "adverse_event.review",
    ),
    "a new headache seen": (NURSE, RecordHeadache(), "closure.recorded_after"),
    "a new referral": (FRONT_DESK, Receive(), "closure.recorded_after"),
    "a patient at the desk": (FRONT_DESK, RecordArrival(), "closure.recorded_after"),
    "a patch elsewhere": (
        PHYSICIAN,
        RecordPatch(by=PatchedBy.ANOTHER_HOSPITAL),
        "closure.recorded_after",
    ),
    "an outcome": (NURSE, RecordOutcome(status=Status.PARTIAL), "closure.recorded_after"),
    "a death": (NURSE, RecordDied(), "closure.recorded_after"),
}


@pytest.fixture
def shut() -> Story:
    return there(At.CLOSED).wait(days=3)


@pytest.mark.parametrize("what", LATER)
def test_what_is_told_later_is_taken_stays_closed_and_is_somebodys_work(
    shut: Story, what: str
) -> None:
    role, command, first = LATER[what]
    shut.does(role, command)
    assert shut.episode.whereabouts is At.CLOSED
    assert shut.owes()[0] == first
    assert "closure.recorded_after" in shut.owes()


@pytest.mark.parametrize("kind", PERMITS, ids=lambda kind: kind.name)
def test_nothing_is_permitted_before_it_is_reopened(shut: Story, kind: type[Command]) -> None:
    """H36: else a patient is booked and patched while every list says that she is closed."""
    role = PHYSICIAN if PHYSICIAN in MAY_GIVE[kind.name] else FRONT_DESK
    why = (
        "closure.already_closed" if kind.name == "closure.close" else "closed_episode.reopen_first"
    )
    assert why in shut.refuses(role, minimal(kind))
    shut.nurse(Reopen())
    assert why not in shut.asks(role, kind)


def test_nor_the_next_patch_where_it_was_closed_before_one_that_was_decided() -> None:
    """All that a booking asks for was there; only that it is closed speaks against it."""
    story = second_round()
    story.given(Closed(status=Status.UNKNOWN))
    from bloodpatch.pathway.stages.booking.commands import Book

    assert story.asks(FRONT_DESK, Book) == ["closed_episode.reopen_first"]


@pytest.mark.parametrize("kind", PERMITS, ids=lambda kind: str(kind.name))
def test_nothing_is_permitted_for_a_patient_who_has_died(kind: type[Command]) -> None:
    """The closing itself is: that is what ends an episode after a death."""
    story = there(At.TO_BE_BOOKED)
    story.physician(RecordDied())
    role = min(MAY_GIVE[kind.name])
    assert ("closed_episode.patient_died" in story.asks(role, kind)) == (
        kind.name != "closure.close"
    )
