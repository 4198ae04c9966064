"""Follow-up: a patient who does not answer is looked for until a physician signs (T14)."""

from datetime import timedelta

import pytest
from journey import due_at, well
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.findings import KINDS
from bloodpatch.pathway.stages.followup.choices import Channel
from bloodpatch.pathway.stages.followup.commands import (
    PlanContact,
    RecordContact,
    RecordLost,
    RecordNoReply,
)
from bloodpatch.pathway.stages.followup.contact_reading import was_reached
from bloodpatch.pathway.values import Answer, Count, Pain


def call() -> RecordNoReply:
    return RecordNoReply(contact=Channel.CALL)


def letter() -> RecordNoReply:
    return RecordNoReply(contact=Channel.LETTER)


@pytest.fixture
def silent(home: Story) -> Story:
    """Nobody answered the call of Monday evening."""
    home.now = due_at(home, "h4")
    home.nurse(call())
    return home


@pytest.fixture
def searched(silent: Story) -> Story:
    """Two more attempts, one of them by letter; nobody was reached."""
    silent.wait(hours=4).nurse(call())
    silent.wait(hours=4).nurse(letter())
    return silent


def test_one_who_did_not_answer_is_tried_again(silent: Story) -> None:
    hours = silent.protocol.followup.next_attempt_due_hours
    assert silent.owes() == ["followup.try_again"]
    assert silent.due("followup.try_again") == silent.now + timedelta(hours=hours)


def test_after_enough_attempts_by_enough_channels_a_physician_decides(searched: Story) -> None:
    """H36: it goes up to a physician; it does not go away."""
    hours = searched.protocol.followup.non_reply_review_due_hours
    assert searched.owes() == ["followup.no_reply"]
    assert searched.due("followup.no_reply") == searched.now + timedelta(hours=hours)


def test_many_attempts_by_one_channel_are_not_enough(silent: Story) -> None:
    silent.wait(hours=4).nurse(RecordNoReply(contact=Channel.CALL, attempts=Count(5)))
    assert silent.owes() == ["followup.try_again"]


def test_silence_is_owed_for_ever(searched: Story) -> None:
    searched.wait(days=400)
    assert searched.owes() == ["followup.no_reply"]


def test_a_contact_that_was_not_answered_is_an_attempt(silent: Story) -> None:
    silent.wait(hours=4).nurse(RecordContact(contact=Channel.CALL, answered=Answer.NO))
    assert silent.episode.now.followup.attempts == 2


def test_an_answer_ends_it(searched: Story) -> None:
    searched.wait(hours=1).nurse(well())
    assert "followup.no_reply" not in searched.owes()
    assert "followup.contact" in searched.owes()
    assert searched.episode.now.followup.attempts == 0


def test_a_physician_who_knows_of_it_can_plan_on(searched: Story) -> None:
    searched.wait(hours=1).physician(PlanContact(due=moment("2026-11-19 09:00")))
    assert searched.owes() == ["followup.contact"]


def test_a_nurse_who_plans_on_does_not_end_the_escalation(searched: Story) -> None:
    searched.wait(hours=1).nurse(PlanContact(due=moment("2026-11-19 09:00")))
    assert searched.owes() == ["followup.no_reply"]


def test_lost_is_signed_by_a_physician_alone(searched: Story) -> None:
    assert searched.refuses(NURSE, RecordLost()) == ["person.not_your_act"]
    assert searched.physician(RecordLost()) == []


def test_a_lost_patient_stays_on_a_list_until_a_physician_closes(searched: Story) -> None:
    searched.physician(RecordLost())
    assert searched.owes() == ["closure.lost"]


def test_a_lost_patient_who_is_heard_again_is_followed_up_again(searched: Story) -> None:
    searched.physician(RecordLost())
    searched.wait(days=2).nurse(well())
    assert "closure.lost" not in searched.owes()
    assert "followup.contact" in searched.owes()


def test_signed_too_soon_it_is_recorded_and_looked_at(silent: Story) -> None:
    """H40: recorded, never refused; and work for a physician."""
    assert silent.physician(RecordLost()) == ["followup.too_little_tried"]
    assert "review.against_a_rule" in silent.owes()
    kind = KINDS["followup.too_little_tried"]
    assert (kind.value, *kind.also) == (
        "followup.attempts_before_escalation",
        "followup.channels_before_escalation",
    )


def test_silence_of_a_patient_without_a_patch_goes_up_too(untreated: Story) -> None:
    untreated.wait(hours=24).nurse(call(), call())
    assert "followup.try_again" in untreated.owes()
    untreated.nurse(letter())
    assert "followup.no_reply" in untreated.owes()


@pytest.mark.parametrize(
    ("contact", "reached"),
    [
        (RecordContact(answered=Answer.YES), True),
        (RecordContact(answered=Answer.NO, contact=Channel.CALL), False),
        (RecordContact(contact=Channel.VISIT), True),
        (RecordContact(contact=Channel.LETTER), False),
        (RecordContact(contact=Channel.MESSAGE), False),
        (RecordContact(contact=Channel.LETTER, pain_upright=Pain.of("0 upright")), True),
        (RecordContact(), False),
    ],
)
def test_what_was_only_sent_has_reached_nobody(contact: RecordContact, reached: bool) -> None:
    assert was_reached(contact) is reached


def test_a_physician_may_find_that_the_patient_answered_meanwhile(searched: Story) -> None:
    searched.does(PHYSICIAN, well())
    assert "followup.no_reply" not in searched.owes()
