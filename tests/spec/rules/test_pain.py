"""T10: every score is a point of the curve; relief is told in the posture that was asked twice."""

import pytest
from entries import patch
from journey import headache_back
from places import there
from samples import minimal
from story import Story, moment

from bloodpatch.pathway.queries.pain import curve, relief
from bloodpatch.pathway.stages.assessment.commands import RecordHeadache
from bloodpatch.pathway.stages.followup.commands import RecordContact, RecordRelief
from bloodpatch.pathway.stages.procedure.commands import RecordInjection
from bloodpatch.pathway.stages.recovery.commands import RecordObservations, RecordStandAndWalk
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Pain
from bloodpatch.pathway.whereabouts import Whereabouts


def pain(text: str) -> Pain:
    return Pain.of(text)


def points(story: Story) -> list[str]:
    return [score.plain() for _, score in curve(story.episode)]


def relieved(story: Story) -> list[tuple[str, str]]:
    found = relief(story.episode, story.episode.now)
    return [(one.before.plain(), one.now.plain()) for one in found]


STATED: dict[str, tuple[Command, list[str]]] = {
    "lying and upright": (
        RecordHeadache(pain_lying=pain("2 lying"), pain_upright=pain("8 upright")),
        ["2 lying", "8 upright"],
    ),
    "other scores": (
        RecordHeadache(pain=(pain("6 sitting"), pain("4 not_stated"))),
        ["6 sitting", "4 not_stated"],
    ),
    "while she rests": (RecordObservations(pain_lying=pain("1 lying")), ["1 lying"]),
    "on standing up": (
        minimal(RecordStandAndWalk, pain_standing=pain("3 standing")),
        ["3 standing"],
    ),
    "with the relief": (RecordRelief(pain_now=pain("2 standing")), ["2 standing"]),
    "of a time before": (RecordRelief(pain_before=pain("9 standing")), []),
    "of the back": (RecordContact(back_pain_score=pain("5 not_stated")), []),
    "while the blood went in": (RecordInjection(pain=(pain("5 lying"),)), []),
}


@pytest.mark.parametrize(("entry", "scores"), STATED.values(), ids=STATED)
def test_every_score_of_the_headache_is_a_point_of_the_curve(
    story: Story, entry: Command, scores: list[str]
) -> None:
    story.physician(entry)
    assert points(story) == scores


def test_the_curve_goes_on_in_order_through_another_assessment() -> None:
    story = headache_back(there(Whereabouts.FOLLOWED_UP))
    told = [at.at for at, _ in curve(story.episode)]
    assert told == sorted(told)
    assert points(story)[-4:] == ["2 lying", "7 upright"] * 2


BEFORE_AND_SINCE: dict[str, tuple[list[str], list[str], list[tuple[str, str]]]] = {
    "both postures": (
        ["2 lying", "8 upright"],
        ["0 lying", "1 standing"],
        [("2 lying", "0 lying"), ("8 upright", "1 standing")],
    ),
    "the last before and the last since": (
        ["9 upright", "7 upright"],
        ["5 upright", "3 upright"],
        [("7 upright", "3 upright")],
    ),
    "upright before, lying since": (["8 upright"], ["1 lying"], []),
    "lying before, upright since": (["2 lying"], ["1 upright"], []),
    "nothing since": (["8 upright"], [], []),
    "nothing before": ([], ["1 upright"], []),
    "position not told": (["8 not_stated"], ["1 not_stated"], []),
}


@pytest.mark.parametrize(
    ("before", "since", "expected"), BEFORE_AND_SINCE.values(), ids=BEFORE_AND_SINCE
)
def test_relief_is_told_in_each_posture_that_was_asked_before_and_since(
    story: Story, before: list[str], since: list[str], expected: list[tuple[str, str]]
) -> None:
    for score in before:
        story.wait(minutes=5).nurse(RecordHeadache(pain=(pain(score),)))
    story.wait(hours=1).physician(patch())
    for score in since:
        story.wait(hours=1).nurse(RecordContact(pain=(pain(score),)))
    assert relieved(story) == expected


def test_without_a_patch_there_is_nothing_to_be_relieved_by(story: Story) -> None:
    story.nurse(RecordHeadache(pain=(pain("8 upright"),)))
    story.wait(hours=1).nurse(RecordHeadache(pain=(pain("2 upright"),)))
    assert relieved(story) == []


def test_a_score_of_before_the_patch_that_is_entered_late_is_one_of_before(story: Story) -> None:
    story.at("2026-11-16 14:00").physician(patch())
    story.wait(hours=2).nurse(RecordContact(pain=(pain("2 upright"),)))
    early = RecordHeadache(pain=(pain("8 upright"),), occurred=moment("2026-11-16 11:00"))
    story.nurse(early)
    assert relieved(story) == [("8 upright", "2 upright")]
