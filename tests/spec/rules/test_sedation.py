"""T5: doses that are usual, and a patient who can say that it hurts."""

from dataclasses import replace
from typing import Any

import pytest
from entries import vitals
from places import there
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import SedationLevel
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.decide import Accepted
from bloodpatch.pathway.protocol.sections.preparation import SedationDose
from bloodpatch.pathway.review.commands import OverrideHold
from bloodpatch.pathway.stages.preparation.commands import (
    RecordAccess,
    RecordArrival,
    RecordSedationPlan,
    RecordVitals,
    TakeTimeOut,
)
from bloodpatch.pathway.stages.procedure.commands import (
    Abandon,
    RecordInjection,
    RecordSedationGiven,
    StartProcedure,
)
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Count, Dose, DoseUnit, FreeText, Kilograms
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.record.protocols import shipped

HIGH, LOW, CHILD = "sedation.dose_high", "sedation.dose_low", "sedation.dose_of_a_child"
WEIGHT, NO_RANGE = "sedation.weight_not_known", "sedation.no_range"
DEEP, NOT_READY = "sedation.too_deep", "sedation.not_ready"
NOT_TOLD, COULD_NOT = "procedure.awake_not_told", "procedure.could_not_tell"
YES, NO, L = Answer.YES, Answer.NO, SedationLevel
READY = {"awake_for_blood": YES, "watched": YES, "antagonist": YES}
FORMULARY = shipped("house").preparation.sedation_doses


def doses(text: str) -> tuple[Dose, ...]:
    return tuple(Dose.parse(one) for one in text.split(", ")) if text else ()


def plan(drugs: str = "", level: SedationLevel = L.MODERATE, **said: Any) -> RecordSedationPlan:
    return RecordSedationPlan(plan=level, drugs=doses(drugs) or None, **READY | said)


def given(drugs: str = "", **said: Any) -> RecordSedationGiven:
    return RecordSedationGiven(drugs=doses(drugs) or None, **{"level": L.MODERATE} | said)


def weighs(kg: str) -> RecordVitals:
    return RecordVitals(weight_kg=Kilograms.parse(f"{kg} kg"))


@pytest.fixture
def story() -> Story:
    there_is = there(Whereabouts.BEING_PREPARED)
    there_is.nurse(RecordAccess())
    return there_is


def of_sedation(codes: list[str]) -> list[str]:
    return [c for c in codes if c.startswith("sedation.") or c in (NOT_TOLD, COULD_NOT)]


def held(story: Story) -> list[str]:
    return of_sedation(story.asks(PHYSICIAN, TakeTimeOut))


# doses


DOSES: dict[str, tuple[str, list[str]]] = {
    "usual": ("midazolam 2 mg", []),
    "least": ("midazolam 1 mg", []),
    "most": ("midazolam 5 mg", []),
    "a little more": ("midazolam 5.1 mg", [HIGH]),
    "a little less": ("midazolam 0.9 mg", [LOW]),
    "ten times": ("midazolam 20 mg", [HIGH]),
    "mcg for mg": ("midazolam 2 mcg", [LOW]),
    "mg for mcg": ("fentanyl 50 mg", [HIGH]),
    "in grams": ("midazolam 2 g", [HIGH]),
    "in mcg, the same": ("midazolam 2000 mcg", []),
    "the least, in grams": ("midazolam 0.001 g", []),
    "the most, in grams": ("midazolam 0.005 g", []),
    "two doses together": ("midazolam 3 mg, midazolam 2.5 mg", [HIGH]),
    "two drugs": ("midazolam 2 mg, fentanyl 50 mcg", []),
    "one high, one low": ("midazolam 20 mg, fentanyl 5 mcg", [HIGH, LOW]),
    "a drug that is not listed": ("remimazolam 5 mg", [NO_RANGE]),
    "of no known strength": ("midazolam 2 mL", [NO_RANGE]),
    "of no known strength, on top of ten times": ("midazolam 20 mg, midazolam 1 mL",
                                                  [HIGH, NO_RANGE]),
    "by no known weight, on top of ten times": ("midazolam 20 mg, midazolam 1 mcg/kg",
                                                [HIGH, WEIGHT]),
    "what ends a sedation": ("flumazenil 0.2 mg", []),
    "what ends the other": ("naloxone 0.4 mg", []),
    "by a weight that nobody recorded": ("propofol 1 mg/kg", [WEIGHT]),
    "in a unit of its own, by that weight": ("heparin 50 IU/kg", [WEIGHT]),
    "none": ("", []),
}  # fmt: skip


@pytest.mark.parametrize(("drugs", "codes"), DOSES.values(), ids=DOSES)
def test_a_dose_outside_of_its_range_is_told_and_holds(
    story: Story, drugs: str, codes: list[str]
) -> None:
    assert sorted(of_sedation(story.does(PHYSICIAN, plan(drugs)))) == sorted(codes)
    assert sorted(held(story)) == sorted(codes)
    assert sorted(of_sedation(story.does(PHYSICIAN, given(drugs)))) == sorted(codes)


@pytest.mark.parametrize(
    ("kg", "drug", "codes"),
    [
        ("19.9", "propofol 1 mg/kg", [LOW]),
        ("20", "propofol 1 mg/kg", []),
        ("150", "propofol 1 mg/kg", []),
        ("150.1", "propofol 1 mg/kg", [HIGH]),
        ("24.9", "fentanyl 1 mcg/kg", [LOW]),
        ("100", "fentanyl 1 mcg/kg", []),
        ("100.1", "fentanyl 1 mcg/kg", [HIGH]),
        ("70", "heparin 50 IU/kg", [NO_RANGE]),
    ],
)
def test_a_dose_by_weight_is_worked_out(story: Story, kg: str, drug: str, codes: list[str]) -> None:
    story.nurse(weighs(kg))
    story.does(PHYSICIAN, plan(drug))
    assert held(story) == codes


def test_the_newest_weight_counts(story: Story) -> None:
    story.nurse(weighs("200"))
    story.wait(minutes=1).nurse(weighs("60"))
    story.does(PHYSICIAN, plan("propofol 1 mg/kg"))
    assert held(story) == []


def slips(row: SedationDose) -> list[tuple[Dose, str]]:
    """H16: every usual dose of the drug ten times over, a tenth of it, and in the other unit."""
    unit = DoseUnit(row.unit)
    other, thousandfold = (DoseUnit.MCG, LOW) if unit is DoseUnit.MG else (DoseUnit.MG, HIGH)
    usual = (row.least, (row.least + row.most) / 2, row.most)
    return [
        *((Dose(row.code, amount * 10, unit), HIGH) for amount in usual),
        *((Dose(row.code, amount / 10, unit), LOW) for amount in usual),
        *((Dose(row.code, amount, other), thousandfold) for amount in usual),
    ]


@pytest.mark.parametrize("row", FORMULARY, ids=lambda row: row.code)
def test_every_slip_of_every_drug_on_the_list_is_seen(story: Story, row: SedationDose) -> None:
    for slip, code in slips(row):
        recorded = story.does(PHYSICIAN, RecordSedationPlan(plan=L.NONE, drugs=(slip,)))
        assert of_sedation(recorded) == [code], str(slip)


def overridden(story: Story, code: str) -> Story:
    finding = story.finding(PHYSICIAN, TakeTimeOut, code)
    story.physician(
        OverrideHold(
            finding=Code(code),
            act=Code(TakeTimeOut.name),
            patch_number=Count(1),
            saw=PlainForm(dict(finding.seen)),
            reason=FreeText("As planned."),
        )
    )
    assert not story.finding(PHYSICIAN, TakeTimeOut, code).blocks
    return story


def test_an_override_confirms_this_dose_and_no_other(story: Story) -> None:
    story.does(PHYSICIAN, plan("midazolam 7 mg"))
    overridden(story, HIGH)
    story.wait(minutes=1).does(PHYSICIAN, plan("midazolam 70 mg"))
    assert story.finding(PHYSICIAN, TakeTimeOut, HIGH).blocks


@pytest.mark.parametrize(
    ("age", "drugs", "code"), [(31, "propofol 1 mg/kg", HIGH), (9, "midazolam 2 mg", CHILD)]
)
def test_an_override_lapses_with_the_weight_that_it_saw(
    story: Story, age: int, drugs: str, code: str
) -> None:
    story.facts = replace(story.facts, age_years=age)
    story.nurse(weighs("160"))
    story.does(PHYSICIAN, plan(drugs))
    overridden(story, code).wait(minutes=1).nurse(weighs("170"))
    assert story.finding(PHYSICIAN, TakeTimeOut, code).blocks


def test_a_new_plan_takes_the_place_of_the_old(story: Story) -> None:
    story.does(PHYSICIAN, plan("midazolam 20 mg"))
    story.wait(minutes=1).does(PHYSICIAN, plan("midazolam 2 mg"))
    assert held(story) == []


def test_what_was_given_before_is_counted_with_it(story: Story) -> None:
    story.does(PHYSICIAN, plan("midazolam 2 mg"))
    assert story.does(PHYSICIAN, given("midazolam 3 mg")) == []
    assert story.wait(minutes=3).does(PHYSICIAN, given("fentanyl 50 mcg")) == []
    assert story.wait(minutes=3).does(PHYSICIAN, given("midazolam 2.5 mg")) == [HIGH]


def test_of_another_drug_it_is_not_said_again(story: Story) -> None:
    story.does(PHYSICIAN, plan(), given("midazolam 20 mg"))
    assert of_sedation(story.wait(minutes=3).does(PHYSICIAN, given("fentanyl 50 mcg"))) == []


# She came at 13:30, and has now had 3 mg more.
@pytest.mark.parametrize(
    ("came", "had", "codes"),
    [
        (None, "2026-11-16 13:30", [HIGH]),
        (None, "2026-11-16 13:29", []),
        (None, "2026-11-16 13h", [HIGH]),
        (None, "2026-11-16", [HIGH]),
        ("2026-11-16 13h", "2026-11-16 13:10", [HIGH]),
        ("2026-11-16 13h", "2026-11-16 12:59", []),
    ],
)
def test_what_may_have_been_given_at_this_visit_is_counted(
    story: Story, came: str | None, had: str, codes: list[str]
) -> None:
    """Of two readings of a rough time the one that adds up to more."""
    if came:
        story.does(NURSE, RecordArrival(occurred=moment(came)))
    story.does(PHYSICIAN, plan(), given("midazolam 3 mg", occurred=moment(had)))
    assert of_sedation(story.does(PHYSICIAN, given("midazolam 3 mg"))) == codes


WITH_THE_BLOOD: dict[str, tuple[str, str, list[str]]] = {
    "too much by itself": ("", "midazolam 20 mg", [HIGH]),
    "too much with what was given before": ("midazolam 3 mg", "midazolam 2.5 mg", [HIGH]),
    "another drug than before": ("midazolam 3 mg", "fentanyl 50 mcg", []),
    "usual": ("", "midazolam 2 mg", []),
    "too little": ("", "midazolam 2 mcg", [LOW]),
    "a sedative without a usual dose": ("", "remifentanil 50 mcg", [NO_RANGE]),
    "no sedative": ("", "ropivacaine 20 mg", []),
}


@pytest.mark.parametrize(
    ("before", "with_it", "codes"), WITH_THE_BLOOD.values(), ids=WITH_THE_BLOOD
)
def test_a_sedative_told_with_the_blood_counts_like_another(
    story: Story, before: str, with_it: str, codes: list[str]
) -> None:
    story.does(PHYSICIAN, plan(), StartProcedure(), given(before))
    injection = RecordInjection(drugs_given=doses(with_it), awake_throughout=YES)
    assert of_sedation(story.wait(minutes=1).does(PHYSICIAN, injection)) == codes


def test_whoever_is_sedated_with_the_blood_is_asked_whether_she_could_tell(story: Story) -> None:
    story.does(PHYSICIAN, StartProcedure())
    injection = RecordInjection(drugs_given=doses("midazolam 2 mg"))
    assert of_sedation(story.does(PHYSICIAN, injection)) == [NOT_TOLD]


@pytest.mark.parametrize(
    "before",
    [
        (RecordInjection(drugs_given=doses("midazolam 2 mg"), awake_throughout=YES),),
        (given("midazolam 2 mg"), Abandon(), StartProcedure()),
    ],
    ids=["with the blood before", "in the try that was given up"],
)
def test_a_sedative_of_before_is_still_in_the_patient(
    story: Story, before: tuple[Command, ...]
) -> None:
    """What she could tell then says nothing about this blood."""
    story.does(PHYSICIAN, plan(), StartProcedure(), *before)
    assert of_sedation(story.wait(minutes=5).does(PHYSICIAN, RecordInjection())) == [NOT_TOLD]


def test_an_arrival_recorded_once_more_wakes_nobody(story: Story) -> None:
    story.does(PHYSICIAN, plan(), StartProcedure(), given("midazolam 2 mg"))
    story.wait(minutes=5).does(NURSE, RecordArrival())
    injection = RecordInjection(awake_throughout=Answer.NO)
    assert of_sedation(story.wait(minutes=5).does(PHYSICIAN, injection)) == [COULD_NOT]


def test_what_was_told_with_the_blood_is_counted_with_what_is_given_later(story: Story) -> None:
    story.does(PHYSICIAN, plan(), StartProcedure())
    story.does(
        PHYSICIAN, RecordInjection(drugs_given=doses("midazolam 3 mg"), awake_throughout=YES)
    )
    assert of_sedation(story.wait(minutes=3).does(PHYSICIAN, given("midazolam 2.5 mg"))) == [HIGH]


def test_giving_up_takes_no_drug_out_of_the_patient(story: Story) -> None:
    story.does(PHYSICIAN, plan(), StartProcedure(), given("midazolam 3 mg"), Abandon())
    story.wait(minutes=3).does(PHYSICIAN, StartProcedure())
    assert of_sedation(story.does(PHYSICIAN, given("midazolam 3 mg"))) == [HIGH]


def test_another_visit_begins_anew(story: Story) -> None:
    story.does(PHYSICIAN, plan(), StartProcedure(), given("midazolam 3 mg"), Abandon())
    story.wait(days=2).does(NURSE, RecordArrival())
    assert of_sedation(story.does(PHYSICIAN, given("midazolam 3 mg"))) == []


@pytest.mark.parametrize(("age", "codes"), [(17, [CHILD]), (18, [])])
def test_a_childs_dose_is_confirmed_whatever_it_is(
    story: Story, age: int, codes: list[str]
) -> None:
    story.facts = replace(story.facts, age_years=age)
    story.does(PHYSICIAN, plan("midazolam 2 mg"))
    assert held(story) == codes


def test_ten_times_too_much_is_said_of_a_child_too(story: Story) -> None:
    story.facts = replace(story.facts, age_years=9)
    story.does(PHYSICIAN, plan("midazolam 20 mg"))
    assert held(story) == [HIGH, CHILD]


# awake, and watched


AWAKE: dict[str, tuple[RecordSedationPlan, list[str]]] = {
    "moderate, awake": (plan(), []),
    "moderate, asleep": (plan(awake_for_blood=NO), [DEEP]),
    "moderate, nobody says": (plan(awake_for_blood=None), [NOT_READY]),
    "moderate, not asked": (plan(awake_for_blood=Answer.NOT_ASKED), [NOT_READY]),
    "minimal, nobody says": (plan(level=L.MINIMAL, awake_for_blood=None), []),
    "minimal, asleep": (plan(level=L.MINIMAL, awake_for_blood=NO), [DEEP]),
    "deep, awake for the blood": (plan(level=L.DEEP), []),
    "deep, nobody says": (plan(level=L.DEEP, awake_for_blood=None), [DEEP, NOT_READY]),
    "general, nobody says": (plan(level=L.GENERAL, awake_for_blood=None), [DEEP, NOT_READY]),
    "nobody watches": (plan(watched=NO), [NOT_READY]),
    "watching not told": (plan(watched=None), [NOT_READY]),
    "no antagonist": (plan(antagonist=NO), [NOT_READY]),
    "antagonist not told": (plan(antagonist=None), [NOT_READY]),
    "no sedation": (RecordSedationPlan(plan=L.NONE), []),
}


@pytest.mark.parametrize(("said", "codes"), AWAKE.values(), ids=AWAKE)
def test_the_patient_stays_awake_enough_and_is_watched(
    story: Story, said: RecordSedationPlan, codes: list[str]
) -> None:
    story.does(PHYSICIAN, said)
    assert held(story) == codes


TELLS: dict[str, tuple[list[RecordSedationGiven], Answer | None, list[str]]] = {
    "told before": ([given(awake_at_injection=YES)], None, []),
    "told at the end": ([given()], YES, []),
    "both": ([given(awake_at_injection=YES)], YES, []),
    "awake at first": ([given(awake_at_injection=YES)], NO, [COULD_NOT]),
    "woke up": ([given(awake_at_injection=NO)], YES, []),
    "asleep": ([given(awake_at_injection=NO)], None, [COULD_NOT]),
    "nobody says": ([given()], None, [NOT_TOLD]),
    "not asked": ([given(awake_at_injection=Answer.NOT_ASKED)], Answer.NOT_ASKED, [NOT_TOLD]),
    "a second dose": ([given(awake_at_injection=YES), given(awake_at_injection=NO)], None,
                      [COULD_NOT]),
    "how deep is not told": ([given(level=None)], None, [NOT_TOLD]),
    "none given": ([given(level=L.NONE)], None, []),
    "not sedated": ([], None, []),
}  # fmt: skip


@pytest.mark.parametrize(("sedation", "throughout", "codes"), TELLS.values(), ids=TELLS)
def test_the_patient_can_tell_before_and_while_the_blood_goes_in(
    story: Story,
    sedation: list[RecordSedationGiven],
    throughout: Answer | None,
    codes: list[str],
) -> None:
    for one in sedation:
        story.does(PHYSICIAN, one)
        story.wait(minutes=1)
    outcome = story.decide(PHYSICIAN, RecordInjection(awake_throughout=throughout))
    assert isinstance(outcome, Accepted)
    assert of_sedation([f.code for f in outcome.findings]) == codes


@pytest.mark.parametrize(("awake", "codes"), [(NO, [COULD_NOT]), (YES, []), (None, [])])
def test_told_only_when_the_blood_is_in(
    story: Story, awake: Answer | None, codes: list[str]
) -> None:
    story.does(PHYSICIAN, plan(), RecordInjection())
    entry = story.wait(minutes=1).does(PHYSICIAN, given(awake_at_injection=awake))
    assert of_sedation(entry) == codes


def test_asleep_before_the_blood_goes_in_is_no_fault_yet(story: Story) -> None:
    story.does(PHYSICIAN, plan())
    assert of_sedation(story.does(PHYSICIAN, given(awake_at_injection=NO))) == []


def test_a_weight_from_the_assessment_is_one_too(story: Story) -> None:
    assert of_sedation(story.does(PHYSICIAN, plan("propofol 1 mg/kg"))) == [WEIGHT]
    story.wait(minutes=1).nurse(vitals(), weighs("70"))
    assert held(story) == []
