"""Closure: what is known last about how it ended, whoever told it, and how late it was told."""

from dataclasses import replace

import pytest
from journey import (
    all_contacts_made,
    cleared,
    followed_up,
    headache_back,
    referred,
    repeat_decided,
    well,
)
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import AdverseKind, Symptom, Timing
from bloodpatch.pathway.stages.closure.commands import CloseEpisode, RecordOutcome
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.stages.procedure.commands import RecordPatch
from bloodpatch.pathway.stages.referral.choices import DeclinedWhat
from bloodpatch.pathway.stages.referral.commands import RecordDeclined
from bloodpatch.pathway.values import Answer

NOT_OVER = "closure.not_resolved"
NOT_LASTING = "closure.not_lasting"


@pytest.fixture
def over(home: Story) -> Story:
    """Cleared on day 6, and well at every planned contact up to three months."""
    return all_contacts_made(cleared(followed_up(home)))


def asks(story: Story) -> list[str]:
    return story.asks(PHYSICIAN, CloseEpisode)


# what was told, in the words of the finding

LEFT: dict[str, tuple[RecordOutcome, str]] = {
    "better": (RecordOutcome(status=Status.PARTIAL), "Better, not gone"),
    "unknown": (RecordOutcome(status=Status.UNKNOWN), "Unknown"),
    "not free of symptoms": (RecordOutcome(symptom_free=Answer.NO), "symptoms are left"),
    "a deficit": (RecordOutcome(deficits=(Symptom.DIPLOPIA,)), Symptom.DIPLOPIA.label),
    "a harm": (RecordOutcome(harms=(AdverseKind.FACIAL_PALSY,)), AdverseKind.FACIAL_PALSY.label),
    "both, and called resolved": (
        RecordOutcome(
            status=Status.RESOLVED,
            deficits=(Symptom.DIPLOPIA,),
            harms=(AdverseKind.FACIAL_PALSY,),
        ),
        f"{Symptom.DIPLOPIA.label}, {AdverseKind.FACIAL_PALSY.label}",
    ),
}


@pytest.mark.parametrize(("told", "words"), LEFT.values(), ids=LEFT)
def test_what_is_left_is_named(over: Story, told: RecordOutcome, words: str) -> None:
    over.wait(hours=1).nurse(told)
    finding = over.finding(PHYSICIAN, CloseEpisode, NOT_OVER)
    assert finding.says == f"The last word is that it is not over: {words}."


@pytest.mark.parametrize(
    "told",
    [
        RecordOutcome(symptom_free=Answer.YES),
        RecordOutcome(status=Status.RESOLVED),
        RecordOutcome(status=Status.ALTERNATIVE_DIAGNOSIS_RECOVERED, symptom_free=Answer.YES),
    ],
    ids=["free of symptoms", "resolved", "something else, recovered"],
)
def test_without_a_patch_a_good_outcome_is_heard_as_well_as_a_call(
    story: Story, told: RecordOutcome
) -> None:
    referred(story).desk(RecordDeclined(what=DeclinedWhat.PATCH))
    story.wait(days=2).nurse(told)
    assert asks(story) == []


def test_an_outcome_that_says_nothing_does_not_take_the_headache_away(over: Story) -> None:
    over.wait(hours=1).nurse(well(upright=2))
    over.wait(hours=1).nurse(RecordOutcome(discharged=Answer.YES))
    assert NOT_OVER in over.refuses(PHYSICIAN, CloseEpisode(status=Status.RESOLVED))


# how late it was told


def test_a_call_may_tell_how_late_it_was_heard(story: Story) -> None:
    """Written up on one day, as published cases are: at four weeks there was no headache."""
    story.nurse(RecordPatch())
    story.wait(minutes=1).nurse(replace(well(), timing=Timing.parse("4 weeks after patch")))
    assert NOT_LASTING not in asks(story)


def test_relief_is_counted_from_the_last_patch(home: Story) -> None:
    """T10, T15: what was gone two weeks after the first patch says nothing of the second."""
    repeat_decided(headache_back(home)).nurse(RecordPatch())
    days = home.protocol.closure.sustained_relief_days
    home.wait(days=days - 3).nurse(well())
    assert NOT_LASTING in asks(home)
    home.wait(days=3).nurse(well())
    assert NOT_LASTING not in asks(home)


def test_who_has_not_gone_home_yet_misses_no_contact(story: Story) -> None:
    story.nurse(RecordPatch())
    assert "closure.contacts_left" not in asks(story.wait(hours=1))


def test_after_a_patch_of_unknown_time_relief_is_not_known_to_have_lasted(story: Story) -> None:
    story.nurse(RecordPatch(occurred=moment("by 2026-11-16 07:00")))
    story.wait(days=30).nurse(well())
    assert NOT_LASTING in asks(story)
    story.nurse(well("d14"))
    assert NOT_LASTING not in asks(story)
