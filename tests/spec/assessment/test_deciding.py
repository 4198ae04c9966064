"""A physician decides on a patch (T3): a permit, asked for on an assessed headache."""

import pytest
from clotting import REGIONAL, drug, follows
from entries import flag, investigated, vitals
from journey import assessed, booked, no_red_flags, patched, prepared, referred
from story import FRONT_DESK, NURSE, PHYSICIAN, SERVICE_LEAD, Story

from bloodpatch.pathway.clinical import RED_FLAGS_ASKED, Investigation, Timing
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.choices import Basis, Decided
from bloodpatch.pathway.stages.assessment.commands import (
    DecidePatch,
    RecordDecision,
    RecordHeadache,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.assessment.events import PatchDecided
from bloodpatch.pathway.stages.closure.events import Closed
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.stages.referral.choices import Dura
from bloodpatch.pathway.stages.referral.commands import RecordPuncture
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment_way import Way
from bloodpatch.pathway.values import (
    Answer,
    BloodPressure,
    FreeText,
    Millilitres,
    Pain,
    PainPosition,
)
from bloodpatch.pathway.whereabouts import Whereabouts

LYING = Pain(2, PainPosition.LYING)
UPRIGHT = Pain(8, PainPosition.UPRIGHT)
POSITIONAL = RecordHeadache(position_dependent=Answer.YES)
SCREEN = ScreenRedFlags(flags=no_red_flags(), blood_pressure=BloodPressure(118, 74))


def test_of_a_patient_of_whom_nothing_is_known_everything_is_missing(story: Story) -> None:
    assert story.refuses(PHYSICIAN, DecidePatch()) == [
        "red_flag.not_asked",
        "assessment.not_assessed",
        "assessment.puncture_not_recorded",
    ]


def test_the_headache_is_recorded_first(referred: Story) -> None:
    referred.nurse(SCREEN)
    assert referred.refuses(PHYSICIAN, DecidePatch()) == ["assessment.not_assessed"]


@pytest.mark.parametrize(
    "headache",
    [
        RecordHeadache(),
        RecordHeadache(position_dependent=Answer.NOT_ASKED),
        RecordHeadache(pain_upright=UPRIGHT),
        RecordHeadache(pain_lying=LYING),
    ],
    ids=["nothing said", "not asked", "upright only", "lying only"],
)
def test_posture_is_asked(referred: Story, headache: RecordHeadache) -> None:
    referred.nurse(SCREEN, headache)
    assert referred.refuses(PHYSICIAN, DecidePatch()) == ["assessment.posture_not_asked"]


@pytest.mark.parametrize(
    "headache",
    [
        RecordHeadache(position_dependent=Answer.YES),
        RecordHeadache(pain_lying=LYING, pain_upright=UPRIGHT),
    ],
    ids=["yes", "by two scores"],
)
def test_posture_is_told_outright_or_by_a_score_in_each_position(
    referred: Story, headache: RecordHeadache
) -> None:
    referred.nurse(SCREEN, headache)
    assert referred.asks(PHYSICIAN, DecidePatch) == []


def test_not_worse_upright_is_a_reason_to_think_again(referred: Story) -> None:
    referred.nurse(SCREEN, RecordHeadache(position_dependent=Answer.NO))
    assert referred.refuses(PHYSICIAN, DecidePatch()) == ["red_flag.hold"]


def test_an_answer_about_posture_is_not_lost_with_the_next_visit(referred: Story) -> None:
    referred.nurse(SCREEN, POSITIONAL, RecordHeadache(pain_lying=LYING))
    assert referred.asks(PHYSICIAN, DecidePatch) == []


def test_a_puncture_is_on_record(story: Story) -> None:
    """T2: the treatment is for the headache after a puncture."""
    story.nurse(SCREEN, POSITIONAL)
    assert story.refuses(PHYSICIAN, DecidePatch()) == ["assessment.puncture_not_recorded"]


@pytest.mark.parametrize(
    ("dura", "codes"),
    [
        (None, []),
        (Dura.PUNCTURED, []),
        (Dura.SUSPECTED, []),
        (Dura.NOT_PUNCTURED, ["diagnosis.another_pathway"]),
        (Dura.NO_PROCEDURE, ["diagnosis.another_pathway"]),
    ],
)
def test_or_that_there_was_none(story: Story, dura: Dura | None, codes: list[str]) -> None:
    """Then it is on record, and the patient belongs elsewhere unless a physician overrides."""
    story.nurse(SCREEN, POSITIONAL, RecordPuncture(dura=dura))
    assert story.asks(PHYSICIAN, DecidePatch) == codes


@pytest.mark.parametrize("role", [NURSE, FRONT_DESK, SERVICE_LEAD])
def test_nobody_else_decides(story: Story, role: Role) -> None:
    referred(story).nurse(SCREEN, POSITIONAL)
    assert story.refuses(role, DecidePatch()) == ["person.not_your_act"]


def test_what_is_missing_is_asked_and_then_it_may_be_decided(referred: Story) -> None:
    referred.nurse(SCREEN, POSITIONAL)
    assert referred.physician(DecidePatch(basis=(Basis.DISABLING,))) == []
    assert referred.episode.way is Way.PATCH
    assert referred.episode.whereabouts is Whereabouts.TO_BE_BOOKED


def test_the_plan_is_kept_with_the_decision(referred: Story) -> None:
    plan = {
        "basis": (Basis.DISABLING,),
        "planned_ml": Millilitres(20),
        "reason": FreeText("Cannot hold her baby."),
    }
    referred.nurse(SCREEN, POSITIONAL)
    referred.physician(DecidePatch(**plan))
    (decided,) = referred.events(PatchDecided)
    assert {name: getattr(decided, name) for name in plan} == plan


def test_a_plain_assessment_meets_no_finding(referred: Story) -> None:
    assessed(referred)
    assert {h.findings for h in referred.episode.history} == {()}


def test_another_patch_is_decided_as_a_repeat(story: Story) -> None:
    """T15: with all that a repeat asks; a first decision asks nothing about the last patch."""
    patched(prepared(booked(assessed(referred(story)))))
    assert story.refuses(PHYSICIAN, DecidePatch()) == ["patched_already.in_this_round"]


# what other rules ask before a decision

CT_WITH_AIR = investigated(Investigation.CT, signs="pneumocephalus")
LONG_AGO = RecordHeadache(lasting=Timing.parse("for 3 weeks"))
BEFORE = {
    "pressure never taken": (
        (flag(*RED_FLAGS_ASKED, answer=Answer.NO),),
        "workup.blood_pressure_not_taken",
    ),
    "severe pressure": ((SCREEN, vitals(pressure=(170, 112))), "workup.severe_pressure"),
    "three weeks old": ((SCREEN, LONG_AGO), "headache_duration.long_lasting"),
    "air in the head": ((SCREEN, CT_WITH_AIR), "diagnosis.air"),
    "a drug": ((SCREEN, drug("enoxaparin", "2026-11-16 07:00")), "antithrombotics.on_a_drug"),
}


@pytest.mark.parametrize(("entries", "code"), BEFORE.values(), ids=BEFORE)
def test_what_else_is_said_before_a_decision(
    referred: Story, entries: tuple[Command, ...], code: str
) -> None:
    """Each of these rules has a specification of its own; here they stand before the decision."""
    follows(referred, REGIONAL).physician(POSITIONAL, *entries)
    assert referred.asks(PHYSICIAN, DecidePatch) == [code]


def test_on_a_closed_episode_nothing_is_decided(referred: Story) -> None:
    referred.nurse(SCREEN, POSITIONAL)
    referred.given(Closed(status=Status.UNKNOWN))
    assert referred.refuses(PHYSICIAN, DecidePatch()) == ["closed_episode.reopen_first"]


def test_a_decision_says_why_no_care_was_tried_first(referred: Story) -> None:
    """T3."""
    referred.nurse(SCREEN, POSITIONAL)
    assert referred.physician(DecidePatch()) == ["decision.care_first"]
    plain = RecordDecision(decision=Decided.PATCH)
    assert referred.physician(plain) == ["decision.care_first"]


def test_a_patch_before_any_headache_is_not_routine(referred: Story) -> None:
    early = RecordDecision(decision=Decided.IMMEDIATE_PATCH)
    assert referred.physician(early) == ["decision.not_routine"]
