"""Clearance: a physician owes the patient the word, and the patient is told (T12)."""

from datetime import timedelta

import pytest
from journey import all_contacts_made, called, cleared, due_at, followed_up, well
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.queries.contacts import next_contact
from bloodpatch.pathway.stages.clearance.commands import (
    ClearActivity,
    DeferClearance,
    RecordTold,
)
from bloodpatch.pathway.stages.followup.commands import RecordLost
from bloodpatch.pathway.values import Answer


def test_it_is_owed_once_the_pain_has_been_low_for_long_enough(home: Story) -> None:
    """Counted from the first low score upright, not pushed on by the calls that follow."""
    called(home, "h4")
    rules = home.protocol.clearance
    due = due_at(home, "h4") + timedelta(hours=rules.min_stable_hours + rules.decision_due_hours)
    assert home.due("clearance.decision") == due
    called(home, "h24", "h48", "d5")
    assert home.due("clearance.decision") == due


def test_not_while_the_pain_is_high(home: Story) -> None:
    called(home, "h4").now = due_at(home, "h24")
    home.nurse(well("h24", upright=6))
    assert "clearance.decision" not in home.owes()


def test_after_the_last_planned_contact_it_is_owed_whatever_the_pain(home: Story) -> None:
    """H36: nobody is without an obligation when the calls are over."""
    home.now = due_at(home, "m3")
    home.nurse(well("m3", upright=6))
    assert next_contact(home.episode.now, home.protocol) is None
    hours = home.protocol.clearance.decision_due_hours
    assert home.due("clearance.decision") == home.now + timedelta(hours=hours)
    assert "followup.contact" not in home.owes()


def test_a_clearance_ends_it(home: Story) -> None:
    cleared(followed_up(home))
    assert home.owes() == ["followup.contact"]


def test_deferring_asks_for_another_look(home: Story) -> None:
    followed_up(home).physician(DeferClearance())
    hours = home.protocol.clearance.deferred_review_due_hours
    assert home.due("clearance.decision") == home.now + timedelta(hours=hours)


def test_at_the_time_that_the_physician_named(home: Story) -> None:
    followed_up(home).physician(DeferClearance(until=moment("2026-11-25 10:00")))
    assert home.due("clearance.decision") == moment("2026-11-25 10:00").at


def test_after_all_calls_a_deferred_clearance_is_still_owed(home: Story) -> None:
    all_contacts_made(followed_up(home)).physician(DeferClearance())
    assert home.owes() == ["clearance.decision"]
    home.wait(days=300)
    assert home.owes() == ["clearance.decision"]


def test_a_lost_patient_is_not_cleared(home: Story) -> None:
    followed_up(home).physician(RecordLost())
    assert "clearance.decision" not in home.owes()


@pytest.mark.parametrize("deferred", [True, False])
def test_with_no_contact_planned_any_more_it_is_always_owed(home: Story, deferred: bool) -> None:
    all_contacts_made(followed_up(home))
    if deferred:
        home.physician(DeferClearance())
    assert home.owes() == ["clearance.decision"]


def test_the_patient_is_told(home: Story) -> None:
    """T12: the patient is told when it is given."""
    followed_up(home).wait(hours=20).physician(ClearActivity())
    hours = home.protocol.clearance.tell_due_hours
    assert home.due("clearance.tell") == home.now + timedelta(hours=hours)
    home.wait(hours=1).nurse(RecordTold())
    assert "clearance.tell" not in home.owes()


def test_who_was_told_by_the_physician_is_not_told_again(home: Story) -> None:
    followed_up(home).wait(hours=20).does(PHYSICIAN, ClearActivity(told=Answer.YES))
    assert "clearance.tell" not in home.owes()
