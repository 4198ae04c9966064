"""Recovery: only a walk after this patch says that the patient has walked (T9, H34)."""

from dataclasses import replace

import pytest
from journey import ready_for_a_patch
from story import NURSE, Story, moment

from bloodpatch.pathway.stages.discharge.commands import PermitDischarge
from bloodpatch.pathway.stages.procedure.commands import (
    RecordInjection,
    RecordNeedleOut,
    StartProcedure,
)
from bloodpatch.pathway.stages.recovery.commands import (
    PermitStanding,
    RecordGotUp,
    RecordStandAndWalk,
    StartRest,
)
from bloodpatch.pathway.stages.recovery.statements import Walked
from bloodpatch.pathway.whereabouts import Whereabouts

WHOLE = RecordStandAndWalk(walked=Walked.WHOLE_DISTANCE)
FAILED = RecordStandAndWalk(walked=Walked.LESS)


def told(test: RecordStandAndWalk, when: str) -> RecordStandAndWalk:
    return replace(test, occurred=moment(when))


# The needle is out at 14:20; the test is recorded at 15:00.
@pytest.mark.parametrize(
    ("when", "counts"),
    [
        ("2026-11-16 13:00", False),
        ("2026-11-16 14:19", False),
        ("2026-11-16 14:21", True),
        ("2026-11-16 14h", False),
        ("2026-11-16", False),
        ("by 2026-11-16 14:50", False),
    ],
)
def test_a_walk_counts_that_is_known_to_follow_the_patch(
    patched: Story, when: str, counts: bool
) -> None:
    patched.at("2026-11-16 15:00").nurse(told(WHOLE, when))
    ready = patched.episode.whereabouts is Whereabouts.READY_TO_LEAVE
    barred = "discharge.not_walked" in patched.asks(NURSE, PermitDischarge)
    assert (ready, barred) == (counts, not counts)
    if not counts:
        assert patched.asks(NURSE, PermitStanding) != []


def test_failures_of_before_the_patch_are_not_counted_against_the_patient(patched: Story) -> None:
    patched.at("2026-11-16 15:00").nurse(StartRest(occurred=moment("2026-11-16 14:25")))
    patched.nurse(*(told(FAILED, f"2026-11-16 13:0{minute}") for minute in range(3)))
    assert patched.asks(NURSE, PermitStanding) == []


def test_a_failure_that_may_be_of_after_the_patch_counts(patched: Story) -> None:
    """The safe reading of a rough time is another one for a failure than for a walk."""
    patched.at("2026-11-16 15:00").nurse(told(FAILED, "2026-11-16"))
    assert patched.refuses(NURSE, PermitStanding()) == ["recovery.rest_cut_short"]


@pytest.mark.parametrize("before", [told(WHOLE, "2026-11-16 13:00"), RecordGotUp()])
def test_who_was_up_before_the_patch_is_not_up_after_it(
    story: Story, before: RecordStandAndWalk | RecordGotUp
) -> None:
    ready_for_a_patch(story.at("2026-11-16 14:05"))
    story.nurse(replace(before, occurred=moment("2026-11-16 13:00")))
    story.wait(minutes=5).physician(RecordInjection())
    assert story.owes()[0] == "recovery.start_rest"
    assert story.refuses(NURSE, PermitStanding()) == ["recovery.rest_not_started"]


@pytest.fixture
def no_end(story: Story) -> Story:
    """Begun at 14:05, the blood is in, and nobody recorded that the needle is out."""
    ready_for_a_patch(story.at("2026-11-16 14:05")).nurse(StartProcedure())
    story.wait(minutes=10).physician(RecordInjection())
    return story.at("2026-11-16 15:00")


def test_a_walk_counts_while_no_end_is_recorded(no_end: Story) -> None:
    no_end.nurse(WHOLE)
    assert no_end.episode.now.walked


def test_but_none_of_before_the_procedure_began(no_end: Story) -> None:
    no_end.nurse(told(WHOLE, "2026-11-16 13:00"))
    assert not no_end.episode.now.walked


@pytest.mark.parametrize(
    ("out", "counts"), [("2026-11-16 14:20", True), ("2026-11-16 15:05", False)]
)
def test_an_end_that_is_recorded_late_settles_which_walks_count(
    no_end: Story, out: str, counts: bool
) -> None:
    no_end.nurse(WHOLE)
    no_end.at("2026-11-16 16:00").physician(RecordNeedleOut(occurred=moment(out)))
    assert no_end.episode.now.walked is counts


def test_where_no_procedure_is_recorded_a_walk_is_a_walk(story: Story) -> None:
    """A report tells of the walk, and nothing of the room."""
    story.nurse(WHOLE)
    assert story.episode.now.walked
