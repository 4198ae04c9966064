"""T3: the two clocks. Late, at once and long each mean that somebody looks again."""

import pytest
from entries import investigated, opinion, patch, puncture, raised
from journey import referred
from samples import minimal
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import ImagedRegion, Investigation, Specialty, Timing
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.rules import headache_duration
from bloodpatch.pathway.stages.assessment.choices import Advice, Progress
from bloodpatch.pathway.stages.assessment.commands import (
    DecidePatch,
    RecordConservative,
    RecordHeadache,
)
from bloodpatch.pathway.stages.referral.choices import Occasion
from bloodpatch.pathway.stages.referral.commands import Receive, RecordOnset
from bloodpatch.pathway.stages.repeat.events import RepeatDecided
from bloodpatch.pathway.statements import Command

LATE, LONG, AT_ONCE = (
    "headache_duration.late_onset",
    "headache_duration.long_lasting",
    "headache_duration.began_at_once",
)
NEEDLE = "2026-11-08 08:00"


def told(text: str, **said: object) -> RecordOnset:
    return RecordOnset(timing=Timing.parse(text), **said)  # type: ignore[arg-type]


def since_the_needle(story: Story, onset: RecordOnset) -> list[str]:
    story.physician(puncture(punctured_at=moment(NEEDLE)))
    return story.physician(onset)


ONSETS = {
    "the next day": (told("1 day after puncture"), []),
    "on day 5": (told("5 days after puncture"), []),
    "day 6 may be 5 days and an hour": (told("6 days after puncture"), []),
    "on day 7": (told("7 days after puncture"), [LATE]),
    "5 days by the hour": (told("120 hours after puncture"), []),
    "an hour more": (told("121 hours after puncture"), [LATE]),
    "counted from the birth": (told("9 days after delivery"), [LATE]),
    "counted from the operation": (told("9 days after procedure"), [LATE]),
    "counted from the catheter": (told("9 days after catheter removal"), [LATE]),
    "counted from the implant": (told("9 days after implant"), [LATE]),
    "counted from something else": (told("9 days after admission"), []),
    "within so many days at the most": (told("until 9 days after puncture"), []),
    "before it": (told("9 days before procedure"), []),
    "came back": (told("9 days after puncture", occasion=Occasion.RECURRENCE), []),
    "for the first time": (told("9 days after puncture", occasion=Occasion.FIRST), [LATE]),
    "by the clock": (RecordOnset(onset_at=moment("2026-11-13 08:00")), []),
    "a minute later": (RecordOnset(onset_at=moment("2026-11-13 08:01")), [LATE]),
    "not told": (RecordOnset(), []),
}


@pytest.mark.parametrize(("onset", "codes"), ONSETS.values(), ids=ONSETS)
def test_a_late_onset(story: Story, onset: RecordOnset, codes: list[str]) -> None:
    assert since_the_needle(story, onset) == codes


def test_without_a_time_of_the_puncture_nothing_is_made_up(story: Story) -> None:
    story.physician(puncture())
    assert story.physician(RecordOnset(onset_at=moment("2026-11-14"))) == []


@pytest.mark.parametrize(
    ("onset", "codes"),
    [
        (told("immediately after puncture"), [AT_ONCE]),
        (told("at puncture"), [AT_ONCE]),
        (told("60 minutes after puncture"), [AT_ONCE]),
        (told("61 minutes after puncture"), []),
        (told("within 1 hour after procedure"), [AT_ONCE]),
        (told("within 1 day after puncture"), []),
        (told("immediately after delivery"), []),
        (told("immediately after admission"), []),
        (RecordOnset(onset_at=moment("2026-11-08 09:00")), [AT_ONCE]),
        (RecordOnset(onset_at=moment("2026-11-08 09:01")), []),
        (RecordOnset(onset_at=moment("2026-11-08")), []),
    ],
)
def test_at_once(story: Story, onset: RecordOnset, codes: list[str]) -> None:
    assert since_the_needle(story, onset) == codes


HEAD = investigated(Investigation.CT, region=(ImagedRegion.BRAIN,))
ASKED_FOR = investigated(Investigation.CT, done=Progress.REQUESTED)
LOOKS = {
    "an image": (HEAD, True, True),
    "an opinion": (opinion(Specialty.NEUROLOGY), True, False),
    "no opinion yet": (opinion(Specialty.NEUROLOGY, Advice.NO_OPINION_YET), False, False),
    "an image that was asked for": (ASKED_FOR, False, False),
}


@pytest.mark.parametrize(("look", "late", "at_once"), LOOKS.values(), ids=LOOKS)
def test_somebody_looked_again(story: Story, look: Command, late: bool, at_once: bool) -> None:
    """An opinion answers what is late or long; air in the head is looked for by an image."""
    story.physician(told("9 days after puncture"))
    story.physician(told("immediately after puncture"))
    story.physician(RecordHeadache(lasting=Timing.parse("for 3 weeks")))
    story.wait(hours=1).physician(look)
    assert raised(story, headache_duration.began_in_time) == ([] if late else [LATE])
    assert raised(story, headache_duration.has_not_lasted_too_long) == ([] if late else [LONG])
    assert raised(story, headache_duration.did_not_begin_at_once) == ([] if at_once else [AT_ONCE])


def test_what_is_told_again_is_looked_at_again(story: Story) -> None:
    """Each time that it is told asks anew, whatever was imaged before."""
    late, at_once = told("9 days after puncture"), told("immediately after puncture")
    for weeks in (3, 4):
        lasting = RecordHeadache(lasting=Timing.parse(f"for {weeks} weeks"))
        story.wait(hours=1).physician(late, at_once, lasting)
        assert raised(story, headache_duration.began_in_time) == [LATE]
        assert raised(story, headache_duration.did_not_begin_at_once) == [AT_ONCE]
        assert raised(story, headache_duration.has_not_lasted_too_long) == [LONG]
        story.wait(hours=1).physician(HEAD)
        assert raised(story, headache_duration.began_in_time) == []
        assert raised(story, headache_duration.did_not_begin_at_once) == []
        assert raised(story, headache_duration.has_not_lasted_too_long) == []


LASTING = {
    "14 days": (RecordHeadache(lasting=Timing.parse("for 14 days")), []),
    "15 days may be 14 and an hour": (RecordHeadache(lasting=Timing.parse("for 15 days")), []),
    "16 days": (RecordHeadache(lasting=Timing.parse("for 16 days")), [LONG]),
    "in the referral": (Receive(headache_for=Timing.parse("for 3 weeks")), [LONG]),
    "counted from the needle": (
        RecordHeadache(timing=Timing.parse("3 weeks after puncture")),
        [LONG],
    ),
    "counted from admission": (
        RecordHeadache(timing=Timing.parse("3 weeks after admission")),
        [],
    ),
    "up to so long at the most": (
        RecordHeadache(timing=Timing.parse("until 3 weeks after puncture")),
        [],
    ),
    "for as long as nobody says": (RecordHeadache(lasting=Timing.parse("since puncture")), []),
    "care that lasted": (RecordConservative(lasting=Timing.parse("for 3 weeks")), []),
    "not told": (RecordHeadache(), []),
}


@pytest.mark.parametrize(("entry", "codes"), LASTING.values(), ids=LASTING)
def test_a_headache_that_lasts(story: Story, entry: Command, codes: list[str]) -> None:
    assert [c for c in story.physician(entry) if c == LONG] == codes


def test_the_clock_runs_on_and_is_read_at_the_decision(story: Story) -> None:
    """Nobody writes anything down on day 15: so whoever decides is told."""
    referred(story)
    story.physician(RecordHeadache())
    story.at("2026-11-28 09:00")
    assert LONG not in story.asks(PHYSICIAN, DecidePatch)
    story.at("2026-11-28 09:01")
    assert LONG in story.asks(PHYSICIAN, DecidePatch)
    story.wait(minutes=1).physician(HEAD)
    assert LONG not in story.asks(PHYSICIAN, DecidePatch)


def test_an_early_image_does_not_answer_for_what_lasts_later(story: Story) -> None:
    referred(story)
    story.at("2026-11-17 09:00").physician(HEAD)
    story.at("2026-12-05 09:00")
    assert raised(story, headache_duration.has_not_lasted_too_long) == [LONG]


ON_THE_14TH = RecordOnset(onset_at=moment("2026-11-14"))


def test_of_an_onset_on_some_day_the_end_of_the_day_counts(story: Story) -> None:
    """So an image on the morning of day 14 is not one of a headache that lasts too long."""
    story.physician(ON_THE_14TH)
    story.at("2026-11-28 09:00").physician(HEAD)
    story.at("2026-11-28 23:59")
    assert raised(story, headache_duration.has_not_lasted_too_long) == []
    story.at("2026-11-29 00:01")
    assert raised(story, headache_duration.has_not_lasted_too_long) == [LONG]


def test_an_image_at_the_very_minute_is_one_of_a_headache_that_lasts(story: Story) -> None:
    onset = RecordOnset(onset_at=moment("2026-11-14 09:00"))
    story.at("2026-11-28 09:00").physician(HEAD, onset)
    assert raised(story.wait(hours=1), headache_duration.has_not_lasted_too_long) == []


@pytest.mark.parametrize("then", [(), (minimal(RepeatDecided),)])
def test_after_a_patch_the_clock_of_the_onset_says_nothing(
    story: Story, then: tuple[Event, ...]
) -> None:
    """Nor where another one has been decided since."""
    referred(story)
    story.physician(patch())
    story.wait(days=1).given(*then)
    story.at("2026-12-05 09:00")
    assert raised(story, headache_duration.has_not_lasted_too_long) == []
