"""T5: what staff read of a dose that is not usual, and of a sedation that is not ready."""

from dataclasses import replace
from typing import Any

import pytest
from places import there
from story import PHYSICIAN, Story

from bloodpatch.pathway.clinical import SedationLevel
from bloodpatch.pathway.stages.preparation.commands import (
    RecordSedationPlan,
    RecordVitals,
    TakeTimeOut,
)
from bloodpatch.pathway.values import Answer, Dose, Kilograms
from bloodpatch.pathway.whereabouts import Whereabouts

HIGH, LOW, CHILD = "sedation.dose_high", "sedation.dose_low", "sedation.dose_of_a_child"
NOT_READY = "sedation.not_ready"
YES, L = Answer.YES, SedationLevel
READY: dict[str, Any] = {"awake_for_blood": YES, "watched": YES, "antagonist": YES}


def plan(drugs: str = "") -> RecordSedationPlan:
    doses = tuple(Dose.parse(one) for one in drugs.split(", ")) if drugs else None
    return RecordSedationPlan(plan=L.MODERATE, drugs=doses, **READY)


def weighs(kg: str) -> RecordVitals:
    return RecordVitals(weight_kg=Kilograms.parse(f"{kg} kg"))


@pytest.fixture
def story() -> Story:
    return there(Whereabouts.BEING_PREPARED)


def said(story: Story, code: str) -> str:
    return story.finding(PHYSICIAN, TakeTimeOut, code).says


SLIPS = {
    "midazolam 50 mg": "usually at most 5 mg; a tenth of it would be usual",
    "midazolam 51 mg": "usually at most 5 mg",
    "midazolam 10 mg": "usually at most 5 mg; a tenth of it would be usual",
    "midazolam 9 mg": "usually at most 5 mg",
    "fentanyl 25 mg": "usually at most 100 mcg; in mcg it would be usual",
    "fentanyl 100 mg": "usually at most 100 mcg; in mcg it would be usual",
    "fentanyl 101 mg": "usually at most 100 mcg",
}


@pytest.mark.parametrize("drug", SLIPS)
def test_what_the_slip_was_is_said(story: Story, drug: str) -> None:
    story.does(PHYSICIAN, plan(drug))
    asked = "Read the drug, the number and the unit again."
    assert said(story, HIGH) == f"{drug}, {SLIPS[drug]}. {asked}"


def test_each_drug_is_told_with_all_its_doses_and_the_weight(story: Story) -> None:
    story.nurse(weighs("160"))
    story.does(PHYSICIAN, plan("midazolam 3 mg, propofol 1 mg/kg, midazolam 2.5 mg"))
    assert story.finding(PHYSICIAN, TakeTimeOut, HIGH).seen["doses"] == (
        "midazolam 3 mg and midazolam 2.5 mg, usually at most 5 mg; "
        "propofol 1 mg/kg at 160 kg, usually at most 150 mg"
    )


def test_too_little_is_told_with_what_is_usual(story: Story) -> None:
    story.does(PHYSICIAN, plan("fentanyl 5 mcg"))
    assert said(story, LOW) == "fentanyl 5 mcg, usually at least 25 mcg. Is the unit right?"


def test_where_the_weight_is_missing_none_is_told(story: Story) -> None:
    story.does(PHYSICIAN, plan("propofol 1 mg/kg"))
    assert said(story, "sedation.weight_not_known") == (
        "propofol 1 mg/kg: a dose for each kg, and no body weight is recorded."
    )


@pytest.mark.parametrize(("kg", "weight"), [(None, "weight not known"), ("30", "30 kg")])
def test_of_a_child_age_and_weight_are_told(story: Story, kg: str | None, weight: str) -> None:
    story.facts = replace(story.facts, age_years=9)
    story.nurse(*((weighs(kg),) if kg else ()))
    story.does(PHYSICIAN, plan("midazolam 2 mg, fentanyl 50 mcg"))
    assert said(story, CHILD).startswith(
        f"A child of 9, {weight}: midazolam 2 mg, fentanyl 50 mcg. "
    )


def test_a_child_who_gets_none_needs_no_word_on_doses(story: Story) -> None:
    story.facts = replace(story.facts, age_years=9)
    story.does(PHYSICIAN, plan())
    assert CHILD not in story.asks(PHYSICIAN, TakeTimeOut)


PARTS: dict[str, tuple[RecordSedationPlan, str]] = {
    "all but the cannula": (plan(), "a cannula"),
    "nothing": (
        RecordSedationPlan(plan=L.MODERATE),
        "awake while the blood goes in, somebody who only watches, an antagonist at hand, a "
        "cannula",
    ),
}


@pytest.mark.parametrize(("planned", "parts"), PARTS.values(), ids=PARTS)
def test_it_says_what_is_not_ready(story: Story, planned: RecordSedationPlan, parts: str) -> None:
    story.does(PHYSICIAN, planned)
    assert story.finding(PHYSICIAN, TakeTimeOut, NOT_READY).seen == {"parts": parts}
