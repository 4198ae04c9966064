"""Who agreed in a closed circuit only gets the blood through one (H14, T13)."""

from typing import Any

import pytest
from entries import history
from story import Story

from bloodpatch.pathway.clinical import HistoryItem
from bloodpatch.pathway.clinical.blood_use import (
    BloodUse,
    SpecialConsent,
)
from bloodpatch.pathway.stages.preparation.events import Consented
from bloodpatch.pathway.stages.procedure.choices import Circuit, PatchedBy
from bloodpatch.pathway.stages.procedure.commands import RecordDraw, RecordPatch
from bloodpatch.pathway.values import Answer

BROKEN, NOT_TOLD = "procedure.circuit_broken", "procedure.circuit_not_told"
CLOSED = {"blood_use": BloodUse.ACCEPTED_CLOSED_CIRCUIT}


def of_the_circuit(codes: list[str]) -> list[str]:
    return [code for code in codes if code in (BROKEN, NOT_TOLD)]


def consents(story: Story, **said: Any) -> Story:
    story.given(Consented(**said)).wait(minutes=1)
    return story


@pytest.mark.parametrize("entry", [RecordDraw, RecordPatch])
@pytest.mark.parametrize(
    ("circuit", "codes"),
    [
        (None, [NOT_TOLD]),
        (Circuit.SYRINGE, [BROKEN]),
        (Circuit.CLOSED_CONTINUOUS, []),
        (Circuit.THREE_WAY_TAP, []),
    ],
)
def test_it_is_asked_at_the_draw(
    ready: Story,
    entry: type[RecordDraw] | type[RecordPatch],
    circuit: Circuit | None,
    codes: list[str],
) -> None:
    told = entry(circuit=circuit)
    assert of_the_circuit(ready.copy().physician(told)) == []
    consents(ready, **CLOSED)
    assert of_the_circuit(ready.physician(told)) == codes
    assert set(codes) <= set(ready.episode.history[-1].against)


def test_of_a_patch_elsewhere_others_answer(ready: Story) -> None:
    consents(ready, **CLOSED)
    there = RecordPatch(by=PatchedBy.ANOTHER_HOSPITAL, circuit=Circuit.SYRINGE)
    assert of_the_circuit(ready.physician(there)) == []


TALKED = {"special": (SpecialConsent.JEHOVAHS_WITNESS,), "blood_use": BloodUse.ACCEPTED}


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        (None, [BROKEN]),
        ({"blood_use": BloodUse.ACCEPTED}, [BROKEN]),
        (TALKED, []),
        (TALKED | {"continuity_wished": Answer.YES}, [BROKEN]),
        ({"continuity_wished": Answer.NO}, []),
    ],
)
def test_a_witness_who_was_not_asked_is_taken_to_wish_it_closed(
    ready: Story, said: dict[str, Any] | None, codes: list[str]
) -> None:
    ready.physician(history(HistoryItem.JEHOVAHS_WITNESS))
    if said is not None:
        consents(ready, **said)
    assert of_the_circuit(ready.nurse(RecordDraw(circuit=Circuit.SYRINGE))) == codes
