"""Entered for the wrong patient: struck there, expected here, entered here by somebody who looks,
and each side says of the other (H01)."""

from dataclasses import replace

import pytest
from places import there
from story import FRONT_DESK, NURSE, PHYSICIAN, Story

from bloodpatch.pathway.amendment import (
    ExpectEntries,
    FinishReentry,
    StrikeEntries,
    reentry,
)
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.episode import fold
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.preparation.answers import Allergy
from bloodpatch.pathway.stages.preparation.commands import RecordAllergies
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
