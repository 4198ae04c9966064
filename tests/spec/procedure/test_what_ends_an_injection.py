"""H23: pain, tingling, headache or a slow heart ends the injection; a sign of a nerve is grave."""

import pytest
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import LorMedium, Symptom
from bloodpatch.pathway.stages.procedure.choices import DuringAction, DuringKind, StopReason
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

MAY_SETTLE = (DuringKind.BACK_PAIN, DuringKind.HEADACHE)
"""Pause, and go on if it settles."""
NOT_STOPPED = "procedure.not_stopped"


@pytest.fixture
def in_place(marked: Story) -> Story:
    marked.nurse(RecordDraw())
    marked.physician(RecordNeedle())
    return marked


@pytest.mark.parametrize(
    ("felt", "stop", "code"),
    [
        (Symptom.LEG_PAIN, ON, "procedure.not_stopped"),
        (Symptom.BACK_PAIN, ON, "procedure.went_on"),
        (Symptom.BACK_PAIN, StopReason.BACK_PAIN, "procedure.alarm"),
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
        *((kind, 1, [NOT_STOPPED]) for kind in DuringKind if kind not in (*HARMLESS, *MAY_SETTLE)),
        *((kind, 1, ["procedure.went_on"]) for kind in MAY_SETTLE),
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
        ("14:15", "14:15", [NOT_STOPPED]),
        ("14:15", "14:14", []),
        ("14:15", "14h", []),
        ("14h", "14:15", [NOT_STOPPED]),
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
    assert [c for c in in_place.physician(told) if c == NOT_STOPPED] == codes


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
    assert [f.says for f in findings if f.code == NOT_STOPPED] == [says]


YES, NO = Answer.YES, Answer.NO


@pytest.mark.parametrize(
    ("settled_then", "settled_told", "codes"),
    [
        (None, None, ["procedure.went_on"]),
        (YES, None, []),
        (None, YES, []),
        (NO, None, [NOT_STOPPED]),
        (None, NO, [NOT_STOPPED]),
        (NO, YES, []),
        (YES, NO, [NOT_STOPPED]),
    ],
)
def test_to_pause_and_go_on_when_it_settles_is_good_practice(
    in_place: Story, settled_then: Answer | None, settled_told: Answer | None, codes: list[str]
) -> None:
    paused = RecordEventDuring(
        kind=DuringKind.BACK_PAIN, action=(DuringAction.PAUSED,), settled=settled_then
    )
    in_place.nurse(paused)
    entry = RecordInjection(stop_reason=ON, stayed_sterile=YES, settled=settled_told)
    assert in_place.physician(entry) == codes


def test_what_settled_excuses_no_leg(in_place: Story) -> None:
    in_place.nurse(RecordEventDuring(kind=DuringKind.LEG_PAIN, settled=YES))
    entry = RecordInjection(stop_reason=ON, stayed_sterile=YES, settled=YES)
    assert in_place.physician(entry) == [NOT_STOPPED]


def test_it_is_asked_whether_it_settled(in_place: Story) -> None:
    in_place.nurse(RecordEventDuring(kind=DuringKind.BACK_PAIN))
    entry = RecordInjection(stop_reason=ON, stayed_sterile=YES)
    (finding,) = in_place.decide(PHYSICIAN, entry).findings
    assert finding.says == (
        "Back pain while the blood went in. Did it settle when paused? If not, a physician "
        "examines before discharge."
    )


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
