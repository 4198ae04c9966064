"""The needle (T7): free of CSF and of blood before anything goes in, and out at once."""

import pytest
from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway.clinical import AdverseKind, Symptom
from bloodpatch.pathway.stages.procedure.choices import (
    Aspirate,
    DuringAction,
    DuringKind,
    StopReason,
)
from bloodpatch.pathway.stages.procedure.commands import (
    RecordDraw,
    RecordEventDuring,
    RecordInjection,
    RecordNeedle,
    RecordNeedleOut,
)
from bloodpatch.pathway.stages.recovery.commands import PermitStanding
from bloodpatch.pathway.values import Answer, Answers


@pytest.fixture
def drawn(marked: Story) -> Story:
    marked.nurse(RecordDraw())
    return marked


@pytest.mark.parametrize("came", [Aspirate.CSF, Aspirate.BLOOD])
def test_csf_or_blood_from_the_needle_means_not_here(drawn: Story, came: Aspirate) -> None:
    assert drawn.physician(RecordNeedle(aspirate=(came,))) == ["procedure.csf_or_blood"]


def test_it_is_said_what_came(drawn: Story) -> None:
    both = RecordNeedle(aspirate=(Aspirate.CSF, Aspirate.CLEAR, Aspirate.BLOOD))
    (finding,) = drawn.decide(PHYSICIAN, both).findings
    assert finding.says == "CSF and Blood from the needle: nothing is injected here."


@pytest.mark.parametrize("came", [Aspirate.CSF, Aspirate.BLOOD])
def test_an_injection_through_that_needle_is_recorded_against_a_stop(
    drawn: Story, came: Aspirate
) -> None:
    drawn.physician(RecordNeedle(aspirate=(came,)))
    drawn.wait(minutes=1).physician(RecordNeedleOut())
    assert "procedure.injected_all_the_same" in drawn.physician(
        RecordInjection(stayed_sterile=Answer.YES)
    )
    against = drawn.episode.history[-1].against
    assert against == ("procedure.injected_all_the_same",)
    assert "review.against_a_rule" in drawn.owes()


def test_another_space_and_a_clear_needle_is_what_was_asked_for(drawn: Story) -> None:
    drawn.physician(RecordNeedle(aspirate=(Aspirate.CSF,)), RecordNeedleOut())
    drawn.wait(minutes=1)
    assert drawn.physician(RecordNeedle(aspirate=(Aspirate.CLEAR,))) == []
    assert drawn.physician(RecordInjection(stayed_sterile=Answer.YES)) == []


ALARMING = {
    StopReason.LEG_PAIN: AdverseKind.RADICULAR_PAIN,
    StopReason.LEG_PARAESTHESIA: AdverseKind.RADICULAR_PAIN,
    StopReason.BACK_PAIN: AdverseKind.BACK_PAIN,
    StopReason.HEADACHE: AdverseKind.WORSE_HEADACHE,
    StopReason.BRADYCARDIA: AdverseKind.BRADYCARDIA,
    StopReason.SYNCOPE: AdverseKind.VASOVAGAL,
    StopReason.NEURO_CHANGE: AdverseKind.OTHER,
    StopReason.CSF: AdverseKind.SECOND_PUNCTURE,
}


SLOW = (StopReason.BRADYCARDIA, StopReason.SYNCOPE)


@pytest.mark.parametrize("reason", list(StopReason))
def test_a_stop_reason_that_can_mean_harm_is_never_forgotten(
    drawn: Story, reason: StopReason
) -> None:
    """T14: each reason for stopping either is harmless, or is a harm to be looked at."""
    drawn.physician(RecordNeedle())
    codes = drawn.physician(RecordInjection(stayed_sterile=Answer.YES, stop_reason=reason))
    harms = [kind for _, kind in drawn.episode.now.procedure.harms]
    grave = reason is StopReason.NEURO_CHANGE
    said = ["procedure.nerve_sign", "imaging.head"] if grave else ["procedure.alarm"]
    said = ["procedure.watch_the_heart"] if reason in SLOW else said
    assert codes == (said if reason in ALARMING else [])
    assert harms == ([ALARMING[reason]] if reason in ALARMING else [])


def test_what_the_patient_felt_counts_like_the_reason_for_stopping(drawn: Story) -> None:
    drawn.physician(RecordNeedle())
    felt = Answers({Symptom.LEG_PAIN: Answer.YES, Symptom.BACK_PAIN: Answer.NO})
    assert drawn.physician(RecordInjection(stayed_sterile=Answer.YES, symptoms_during=felt)) == [
        "procedure.alarm"
    ]
    (harm,) = drawn.episode.now.procedure.harms
    assert harm[1] is AdverseKind.RADICULAR_PAIN


FELT = {
    Symptom.BACK_PAIN: AdverseKind.BACK_PAIN,
    Symptom.BUTTOCK_PAIN: AdverseKind.RADICULAR_PAIN,
    Symptom.LEG_PAIN: AdverseKind.RADICULAR_PAIN,
    Symptom.LEG_NUMBNESS: AdverseKind.RADICULAR_PAIN,
    Symptom.LEG_WEAKNESS: AdverseKind.LEG_WEAKNESS,
    Symptom.SEIZURE: AdverseKind.SEIZURE,
}


@pytest.mark.parametrize("symptom", list(Symptom))
def test_each_complaint_while_the_blood_goes_in_is_the_harm_that_it_speaks_of(
    drawn: Story, symptom: Symptom
) -> None:
    """T14: of back, legs and nerves; what else is felt is no harm of the injection by itself."""
    drawn.physician(RecordInjection(symptoms_during=Answers({symptom: Answer.YES})))
    told = [kind for _, kind in drawn.episode.now.procedure.harms]
    assert told == ([FELT[symptom]] if symptom in FELT else [])


HAPPENED = {
    DuringKind.BRADYCARDIA: AdverseKind.BRADYCARDIA,
    DuringKind.VASOVAGAL: AdverseKind.VASOVAGAL,
    DuringKind.SECOND_PUNCTURE: AdverseKind.SECOND_PUNCTURE,
    DuringKind.BLOODY_TAP: AdverseKind.OTHER,
    DuringKind.HEADACHE: AdverseKind.WORSE_HEADACHE,
    DuringKind.SUDDEN_HEADACHE: AdverseKind.WORSE_HEADACHE,
    DuringKind.PARAESTHESIA: AdverseKind.RADICULAR_PAIN,
    DuringKind.LEG_PAIN: AdverseKind.RADICULAR_PAIN,
    DuringKind.BACK_PAIN: AdverseKind.BACK_PAIN,
    DuringKind.HIGH_BLOCK: AdverseKind.HIGH_BLOCK,
    DuringKind.SEIZURE: AdverseKind.SEIZURE,
    DuringKind.COLLAPSE: AdverseKind.VASOVAGAL,
    DuringKind.OTHER: AdverseKind.OTHER,
}


GRAVE = (
    DuringKind.SUDDEN_HEADACHE,
    DuringKind.HIGH_BLOCK,
    DuringKind.SEIZURE,
    DuringKind.COLLAPSE,
)
WATCHED = (DuringKind.BRADYCARDIA, DuringKind.VASOVAGAL)


@pytest.mark.parametrize("kind", list(DuringKind))
def test_what_is_grave_on_the_table_is_a_stop_until_a_physician_has_examined(
    drawn: Story, kind: DuringKind
) -> None:
    """A20."""
    codes = drawn.nurse(RecordEventDuring(kind=kind))
    assert ("procedure.grave_event" in codes) is (kind in GRAVE)
    assert ("procedure.watch_the_heart" in codes) is (kind in WATCHED)
    assert ("review.urgent_fact" in drawn.owes()) is (kind in GRAVE)
    drawn.physician(RecordNeedle(), RecordInjection(stayed_sterile=Answer.YES))
    assert ("red_flag.stop" in drawn.asks(NURSE, PermitStanding)) is (kind in GRAVE)


def test_a_slow_heart_that_ended_the_injection_is_one_draft(drawn: Story) -> None:
    drawn.nurse(RecordEventDuring(kind=DuringKind.BRADYCARDIA))
    drawn.physician(RecordNeedle())
    drawn.physician(RecordInjection(stop_reason=StopReason.BRADYCARDIA))
    assert drawn.owes().count("adverse_event.draft") == 1


@pytest.mark.parametrize("kind", list(DuringKind))
def test_whatever_happens_on_the_table_is_recorded(drawn: Story, kind: DuringKind) -> None:
    """T14: bradycardia, faints, a second hole in the dura."""
    drawn.nurse(RecordEventDuring(kind=kind))
    assert [harm for _, harm in drawn.episode.now.procedure.harms] == [HAPPENED[kind]]


def test_the_reversal_of_a_sedation_is_known_afterwards(drawn: Story) -> None:
    drawn.nurse(RecordEventDuring(kind=DuringKind.OTHER, action=(DuringAction.SEDATION_REVERSED,)))
    assert drawn.episode.now.procedure.sedation_reversed is not None
