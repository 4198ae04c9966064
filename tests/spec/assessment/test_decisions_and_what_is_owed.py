"""Every decision is recorded, also one that no rule would have allowed, and somebody owes what
comes next (T3)."""

from datetime import timedelta

import pytest
from journey import assessed
from story import Story, moment

from bloodpatch.pathway.clinical import Investigation, RedFlag, Specialty
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.choices import Basis, Decided, ObstetricState
from bloodpatch.pathway.stages.assessment.commands import (
    RecordDecision,
    RecordHeadache,
    RecordInvestigation,
    RecordObstetric,
    RecordOpinion,
    ScreenRedFlags,
)
from bloodpatch.pathway.treatment_way import Way
from bloodpatch.pathway.values import Answer, Answers, Pain, PainPosition
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.pathway.worklist import owed

FLAGS = [("seizure", "red_flag.stop"), ("fever", "red_flag.hold")]
WAYS = {
    Decided.CONSERVATIVE: Way.CONSERVATIVE,
    Decided.PATCH: Way.PATCH,
    Decided.REPEAT_PATCH: Way.PATCH,
    Decided.IMMEDIATE_PATCH: Way.PATCH,
    Decided.TARGETED_PATCH: Way.PATCH,
    Decided.GLUE: Way.PATCH,
    Decided.PATCH_AS_TEST: Way.PATCH,
    Decided.NERVE_BLOCK: Way.CONSERVATIVE,
    Decided.WITHHOLD_PATCH: Way.CONSERVATIVE,
    Decided.WITHHOLD_LP: Way.CONSERVATIVE,
    Decided.NO_FURTHER_PATCH: Way.CONSERVATIVE,
    Decided.ANOTHER_PATHWAY: Way.OTHER_PATHWAY,
    Decided.URGENT_REFERRAL: Way.OTHER_PATHWAY,
}


@pytest.mark.parametrize("decision", Decided)
def test_each_decision_decides_a_way(story: Story, decision: Decided) -> None:
    story.physician(RecordDecision(decision=decision))
    assert story.episode.way is WAYS[decision]


def test_a_decision_made_elsewhere_is_never_refused(story: Story) -> None:
    """What was left out is said, and nothing more."""
    assert story.physician(RecordDecision(decision=Decided.PATCH)) == ["decision.care_first"]


@pytest.mark.parametrize(
    ("flag", "code"), [("seizure", "red_flag.stop"), ("fever", "red_flag.hold")]
)
def test_against_a_red_flag_it_stands_with_a_finding(story: Story, flag: str, code: str) -> None:
    story.nurse(ScreenRedFlags(flags=Answers({RedFlag(flag): Answer.YES})))
    decided = RecordDecision(decision=Decided.PATCH, basis=(Basis.DISABLING,))
    assert story.physician(decided) == [code]
    assert "review.against_a_rule" in story.owes()


def test_a_decision_against_a_patch_needs_no_excuse(story: Story) -> None:
    story.nurse(ScreenRedFlags(flags=Answers({RedFlag.SEIZURE: Answer.YES})))
    withheld = RecordDecision(decision=Decided.WITHHOLD_PATCH)
    assert story.physician(withheld) == ["decision.alternatives"]
    assert "review.against_a_rule" not in story.owes()


def test_what_is_decided_last_holds(story: Story) -> None:
    story.physician(RecordDecision(decision=Decided.CONSERVATIVE))
    story.wait(hours=1).physician(RecordDecision(decision=Decided.PATCH))
    assert story.episode.whereabouts is Whereabouts.TO_BE_BOOKED


def test_an_assessed_patient_is_owed_a_decision(referred: Story) -> None:
    referred.wait(hours=1).nurse(RecordHeadache(occurred=moment("2026-11-16 09:00")))
    (owing,) = owed(referred.episode, referred.protocol)
    hours = referred.protocol.assessment.decision_due_hours
    assert referred.episode.whereabouts is Whereabouts.UNDECIDED
    assert (owing.code, owing.owner) == ("assessment.decision", Role.PHYSICIAN)
    assert owing.due == referred.now + timedelta(hours=hours)


def test_a_patient_treated_without_a_patch_is_looked_at_again(referred: Story) -> None:
    referred.physician(RecordDecision(decision=Decided.CONSERVATIVE))
    hours = referred.protocol.assessment.conservative_recheck_hours
    assert referred.episode.whereabouts is Whereabouts.CONSERVATIVE
    assert referred.due("assessment.look_again") == referred.now + timedelta(hours=hours)


def test_looking_again_puts_the_next_look_off_and_never_ends_it(referred: Story) -> None:
    referred.physician(RecordDecision(decision=Decided.CONSERVATIVE))
    hours = referred.protocol.assessment.conservative_recheck_hours
    for _ in range(3):
        referred.wait(hours=hours).nurse(RecordHeadache())
        assert "assessment.look_again" in referred.owes()
        assert referred.due("assessment.look_again") == referred.now + timedelta(hours=hours)


@pytest.mark.parametrize(
    "heard",
    [
        RecordInvestigation(kind=(Investigation.BRAIN_IMAGING,)),
        RecordOpinion(specialty=Specialty.NEUROLOGY),
    ],
    ids=["a result", "an opinion"],
)
def test_a_patient_sent_elsewhere_is_ours_until_the_outcome_is_known(
    referred: Story, heard: RecordInvestigation | RecordOpinion
) -> None:
    referred.physician(RecordDecision(decision=Decided.URGENT_REFERRAL))
    hours = referred.protocol.assessment.other_pathway_outcome_due_hours
    assert referred.episode.whereabouts is Whereabouts.OTHER_PATHWAY
    assert referred.due("assessment.outcome_elsewhere") == referred.now + timedelta(hours=hours)
    referred.wait(hours=5).nurse(heard)
    assert referred.due("assessment.outcome_elsewhere") == referred.now + timedelta(hours=hours)


def test_pain_is_known_with_its_position(referred: Story) -> None:
    """T10: the scores from before the patch are what relief is computed against."""
    assessed(referred)
    scores = [pain for _, pain in referred.episode.assessment.pain]
    assert scores == [Pain(2, PainPosition.LYING), Pain(8, PainPosition.UPRIGHT)]


@pytest.mark.parametrize(
    ("state", "pregnant"),
    [
        (None, None),
        (ObstetricState.NOT_TOLD, None),
        (ObstetricState.PREGNANT, True),
        (ObstetricState.IN_LABOUR, True),
        (ObstetricState.POSTPARTUM, False),
        (ObstetricState.NOT_PREGNANT, False),
    ],
)
def test_whether_she_is_pregnant_may_be_unknown(
    story: Story, state: ObstetricState | None, pregnant: bool | None
) -> None:
    story.nurse(RecordObstetric(state=state))
    assert story.episode.assessment.pregnant is pregnant


def test_the_newest_answer_about_pregnancy_counts(story: Story) -> None:
    story.nurse(RecordObstetric(state=ObstetricState.PREGNANT))
    story.wait(hours=9).nurse(RecordObstetric(state=ObstetricState.POSTPARTUM), RecordObstetric())
    assert story.episode.assessment.pregnant is False
