"""A slip in the year must not put what is owed to a patient where nobody looks."""

from dataclasses import replace
from datetime import timedelta

import pytest
from places import there
from story import FRONT_DESK, NURSE, PHYSICIAN, ZONE, moment

from bloodpatch.pathway.amendment.commands import Correct
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.booking.commands import Book
from bloodpatch.pathway.stages.clearance.commands import DeferClearance
from bloodpatch.pathway.stages.recovery.commands import StartRest
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Count, FreeText, When
from bloodpatch.pathway.whereabouts import Whereabouts

NEXT_YEAR = moment("2027-11-17 10:00")
SLOT = {"room": Code("room-1"), "physician": Code("physician-1"), "bay": Code("bay-b")}


@pytest.mark.parametrize(
    ("place", "role", "command"),
    [
        (Whereabouts.TO_BE_BOOKED, FRONT_DESK, Book(**SLOT, starts=NEXT_YEAR)),
        (Whereabouts.FOLLOWED_UP, PHYSICIAN, DeferClearance(until=NEXT_YEAR)),
    ],
    ids=lambda one: getattr(one, "name", ""),
)
def test_nobody_waits_a_year_for_what_is_next(
    place: Whereabouts, role: Role, command: Command
) -> None:
    assert there(place).refuses(role, command) == ["time.too_far_ahead"]


@pytest.mark.parametrize(("days", "code"), [(27, "time.too_far_ahead"), (28, None)])
def test_how_far_ahead_is_the_protocols_to_say(days: int, code: str | None) -> None:
    story = there(Whereabouts.FOLLOWED_UP)
    followup = replace(story.protocol.followup, furthest_planned_days=days)
    story.protocol = replace(story.protocol, followup=followup)
    until = When.exact(story.now + timedelta(days=28), ZONE)
    outcome = story.decide(PHYSICIAN, DeferClearance(until=until))
    assert [f.code for f in outcome.findings if f.blocks] == ([code] if code else [])


def test_no_entry_is_corrected_to_the_future() -> None:
    """Known "by" a time that is still to come: the rest would never end."""
    story = there(Whereabouts.RECOVERING)
    story.nurse(StartRest())
    correction = Correct(
        position=Count(story.episode.position),
        field=Code("occurred"),
        value=PlainForm(moment("by 2199-01-01 10:00").plain()),
        reason=FreeText("Noted wrongly."),
    )
    assert story.refuses(NURSE, correction) == ["amendment.cannot_apply"]
