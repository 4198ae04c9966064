"""T3: from when on a fact stands, and that a stop stands until a review of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest
from entries import flag, lift, lift_of, patch
from places import there
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import (
    RedFlag,
)
from bloodpatch.pathway.clinical.concepts import Concept, Weight
from bloodpatch.pathway.codes import PlainForm
from bloodpatch.pathway.decide import event_of
from bloodpatch.pathway.queries.standing_facts import standing
from bloodpatch.pathway.review.commands import (
    Acknowledge,
    LiftStop,
)
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.commands import (
    DecidePatch,
)
from bloodpatch.pathway.stages.procedure.commands import Abandon
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Answer, Count
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.pathway.worklist import stop_is_open

C, F, NO = Concept, RedFlag, Answer.NO
LEGS, SEIZURE, FEVER = F.LEG_WEAKNESS, F.SEIZURE, F.FEVER
Said = tuple[str, Role, Command]


def told(story: Story, said: Sequence[Said]) -> Story:
    for at, role, command in said:
        story.at(f"2026-11-16 {at}")
        if isinstance(command, LiftStop):  # also one that would be refused today
            story.given(event_of(ACTS[LiftStop.name], command), role=role)
        else:
            story.does(role, command)
    return story


def present(story: Story) -> set[Concept]:
    return {fact.concept for fact in standing(story.episode, story.protocol)}


COUNTS: dict[str, tuple[list[Said], set[Concept]]] = {
    "asked after a pass that left it out": (
        [("09:00", NURSE, flag(FEVER, answer=NO)), ("09:05", NURSE, flag(LEGS))],
        {C.LEG_WEAKNESS},
    ),
    "a nurse's no after the review": (
        [("09:00", NURSE, flag(LEGS)), ("09:30", PHYSICIAN, lift(LEGS)),
         ("10:00", NURSE, flag(LEGS, answer=NO))],
        set(),
    ),
    "a nurse's no before the review": (
        [("09:00", NURSE, flag(LEGS)), ("09:30", NURSE, flag(LEGS, answer=NO)),
         ("10:00", PHYSICIAN, lift(LEGS))],
        {C.LEG_WEAKNESS},
    ),
    "a review of two signs": (
        [("09:00", NURSE, flag(SEIZURE, LEGS)), ("09:30", PHYSICIAN, lift(SEIZURE, LEGS)),
         ("10:00", NURSE, flag(LEGS, answer=NO))],
        {C.SEIZURE},
    ),
    "a review of another sign": (
        [("09:00", NURSE, flag(LEGS)), ("09:30", PHYSICIAN, lift(SEIZURE)),
         ("10:00", NURSE, flag(LEGS, answer=NO))],
        {C.LEG_WEAKNESS},
    ),
    "a review of another stop": (
        [("09:00", NURSE, flag(LEGS)),
         ("09:30", PHYSICIAN, lift(LEGS, code="recovery.legs_changed")),
         ("10:00", NURSE, flag(LEGS, answer=NO))],
        {C.LEG_WEAKNESS},
    ),
    "a review of the time before it came back": (
        [("09:00", NURSE, flag(LEGS)), ("09:30", PHYSICIAN, lift(LEGS)),
         ("10:00", PHYSICIAN, flag(LEGS, answer=NO)), ("11:00", NURSE, flag(LEGS)),
         ("12:00", NURSE, flag(LEGS, answer=NO))],
        {C.LEG_WEAKNESS},
    ),
    "a review of the time before it was told again": (
        [("09:00", NURSE, flag(LEGS)), ("09:30", PHYSICIAN, lift(LEGS)),
         ("10:00", NURSE, flag(LEGS)), ("11:00", NURSE, flag(LEGS, answer=NO))],
        {C.LEG_WEAKNESS},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("said", "stands"), COUNTS.values(), ids=COUNTS)
def test_a_sign_that_stops_stands_until_a_review_of_it(
    story: Story, said: list[Said], stands: set[Concept]
) -> None:
    assert present(told(story, said)) == stands


def test_what_came_up_while_another_was_reviewed_stays_a_stop() -> None:
    """H08: the page was open since before the legs grew weak; later a nurse asks again."""
    story = there(Whereabouts.TO_BE_BOOKED).at("2026-11-16 10:00")
    story.nurse(flag(SEIZURE))
    saw = PlainForm(dict(story.finding(PHYSICIAN, DecidePatch, "red_flag.stop").seen))
    story.wait(minutes=20).nurse(flag(LEGS))
    said = replace(lift(), saw=saw)
    assert story.wait(minutes=10).refuses(PHYSICIAN, said) == ["review.stands_otherwise"]
    story.given(event_of(ACTS[LiftStop.name], said))
    story.wait(minutes=30).nurse(flag(LEGS, answer=NO))
    assert "red_flag.stop" in story.refuses(PHYSICIAN, DecidePatch())


def test_a_no_of_some_hour_of_today_is_not_known_to_follow_the_yes_of_today(story: Story) -> None:
    """Also where yesterday it was no, and this no surely comes after that one."""
    story.at("2026-11-15 09:00").nurse(flag(FEVER, answer=NO))
    story.at("2026-11-16 11:00").nurse(flag(FEVER))
    no = replace(flag(FEVER, answer=NO), occurred=moment("2026-11-16"))
    story.wait(minutes=5).nurse(no)
    assert present(story) == {C.FEVER}


# since when


SINCE: dict[str, tuple[list[Said], str]] = {
    "told again, it is as old as it is": (
        [("09:00", NURSE, flag(LEGS)), ("11:00", NURSE, flag(LEGS))],
        "09:00",
    ),
    "of two, the newer": (
        [("09:00", NURSE, flag(LEGS)), ("11:00", NURSE, flag(SEIZURE))],
        "11:00",
    ),
    "a patch alone makes nothing new": (
        [("09:00", NURSE, flag(LEGS)), ("10:00", PHYSICIAN, patch())],
        "09:00",
    ),
    "after a patch it is new, though nobody had looked at it before": (
        [("09:00", NURSE, flag(LEGS)), ("10:00", PHYSICIAN, patch()),
         ("11:00", NURSE, flag(LEGS)), ("12:00", NURSE, flag(LEGS))],
        "11:00",
    ),
    "asked about something else between": (
        [("09:00", NURSE, flag(LEGS)), ("10:00", NURSE, flag(FEVER, answer=NO)),
         ("11:00", NURSE, flag(LEGS))],
        "09:00",
    ),
    "in the minute of the patch it is new": (
        [("09:00", NURSE, flag(LEGS)), ("10:00", NURSE, flag(LEGS)),
         ("10:00", PHYSICIAN, patch())],
        "10:00",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("said", "since"), SINCE.values(), ids=SINCE)
def test_it_says_since_when_it_stands(story: Story, said: list[Said], since: str) -> None:
    assert since_of(told(story, said)) == moment(f"2026-11-16 {since}").at


def since_of(story: Story) -> datetime:
    """When the newest stop came up."""
    facts = standing(story.episode, story.protocol)
    return max(fact.since for fact in facts if fact.weight is Weight.STOP)


def test_told_of_the_day_of_the_patch_it_counts_from_then() -> None:
    """H09: legs that were examined before the patch excuse nothing that may be new."""
    legs = replace(flag(LEGS), occurred=moment("2026-11-16"))
    story = there(Whereabouts.TO_BE_BOOKED)
    story.at("2026-11-16 10:00").nurse(legs)
    lifts(story.wait(minutes=20))
    assert "red_flag.stop" not in story.asks(PHYSICIAN, DecidePatch)
    story.at("2026-11-16 14:00").physician(patch())
    story.wait(hours=6).nurse(legs)
    assert "red_flag.stop" in story.asks(PHYSICIAN, DecidePatch)
    assert since_of(story) == story.now
    assert stop_is_open(story.episode, story.protocol)
    story.physician(Acknowledge(positions=(Count(story.episode.position),)))
    assert not stop_is_open(story.episode, story.protocol)


def lifts(story: Story) -> None:
    """A physician looks at the stop that stands now."""
    story.physician(lift_of(story.finding(PHYSICIAN, DecidePatch, "red_flag.stop")))


def test_what_comes_back_later_that_day_is_not_answered_by_the_look_before() -> None:
    """H08: both are told as of today; the lift lies between them."""
    story = there(Whereabouts.TO_BE_BOOKED)
    today = replace(flag(LEGS), occurred=moment("2026-11-16"))
    story.at("2026-11-16 10:00").nurse(today)
    lifts(story.wait(minutes=20))
    assert "red_flag.stop" not in story.asks(PHYSICIAN, DecidePatch)
    story.wait(minutes=20).nurse(flag(LEGS, answer=NO))
    story.wait(minutes=20).nurse(today)
    assert "red_flag.stop" in story.asks(PHYSICIAN, DecidePatch)
    assert since_of(story) == story.now
    lifts(story.wait(minutes=20))
    assert "red_flag.stop" not in story.asks(PHYSICIAN, DecidePatch)


ANY = "2026-11-16"
"""Told as of today, whatever the hour."""


@pytest.mark.parametrize(
    ("first", "no"),
    [("2026-11-16 10:00", "2026-11-16 10:20"), (ANY, ANY)],
    ids=["before the look", "as of today"],
)
def test_what_is_there_again_after_anybodys_no_was_not_looked_at(first: str, no: str) -> None:
    """H08: that no ended nothing; but what comes back after it came up again."""
    story = there(Whereabouts.TO_BE_BOOKED)
    story.at("2026-11-16 10:00").nurse(replace(flag(LEGS), occurred=moment(first)))
    if no != ANY:
        story.at("2026-11-16 10:20").nurse(flag(LEGS, answer=NO))
    lifts(story.at("2026-11-16 10:40"))
    if no == ANY:
        story.wait(minutes=5).nurse(replace(flag(LEGS, answer=NO), occurred=moment(ANY)))
    assert not stop_is_open(story.episode, story.protocol)
    story.at("2026-11-16 11:40").nurse(flag(LEGS))
    assert "red_flag.stop" in story.asks(PHYSICIAN, DecidePatch)
    assert stop_is_open(story.episode, story.protocol)
    lifts(story)


def test_a_physician_who_looked_at_it_after_a_patch_of_today_has_answered() -> None:
    """The sign may be of before the patch or after it; the look is of after both were told."""
    story = there(Whereabouts.TO_BE_BOOKED)
    story.at("2026-11-16 10:30").nurse(flag(LEGS))
    sign = Count(story.episode.position)
    story.at("2026-11-16 18:00").physician(replace(patch(), occurred=moment(ANY)))
    assert stop_is_open(story.episode, story.protocol)
    told_of = Count(story.episode.position)
    story.wait(minutes=1).physician(Acknowledge(positions=(told_of,)))
    assert stop_is_open(story.episode, story.protocol)
    story.wait(minutes=1).physician(Acknowledge(positions=(sign,)))
    assert not stop_is_open(story.episode, story.protocol)


def test_a_look_at_an_old_sign_answers_no_new_one() -> None:
    story = there(Whereabouts.TO_BE_BOOKED)
    story.at("2026-11-16 10:30").nurse(flag(LEGS))
    old = Count(story.episode.position)
    story.at("2026-11-16 14:00").physician(patch())
    story.at("2026-11-16 18:00").nurse(flag(LEGS))
    new = Count(story.episode.position)
    story.wait(minutes=5).physician(Acknowledge(positions=(old,)))
    assert stop_is_open(story.episode, story.protocol)
    story.physician(Acknowledge(positions=(new,)))
    assert not stop_is_open(story.episode, story.protocol)


@pytest.mark.parametrize(
    ("at", "stops"),
    [
        ("2026-11-16", True),
        ("2026-11-15", False),
        ("2026-11-16 10:25", False),
        ("2026-11-16 10:35", False),
    ],
    ids=["some time of the day", "the day before", "just before the sign", "just after it"],
)
def test_a_patch_known_by_its_day_may_have_come_before_the_sign(at: str, stops: bool) -> None:
    """H09: told in the evening; what was lifted in the morning is looked at again."""
    story = there(Whereabouts.TO_BE_BOOKED)
    story.at("2026-11-16 10:30").nurse(flag(LEGS))
    lifts(story.wait(minutes=20))
    story.at("2026-11-16 18:00").physician(replace(patch(), occurred=moment(at)))
    assert ("red_flag.stop" in story.asks(PHYSICIAN, DecidePatch)) is stops
    if stops:
        lifts(story.wait(minutes=20))
    assert "red_flag.stop" not in story.asks(PHYSICIAN, DecidePatch)


def test_after_a_needle_without_a_patch_it_is_new_too() -> None:
    story = there(Whereabouts.TO_BE_BOOKED)
    story.at("2026-11-16 10:00").nurse(flag(LEGS))
    lifts(story.wait(minutes=20))
    story.at("2026-11-16 14:00").physician(Abandon())
    assert "red_flag.stop" not in story.asks(PHYSICIAN, DecidePatch)
    story.wait(minutes=20).nurse(flag(LEGS))
    assert "red_flag.stop" in story.asks(PHYSICIAN, DecidePatch)
    assert stop_is_open(story.episode, story.protocol)
