"""Entered for the wrong patient: struck there, expected here, entered here by somebody who looks,
and each side says of the other (H01)."""

from dataclasses import replace

import pytest
from places import there
from story import FRONT_DESK, NURSE, PHYSICIAN, Story

from bloodpatch.pathway.amendment.commands import (
    Correct,
    ExpectEntries,
    FinishReentry,
    StrikeEntries,
)
from bloodpatch.pathway.amendment.hindsight import permits_not_looked_at
from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.episode import fold
from bloodpatch.pathway.queries import reentry
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.clearance.commands import ClearActivity
from bloodpatch.pathway.stages.closure.commands import CloseEpisode
from bloodpatch.pathway.stages.discharge.commands import PermitDischarge
from bloodpatch.pathway.stages.preparation.commands import RecordAllergies, TakeTimeOut
from bloodpatch.pathway.stages.repeat.commands import DecideRepeat
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Count, FreeText
from bloodpatch.pathway.whereabouts import Whereabouts as At
from bloodpatch.pathway.worklist import owed

OWED = "amendment.entries_expected"
THERE = "episode-7"
WHY = FreeText("Known here already.")


@pytest.fixture
def expecting() -> Story:
    """Entries 14 and 15 of another episode belong to this patient."""
    story = there(At.BOOKED).wait(minutes=5)
    story.nurse(ExpectEntries(struck_in=Code(THERE), positions=(Count(14), Count(15))))
    return story


def enters(story: Story, position: int, came_from: str = THERE) -> None:
    """An entry with the envelope that `handle` gives it."""
    story.nurse(RecordAllergies(allergies=(Allergy.NONE,)))
    used = reentry.kept((came_from, position))
    last = replace(story.episode.history[-1], used=used)
    story.episode = fold(story.episode.id, (*story.episode.history[:-1], last))


def test_what_is_expected_is_owed_at_once(expecting: Story) -> None:
    """A dose that stands in nobody's record is a danger now, not by tomorrow."""
    (owing,) = (o for o in owed(expecting.episode, expecting.protocol) if o.code == OWED)
    assert (owing.owner, owing.due) == (Role.NURSE, expecting.now)
    assert owing.act == FinishReentry.name


def test_until_each_of_them_is_entered(expecting: Story) -> None:
    enters(expecting, 14)
    assert OWED in expecting.owes()
    enters(expecting, 15)
    assert OWED not in expecting.owes()
    here = expecting.episode.position
    assert reentry.entered(expecting.episode) == {(THERE, 14): here - 1, (THERE, 15): here}


def test_an_entry_of_its_own_is_none_of_them(expecting: Story) -> None:
    enters(expecting, 14, came_from="episode-8")
    expecting.nurse(RecordAllergies(allergies=(Allergy.NONE,)))
    assert set(reentry.missing(expecting.episode)) == {(THERE, 14), (THERE, 15)}


def test_struck_again_it_is_owed_again(expecting: Story) -> None:
    enters(expecting, 14)
    enters(expecting, 15)
    expecting.nurse(StrikeEntries(positions=(Count(expecting.episode.position),), reason=WHY))
    assert set(reentry.missing(expecting.episode)) == {(THERE, 15)}
    assert OWED in expecting.owes()


def test_what_is_not_entered_has_a_reason(expecting: Story) -> None:
    enters(expecting, 14)
    left = FinishReentry(struck_in=Code(THERE), positions=(Count(15),), reason=WHY)
    assert expecting.refuses(FRONT_DESK, left) == ["person.not_your_act"]
    expecting.nurse(left)
    assert OWED not in expecting.owes()


def test_who_may_not_leave_it_out_may_not_strike_that_it_is_expected(expecting: Story) -> None:
    """Else it would stand in nobody's record, and nobody would be asked."""
    strike = StrikeEntries(positions=(Count(expecting.episode.position),), reason=WHY)
    assert expecting.refuses(FRONT_DESK, strike) == ["amendment.not_yours"]
    expecting.nurse(strike)


@pytest.mark.parametrize("role", [PHYSICIAN, NURSE, FRONT_DESK])
def test_whoever_may_strike_there_makes_it_expected_here(role: Role) -> None:
    story = there(At.BOOKED)
    story.does(role, ExpectEntries(struck_in=Code(THERE), positions=(Count(3),)))
    assert OWED in story.owes()


def test_the_same_episode_is_not_another_patient(expecting: Story) -> None:
    here = Code(expecting.episode.id)
    own = (
        ExpectEntries(struck_in=here, positions=(Count(3),)),
        StrikeEntries(positions=(Count(3),), belongs_to=here, reason=WHY),
    )
    assert {tuple(expecting.refuses(NURSE, one)) for one in own} == {("amendment.cannot_apply",)}


# nothing new is permitted meanwhile

HOLD = "reentry.not_entered_here"


@pytest.mark.parametrize(
    ("place", "permit"),
    [
        (At.BEING_PREPARED, TakeTimeOut),
        (At.READY_TO_LEAVE, PermitDischarge),
        (At.FOLLOWED_UP, ClearActivity),
        (At.FOLLOWED_UP, DecideRepeat),
        (At.CLEARED, CloseEpisode),
    ],
)
def test_nothing_new_is_permitted_before_it_is_entered(place: At, permit: type[Command]) -> None:
    """The allergy that is in nobody's record is not seen by any other rule."""
    story = there(place)
    assert HOLD not in story.asks(PHYSICIAN, permit)
    story.nurse(ExpectEntries(struck_in=Code(THERE), positions=(Count(14),)))
    hold = story.finding(PHYSICIAN, permit, HOLD)
    assert (hold.blocks, hold.kind.asks) == (True, FinishReentry.name) and "14" in hold.says
    enters(story, 14)
    assert HOLD not in story.asks(PHYSICIAN, permit)


def test_what_was_permitted_before_it_was_expected_was_permitted() -> None:
    story = there(At.BEING_PREPARED).wait(minutes=5)
    story.nurse(ExpectEntries(struck_in=Code(THERE), positions=(Count(14),)))
    assert permits_not_looked_at(story.episode, story.protocol) == ()


# a physician's work there is a physician's work here

AGAINST = "review.against_a_rule"
UNSEEN = ["amendment.physicians_work"]


@pytest.fixture
def red_flag_there() -> Story:
    """Of entries 14 and 15 of the other record, 15 was a physician's to look at."""
    story, both = there(At.BOOKED).wait(minutes=5), (Count(14), Count(15))
    word = ExpectEntries(struck_in=Code(THERE), positions=both, physicians_work=(Count(15),))
    story.nurse(word)
    return story


def left_out(*positions: int) -> FinishReentry:
    where = tuple(map(Count, positions))
    return FinishReentry(struck_in=Code(THERE), positions=where, reason=WHY)


@pytest.mark.parametrize(
    ("role", "positions", "told"),
    [
        (NURSE, (14, 15), UNSEEN),
        (NURSE, (15,), UNSEEN),
        (NURSE, (14,), []),
        (PHYSICIAN, (14, 15), []),
    ],
)
def test_left_out_by_anybody_else_a_physician_looks_at_it(
    red_flag_there: Story, role: Role, positions: tuple[int, ...], told: list[str]
) -> None:
    assert red_flag_there.does(role, left_out(*positions)) == told
    assert (AGAINST in red_flag_there.owes()) == bool(told)


def test_nor_is_it_struck_that_it_is_expected(red_flag_there: Story) -> None:
    word = Count(red_flag_there.episode.position)
    assert red_flag_there.nurse(StrikeEntries(positions=(word,), reason=WHY)) == UNSEEN


# the strike is taken back

TWICE = ["amendment.counts_in_two_records"]


def moves(story: Story, belongs_to: str | None = THERE) -> Count:
    """The newest entry is struck as another patient's; where the strike stands."""
    story.nurse(RecordAllergies(allergies=(Allergy.NONE,)))
    whose = belongs_to and Code(belongs_to)
    entry = (Count(story.episode.position),)
    story.nurse(StrikeEntries(positions=entry, belongs_to=whose, reason=WHY))
    return Count(story.episode.position)


@pytest.mark.parametrize("role", [PHYSICIAN, NURSE])
def test_taken_back_it_may_count_twice_so_a_physician_looks(role: Role) -> None:
    """The other record is not seen from here; whoever takes it back, it is told."""
    story = there(At.BOOKED)
    strike = StrikeEntries(positions=(moves(story),), reason=WHY)
    assert story.does(role, strike) == TWICE
    assert AGAINST in story.owes()


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [("positions", ["3"], TWICE), ("belongs_to", "episode-8", TWICE), ("reason", None, [])],
)
def test_as_well_where_it_is_turned_to_something_else(
    field: str, value: object, told: list[str]
) -> None:
    story = there(At.BOOKED)
    word = Correct(
        position=moves(story),
        field=Code(field),
        value=None if value is None else PlainForm(value),
        text=FreeText("Hers.") if value is None else None,
        reason=WHY,
    )
    assert story.physician(word) == told


def test_a_strike_that_moved_nothing_is_taken_back_without_a_word() -> None:
    story = there(At.BOOKED)
    strike = StrikeEntries(positions=(moves(story, belongs_to=None),), reason=WHY)
    assert story.nurse(strike) == []
