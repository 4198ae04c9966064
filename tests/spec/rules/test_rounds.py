"""T15: in each round one patch, from when it is in and the needle out."""

from collections.abc import Callable

import pytest
from entries import patch, raised, sentence
from places import second_round, there
from story import Story

from bloodpatch.pathway.rules.patched_already import no_patch_in_this_round
from bloodpatch.pathway.stages.procedure.commands import (
    Abandon,
    RecordInjection,
    RecordNeedleOut,
    StartProcedure,
)
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Millilitres
from bloodpatch.pathway.whereabouts import Whereabouts

IN = RecordInjection(volume_ml_injected=Millilitres(20))
OUT = RecordNeedleOut()
GIVEN = ["patched_already.in_this_round"]


def prepared() -> Story:
    return there(Whereabouts.BEING_PREPARED)


DONE: dict[str, tuple[Callable[[], Story], list[Command], list[str]]] = {
    "not begun": (prepared, [], []),
    "begun": (prepared, [StartProcedure()], []),
    "the blood is in, and so is the needle": (prepared, [StartProcedure(), IN], []),
    "the needle is out": (prepared, [StartProcedure(), IN, OUT], GIVEN),
    "given up before the blood": (prepared, [StartProcedure(), Abandon()], []),
    "told by a report": (Story, [patch()], GIVEN),
    "decided on again": (second_round, [], []),
}


@pytest.mark.parametrize(("patient", "done", "codes"), DONE.values(), ids=DONE)
def test_a_patch_was_given_when_it_is_over(
    patient: Callable[[], Story], done: list[Command], codes: list[str]
) -> None:
    story = patient()
    for command in done:
        story.wait(minutes=2).physician(command)
    assert raised(story, no_patch_in_this_round) == codes


def test_it_says_when(story: Story) -> None:
    story.at("2026-11-16 14:00").physician(patch())
    assert "14:00" in sentence(story, no_patch_in_this_round)
