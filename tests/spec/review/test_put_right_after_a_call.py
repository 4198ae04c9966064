"""A no that is put right to a yes is heard by nobody who called before (H08 H36)."""

from collections.abc import Callable

import pytest
from journey import (
    assessed,
    called,
    discharged,
    due_at,
    patched,
    ready_for_a_patch,
    recovered,
    referred,
    well,
)
from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway.amendment.commands import Correct
from bloodpatch.pathway.clinical import RED_FLAGS_ASKED, RedFlag
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.review.commands import Acknowledge
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.values import Count, FreeText

OWED = "followup.red_flag"


@pytest.fixture
def home(story: Story) -> Story:
    """At home, well, and called by a nurse and then by a physician."""
    begun = assessed(referred(story))
    discharged(recovered(patched(ready_for_a_patch(begun.at("2026-11-16 14:05")))))
    called(story, "h4").now = due_at(story, "h24")
    story.nurse(well("h24"))
    return story


def put_right(story: Story) -> Correct:
    flags = {flag.value: "no" for flag in RED_FLAGS_ASKED} | {RedFlag.SEIZURE.value: "yes"}
    return Correct(
        position=Count(nurses_call(story)),
        field=Code("flags"),
        value=PlainForm(flags),
        reason=FreeText("Ticked in the wrong line."),
    )


def nurses_call(story: Story) -> int:
    calls = (h for h in story.episode.now.followup.reached if h.by.role is NURSE)
    return max(call.position for call in calls)


def looked_at(story: Story) -> Acknowledge:
    return Acknowledge(positions=(Count(nurses_call(story)),))


@pytest.mark.parametrize("word", [lambda _: well(), looked_at], ids=["a call", "a look"])
def test_the_physician_spoke_before_it_said_so(home: Story, word: Callable[..., object]) -> None:
    home.wait(hours=1).physician(word(home))
    home.wait(hours=1).nurse(put_right(home))
    assert OWED in home.owes()
    home.wait(minutes=5).physician(word(home))
    assert OWED not in home.owes()


@pytest.mark.parametrize(("who", "owed"), [(NURSE, True), (PHYSICIAN, False)])
def test_who_puts_it_right_as_a_physician_has_seen_it(home: Story, who: Role, owed: bool) -> None:
    home.wait(hours=1).physician(well())
    home.wait(hours=1).does(who, put_right(home))
    assert (OWED in home.owes()) is owed


def test_another_word_put_right_calls_nobody_again(home: Story) -> None:
    home.wait(hours=1).nurse(put_right(home))
    home.wait(minutes=5).physician(well())
    pain = Correct(
        position=Count(nurses_call(home)),
        field=Code("usual_activity"),
        value=PlainForm("yes"),
        reason=FreeText("Not filled in."),
    )
    home.wait(hours=1).nurse(pain)
    assert OWED not in home.owes()
