"""What else is asked before another patch (T15 H49): a look at her that is newer than the patch,
and nothing open that would have held back the first."""

import pytest
from entries import flag, history, patch
from journey import no_red_flags
from samples import minimal
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.amendment.commands import ExpectEntries
from bloodpatch.pathway.clinical import Antithrombotic, HistoryItem, RedFlag
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.assessment.commands import (
    RecordHeadache,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.assessment.events import (
    DecisionRecorded,
    PatchDecided,
)
from bloodpatch.pathway.stages.closure.commands import RecordDied
from bloodpatch.pathway.stages.preparation.commands import RecordAntithrombotic
from bloodpatch.pathway.stages.procedure.commands import StartProcedure
from bloodpatch.pathway.stages.procedure.events import Injected
from bloodpatch.pathway.stages.repeat.commands import (
    DecideRepeat,
    RecordRepeatDecision,
)
from bloodpatch.pathway.stages.repeat.events import (
    RepeatDecided,
    RepeatDecisionRecorded,
)
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Answer, Count, Millilitres


def asks(story: Story) -> list[str]:
    return story.asks(PHYSICIAN, DecideRepeat)


# something open that holds back any patch


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (ExpectEntries(struck_in=Code("e-7"), positions=(Count(3),)), "reentry.not_entered_here"),
        (flag(RedFlag.SEIZURE), "red_flag.stop"),
        (history(HistoryItem.LEUKAEMIA), "specialist.needed"),
        (RecordAntithrombotic(drug=Antithrombotic.WARFARIN), "antithrombotics.on_a_drug"),
    ],
)
def test_what_would_hold_back_the_first_patch_speaks_against_another(
    back: Story, entry: Command, code: str
) -> None:
    back.physician(entry)
    assert code in asks(back)


def test_nobody_who_died_is_patched_again(back: Story) -> None:
    back.physician(minimal(RecordDied))
    assert asks(back) == ["closed_episode.patient_died"]


# the new look


def screened(story: Story, time: str) -> Story:
    """Asked and assessed at this time, however exactly it is known."""
    at = moment(time)
    story.nurse(RecordHeadache(occurred=at), ScreenRedFlags(flags=no_red_flags(), occurred=at))
    return story


def test_flags_asked_a_few_hours_before_the_patch_say_nothing_of_after_it(home: Story) -> None:
    """All of 09:00, and fresh; but the patch was at two in the afternoon."""
    assert "repeat.flags_not_asked" in asks(home.at("2026-11-16 20:00"))


def test_what_was_asked_in_the_minute_of_the_patch_was_asked_after_it(home: Story) -> None:
    given = home.episode.now.procedure.given_at
    screened(home, f"{given.local:%Y-%m-%d %H:%M}")
    assert "repeat.flags_not_asked" not in asks(home)


def test_flags_that_nobody_ever_asked_are_not_asked(story: Story) -> None:
    story.nurse(patch())
    assert "repeat.flags_not_asked" in asks(story.wait(days=2))


def test_an_assessment_of_some_time_in_an_hour_is_as_old_as_its_beginning(home: Story) -> None:
    screened(home.at("2026-11-17 15:50"), "2026-11-17 15h")
    home.at("2026-11-17 15:00").wait(hours=home.protocol.repeat.reassessment_valid_hours)
    assert "repeat.reassessed_long_ago" not in asks(home)
    assert "repeat.reassessed_long_ago" in asks(home.wait(minutes=1))


# the patch before


def test_a_patch_is_one_though_nobody_recorded_the_needle_out(story: Story) -> None:
    story.at("2026-11-16 14:00").physician(StartProcedure())
    assert "repeat.no_patch" in asks(story)
    story.given(Injected(volume_ml_injected=Millilitres(20), needle_out=Answer.NO))
    assert "repeat.no_patch" not in asks(story)


# two physicians at once


@pytest.mark.parametrize("command", [DecideRepeat, RecordRepeatDecision])
@pytest.mark.parametrize(
    "meanwhile", [PatchDecided, DecisionRecorded, RepeatDecided, RepeatDecisionRecorded]
)
def test_whoever_decides_sees_first_what_was_decided_meanwhile(
    back: Story, command: type[Command], meanwhile: type[Event]
) -> None:
    assert back.asks(PHYSICIAN, command) == []
    back.given(minimal(meanwhile))
    newest = back.episode.history[-1].event
    assert newest.name.startswith(ACTS[command.name].depends_on)
