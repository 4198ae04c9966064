"""Closure: who signs for the end, and who looks when something comes after it."""

from datetime import timedelta

import pytest
from journey import all_contacts_made, called, cleared, closed, followed_up, well
from story import FRONT_DESK, PATIENT, ZONE, Story

from bloodpatch.pathway.clinical import AdverseKind, Diagnosis, RedFlag
from bloodpatch.pathway.review.commands import Acknowledge
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.adverse_event.choices import EventOutcome
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent, RecordEnding
from bloodpatch.pathway.stages.assessment.choices import Decided
from bloodpatch.pathway.stages.assessment.commands import RecordDecision
from bloodpatch.pathway.stages.clearance.commands import DeferClearance
from bloodpatch.pathway.stages.closure.commands import (
    CloseEpisode,
    RecordDied,
    RecordOutcome,
    Reopen,
)
from bloodpatch.pathway.stages.closure.statements import ReopenReason, Status
from bloodpatch.pathway.stages.followup.commands import RecordLost, RecordReport
from bloodpatch.pathway.stages.repeat.commands import RecordRepeatDecision
from bloodpatch.pathway.stages.repeat.statements import Verdict
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Answers, Count, Grade, When
from bloodpatch.pathway.whereabouts import Whereabouts


@pytest.fixture
def over(home: Story) -> Story:
    """Cleared on day 6, and well at every planned contact up to three months."""
    return all_contacts_made(cleared(followed_up(home)))


@pytest.fixture
def shut(over: Story) -> Story:
    return closed(over)


def test_when_the_calls_are_over_the_outcome_is_to_be_signed(over: Story) -> None:
    """T12: counted from the last contact."""
    hours = over.protocol.closure.due_hours
    assert over.owes() == ["closure.due"]
    assert over.due("closure.due") == over.now + timedelta(hours=hours)


def test_while_a_call_is_left_the_call_is_owed_instead(home: Story) -> None:
    called(cleared(followed_up(home)), "d7", "d14", "w6")
    assert home.owes() == ["followup.contact"]


def test_a_lost_patient_is_signed_for(home: Story) -> None:
    """H36: nobody is lost, least of all the lost."""
    home.physician(RecordLost())
    hours = home.protocol.closure.due_hours
    assert home.due("closure.lost") == home.now + timedelta(hours=hours)
    home.wait(days=400)
    assert "closure.lost" in home.owes()


def test_a_lost_patient_without_a_patch_is_signed_for_too(story: Story) -> None:
    story.physician(RecordDecision(decision=Decided.CONSERVATIVE), RecordLost())
    assert "closure.lost" in story.owes()


# death


def test_a_death_is_reviewed_and_closed_by_a_physician(home: Story) -> None:
    """H41: nothing else is owed to the dead, and no call is made."""
    home.does(FRONT_DESK, RecordDied(cause=Diagnosis.SUBDURAL_HAEMATOMA))
    hours = home.protocol.closure.review_due_hours
    assert home.episode.whereabouts is Whereabouts.DIED
    assert home.owes() == ["closure.died"]
    assert home.due("closure.died") == home.now + timedelta(hours=hours)
    home.physician(CloseEpisode(status=Status.DIED))
    assert home.owes() == []


@pytest.mark.parametrize(
    "told",
    [
        RecordOutcome(status=Status.DIED),
        OpenEvent(kinds=(AdverseKind.DEATH,), grade=Grade(5)),
    ],
)
def test_a_death_that_is_told_elsewhere_is_recorded(home: Story, told: Command) -> None:
    home.nurse(told)
    assert "closure.death_told" in home.owes()
    home.nurse(RecordDied())
    assert "closure.death_told" not in home.owes()


def test_so_is_one_told_as_the_outcome_of_an_adverse_event(home: Story) -> None:
    home.nurse(
        OpenEvent(kinds=(AdverseKind.STROKE,), grade=Grade(4)),
        RecordEnding(outcome=EventOutcome.DIED),
    )
    assert "closure.death_told" in home.owes()


# after the closing


def test_what_is_recorded_after_the_closing_is_work_for_a_physician(shut: Story) -> None:
    """The episode stays closed until somebody opens it."""
    shut.wait(days=10).does(PATIENT, RecordReport())
    assert shut.episode.closure.closed
    hours = shut.protocol.closure.review_due_hours
    assert shut.due("closure.recorded_after") == shut.now + timedelta(hours=hours)


def test_a_physician_looks_and_leaves_it_closed(shut: Story) -> None:
    shut.wait(days=10).does(PATIENT, RecordReport())
    shut.physician(Acknowledge(positions=(Count(shut.episode.position),)))
    assert shut.owes() == []


def test_each_later_entry_is_looked_at(shut: Story) -> None:
    shut.wait(days=10).does(PATIENT, RecordReport())
    first = Count(shut.episode.position)
    shut.wait(days=1).does(PATIENT, RecordReport())
    shut.physician(Acknowledge(positions=(first,)))
    assert shut.due("closure.recorded_after") > shut.now


def test_a_red_flag_after_the_closing_is_answered_within_minutes(shut: Story) -> None:
    """T14: a closed file does not make a patient safe."""
    flag = Answers({RedFlag.LEG_WEAKNESS: Answer.YES})
    shut.wait(days=10).does(PATIENT, RecordReport(flags=flag))
    assert shut.owes()[0] == "followup.red_flag"
    assert "closure.recorded_after" in shut.owes()


# reopened


def test_what_comes_back_reopens_it(shut: Story) -> None:
    assert shut.wait(days=10).nurse(Reopen(reason=ReopenReason.HEADACHE_BACK)) == []
    assert not shut.episode.closure.closed
    assert shut.episode.whereabouts is Whereabouts.CLEARED
    hours = shut.protocol.repeat.decision_due_hours
    assert shut.due("closure.reopened") == shut.now + timedelta(hours=hours)


@pytest.mark.parametrize("days", [0, 1, 30])
def test_it_is_open_from_the_moment_that_this_is_recorded(shut: Story, days: int) -> None:
    """Told with the day on which the headache came back, also one from before the closing."""
    told = When.exact(shut.now - timedelta(days=days), ZONE)
    shut.wait(days=1)
    assert shut.nurse(Reopen(reason=ReopenReason.HEADACHE_BACK, occurred=told)) == []
    assert not shut.episode.closure.closed
    hours = shut.protocol.repeat.decision_due_hours
    assert shut.due("closure.reopened") == shut.now + timedelta(hours=hours)
    shut.wait(hours=1).physician(DeferClearance())
    assert "closure.reopened" not in shut.owes()


def test_a_second_time_too(shut: Story) -> None:
    before = When.exact(shut.now - timedelta(days=30), ZONE)
    shut.wait(days=10).nurse(Reopen(), well())
    shut.wait(hours=1).physician(CloseEpisode(status=Status.RESOLVED))
    shut.wait(days=1).nurse(Reopen(occurred=before))
    assert not shut.episode.closure.closed


def test_a_decision_from_before_is_none_on_what_came_back(shut: Story) -> None:
    told = When.exact(shut.now - timedelta(days=400), ZONE)
    shut.wait(days=1).nurse(Reopen(occurred=told))
    assert "closure.reopened" in shut.owes()


def test_reopening_what_is_open_is_recorded_and_said(over: Story) -> None:
    assert over.nurse(Reopen()) == ["closure.nothing_closed"]


@pytest.mark.parametrize("role", [FRONT_DESK, PATIENT])
def test_somebody_clinical_reopens(shut: Story, role: Role) -> None:
    assert shut.refuses(role, Reopen()) == ["person.not_your_act"]


@pytest.mark.parametrize(
    "decision",
    [
        RecordDecision(decision=Decided.CONSERVATIVE),
        RecordRepeatDecision(decision=Verdict.NO_REPEAT),
        DeferClearance(),
    ],
)
def test_a_physician_decides_how_to_go_on(shut: Story, decision: Command) -> None:
    shut.wait(days=10).nurse(Reopen())
    shut.wait(hours=1).physician(decision)
    assert "closure.reopened" not in shut.owes()
    assert shut.owes() != []


def test_it_is_closed_again_like_the_first_time(shut: Story) -> None:
    shut.wait(days=10).nurse(Reopen(), well())
    shut.wait(hours=1).physician(CloseEpisode(status=Status.RESOLVED))
    assert shut.owes() == []


def test_and_stays_closed_whatever_day_the_reopening_was_told_for(shut: Story) -> None:
    shut.wait(days=10).nurse(Reopen(occurred=When.exact(shut.now, ZONE)), well())
    shut.wait(hours=1).physician(CloseEpisode(status=Status.RESOLVED))
    assert shut.episode.closure.closed


def test_a_reopened_file_of_one_who_died_is_the_deaths(shut: Story) -> None:
    shut.wait(days=10).nurse(Reopen(), RecordDied())
    assert shut.owes() == ["closure.died"]
