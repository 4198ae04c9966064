"""Entries made in error are struck: they do not count any more, and stay to be seen."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from journey import arrived, booked, checked, timed_out
from story import FRONT_DESK, NURSE, PATIENT, Story

from bloodpatch.pathway.amendment.commands import (
    AddNote,
    Correct,
    StrikeEntries,
)
from bloodpatch.pathway.amendment.events import (
    Noted,
    Struck,
)
from bloodpatch.pathway.amendment.state import Amendment
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.episode import Episode, fold
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.preparation.commands import TakeTimeOut, WithdrawConsent
from bloodpatch.pathway.stages.procedure.commands import StartProcedure
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Count, FreeText, ValueFault
from bloodpatch.pathway.whereabouts import Whereabouts

CANNOT = ["amendment.cannot_apply"]


def strike(*positions: int, belongs_to: str | None = None) -> StrikeEntries:
    return StrikeEntries(
        positions=tuple(Count(p) for p in positions),
        belongs_to=belongs_to and Code(belongs_to),
        reason=FreeText("Entered for the wrong patient."),
    )


def correct(position: int, field: str, value: Any) -> Correct:
    return Correct(
        position=Count(position),
        field=Code(field),
        value=None if value is None else PlainForm(value),
        reason=FreeText("Another entry was meant."),
    )


def last(story: Story) -> int:
    return story.episode.position


def test_a_struck_entry_does_not_count(decided: Story) -> None:
    booked(decided)
    assert decided.nurse(strike(last(decided))) == []
    assert decided.episode.whereabouts is Whereabouts.TO_BE_BOOKED
    assert decided.owes() == ["booking.to_book"]


def test_and_stays_to_be_seen(decided: Story) -> None:
    before = decided.episode.history
    decided.nurse(strike(last(decided)))
    assert decided.episode.history[:-1] == before
    assert len(decided.events(Struck)) == 1


def test_several_are_struck_at_once(decided: Story) -> None:
    count = last(decided)
    decided.physician(strike(count - 1, count))
    assert [h.position for h in decided.episode.standing] == [*range(1, count - 1), count + 1]


def test_a_wrong_patient_is_struck_here_with_a_link_to_there(decided: Story) -> None:
    decided.nurse(strike(last(decided), belongs_to="episode-7"))
    (struck,) = decided.events(Struck)
    assert struck.belongs_to == Code("episode-7")


def test_with_everything_struck_she_is_still_not_lost(decided: Story) -> None:
    decided.physician(strike(*range(1, last(decided) + 1)))
    assert decided.episode.whereabouts is Whereabouts.REFERRED
    assert decided.owes() == ["referral.unread"]


def test_a_struck_strike_brings_the_entry_back(decided: Story) -> None:
    booked(decided)
    entry = last(decided)
    decided.nurse(strike(entry), strike(entry + 1))
    assert decided.episode.whereabouts is Whereabouts.BOOKED


def test_and_striking_that_one_takes_it_away_again(decided: Story) -> None:
    booked(decided)
    entry = last(decided)
    decided.nurse(strike(entry), strike(entry + 1), strike(entry + 2))
    assert decided.episode.whereabouts is Whereabouts.TO_BE_BOOKED


def test_a_strike_of_the_wrong_entry_is_put_right(decided: Story) -> None:
    """The decision was struck where the booking was meant."""
    booked(decided)
    booking = last(decided)
    decision = booking - 2
    decided.physician(strike(decision))
    assert decided.episode.whereabouts is Whereabouts.BOOKED
    decided.physician(correct(last(decided), "positions", [str(booking)]))
    assert decided.episode.whereabouts is Whereabouts.TO_BE_BOOKED


@pytest.mark.parametrize("entries", [(0,), (900,), (1, 900)])
def test_what_is_not_there_cannot_be_struck(decided: Story, entries: tuple[int, ...]) -> None:
    assert decided.refuses(NURSE, strike(*entries)) == CANNOT


def test_a_strike_of_nothing_is_no_strike(decided: Story) -> None:
    with pytest.raises(ValueFault, match="names nothing"):
        strike()
    decided.nurse(strike(last(decided)))
    assert decided.refuses(NURSE, correct(last(decided), "positions", [])) == CANNOT


@pytest.mark.parametrize(
    ("role", "code"),
    [(PATIENT, "person.not_your_act"), (FRONT_DESK, "amendment.not_yours")],
)
def test_who_may_not_say_it_may_not_strike_it(decided: Story, role: Role, code: str) -> None:
    assert decided.refuses(role, strike(last(decided))) == [code]


def test_one_entry_of_others_among_ones_own_is_enough(decided: Story) -> None:
    booked(decided)
    assert decided.desk(strike(last(decided))) == []
    assert decided.refuses(FRONT_DESK, strike(1, last(decided) - 2)) == ["amendment.not_yours"]


def test_what_was_recorded_against_a_rule_is_not_struck_unseen(decided: Story) -> None:
    decided.nurse(StartProcedure())
    assert decided.nurse(strike(last(decided))) == ["amendment.physicians_work"]
    assert "review.against_a_rule" in decided.owes()


def test_a_consent_withdrawn_is_not_given_back_by_the_desk(decided: Story) -> None:
    """The desk may record that consent is withdrawn; taking that back would be a consent. A nurse
    may, and a physician hears of it."""
    decided.desk(WithdrawConsent())
    assert decided.refuses(FRONT_DESK, strike(last(decided))) == ["amendment.not_yours"]
    assert decided.nurse(strike(last(decided))) == ["amendment.physicians_work"]


def test_a_strike_takes_a_gate_back_too(decided: Story) -> None:
    checked(arrived(booked(decided)))
    consent = last(decided)
    decided.nurse(strike(consent))
    assert decided.asks(NURSE, TakeTimeOut) == ["preparation.no_consent"]


def test_a_withdrawal_entered_in_error_is_struck(decided: Story) -> None:
    timed_out(checked(arrived(booked(decided)))).desk(WithdrawConsent())
    assert decided.episode.now.preparation.timed_out is None
    decided.nurse(strike(last(decided)))
    assert decided.episode.now.preparation.timed_out is not None


def test_the_state_is_the_fold_from_nothing(decided: Story) -> None:
    booked(decided)
    decided.nurse(strike(last(decided)), strike(last(decided) - 3))
    assert decided.episode == fold("story", decided.episode.history)


# corrections across corrections


def said_apart(story: Story) -> Episode:
    """What stands, apart from the words on corrections themselves."""
    return replace(story.episode, history=(), standing=(), amendment=Amendment())


def puts_right(value: str) -> Callable[[Story], Command]:
    return lambda story: correct(10, "pain_upright", f"{value} upright")


def its_value(value: str) -> Callable[[Story], Command]:
    return lambda story: correct(last(story), "value", f"{value} upright")


def strikes(*back: int) -> Callable[[Story], Command]:
    return lambda story: strike(*(last(story) - b for b in back))


@pytest.mark.parametrize(
    ("chain", "as_if"),
    [
        ((puts_right("6"), its_value("5")), (puts_right("5"),)),
        ((puts_right("6"), its_value("5"), its_value("4")), (puts_right("4"),)),
        ((puts_right("6"), strikes(0)), ()),
        ((puts_right("6"), its_value("5"), strikes(0)), (puts_right("6"),)),
        ((puts_right("6"), its_value("5"), strikes(1)), ()),
        ((puts_right("6"), strikes(0), strikes(0)), (puts_right("6"),)),
        ((strikes(0), strikes(0)), ()),
        ((strikes(0), strikes(0), strikes(0)), (strikes(0),)),
        ((puts_right("6"), puts_right("7"), strikes(0)), (puts_right("6"),)),
        ((puts_right("6"), puts_right("7"), strikes(0, 1)), ()),
        ((puts_right("6"), strikes(1), strikes(0)), (puts_right("6"),)),
    ],
)
def test_it_is_as_if_what_was_taken_back_had_never_been(
    decided: Story, chain: Any, as_if: Any
) -> None:
    other = decided.copy()
    for said in chain:
        decided.physician(said(decided))
    for said in as_if:
        other.physician(said(other))
    assert said_apart(decided) == said_apart(other)
    assert decided.episode == fold("story", decided.episode.history)


def test_without_a_correction_another_one_must_still_fit(decided: Story) -> None:
    """Turned to another entry after its field was put right: its field is not given back."""
    decided.nurse(correct(10, "pain_upright", None))
    correction = last(decided)
    decided.nurse(correct(correction, "field", "note"), correct(correction, "position", "8"))
    assert decided.refuses(NURSE, strike(correction + 1)) == CANNOT


def test_a_note_changes_nothing_but_is_kept(decided: Story) -> None:
    there = decided.episode.whereabouts
    assert decided.desk(AddNote(text=FreeText("Her mother called."))) == []
    assert decided.episode.whereabouts is there
    assert [n.text for n in decided.events(Noted)] == [FreeText("Her mother called.")]
