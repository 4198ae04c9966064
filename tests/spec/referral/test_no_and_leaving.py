"""A patient says no, or leaves: recorded from wherever it happens, and nobody is let go (T3)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from journey import arrived, assessed, booked, checked, patched, referred, timed_out
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import Specialty, Warning
from bloodpatch.pathway.decide import Accepted
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.choices import Basis
from bloodpatch.pathway.stages.assessment.commands import DecidePatch
from bloodpatch.pathway.stages.booking.commands import Book
from bloodpatch.pathway.stages.referral.choices import (
    DeclinedWhat,
    DeclineReason,
    WithdrawalReason,
)
from bloodpatch.pathway.stages.referral.commands import Receive, RecordDeclined, Withdraw
from bloodpatch.pathway.treatment_way import Way
from bloodpatch.pathway.values import Answer
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.pathway.worklist import owed

STEPS = (referred, assessed, booked, arrived, checked, timed_out, patched)

DECIDES_THE_WAY = {DeclinedWhat.PATCH, DeclinedWhat.REPEAT_PATCH}


@pytest.mark.parametrize("what", DeclinedWhat)
def test_only_a_no_to_the_patch_decides_the_way(story: Story, what: DeclinedWhat) -> None:
    story.desk(Receive(), RecordDeclined(what=what))
    declined = what in DECIDES_THE_WAY
    assert story.episode.way is (Way.DECLINED if declined else Way.OPEN)
    assert (story.episode.whereabouts is Whereabouts.DECLINED) is declined


def test_who_declined_is_owed_a_physician(story: Story) -> None:
    referred(story).wait(minutes=10)
    declined = moment("2026-11-16 08h")
    story.nurse(RecordDeclined(what=DeclinedWhat.PATCH, occurred=declined))
    owing = next(o for o in owed(story.episode, story.protocol) if o.stage == "referral")
    hours = story.protocol.referral.refusal_review_due_hours
    assert (owing.code, owing.owner) == ("referral.declined", Role.PHYSICIAN)
    assert owing.due == declined.latest + timedelta(hours=hours)


def test_who_left_is_let_go_by_a_physician_only(story: Story) -> None:
    referred(story).desk(Withdraw(reason=WithdrawalReason.PATIENT_WISH))
    (owing,) = owed(story.episode, story.protocol)
    hours = story.protocol.referral.refusal_review_due_hours
    assert (owing.code, owing.owner) == ("referral.withdrawn", Role.PHYSICIAN)
    assert owing.due == story.now + timedelta(hours=hours)
    story.wait(days=400)
    assert story.owes() == ["referral.withdrawn"]


@pytest.mark.parametrize("after", range(len(STEPS)), ids=lambda n: STEPS[n].__name__)
def test_a_no_and_a_leaving_are_recorded_at_any_point(story: Story, after: int) -> None:
    for step in STEPS[: after + 1]:
        step(story)
    no = RecordDeclined(what=DeclinedWhat.PATCH, reason=DeclineReason.FEAR)
    assert story.copy().nurse(no) == ["referral.refusal_not_whole", "decision.alternatives"]
    assert story.desk(Withdraw()) == []
    assert story.episode.whereabouts is Whereabouts.WITHDRAWN


def test_after_a_no_nothing_is_booked(story: Story) -> None:
    assessed(referred(story)).nurse(RecordDeclined(what=DeclinedWhat.PATCH))
    assert story.asks(NURSE, Book) == ["booking.no_decision"]


def test_a_change_of_mind_is_a_new_decision(story: Story) -> None:
    assessed(referred(story)).nurse(RecordDeclined(what=DeclinedWhat.PATCH))
    story.wait(hours=5)
    assert story.physician(DecidePatch(basis=(Basis.DISABLING,))) == []
    assert story.episode.whereabouts is Whereabouts.TO_BE_BOOKED


WHOLE = RecordDeclined(
    what=DeclinedWhat.PATCH,
    explained_by=Specialty.ANAESTHESIA,
    capacity=Answer.YES,
    warned_of=(Warning.SUBDURAL,),
)
PARTS: dict[str, tuple[RecordDeclined, str | None]] = {
    "whole": (WHOLE, None),
    "not explained": (replace(WHOLE, explained_by=None), "who explained it"),
    "not told whether able": (replace(WHOLE, capacity=None), "whether the patient can decide"),
    "not asked whether able": (
        replace(WHOLE, capacity=Answer.NOT_ASKED),
        "whether the patient can decide",
    ),
    "not able": (replace(WHOLE, capacity=Answer.NO), "who decides for the patient, who cannot"),
    "not warned": (replace(WHOLE, warned_of=None), "what the patient was warned of"),
    "nothing": (
        RecordDeclined(what=DeclinedWhat.INVESTIGATION),
        "who explained it, whether the patient can decide, what the patient was warned of",
    ),
}


@pytest.mark.parametrize(("no", "parts"), PARTS.values(), ids=PARTS)
def test_a_refusal_is_told_in_whole(story: Story, no: RecordDeclined, parts: str | None) -> None:
    """Who says no goes home warned, by somebody, and able to say it."""
    outcome = story.decide(NURSE, no)
    assert isinstance(outcome, Accepted)
    said = [f.says for f in outcome.findings if f.code == "referral.refusal_not_whole"]
    assert said == ([f"Not recorded about the refusal: {parts}."] if parts else [])


def test_a_no_that_was_said_before_the_decision_does_not_undo_it(story: Story) -> None:
    assessed(referred(story)).wait(hours=1)
    story.nurse(RecordDeclined(what=DeclinedWhat.PATCH, occurred=moment("2026-11-16 09:20")))
    assert story.episode.way is Way.PATCH


def test_a_no_told_as_today_counts_from_when_it_was_recorded(story: Story) -> None:
    """Not from midnight: a decision of the afternoon would not stand against it."""
    assessed(referred(story)).wait(minutes=10)
    story.nurse(RecordDeclined(what=DeclinedWhat.PATCH, occurred=moment("2026-11-16")))
    assert story.episode.way is Way.DECLINED
    story.wait(hours=3).physician(DecidePatch())
    assert story.episode.way is Way.PATCH


def test_a_patient_who_left_is_taken_in_again_by_a_decision(story: Story) -> None:
    assessed(referred(story)).desk(Withdraw())
    story.wait(hours=1).does(PHYSICIAN, DecidePatch())
    assert story.episode.whereabouts is Whereabouts.TO_BE_BOOKED
