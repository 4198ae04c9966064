"""Booking (T4): a room, a physician and a recovery bay, as one."""

from dataclasses import replace
from datetime import timedelta

import pytest
from journey import booked as book
from journey import no_red_flags, patched, prepared
from samples import full, minimal
from story import FRONT_DESK, NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.choices import Decided
from bloodpatch.pathway.stages.assessment.commands import RecordDecision, ScreenRedFlags
from bloodpatch.pathway.stages.booking.commands import (
    Book,
    Cancel,
    Confirm,
    Defer,
    RecordDidNotAttend,
    RecordSetting,
)
from bloodpatch.pathway.stages.booking.events import Booked
from bloodpatch.pathway.stages.booking.statements import CalledOffReason
from bloodpatch.pathway.stages.closure.events import Closed
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Answers
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.pathway.worklist import owed

FLAGS = [("seizure", "red_flag.stop"), ("fever", "red_flag.hold")]
SLOT = Book(
    room=Code("room-1"),
    physician=Code("physician-1"),
    bay=Code("bay-b"),
    starts=moment("2026-11-16 13:30"),
)
CALLING_OFF = [
    Cancel(reason=CalledOffReason.PATIENT_WISH),
    Defer(reason=CalledOffReason.SCAN_AWAITED),
    RecordDidNotAttend(),
]


@pytest.fixture
def booked(decided: Story) -> Story:
    """A place at 13:30, booked at 09:40."""
    return book(decided)


# who may book, and when


def test_a_decided_patch_is_booked_by_the_desk(decided: Story) -> None:
    assert decided.desk(SLOT) == []
    (slot,) = decided.events(Booked)
    assert (slot.room, slot.physician, slot.bay) == (SLOT.room, SLOT.physician, SLOT.bay)
    assert decided.episode.whereabouts is Whereabouts.BOOKED


def test_nothing_is_booked_that_no_physician_decided(story: Story) -> None:
    story.nurse(ScreenRedFlags(flags=no_red_flags()))
    assert story.refuses(FRONT_DESK, SLOT) == ["booking.no_decision"]


def test_nor_what_a_physician_decided_against(decided: Story) -> None:
    decided.physician(RecordDecision(decision=Decided.WITHHOLD_PATCH))
    assert decided.refuses(FRONT_DESK, SLOT) == ["booking.no_decision"]


def test_red_flags_were_asked_before(story: Story) -> None:
    story.physician(RecordDecision(decision=Decided.PATCH))
    assert story.refuses(FRONT_DESK, SLOT) == ["red_flag.not_asked"]


@pytest.mark.parametrize(
    ("flag", "code"), [("seizure", "red_flag.stop"), ("fever", "red_flag.hold")]
)
def test_a_red_flag_since_the_decision_holds_it_back(decided: Story, flag: str, code: str) -> None:
    decided.nurse(ScreenRedFlags(flags=Answers({RedFlag(flag): Answer.YES})))
    assert decided.refuses(FRONT_DESK, SLOT) == [code]


def test_one_patient_is_one_record(decided: Story) -> None:
    decided.facts = replace(decided.facts, unresolved_duplicate=True)
    assert decided.refuses(FRONT_DESK, SLOT) == ["person.maybe_the_same"]


def test_one_booking_at_a_time(booked: Story) -> None:
    assert booked.refuses(FRONT_DESK, SLOT) == ["booking.already_booked"]
    finding = booked.finding(FRONT_DESK, Book, "booking.already_booked")
    assert finding.says == "There is a booking already, for 13:30."


def test_one_patch_in_each_round(booked: Story) -> None:
    """T15: after a patch another one is booked once it was decided as a repeat."""
    patched(prepared(booked)).desk(CALLING_OFF[0])
    assert booked.refuses(FRONT_DESK, replace(SLOT, starts=moment("2026-11-17"))) == [
        "patched_already.in_this_round"
    ]


@pytest.mark.parametrize("starts", ["2026-11-16 09:29", "2026-11-15", "2026-11-16 08h"])
def test_a_booking_is_for_a_time_still_to_come(decided: Story, starts: str) -> None:
    late = replace(SLOT, starts=moment(starts))
    assert decided.refuses(FRONT_DESK, late) == ["booking.in_the_past"]


@pytest.mark.parametrize("starts", ["2026-11-16 09:30", "2026-11-16", "2026-11-16 09h"])
def test_today_and_this_hour_are_still_to_come(decided: Story, starts: str) -> None:
    assert decided.desk(replace(SLOT, starts=moment(starts))) == []


def test_nothing_is_booked_on_a_closed_episode(decided: Story) -> None:
    decided.given(Closed(status=Status.UNKNOWN))
    assert decided.refuses(FRONT_DESK, SLOT) == ["closed_episode.reopen_first"]


# calling it off


@pytest.mark.parametrize("off", CALLING_OFF, ids=lambda c: c.name)
def test_what_was_called_off_is_booked_again(booked: Story, off: Command) -> None:
    booked.wait(hours=1).desk(off)
    assert booked.episode.now.booking.in_force is None
    assert booked.desk(SLOT) == []
    assert booked.episode.whereabouts is Whereabouts.BOOKED


@pytest.mark.parametrize("off", [*CALLING_OFF, minimal(Confirm)], ids=lambda c: c.name)
def test_calling_off_what_was_never_booked_is_recorded_with_a_word(
    decided: Story, off: Command
) -> None:
    assert decided.physician(off) == ["booking.nothing_booked"]


def test_a_booking_of_the_past_may_be_called_off_later(booked: Story) -> None:
    booked.at("2026-11-17 09:00").desk(replace(CALLING_OFF[0], occurred=moment("2026-11-16 12h")))
    assert booked.episode.whereabouts is Whereabouts.TO_BE_BOOKED


def test_a_reason_is_always_given() -> None:
    with pytest.raises(TypeError, match="reason"):
        Cancel()


def test_where_a_patch_was_planned_elsewhere_is_only_recorded(decided: Story) -> None:
    assert decided.nurse(full(RecordSetting)) == []
    assert decided.episode.whereabouts is Whereabouts.TO_BE_BOOKED


# provisional


def test_a_provisional_booking_waits_for_a_physician(decided: Story) -> None:
    decided.desk(replace(SLOT, provisional=Answer.YES))
    hours = decided.protocol.booking.provisional_review_due_hours
    assert decided.episode.now.booking.provisional
    assert decided.due("booking.provisional") == decided.now + timedelta(hours=hours)


def test_it_is_firm_once_a_physician_has_confirmed_it(decided: Story) -> None:
    decided.desk(replace(SLOT, provisional=Answer.YES))
    assert decided.refuses(NURSE, Confirm()) == ["person.not_your_act"]
    decided.wait(hours=1).physician(Confirm())
    assert not decided.episode.now.booking.provisional
    assert decided.owes() == ["booking.arrival"]


def test_a_confirmation_is_for_the_booking_that_it_followed(decided: Story) -> None:
    provisional = replace(SLOT, provisional=Answer.YES)
    decided.desk(provisional)
    decided.wait(hours=1).physician(Confirm(), CALLING_OFF[0])
    decided.wait(hours=1).desk(provisional)
    assert decided.episode.now.booking.provisional


# who owes what


def test_a_decided_patch_is_owed_a_time(decided: Story) -> None:
    (owing,) = owed(decided.episode, decided.protocol)
    hours = decided.protocol.booking.book_due_hours
    assert (owing.code, owing.owner) == ("booking.to_book", Role.FRONT_DESK)
    assert owing.due == decided.now + timedelta(hours=hours)


def test_a_booked_patient_is_expected(booked: Story) -> None:
    (owing,) = owed(booked.episode, booked.protocol)
    assert (owing.code, owing.owner) == ("booking.arrival", Role.FRONT_DESK)
    assert owing.due == moment("2026-11-16 13:30").at


@pytest.mark.parametrize("off", CALLING_OFF[:2], ids=lambda c: c.name)
def test_who_was_called_off_is_owed_a_new_time(booked: Story, off: Command) -> None:
    booked.wait(hours=1).desk(off)
    hours = booked.protocol.booking.rebook_due_hours
    assert booked.due("booking.to_book") == booked.now + timedelta(hours=hours)


def test_who_did_not_come_is_called(booked: Story) -> None:
    booked.at("2026-11-16 14:00").desk(RecordDidNotAttend())
    (owing,) = owed(booked.episode, booked.protocol)
    minutes = booked.protocol.booking.no_show_call_minutes
    assert booked.episode.whereabouts is Whereabouts.DID_NOT_ATTEND
    assert (owing.code, owing.owner) == ("booking.not_attended", Role.NURSE)
    assert owing.due == booked.now + timedelta(minutes=minutes)


def test_two_missed_appointments_are_two_calls(booked: Story) -> None:
    booked.at("2026-11-16 14:00").desk(RecordDidNotAttend())
    booked.wait(hours=1).desk(replace(SLOT, starts=moment("2026-11-17 13:30")))
    booked.at("2026-11-17 14:00").desk(RecordDidNotAttend())
    assert booked.owes() == ["booking.not_attended"]


def test_a_plain_booking_meets_no_finding(booked: Story) -> None:
    assert {h.findings for h in booked.episode.history} == {()}
    assert booked.asks(PHYSICIAN, Cancel) == []


@pytest.mark.parametrize(("day", "late"), [("2026-11-16", False), ("2026-11-18", True)])
def test_a_severe_headache_does_not_wait_for_days(decided: Story, day: str, late: bool) -> None:
    said = decided.desk(replace(SLOT, starts=moment(f"{day} 13:30")))
    assert ("booking.late" in said) is late
