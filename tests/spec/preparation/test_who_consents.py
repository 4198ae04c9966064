"""Who consents, in which language, and to what: an empty consent is none (H12, H14, H15)."""

from typing import Any

import pytest
from journey import time_out
from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway.clinical import SedationLevel
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.stages.preparation.choices import ConsentItem, SignedBy
from bloodpatch.pathway.stages.preparation.commands import (
    RecordConsent,
    RecordSedationPlan,
    TakeTimeOut,
)
from bloodpatch.pathway.values import Answer

YES, NO = Answer.YES, Answer.NO
ALL = tuple(ConsentItem)
PLAIN: dict[str, Any] = {"signed_by": SignedBy.PATIENT, "named": ALL}
EMPTY, LANGUAGE = "preparation.consent_is_empty", "preparation.consent_language"
ANOTHER, CAPACITY = "preparation.signed_by_another", "preparation.capacity"


def consents(story: Story, **said: Any) -> list[str]:
    story.wait(minutes=1).physician(RecordConsent(**PLAIN | said))
    return story.asks(NURSE, TakeTimeOut)


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ({"signed_by": None}, "who gave it"),
        ({"named": None}, "what was named"),
        ({"signed_by": None, "named": None}, "who gave it, what was named"),
    ],
)
def test_h14_an_empty_consent_does_not_pass(
    checked: Story, said: dict[str, Any], parts: str
) -> None:
    assert consents(checked) == []
    assert consents(checked, **said) == [EMPTY]
    assert checked.refuses(NURSE, time_out()) == [EMPTY]
    says = checked.finding(NURSE, TakeTimeOut, EMPTY).says
    assert says == f"The consent does not say {parts}."


@pytest.mark.parametrize(
    ("reads", "said", "codes"),
    [
        ("en", {}, []),
        (None, {}, []),
        ("es", {}, [LANGUAGE]),
        ("es", {"interpreter": NO}, [LANGUAGE]),
        ("es", {"interpreter": YES}, []),
        ("es", {"language": Code("es")}, []),
        ("en", {"language": Code("es")}, [LANGUAGE]),
    ],
)
def test_h15_it_is_given_in_a_language_that_the_patient_reads(
    checked: Story, reads: str | None, said: dict[str, Any], codes: list[str]
) -> None:
    from dataclasses import replace

    checked.facts = replace(checked.facts, language=reads)
    assert consents(checked, **said) == codes


DOCUMENTED = {"capacity": NO, "guardian_document": YES, "assent": YES}


@pytest.mark.parametrize(
    ("who", "said", "codes"),
    [
        (SignedBy.PATIENT, {}, []),
        (SignedBy.PATIENT, {"capacity": YES}, []),
        (SignedBy.PATIENT, {"capacity": NO}, [CAPACITY]),
        (SignedBy.BOTH, {}, []),
        (SignedBy.PARENT, {}, [ANOTHER]),
        (SignedBy.PARENT, {"capacity": NO}, [CAPACITY]),
        (SignedBy.PARENT, DOCUMENTED, []),
        (SignedBy.GUARDIAN, {}, [CAPACITY]),
        (SignedBy.GUARDIAN, DOCUMENTED | {"capacity": YES}, [ANOTHER]),
        *((SignedBy.GUARDIAN, DOCUMENTED | {one: None}, [CAPACITY]) for one in DOCUMENTED),
        (SignedBy.GUARDIAN, DOCUMENTED, []),
    ],
)
def test_h12_an_adult_decides_or_a_guardian_whose_document_was_seen(
    checked: Story, who: SignedBy, said: dict[str, Any], codes: list[str]
) -> None:
    assert consents(checked, signed_by=who, **said) == codes


def test_it_is_said_what_nobody_asked(checked: Story) -> None:
    consents(checked, signed_by=SignedBy.GUARDIAN)
    assert checked.finding(NURSE, TakeTimeOut, CAPACITY).says == (
        "Guardian signed for an adult. Not recorded: that the patient lacks the capacity to "
        "decide, the document that names the guardian, the patient's own yes (assent)."
    )


@pytest.mark.parametrize(
    ("plan", "said", "asked"),
    [
        (SedationLevel.NONE, {"named": ALL[:-1]}, False),
        (SedationLevel.MINIMAL, {"named": ALL[:-1]}, True),
        (SedationLevel.MINIMAL, {"refused": (ConsentItem.SEDATION,)}, True),
        (SedationLevel.MINIMAL, {}, False),
    ],
)
def test_sedation_has_a_consent_of_its_own(
    checked: Story, plan: SedationLevel, said: dict[str, Any], asked: bool
) -> None:
    assert ALL[-1] is ConsentItem.SEDATION
    checked.physician(RecordSedationPlan(plan=plan, awake_for_blood=YES))
    assert ("preparation.sedation_not_consented" in consents(checked, **said)) is asked
    assert checked.context(PHYSICIAN).facts.age_years == 31
