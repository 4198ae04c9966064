"""Recovery: after the rest the patient stands and walks (T9)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway.stages.recovery.commands import (
    PermitStanding,
    RecordLayDown,
    RecordObservations,
    RecordStandAndWalk,
)
from bloodpatch.pathway.stages.recovery.statements import Walked
from bloodpatch.pathway.values import Answer, Metres, Pain, PainPosition
from bloodpatch.pathway.whereabouts import Whereabouts

WHOLE = RecordStandAndWalk(walked=Walked.WHOLE_DISTANCE)


def fail(story: Story) -> Story:
    """One more test that is not passed, and lying down again until the next may follow."""
    story.nurse(replace(WHOLE, walked=Walked.LESS), RecordLayDown())
    return story.wait(minutes=story.protocol.recovery.lie_down_again_minutes)


def test_a_patient_who_walks_the_distance_is_ready_to_leave(rested: Story) -> None:
    rested.nurse(PermitStanding())
    assert rested.nurse(replace(WHOLE, distance_m=Metres(10))) == []
    assert rested.episode.whereabouts is Whereabouts.READY_TO_LEAVE


@pytest.mark.parametrize(
    ("test", "passed"),
    [
        (WHOLE, True),
        (replace(WHOLE, steady=Answer.YES), True),
        (replace(WHOLE, steady=Answer.NOT_ASKED), True),
        (replace(WHOLE, steady=Answer.NO), False),
        (replace(WHOLE, walked=Walked.LESS), False),
        (replace(WHOLE, walked=Walked.NOT_AT_ALL), False),
    ],
)
def test_passed_means_the_whole_distance_and_no_unsteady_gait(
    rested: Story, test: RecordStandAndWalk, passed: bool
) -> None:
    rested.nurse(test)
    assert rested.episode.now.walked is passed


def test_headache_on_standing_is_an_outcome_and_not_a_failure(rested: Story) -> None:
    """T10: most feel relief, some do not; both have walked."""
    lying, standing = Pain(1, PainPosition.LYING), Pain(7, PainPosition.STANDING)
    rested.nurse(replace(WHOLE, pain_lying=lying, pain_standing=standing))
    (test,) = rested.episode.now.recovery.tests(None)
    assert test.event.passed
    assert (test.event.pain_lying, test.event.pain_standing) == (lying, standing)


def test_the_test_is_due_when_the_rest_is_over(rested: Story) -> None:
    assert rested.due("recovery.stand_and_walk") == rested.now


def test_a_test_before_the_rest_is_over_is_recorded_against_the_rule(rested: Story) -> None:
    rested.wait(minutes=-1)
    assert rested.nurse(WHOLE) == ["recovery.rest_not_over"]
    assert rested.episode.now.walked


def test_a_failed_test_counts_until_one_is_passed(rested: Story) -> None:
    fail(rested).nurse(WHOLE)
    now = rested.episode.now
    out = now.procedure.ended
    assert (now.recovery.failed_tests(out), now.walked) == (1, True)


def test_a_patient_who_failed_is_helped_to_lie_down_at_once(rested: Story) -> None:
    rested.nurse(replace(WHOLE, walked=Walked.LESS))
    assert rested.due("recovery.lie_down_again") == rested.now


def test_after_the_second_failure_a_physician_decides(rested: Story) -> None:
    """T9: not a third try of the same."""
    tries = rested.protocol.recovery.failed_tests_before_physician
    for _ in range(tries - 1):
        fail(rested)
    assert rested.asks(NURSE, PermitStanding) == []
    fail(rested)
    assert rested.refuses(NURSE, PermitStanding()) == ["recovery.failed_too_often"]
    assert rested.refuses(PHYSICIAN, PermitStanding()) == ["recovery.failed_too_often"]


def test_a_test_recorded_late_is_judged_as_at_its_time(rested: Story) -> None:
    from bloodpatch.pathway.values import When

    at = When.exact(rested.now, "America/Denver")
    rested.wait(hours=2).nurse(RecordObservations())
    assert rested.nurse(replace(WHOLE, occurred=at)) == []
    (test,) = rested.episode.now.recovery.tests(None)
    assert test.recorded_at - test.occurred.at == timedelta(hours=2)
