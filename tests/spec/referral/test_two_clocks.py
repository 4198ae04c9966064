"""Two clocks that are never mixed (T3): one starts at the puncture, one at the headache."""

import pytest
from story import NURSE, Story, moment

from bloodpatch.pathway.stages.referral.choices import Dura
from bloodpatch.pathway.stages.referral.commands import RecordOnset, RecordPuncture

BEFORE = ["referral.onset_before_puncture"]

IMPOSSIBLE = [
    ("2026-11-14 10:00", "2026-11-14 09:59"),
    ("2026-11-14 10h", "2026-11-14 09:59"),
    ("2026-11-14 10:00", "2026-11-14 08h"),
    ("2026-11-14", "2026-11-13"),
]
# However the two are read, there is a reading in which the puncture came first.
POSSIBLE = [
    ("2026-11-14 10:00", "2026-11-14 10:00"),
    ("2026-11-14 10:30", "2026-11-14 10h"),
    ("2026-11-14 10:00", "2026-11-14"),
    ("2026-11-14", "2026-11-14 06:00"),
    ("2026-11-14", "2026-11-14"),
    ("by 2026-11-14", "2026-11-01 06:00"),
    ("2026-11-14 10:00", "by 2026-11-15 12:00"),
]


def puncture(at: str | None) -> RecordPuncture:
    return RecordPuncture(punctured_at=at and moment(at))


def onset(at: str | None) -> RecordOnset:
    return RecordOnset(onset_at=at and moment(at))


def test_each_clock_is_kept(story: Story) -> None:
    story.nurse(puncture("2026-11-13 16:10"), onset("2026-11-14 09:00"))
    assert story.episode.referral.puncture_at == moment("2026-11-13 16:10")
    assert story.episode.referral.onset_at == moment("2026-11-14 09:00")


@pytest.mark.parametrize(("punctured", "began"), IMPOSSIBLE)
def test_a_headache_cannot_begin_before_its_puncture(
    story: Story, punctured: str, began: str
) -> None:
    story.nurse(puncture(punctured))
    assert story.refuses(NURSE, onset(began)) == BEFORE


@pytest.mark.parametrize(("punctured", "began"), IMPOSSIBLE)
def test_nor_can_the_puncture_come_after_its_headache(
    story: Story, punctured: str, began: str
) -> None:
    story.nurse(onset(began))
    assert story.refuses(NURSE, puncture(punctured)) == BEFORE


@pytest.mark.parametrize(("punctured", "began"), POSSIBLE)
def test_what_is_only_roughly_known_is_not_refused(
    story: Story, punctured: str, began: str
) -> None:
    assert not set(BEFORE) & set(story.copy().nurse(puncture(punctured), onset(began)))
    assert not set(BEFORE) & set(story.nurse(onset(began), puncture(punctured)))


def test_what_is_not_told_contradicts_nothing(story: Story) -> None:
    assert story.nurse(puncture(None), onset("2026-11-14"), puncture(None), onset(None)) == []


def test_the_first_of_several_punctures_decides(story: Story) -> None:
    story.nurse(puncture("2026-11-10 10:00"), puncture("2026-11-14 10:00"))
    assert story.nurse(onset("2026-11-12 10:00")) == []
    assert story.refuses(NURSE, onset("2026-11-09 10:00")) == BEFORE


def test_a_second_puncture_may_follow_the_headache(story: Story) -> None:
    story.nurse(puncture("2026-11-10 10:00"), onset("2026-11-12 10:00"))
    assert story.nurse(puncture("2026-11-14 10:00")) == ["referral.another_puncture"]


def test_after_a_word_that_there_was_none_a_puncture_is_no_second_one(story: Story) -> None:
    story.nurse(RecordPuncture(dura=Dura.NOT_PUNCTURED))
    assert story.nurse(puncture("2026-11-14 10:00")) == []


def test_an_earlier_onset_is_the_onset(story: Story) -> None:
    story.nurse(onset("2026-11-14 10:00"), onset("2026-11-13 10:00"), onset(None))
    assert story.episode.referral.onset_at == moment("2026-11-13 10:00")


def test_the_refusal_names_both_times_and_what_to_correct_first(story: Story) -> None:
    story.nurse(puncture("2026-11-14 10:00"))
    finding = story.decide(NURSE, onset("2026-11-13 10:00")).findings[0]
    assert "Fri 13 Nov 10:00" in finding.says
    assert "Sat 14 Nov 10:00" in finding.says
    assert finding.clears.startswith("Correct the time of the puncture first")


@pytest.mark.parametrize(
    ("first", "then", "another"),
    [
        (Dura.PUNCTURED, Dura.PUNCTURED, True),
        (Dura.PUNCTURED, Dura.NOT_PUNCTURED, False),
        (Dura.PUNCTURED, None, True),
    ],
)
def test_a_needle_that_pierced_nothing_is_no_other_puncture(
    story: Story, first: Dura, then: Dura | None, another: bool
) -> None:
    story.nurse(RecordPuncture(dura=first))
    assert ("referral.another_puncture" in story.nurse(RecordPuncture(dura=then))) is another
