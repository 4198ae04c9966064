"""A time-out is for one visit, on a consent that stands and readings of today (H07 H09 H14)."""

import pytest
from journey import timed_out
from story import FRONT_DESK, NURSE, Story, moment

from bloodpatch.pathway.amendment.commands import StrikeEntries
from bloodpatch.pathway.stages.booking.commands import Defer
from bloodpatch.pathway.stages.booking.statements import CalledOffReason
from bloodpatch.pathway.stages.preparation.choices import ConsentItem, Identifier, SignedBy
from bloodpatch.pathway.stages.preparation.commands import (
    RecordArrival,
    RecordConsent,
    RecordVitals,
    TakeTimeOut,
    WithdrawConsent,
)
from bloodpatch.pathway.stages.procedure.commands import StartProcedure
from bloodpatch.pathway.values import Celsius, Count, FreeText

CONSENT_WITHDRAWN = ["preparation.consent_withdrawn"]
TWO = (Identifier.NAME, Identifier.DATE_OF_BIRTH)


@pytest.mark.parametrize("roughly", ["2026-11-16", "2026-11-16 14h", "by 2026-11-16 14:20"])
def test_a_consent_of_some_time_today_ends_no_withdrawal(checked: Story, roughly: str) -> None:
    checked.at("2026-11-16 14:05").nurse(WithdrawConsent())
    checked.at("2026-11-16 14:20").nurse(RecordConsent(occurred=moment(roughly)))
    assert checked.asks(NURSE, TakeTimeOut) == CONSENT_WITHDRAWN
    checked.wait(minutes=1).nurse(
        RecordConsent(signed_by=SignedBy.PATIENT, named=tuple(ConsentItem))
    )
    assert checked.asks(NURSE, TakeTimeOut) == []


def test_a_withdrawal_noted_late_voids_the_time_out_that_came_after_it(checked: Story) -> None:
    timed_out(checked).wait(minutes=5)
    checked.nurse(WithdrawConsent(occurred=moment("2026-11-16 14:00")))
    assert checked.nurse(StartProcedure()) == ["withdrawn_consent.all_the_same"]


def test_a_time_out_of_an_earlier_visit_is_none_of_this_one(checked: Story) -> None:
    timed_out(checked).wait(minutes=5).desk(Defer(reason=CalledOffReason.CLINIC))
    checked.wait(days=7).does(FRONT_DESK, RecordArrival(identity=TWO))
    assert "preparation.time_out" in checked.owes()
    assert checked.nurse(StartProcedure()) == ["procedure.not_timed_out"]


def test_a_temperature_of_an_unknown_hour_is_none_of_today(checked: Story) -> None:
    """It may be a fever of today; it is not known to be a reading of today."""
    for happened in checked.episode.standing:
        if getattr(happened.event, "temperature", None):
            checked.nurse(struck(happened.position))
    by_now = moment("by 2026-11-16 13:55")
    checked.nurse(RecordVitals(temperature=Celsius.parse("36.6"), occurred=by_now))
    asked = checked.asks(NURSE, TakeTimeOut)
    assert asked == ["preparation.temperature_not_taken", "preparation.vitals_not_taken"]
    checked.nurse(RecordVitals(temperature=Celsius.parse("38.6"), occurred=by_now))
    assert "fever.measured" in checked.asks(NURSE, TakeTimeOut)


def struck(position: int) -> StrikeEntries:
    return StrikeEntries(positions=(Count(position),), reason=FreeText("Another patient's."))
