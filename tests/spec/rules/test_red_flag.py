"""T3: every red flag is asked at all, and lately."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from entries import flag, raised
from places import there
from story import NURSE, Story, moment

from bloodpatch.pathway.clinical import RED_FLAGS_ASKED, RedFlag
from bloodpatch.pathway.rules import red_flag
from bloodpatch.pathway.stages.preparation.commands import TakeTimeOut
from bloodpatch.pathway.stages.recovery.commands import PermitStanding
from bloodpatch.pathway.values import Answer
from bloodpatch.pathway.whereabouts import Whereabouts

FEVER, NO = RedFlag.FEVER, Answer.NO


def partly() -> Story:
    story = Story()
    story.nurse(flag(FEVER, answer=NO))
    return story


@pytest.mark.parametrize(
    ("patient", "codes"),
    [
        (Story, ["red_flag.not_asked"]),
        (partly, ["red_flag.not_asked"]),
        (lambda: there(Whereabouts.BEING_PREPARED), []),
    ],
    ids=["nobody asked", "some were left out", "all were asked this morning"],
)
def test_the_time_out_waits_for_every_flag_to_be_asked(
    patient: Callable[[], Story], codes: list[str]
) -> None:
    found = patient().asks(NURSE, TakeTimeOut)
    assert [c for c in found if c.startswith("red_flag.")] == codes


def test_told_of_a_day_it_is_as_old_as_the_morning_of_that_day(story: Story) -> None:
    day = moment("2026-11-16")
    told = flag(*RED_FLAGS_ASKED, answer=NO)
    story.at("2026-11-16 20:00").nurse(replace(told, occurred=day))
    hours = story.protocol.booking.red_flag_screen_valid_hours
    for late, codes in ((0, []), (1, ["red_flag.out_of_date"])):
        story.now = day.earliest + timedelta(hours=hours, minutes=late)
        assert raised(story, red_flag.red_flags_were_asked_today) == codes


def test_a_fit_in_the_bay_keeps_her_lying_until_a_physician_has_reviewed_it() -> None:
    """H34: not only what is seen in the legs stops standing up (A3 of the trial)."""
    story = there(Whereabouts.RECOVERING)
    story.nurse(flag(RedFlag.SEIZURE))
    assert "red_flag.stop" in story.asks(NURSE, PermitStanding)


def test_what_is_advised_stands_at_the_time_out_too() -> None:
    """A23: a finding stands at each permit that it concerns, until the fact ends."""
    story = there(Whereabouts.BEING_PREPARED)
    assert "workup.seizure_after_birth" not in story.asks(NURSE, TakeTimeOut)
    story.nurse(flag(RedFlag.SEIZURE))
    assert "workup.seizure_after_birth" in story.asks(NURSE, TakeTimeOut)
