"""What happens once in a try is told once: a second telling is a finding (H24)."""

import pytest
from journey import ready_for_a_patch, time_out
from story import NURSE, Story

from bloodpatch.pathway.stages.preparation.commands import TakeTimeOut
from bloodpatch.pathway.stages.procedure.choices import PatchedBy
from bloodpatch.pathway.stages.procedure.commands import (
    Abandon,
    RecordInjection,
    RecordNeedle,
    RecordNeedleOut,
    RecordPatch,
    StartProcedure,
)
from bloodpatch.pathway.statements import Command

TWICE, IN_DETAIL = "procedure.told_twice", "procedure.told_in_detail"
ALREADY = "preparation.timed_out_already"


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (StartProcedure(), "The procedure was started"),
        (RecordNeedleOut(), "The needle was taken out"),
        (Abandon(), "The procedure was given up"),
    ],
    ids=lambda one: getattr(one, "name", None),
)
def test_a_second_one_is_said_and_not_refused(ready: Story, entry: Command, says: str) -> None:
    assert TWICE not in ready.at("2026-11-16 14:10").physician(entry)
    found = ready.at("2026-11-16 14:12").decide(NURSE, entry).findings
    assert [f.says for f in found if f.code == TWICE] == [
        f"{says} at 14:10 already, and once more now: strike one, if it is the same."
    ]


@pytest.mark.parametrize(
    ("before", "entry"),
    [
        ((StartProcedure(), Abandon()), StartProcedure()),
        ((RecordNeedle(), RecordNeedleOut(), RecordNeedle()), RecordNeedleOut()),
        ((StartProcedure(), Abandon(), StartProcedure()), Abandon()),
    ],
)
def test_another_try_and_another_needle_are_no_repetition(
    ready: Story, before: tuple[Command, ...], entry: Command
) -> None:
    for command in before:
        ready.wait(minutes=1).physician(command)
    assert TWICE not in ready.wait(minutes=1).physician(entry)


@pytest.mark.parametrize("by", [None, *PatchedBy])
def test_one_patch_is_told_step_by_step_or_in_one_line(ready: Story, by: PatchedBy | None) -> None:
    line = RecordPatch(by=by)
    assert IN_DETAIL not in ready.copy().physician(line)
    ready.physician(RecordInjection())
    here = by in (None, PatchedBy.THIS_CLINIC)
    assert (IN_DETAIL in ready.wait(minutes=1).physician(line)) is here


def test_the_time_out_is_taken_once_for_a_try(story: Story) -> None:
    ready_for_a_patch(story.at("2026-11-16 14:05"))
    assert ALREADY in story.wait(minutes=1).asks(NURSE, TakeTimeOut)
    story.physician(StartProcedure(), Abandon())
    assert ALREADY not in story.wait(minutes=1).asks(NURSE, TakeTimeOut)
    assert time_out().name == TakeTimeOut.name
