"""What another patch is weighed with, and which patches count as failed."""

import pytest
from entries import flag
from journey import referred
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import Diagnosis, RedFlag
from bloodpatch.pathway.queries.patches import patches_given
from bloodpatch.pathway.stages.assessment.choices import Decided, Standing
from bloodpatch.pathway.stages.assessment.commands import RecordDecision, RecordDiagnosis
from bloodpatch.pathway.stages.followup.choices import Channel, HeadacheNow
from bloodpatch.pathway.stages.followup.commands import RecordContact
from bloodpatch.pathway.stages.procedure.choices import PatchedBy
from bloodpatch.pathway.stages.procedure.commands import RecordPatch
from bloodpatch.pathway.stages.repeat.commands import DecideRepeat
from bloodpatch.pathway.stages.repeat.failed_patches import failed
from bloodpatch.pathway.values import Answer, Precision, When

SAME = RecordContact(contact=Channel.CALL, answered=Answer.YES, headache=HeadacheNow.SAME)
WORSE = RecordContact(contact=Channel.CALL, answered=Answer.YES, headache=HeadacheNow.WORSE)
GONE = RecordContact(contact=Channel.CALL, answered=Answer.YES, headache=HeadacheNow.NONE)


def asks(story: Story) -> list[str]:
    return story.asks(PHYSICIAN, DecideRepeat)


def test_the_diagnosis_is_thought_of_again_where_a_patch_did_not_help(home: Story) -> None:
    home.wait(hours=4).nurse(SAME)
    assert "repeat.think_again" in asks(home)
    assert home.finding(PHYSICIAN, DecideRepeat, "repeat.think_again").says.startswith(
        "The patch has not helped: "
    )
    named = RecordDiagnosis(diagnosis=(Diagnosis.PDPH,), standing=Standing.WORKING)
    home.wait(minutes=5).physician(named)
    assert "repeat.think_again" not in asks(home)


def test_what_never_helped_did_not_come_back(home: Story) -> None:
    home.wait(hours=4).nurse(GONE)
    home.wait(hours=4).nurse(SAME)
    assert home.finding(PHYSICIAN, DecideRepeat, "repeat.think_again").says.startswith(
        "The headache came back: "
    )


@pytest.mark.parametrize(("before", "held"), [(GONE, False), (SAME, True)])
def test_a_relapse_that_is_told_as_worse_is_no_new_sign(
    home: Story, before: RecordContact, held: bool
) -> None:
    home.wait(hours=4).nurse(before)
    home.wait(hours=4).nurse(WORSE)
    assert ("red_flag.hold" in asks(home)) is held
    assert ("imaging.venography" in asks(home)) is held


def test_worse_than_before_the_patch_is_one_whatever_came_between(home: Story) -> None:
    home.wait(hours=4).nurse(GONE)
    home.wait(hours=4).nurse(flag(RedFlag.WORSENING_AFTER_PATCH))
    assert "red_flag.hold" in asks(home)


def test_an_image_is_asked_for_before_another_patch_once_there_was_one(home: Story) -> None:
    home.wait(hours=4).nurse(flag(RedFlag.DIPLOPIA))
    assert (
        "before another patch" in home.finding(PHYSICIAN, DecideRepeat, "imaging.venography").says
    )


def test_a_patch_before_any_headache_has_not_failed(story: Story) -> None:
    referred(story).physician(RecordDecision(decision=Decided.IMMEDIATE_PATCH))
    story.wait(minutes=10).physician(RecordPatch())
    assert (patches_given(story.episode), failed(story.episode)) == (1, 0)


@pytest.mark.parametrize(
    ("by", "patches"),
    [(None, 1), (PatchedBy.THIS_CLINIC, 1), (PatchedBy.ANOTHER_HOSPITAL, 2)],
)
def test_a_patch_that_is_told_twice_is_one(home: Story, by: PatchedBy | None, patches: int) -> None:
    home.physician(RecordPatch(by=by, occurred=moment("2026-11-16 14:00")))
    assert patches_given(home.episode) == patches


def test_a_time_that_nobody_knows_is_told_as_none(home: Story) -> None:
    day = moment("2026-11-16")
    context = home.context(PHYSICIAN)
    assert context.told(When(day.at, day.zone, Precision.UNKNOWN)) == "an unknown day"
    assert context.told(day) == "Mon 16 Nov"
