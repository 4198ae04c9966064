"""H23: pain, tingling, headache or a slow heart ends the injection; a sign of a nerve is grave."""

import pytest
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import LorMedium, Symptom
from bloodpatch.pathway.stages.procedure.choices import DuringKind, StopReason
from bloodpatch.pathway.stages.procedure.commands import (
    RecordDraw,
    RecordEventDuring,
    RecordInjection,
    RecordNeedle,
)
from bloodpatch.pathway.values import Answer, Answers, When

ON = StopReason.VOLUME_REACHED
HARMLESS = (DuringKind.SECOND_PUNCTURE, DuringKind.BLOODY_TAP, DuringKind.OTHER)
"""These end no injection by themselves: the needle is placed anew, or it is said what it was."""


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
        (DuringKind.BRADYCARDIA, -1, []),
        *((kind, 1, ["procedure.went_on"]) for kind in DuringKind if kind not in HARMLESS),
        *((kind, 1, []) for kind in HARMLESS),
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


@pytest.mark.parametrize(
    ("began", "happened", "codes"),
    [
        ("14:15", "14:15", ["procedure.went_on"]),
        ("14:15", "14:14", []),
        ("14:15", "14h", []),
        ("14h", "14:15", ["procedure.went_on"]),
    ],
)
def test_what_is_not_known_to_have_happened_since_then_is_not_held_against_it(
    in_place: Story, began: str, happened: str, codes: list[str]
) -> None:
    at = moment(f"2026-11-16 {happened}")
    in_place.wait(hours=2).nurse(RecordEventDuring(kind=DuringKind.BRADYCARDIA, occurred=at))
    told = RecordInjection(
        started=moment(f"2026-11-16 {began}"), stop_reason=ON, stayed_sterile=Answer.YES
    )
    assert [c for c in in_place.physician(told) if c == "procedure.went_on"] == codes


@pytest.mark.parametrize(
    ("felt", "says"),
    [
        (None, "Slow heart while the blood went in, and the injection went on."),
        (
            Symptom.LEG_PAIN,
            "Pain in a leg, Slow heart while the blood went in, and the injection went on.",
        ),
    ],
)
def test_it_is_said_what_was_felt_and_what_happened(
    in_place: Story, felt: Symptom | None, says: str
) -> None:
    in_place.nurse(RecordEventDuring(kind=DuringKind.BRADYCARDIA))
    told = Answers({felt: Answer.YES}) if felt else None
    entry = RecordInjection(symptoms_during=told, stop_reason=ON, stayed_sterile=Answer.YES)
    findings = in_place.decide(PHYSICIAN, entry).findings
    assert [f.says for f in findings if f.code == "procedure.went_on"] == [says]


@pytest.mark.parametrize(
    ("medium", "codes"),
    [
        (LorMedium.AIR, ["procedure.loss_to_air"]),
        (LorMedium.BOTH, ["procedure.loss_to_air"]),
        (LorMedium.SALINE, []),
        (LorMedium.NONE, []),
        (None, []),
    ],
)
def test_saline_is_preferred_to_air(
    marked: Story, medium: LorMedium | None, codes: list[str]
) -> None:
    marked.nurse(RecordDraw())
    assert marked.physician(RecordNeedle(loss_of_resistance=medium)) == codes
