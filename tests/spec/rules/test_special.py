"""T5: consent in special illnesses, beliefs and ages; a guardian and a plan for a child."""

from dataclasses import replace
from typing import Any

import pytest
from entries import history, puncture
from places import there
from samples import minimal
from story import PHYSICIAN, Story

from bloodpatch.pathway.clinical import Activity, ApproachKind, HistoryItem, SedationLevel
from bloodpatch.pathway.clinical.blood_use import (
    BloodUse,
    SpecialConsent,
)
from bloodpatch.pathway.stages.assessment.choices import Decided
from bloodpatch.pathway.stages.assessment.commands import RecordDecision
from bloodpatch.pathway.stages.preparation.choices import SignedBy
from bloodpatch.pathway.stages.preparation.commands import (
    RecordConsent,
    RecordSedationPlan,
    RecordVitals,
    TakeTimeOut,
)
from bloodpatch.pathway.stages.procedure.commands import RecordNeedle
from bloodpatch.pathway.stages.referral.choices import Purpose
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Kilograms
from bloodpatch.pathway.whereabouts import Whereabouts

AGE = "special_patient.age_not_known"
TOPICS, GUARDIAN, PLAN = (
    "special_patient.consent_topics",
    "special_patient.guardian",
    "special_patient.child_plan",
)
H, C = HistoryItem, SpecialConsent


def at_the_time_out(age: int | None = 31) -> Story:
    story = there(Whereabouts.BEING_PREPARED)
    story.facts = replace(story.facts, age_years=age)
    return story


def special(story: Story) -> list[str]:
    found = story.asks(PHYSICIAN, TakeTimeOut)
    return [code for code in found if code in (AGE, TOPICS, GUARDIAN, PLAN)]


def consent(*topics: SpecialConsent, **said: Any) -> Command:
    return RecordConsent(special=topics or None, **said)


NEEDED: dict[str, tuple[Command, SpecialConsent, str]] = {
    "HIV": (history(H.HIV), C.HIV, "HIV"),
    "leukaemia": (history(H.LEUKAEMIA), C.HAEMATOLOGICAL_CANCER, "cells"),
    "a lymphoma": (history(H.HAEMATOLOGICAL_CANCER), C.HAEMATOLOGICAL_CANCER, "cells"),
    "chemotherapy, as an illness": (
        history(H.INTRATHECAL_CHEMOTHERAPY),
        C.HAEMATOLOGICAL_CANCER,
        "cells",
    ),
    "chemotherapy, by the needle": (
        puncture(purpose=Purpose.INTRATHECAL_CHEMOTHERAPY),
        C.HAEMATOLOGICAL_CANCER,
        "cells",
    ),
    "COVID-19": (history(H.COVID), C.COVID, "COVID-19"),
    "a recent infection": (history(H.RECENT_INFECTION), C.INFECTION, "infection"),
    "a Jehovah's Witness": (history(H.JEHOVAHS_WITNESS), C.JEHOVAHS_WITNESS, "closed circuit"),
    "a way through the foramen": (
        RecordDecision(decision=Decided.PATCH, planned_route=ApproachKind.TRANSFORAMINAL),
        C.TRANSFORAMINAL,
        "foramen",
    ),
    "a needle that went through the foramen": (
        RecordNeedle(route=ApproachKind.TRANSFORAMINAL),
        C.TRANSFORAMINAL,
        "foramen",
    ),
}


@pytest.mark.parametrize(("entry", "topic", "words"), NEEDED.values(), ids=NEEDED)
def test_the_consent_speaks_of_it(entry: Command, topic: SpecialConsent, words: str) -> None:
    story = at_the_time_out()
    story.physician(entry)
    assert TOPICS in story.refuses(PHYSICIAN, minimal(TakeTimeOut))
    assert words in story.finding(PHYSICIAN, TakeTimeOut, TOPICS).says
    story.physician(consent(C.PREGNANCY))
    assert special(story) == [TOPICS]
    story.wait(minutes=1).physician(consent(topic))
    assert special(story) == []


@pytest.mark.parametrize(
    "entry",
    [
        history(H.HIV, Activity.RESOLVED),
        history(H.ASTHMA),
        puncture(purpose=Purpose.DIAGNOSTIC_SAMPLING),
        RecordDecision(decision=Decided.PATCH, planned_route=ApproachKind.INTERLAMINAR),
        RecordNeedle(route=ApproachKind.INTERLAMINAR),
    ],
)
def test_otherwise_the_usual_consent_is_enough(entry: Command) -> None:
    story = at_the_time_out()
    story.physician(entry)
    assert special(story) == []


def test_one_of_two_topics_is_not_both() -> None:
    story = at_the_time_out()
    story.physician(history(H.HIV), history(H.COVID), consent(C.HIV))
    assert story.finding(PHYSICIAN, TakeTimeOut, TOPICS).seen == {"topics": "COVID-19"}


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        (BloodUse.ACCEPTED_CLOSED_CIRCUIT, []),
        (BloodUse.REFUSED, []),
        (BloodUse.ACCEPTED, [TOPICS]),
        (None, [TOPICS]),
    ],
)
def test_who_says_how_the_own_blood_may_be_used_has_talked_of_the_circuit(
    said: BloodUse | None, codes: list[str]
) -> None:
    story = at_the_time_out()
    story.physician(history(H.JEHOVAHS_WITNESS), consent(blood_use=said))
    assert special(story) == codes


# a child


@pytest.mark.parametrize(("age", "codes"), [(17, [GUARDIAN, PLAN]), (18, []), (None, [AGE])])
def test_a_child_is_younger_than_the_protocol_says(age: int | None, codes: list[str]) -> None:
    assert special(at_the_time_out(age)) == codes


SIGNED: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a parent, and the child agrees": (
        {"signed_by": SignedBy.PARENT, "assent": Answer.YES},
        [PLAN],
    ),
    "a guardian": ({"signed_by": SignedBy.GUARDIAN, "assent": Answer.YES}, [PLAN]),
    "both": ({"signed_by": SignedBy.BOTH, "assent": Answer.YES}, [PLAN]),
    "the child alone": ({"signed_by": SignedBy.PATIENT, "assent": Answer.YES}, [GUARDIAN, PLAN]),
    "the child was not asked": ({"signed_by": SignedBy.PARENT}, [GUARDIAN, PLAN]),
    "the child says no": (
        {"signed_by": SignedBy.PARENT, "assent": Answer.NO},
        [GUARDIAN, PLAN],
    ),
    "not said who": ({"assent": Answer.YES}, [GUARDIAN, PLAN]),
}


@pytest.mark.parametrize(("said", "codes"), SIGNED.values(), ids=SIGNED)
def test_a_guardian_consents_and_the_child_is_asked(said: dict[str, Any], codes: list[str]) -> None:
    story = at_the_time_out(9)
    story.wait(minutes=1).physician(consent(**said))
    assert special(story) == codes


def test_how_a_child_tells_that_it_hurts_is_planned() -> None:
    story = at_the_time_out(9)
    story.physician(RecordSedationPlan(plan=SedationLevel.NONE))
    assert special(story) == [GUARDIAN]


def test_the_guardian_is_not_hidden_by_what_the_consent_must_speak_of() -> None:
    story = at_the_time_out(9)
    story.physician(history(H.LEUKAEMIA))
    assert special(story) == [TOPICS, GUARDIAN, PLAN]


def test_a_child_is_weighed_before_the_time_out() -> None:
    story = at_the_time_out(9)
    assert "special_patient.child_weight" in story.asks(PHYSICIAN, TakeTimeOut)
    story.physician(RecordVitals(weight_kg=Kilograms(20)))
    assert story.finding(PHYSICIAN, TakeTimeOut, "special_patient.child_volume").says == (
        "A child of 20 kg: 4.0 to 8.0 mL, and less as soon as it hurts."
    )


def test_who_bleeds_easily_is_counted_before_the_time_out() -> None:
    story = at_the_time_out()
    story.physician(history(H.ITP))
    assert "blood_values.not_known" in story.asks(PHYSICIAN, TakeTimeOut)
