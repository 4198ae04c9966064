"""Recovery: what keeps a patient lying, and what a failed walk asks for (T9, T14)."""

from dataclasses import replace

import pytest
from entries import lift_of
from story import NURSE, Story

from bloodpatch.pathway.clinical import AdverseKind, RedFlag
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent
from bloodpatch.pathway.stages.assessment.commands import ScreenRedFlags
from bloodpatch.pathway.stages.recovery.commands import (
    PermitStanding,
    RecordObservations,
    RecordStandAndWalk,
    StartRest,
)
from bloodpatch.pathway.stages.recovery.statements import Legs, Walked
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Answers, Grade

WHOLE = RecordStandAndWalk(walked=Walked.WHOLE_DISTANCE)


def flag(one: RedFlag) -> ScreenRedFlags:
    return ScreenRedFlags(flags=Answers({one: Answer.YES}))


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (flag(RedFlag.SEVERE_BACK_PAIN), "recovery.kept_lying"),
        (OpenEvent(kinds=(AdverseKind.ALLERGIC,), grade=Grade(3)), "recovery.kept_lying"),
        (flag(RedFlag.SEIZURE), "red_flag.stop"),
        (flag(RedFlag.RIGORS), None),
    ],
)
def test_what_keeps_her_lying_until_a_physician_has_looked(
    rested: Story, told: Command, code: str | None
) -> None:
    """After a needle severe back pain may be a bleed; a fever stands up as well as it lies."""
    rested.nurse(told)
    assert rested.asks(NURSE, PermitStanding) == ([code] if code else [])


@pytest.mark.parametrize(
    ("test", "said"),
    [
        (WHOLE, []),
        (replace(WHOLE, walked=Walked.LESS), ["recovery.test_failed"]),
        (replace(WHOLE, steady=Answer.NO), ["recovery.test_failed"]),
    ],
)
def test_who_could_not_walk_lies_down_and_is_looked_at(
    rested: Story, test: RecordStandAndWalk, said: list[str]
) -> None:
    found = rested.decide(NURSE, test).findings
    assert [finding.code for finding in found] == said
    assert all("blood pressure" in finding.says for finding in found)


def test_legs_that_were_looked_at_and_grow_weak_again_are_looked_at_again(patched: Story) -> None:
    """H34: a block that wears off and comes back may be a bleed that grows."""
    patched.at("2026-11-16 14:22").nurse(StartRest())
    patched.wait(minutes=10).nurse(RecordObservations(legs=Legs.WEAK))
    stop = patched.finding(NURSE, PermitStanding, "recovery.legs_changed")
    patched.wait(minutes=5).physician(lift_of(stop))
    patched.wait(minutes=5).nurse(RecordObservations(legs=Legs.NORMAL))
    patched.wait(minutes=patched.protocol.recovery.rest_minutes)
    assert patched.asks(NURSE, PermitStanding) == []
    patched.nurse(RecordObservations(legs=Legs.WEAK))
    assert patched.refuses(NURSE, PermitStanding()) == ["recovery.legs_changed"]
