"""What the time-out could not know of is said at the start and before the needle (H08 H09)."""

from dataclasses import replace

import pytest
from entries import flag
from plain_patch import NEEDLE
from story import Story, moment

from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.stages.assessment.commands import RecordVitals
from bloodpatch.pathway.stages.procedure.commands import StartProcedure
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Celsius

SAID: dict[str, tuple[Command, list[str]]] = {
    "a seizure": (flag(RedFlag.SEIZURE), ["red_flag.stop"]),
    "a change of vision": (flag(RedFlag.VISUAL_CHANGE), ["red_flag.hold"]),
    "a fever on the thermometer": (
        RecordVitals(temperature=Celsius.parse("38.9")),
        ["red_flag.hold"],
    ),
    "older age": (flag(RedFlag.OLDER_AGE), []),
}


@pytest.mark.parametrize("what", SAID)
def test_it_is_said_at_the_start_and_at_the_needle(ready: Story, what: str) -> None:
    told, codes = SAID[what]
    ready.wait(minutes=1).nurse(told)
    ready.wait(minutes=1)
    assert red_flags(ready.nurse(StartProcedure())) == codes
    assert red_flags(ready.wait(minutes=1).physician(NEEDLE)) == codes


def test_what_holds_and_was_told_before_the_time_out_was_weighed_at_it(ready: Story) -> None:
    """It is not asked of a physician a second time; what stops stays a stop until its review."""
    before = moment("2026-11-16 13:30")
    ready.nurse(replace(flag(RedFlag.VISUAL_CHANGE), occurred=before))
    assert red_flags(ready.copy().wait(minutes=1).nurse(StartProcedure())) == []
    ready.nurse(replace(flag(RedFlag.SEIZURE), occurred=before))
    assert red_flags(ready.wait(minutes=1).nurse(StartProcedure())) == ["red_flag.stop"]


def red_flags(codes: list[str]) -> list[str]:
    return [code for code in codes if code.startswith("red_flag.")]
