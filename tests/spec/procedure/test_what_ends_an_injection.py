"""H23: pain, tingling, headache or a slow heart ends the injection; a sign of a nerve is grave."""

import pytest
from story import Story

from bloodpatch.pathway.clinical import LorMedium, Symptom
from bloodpatch.pathway.stages.procedure.answers import DuringKind, StopReason
from bloodpatch.pathway.stages.procedure.commands import (
    RecordDraw,
    RecordEventDuring,
    RecordInjection,
    RecordNeedle,
)
from bloodpatch.pathway.values import Answer, Answers, When

ON = StopReason.VOLUME_REACHED


@pytest.fixture
def in_place(marked: Story) -> Story:
    marked.nurse(RecordDraw())
    marked.physician(RecordNeedle())
    return marked


@pytest.mark.parametrize(
    ("felt", "stop", "code"),
    [
        (Symptom.LEG_PAIN, ON, "procedure.went_on"),
        (Symptom.LEG_PAIN, StopReason.LEG_PAIN, "procedure.alarm"),
        (Symptom.LEG_PAIN, None, "procedure.alarm"),
        (Symptom.LEG_WEAKNESS, ON, "procedure.nerve_sign"),
        (None, StopReason.NEURO_CHANGE, "procedure.nerve_sign"),
        (None, ON, None),
    ],
)
def test_to_go_on_is_graver_than_to_have_stopped(
    in_place: Story, felt: Symptom | None, stop: StopReason | None, code: str | None
) -> None:
    told = Answers({felt: Answer.YES}) if felt else None
    entry = RecordInjection(symptoms_during=told, stop_reason=stop, stayed_sterile=Answer.YES)
    codes = [c for c in in_place.physician(entry) if c.startswith("procedure.")]
    assert codes == ([code] if code else [])


@pytest.mark.parametrize(
    ("kind", "since", "codes"),
    [
        (DuringKind.BRADYCARDIA, 1, ["procedure.went_on"]),
        (DuringKind.BRADYCARDIA, -1, []),
        (DuringKind.OTHER, 1, []),
    ],
)
def test_so_is_what_happened_since_the_blood_began_to_go_in(
    in_place: Story, kind: DuringKind, since: int, codes: list[str]
) -> None:
    began = When.exact(in_place.now, "America/Denver")
    in_place.wait(minutes=since).nurse(RecordEventDuring(kind=kind))
    in_place.wait(minutes=3)
    entry = RecordInjection(started=began, stop_reason=ON, stayed_sterile=Answer.YES)
    assert in_place.physician(entry) == codes


def test_saline_is_preferred_to_air(marked: Story) -> None:
    marked.nurse(RecordDraw())
    codes = marked.physician(RecordNeedle(loss_of_resistance=LorMedium.AIR))
    assert codes == ["procedure.loss_to_air"]
    assert marked.physician(RecordNeedle(loss_of_resistance=LorMedium.SALINE)) == []
