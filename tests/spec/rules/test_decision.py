"""T3: care first, what is not routine, and what else is offered to who gets no patch."""

from dataclasses import replace
from typing import Any

import pytest
from entries import cared, flag, patch, raised, relief
from journey import referred
from samples import minimal
from story import PHYSICIAN, Story

from bloodpatch.pathway.clinical import OtherTreatment, RedFlag, Relief
from bloodpatch.pathway.decide import Accepted
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.rules import decision
from bloodpatch.pathway.stages.assessment.choices import Aim, Basis, Decided
from bloodpatch.pathway.stages.assessment.commands import (
    DecidePatch,
    RecordDecision,
    RecordHeadache,
    RecordOtherTreatment,
)
from bloodpatch.pathway.stages.assessment.events import (
    DecisionRecorded,
    PatchDecided,
)
from bloodpatch.pathway.stages.followup.commands import RecordContact
from bloodpatch.pathway.stages.referral.choices import DeclinedWhat
from bloodpatch.pathway.stages.referral.commands import RecordDeclined
from bloodpatch.pathway.stages.repeat.commands import RecordRepeatDecision
from bloodpatch.pathway.stages.repeat.events import RepeatDecided
from bloodpatch.pathway.stages.repeat.statements import Verdict
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer

CARE, CHILD, ROUTINE, ELSE = (
    "decision.care_first",
    "decision.child_waits_longer",
    "decision.not_routine",
    "decision.alternatives",
)
D = Decided
BASIS = (Basis.DISABLING,)


def of_the_decision(codes: list[str]) -> list[str]:
    return [code for code in codes if code.startswith("decision")]


def decided(what: Decided, **said: Any) -> Command:
    return RecordDecision(decision=what, **said)


DECISIONS: dict[str, tuple[Command, list[str]]] = {
    "a patch, no more said": (decided(D.PATCH), [CARE]),
    "a patch at the leak": (decided(D.TARGETED_PATCH), [CARE]),
    "a patch as a test": (decided(D.PATCH_AS_TEST), [CARE]),
    "with a reason": (decided(D.PATCH, basis=BASIS), []),
    "another patch": (decided(D.REPEAT_PATCH), []),
    "before any headache": (decided(D.IMMEDIATE_PATCH), [ROUTINE]),
    "no patch": (decided(D.CONSERVATIVE), [ELSE]),
    "no patch for now": (decided(D.WITHHOLD_PATCH), [ELSE]),
    "no further patch": (decided(D.NO_FURTHER_PATCH), [ELSE]),
    "a nerve block is something else": (decided(D.NERVE_BLOCK), []),
    "sent elsewhere": (decided(D.URGENT_REFERRAL), []),
}


@pytest.mark.parametrize(("entry", "codes"), DECISIONS.values(), ids=DECISIONS)
def test_what_belongs_to_a_decision(story: Story, entry: Command, codes: list[str]) -> None:
    assert of_the_decision(story.physician(entry)) == codes


@pytest.mark.parametrize(("age", "codes"), [(17, [CHILD]), (18, []), (None, [])])
def test_a_child_waits_longer(story: Story, age: int | None, codes: list[str]) -> None:
    story.facts = replace(story.facts, age_years=age)
    story.physician(cared())
    assert of_the_decision(story.physician(decided(D.PATCH, basis=BASIS))) == codes


@pytest.mark.parametrize(("entries", "codes"), [((), [CARE]), ((cared(),), [])])
def test_the_permit_asks_for_it_too(
    story: Story, entries: tuple[Command, ...], codes: list[str]
) -> None:
    from journey import assessed

    assessed(referred(story))
    story.physician(decided(D.CONSERVATIVE), *entries)
    outcome = story.decide(PHYSICIAN, DecidePatch())
    assert isinstance(outcome, Accepted)
    assert of_the_decision([f.code for f in outcome.findings]) == codes


# what else there is

NO = RecordDeclined(what=DeclinedWhat.PATCH)
OTHER = RecordOtherTreatment(kind=(next(iter(OtherTreatment)),))


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        (NO, [ELSE]),
        (RecordDeclined(what=DeclinedWhat.REPEAT_PATCH), [ELSE]),
        (RecordDeclined(what=DeclinedWhat.INVESTIGATION), []),
    ],
)
def test_who_declines_the_patch_is_offered_something(
    story: Story, entry: Command, codes: list[str]
) -> None:
    assert of_the_decision(story.physician(entry)) == codes


@pytest.mark.parametrize(("aim", "asked"), [(Aim.TREAT_SYMPTOMS, []), (Aim.DIAGNOSIS, [ELSE])])
def test_a_decision_to_treat_the_symptoms_is_the_alternative(
    story: Story, aim: Aim, asked: list[str]
) -> None:
    story.physician(RecordDecision(decision=D.CONSERVATIVE, aim=(aim,)))
    assert raised(story, decision.alternatives_are_offered) == asked


@pytest.mark.parametrize("entry", [cared(), OTHER])
def test_it_is_answered_by_what_was_given_afterwards(story: Story, entry: Command) -> None:
    story.physician(entry, decided(D.CONSERVATIVE))
    assert raised(story, decision.alternatives_are_offered) == [ELSE]
    story.wait(hours=1).physician(entry)
    assert raised(story, decision.alternatives_are_offered) == []


def test_what_is_no_treatment_does_not_answer_it(story: Story) -> None:
    story.physician(NO)
    story.wait(hours=1).physician(RecordHeadache())
    assert raised(story, decision.alternatives_are_offered) == [ELSE]


@pytest.mark.parametrize(
    "event",
    [RepeatDecided(), minimal(DecisionRecorded, decision=D.PATCH), minimal(PatchDecided)],
)
def test_a_new_decision_for_a_patch_ends_it(story: Story, event: Event) -> None:
    story.physician(NO)
    story.wait(hours=1).given(event)
    assert raised(story, decision.alternatives_are_offered) == []


@pytest.mark.parametrize(
    ("verdict", "codes"),
    [
        (Verdict.NO_REPEAT, [ELSE]),
        (Verdict.WITHHOLD, [ELSE]),
        (Verdict.OTHER_TREATMENT, []),
        (Verdict.REPEAT, []),
    ],
)
def test_who_gets_no_other_patch_is_offered_something_too(
    story: Story, verdict: Verdict, codes: list[str]
) -> None:
    assert of_the_decision(story.physician(RecordRepeatDecision(decision=verdict))) == codes


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        (relief(Relief.NONE), [ELSE]),
        (RecordContact(recurred=Answer.YES), [ELSE]),
        (relief(Relief.COMPLETE), []),
        (RecordContact(recurred=Answer.NO), []),
    ],
)
def test_a_patch_that_did_not_last(story: Story, entry: Command, codes: list[str]) -> None:
    story.physician(patch())
    story.wait(days=1)
    assert of_the_decision(story.physician(entry)) == codes
    story.wait(hours=1).physician(cared())
    assert raised(story, decision.alternatives_are_offered) == []


@pytest.mark.parametrize(
    "before", [relief(Relief.NONE), RecordRepeatDecision(decision=Verdict.NO_REPEAT)]
)
def test_nobody_is_offered_anything_for_a_headache_that_is_gone(
    story: Story, before: Command
) -> None:
    story.physician(patch())
    story.wait(days=1).physician(before)
    assert raised(story, decision.alternatives_are_offered) == [ELSE]
    story.wait(hours=1).physician(relief(Relief.COMPLETE))
    assert raised(story, decision.alternatives_are_offered) == []
    story.wait(hours=1).physician(before)
    assert raised(story, decision.alternatives_are_offered) == [ELSE]


def test_a_headache_that_stays_is_not_gone(story: Story) -> None:
    story.physician(decided(D.CONSERVATIVE))
    story.wait(hours=1).physician(relief(Relief.NONE))
    assert raised(story, decision.alternatives_are_offered) == [ELSE]


def test_another_complaint_does_not_say_that_the_patch_did_not_last(story: Story) -> None:
    story.physician(patch())
    story.wait(days=1).physician(flag(RedFlag.FEVER))
    assert raised(story, decision.alternatives_are_offered) == []


def test_a_headache_before_the_patch_says_nothing_about_it(story: Story) -> None:
    story.physician(relief(Relief.NONE))
    assert raised(story, decision.alternatives_are_offered) == []
    story.wait(hours=1).physician(patch())
    assert raised(story, decision.alternatives_are_offered) == []
