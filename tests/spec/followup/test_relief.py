"""Follow-up: the curve of the pain, and relief against the score before (T10)."""

import pytest
from journey import called, due_at, headache_back, well
from story import Story

from bloodpatch.pathway.clinical import Course, Relief
from bloodpatch.pathway.clinical.pain_series import relieved
from bloodpatch.pathway.queries.pain import (
    before_patch,
    curve,
    relief,
)
from bloodpatch.pathway.stages.assessment.choices import Decided
from bloodpatch.pathway.stages.assessment.commands import RecordDecision
from bloodpatch.pathway.stages.followup.choices import Effect, HeadacheNow, UnknownBecause
from bloodpatch.pathway.stages.followup.commands import (
    RecordContact,
    RecordRelief,
    RecordReport,
    RecordStatus,
)
from bloodpatch.pathway.stages.followup.contact_reading import gone
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Answers, Pain


def test_the_curve_holds_every_score_with_its_position_in_order(home: Story) -> None:
    """T10: from before, over the next hours and days."""
    called(home, "h4")
    home.now = due_at(home, "h24")
    home.nurse(well("h24", lying=0, upright=1))
    scores = [pain.plain() for _, pain in curve(home.episode)]
    assert scores == ["2 lying", "8 upright", "0 lying", "0 upright", "0 lying", "1 upright"]
    times = [at.at for at, _ in curve(home.episode)]
    assert times == sorted(times)


def test_the_follow_up_alone_has_its_own_series(home: Story) -> None:
    called(home, "h4")
    assert [(at.at, str(pain)) for at, pain in home.episode.now.followup.pain] == [
        (due_at(home, "h4"), "0 of 10, lying"),
        (due_at(home, "h4"), "0 of 10, upright"),
    ]


def test_relief_is_counted_from_the_last_score_before_the_patch(home: Story) -> None:
    home.now = due_at(home, "h4")
    home.nurse(well("h4", lying=0, upright=2))
    lying, upright = relief(home.episode, home.episode.now)
    assert (lying.before.score, lying.now.score, lying.percent) == (2, 0, 100)
    assert (upright.before.score, upright.now.score, upright.points) == (8, 2, 6)
    assert upright.percent == 75
    assert [p.plain() for _, p in before_patch(home.episode, home.episode.now)] == [
        "2 lying",
        "8 upright",
    ]


@pytest.mark.parametrize(
    ("before", "now", "percent"),
    [
        ("8 standing", "2 standing", 75),
        ("8 upright", "2 standing", 75),
        ("8 sitting", "2 upright", 75),
        ("4 lying", "6 lying", -50),
        ("0 lying", "3 lying", None),
    ],
)
def test_sitting_and_standing_are_one_posture(before: str, now: str, percent: int | None) -> None:
    found = relieved(Pain.of(before), Pain.of(now))
    assert found is not None and found.percent == percent


@pytest.mark.parametrize(
    ("before", "now"),
    [("8 standing", "2 lying"), ("8 not_stated", "2 standing"), ("8 not_stated", "2 not_stated")],
)
def test_scores_in_different_positions_are_never_compared(before: str, now: str) -> None:
    assert relieved(Pain.of(before), Pain.of(now)) is None


# is it gone


@pytest.mark.parametrize(
    ("entry", "is_gone"),
    [
        (RecordContact(headache=HeadacheNow.NONE), True),
        (RecordContact(headache=HeadacheNow.BETTER), False),
        (RecordContact(pain_upright=Pain.of("0 standing")), True),
        (RecordContact(pain_upright=Pain.of("1 standing")), False),
        (RecordContact(pain_lying=Pain.of("0 lying")), None),
        (RecordContact(headache=HeadacheNow.NONE, pain_upright=Pain.of("4 upright")), False),
        (RecordRelief(relief=Relief.COMPLETE), True),
        (RecordRelief(relief=Relief.PARTIAL), False),
        (RecordRelief(relief=Relief.LASTING_NOT_TOLD), None),
        (RecordRelief(relief=Relief.COMPLETE, recurred=Answer.YES), False),
        (RecordStatus(course=Course.RESOLVED), True),
        (RecordStatus(course=Course.IMPROVING), False),
        (RecordStatus(unknown_because=UnknownBecause.TEXT_ENDS), None),
        (RecordContact(), None),
    ],
)
def test_gone_is_only_what_somebody_said(entry: Command, is_gone: bool | None) -> None:
    assert gone(entry) is is_gone


def test_it_recurred_when_it_is_there_after_it_was_gone(home: Story) -> None:
    called(home, "h4")
    assert not home.episode.now.followup.recurred
    home.now = due_at(home, "h24")
    home.nurse(well("h24", upright=5))
    assert home.episode.now.followup.recurred


def test_it_recurred_when_somebody_says_so(home: Story) -> None:
    home.nurse(RecordRelief(recurred=Answer.YES))
    assert home.episode.now.followup.recurred
    home.wait(hours=4).nurse(well())
    assert not home.episode.now.followup.recurred


# it stays, or it came back


@pytest.mark.parametrize(
    "entry",
    [
        RecordContact(headache=HeadacheNow.SAME),
        RecordContact(headache=HeadacheNow.WORSE),
        RecordReport(pain_upright=Pain.of("7 upright")),
        RecordReport(recurred=Answer.YES),
        RecordReport(adverse_effects=Answers({Effect.NO_RELIEF: Answer.YES})),
        RecordRelief(relief=Relief.NONE),
        RecordStatus(course=Course.RECURRED),
    ],
)
def test_a_headache_that_stays_is_a_physicians_to_decide_on(home: Story, entry: Command) -> None:
    """T15: within the hours of the protocol."""
    assert "followup.headache_stays" in home.nurse(entry)
    assert "repeat.decision" in home.owes()


@pytest.mark.parametrize(
    "entry",
    [
        RecordContact(headache=HeadacheNow.BETTER, pain_upright=Pain.of("3 upright")),
        RecordRelief(relief=Relief.PARTIAL),
        RecordReport(pain_lying=Pain.of("7 lying")),
    ],
)
def test_a_headache_that_gets_better_is_not(home: Story, entry: Command) -> None:
    assert "followup.headache_stays" not in home.nurse(entry)
    assert "repeat.decision" not in home.owes()


def test_it_ends_when_the_headache_has_gone(home: Story) -> None:
    """T10: it goes on improving for several hours."""
    home.now = due_at(home, "h4")
    home.nurse(well("h4", upright=5))
    assert "repeat.decision" in home.owes()
    called(home, "h24")
    assert "repeat.decision" not in home.owes()


def test_it_ends_when_a_physician_has_decided(home: Story) -> None:
    headache_back(home).wait(hours=1)
    home.physician(RecordDecision(decision=Decided.NO_FURTHER_PATCH))
    assert home.owes() == ["followup.contact"]
