"""Repeat: another patch is a new decision after a new look, never a routine (T15)."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from journey import called, due_at, no_red_flags, repeat_decided, well
from story import NURSE, PHYSICIAN, SERVICE_LEAD, Story

from bloodpatch.pathway.clinical import (
    AdverseKind,
    ImagedRegion,
    Investigation,
    LevelRelation,
    RedFlag,
    Relief,
    ResultWord,
    Specialty,
)
from bloodpatch.pathway.queries.patches import patches_given
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent, ReviewEvent
from bloodpatch.pathway.stages.assessment.choices import Progress
from bloodpatch.pathway.stages.assessment.commands import (
    RecordHeadache,
    RecordInvestigation,
    RecordOpinion,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.followup.commands import RecordRelief
from bloodpatch.pathway.stages.preparation.choices import Identifier
from bloodpatch.pathway.stages.preparation.events import TimeOutTaken
from bloodpatch.pathway.stages.procedure.commands import RecordPatch
from bloodpatch.pathway.stages.procedure.events import (
    Abandoned,
    Injected,
)
from bloodpatch.pathway.stages.repeat.commands import (
    DecideRepeat,
    RecordRepeatDecision,
)
from bloodpatch.pathway.stages.repeat.events import RepeatDecided
from bloodpatch.pathway.stages.repeat.statements import Verdict
from bloodpatch.pathway.treatment_way import Way
from bloodpatch.pathway.values import (
    Answer,
    Answers,
    Count,
    Grade,
    Millilitres,
    Pain,
    PainPosition,
    Precision,
)
from bloodpatch.pathway.whereabouts import Whereabouts


@pytest.fixture
def twice(back: Story) -> Story:
    """A second patch was given on Wednesday, and the headache is back on Thursday afternoon."""
    repeat_decided(back).at("2026-11-18 10:00")
    back.given(TimeOutTaken(identity=(Identifier.NAME, Identifier.DATE_OF_BIRTH)))
    back.given(Injected(volume_ml_injected=Millilitres(20)))
    back.at("2026-11-19 15:00")
    back.nurse(RecordHeadache(), ScreenRedFlags(flags=no_red_flags()))
    return back


def asks(story: Story) -> list[str]:
    return story.asks(PHYSICIAN, DecideRepeat)


def test_after_a_new_look_a_physician_decides(back: Story) -> None:
    assert asks(back) == []


@pytest.mark.parametrize("role", [NURSE, SERVICE_LEAD])
def test_and_nobody_else(back: Story, role: Role) -> None:
    assert back.refuses(role, DecideRepeat()) == ["person.not_your_act"]


def test_the_episode_goes_round_again_with_its_history(back: Story) -> None:
    """T15: from booking; the first patch and its follow-up stay."""
    repeat_decided(back)
    assert back.episode.whereabouts is Whereabouts.TO_BE_BOOKED
    assert (back.episode.patch_number, back.episode.repeat.count) == (2, 1)
    first, second = back.episode.rounds
    assert first.procedure.patch_given and len(first.followup.contacts) == 2
    assert second.procedure.events == () and second.preparation.consent is None


def test_screening_and_consent_are_asked_anew(back: Story) -> None:
    """H49: nothing of the first round is taken over."""
    from bloodpatch.pathway.stages.preparation.commands import TakeTimeOut

    repeat_decided(back)
    asked = back.asks(PHYSICIAN, TakeTimeOut)
    assert {"preparation.no_consent", "preparation.nothing_yet"} <= set(asked)


def test_there_is_nothing_to_repeat_before_a_patch(story: Story) -> None:
    """And nothing else is asked of a headache that was never patched."""
    assert asks(story) == ["repeat.no_patch"]


def test_nor_twice_for_one_patch(back: Story) -> None:
    repeat_decided(back)
    assert "repeat.no_patch" in asks(back)


def test_a_procedure_that_was_given_up_can_be_tried_again(story: Story) -> None:
    story.given(Abandoned())
    assert "repeat.no_patch" not in asks(story)


def test_what_was_asked_before_a_procedure_given_up_is_asked_again(story: Story) -> None:
    """H49: the needle may have done something, and days may have gone by."""
    story.nurse(RecordHeadache(pain_upright=Pain(7, PainPosition.UPRIGHT)))
    story.nurse(ScreenRedFlags(flags=no_red_flags()))
    story.wait(hours=1).given(Abandoned())
    again = {"repeat.not_reassessed", "repeat.flags_not_asked"}
    assert again <= set(asks(story.wait(hours=1)))
    story.nurse(RecordHeadache(pain_upright=Pain(7, PainPosition.UPRIGHT)))
    story.nurse(ScreenRedFlags(flags=no_red_flags()))
    assert not again & set(asks(story.wait(minutes=1)))


def test_not_without_a_new_look_at_the_headache(home: Story) -> None:
    """H49."""
    called(home, "h4").now = due_at(home, "h24")
    home.nurse(ScreenRedFlags(flags=no_red_flags()))
    home.wait(hours=1)
    assert asks(home) == ["repeat.not_reassessed"]


def test_the_new_look_is_fresh(back: Story) -> None:
    hours = back.protocol.repeat.reassessment_valid_hours
    back.wait(hours=hours)
    assert asks(back) == []
    back.wait(minutes=1).nurse(ScreenRedFlags(flags=no_red_flags()))
    assert asks(back) == ["repeat.reassessed_long_ago"]


def test_the_red_flags_are_asked_again(home: Story) -> None:
    """Not asked is never no: the answers from before the patch do not count."""
    home.now = due_at(home, "h24")
    home.nurse(RecordHeadache())
    home.wait(hours=1)
    assert asks(home) == ["repeat.flags_not_asked"]


def test_the_answers_are_fresh(back: Story) -> None:
    hours = back.protocol.repeat.reassessment_valid_hours
    back.wait(hours=hours, minutes=1).nurse(RecordHeadache())
    assert asks(back) == ["repeat.flags_not_asked"]


def test_a_patch_of_an_unknown_time_is_missing_not_too_soon(story: Story) -> None:
    """What is not known holds back another patch, and is never told as a fact."""
    from story import ZONE

    from bloodpatch.pathway.values import When

    story.at("2026-11-17 20:00")
    some_time = When(story.now, ZONE, Precision.UNKNOWN)
    story.nurse(RecordPatch(occurred=some_time))
    story.wait(minutes=1).nurse(RecordHeadache(), ScreenRedFlags(flags=no_red_flags()))
    assert asks(story) == ["repeat.last_patch_untimed"]
    story.wait(hours=story.protocol.repeat.min_interval_hours, minutes=-2)
    assert "repeat.last_patch_untimed" in asks(story)
    story.wait(minutes=1)
    assert "repeat.last_patch_untimed" not in asks(story), "whenever it was, it is long ago"


def test_not_while_a_red_flag_is_open(back: Story) -> None:
    back.nurse(ScreenRedFlags(flags=Answers({RedFlag.SEIZURE: Answer.YES})))
    assert back.refuses(PHYSICIAN, DecideRepeat()) == ["red_flag.stop"]


def test_not_too_soon(home: Story) -> None:
    """H49: the finding says from when on."""
    hours = home.protocol.repeat.min_interval_hours
    home.wait(hours=1).nurse(RecordHeadache(), ScreenRedFlags(flags=no_red_flags()))
    given = home.episode.now.procedure.given_at
    assert given is not None
    home.now = given.at + timedelta(hours=hours, minutes=-1)
    assert asks(home) == ["repeat.too_soon"]
    home.wait(minutes=1)
    assert asks(home) == []


def test_too_soon_counts_from_the_latest_that_a_patch_can_have_been(story: Story) -> None:
    """Given "on the 16th": at the end of the 16th."""
    from story import moment

    story.at("2026-11-17 20:00").nurse(RecordPatch(occurred=moment("2026-11-16")))
    story.wait(minutes=1).nurse(RecordHeadache(), ScreenRedFlags(flags=no_red_flags()))
    assert asks(story) == ["repeat.too_soon"]


def test_an_adverse_event_is_looked_at_first(back: Story) -> None:
    back.nurse(OpenEvent(kinds=(AdverseKind.BACK_PAIN,), grade=Grade(2)))
    assert back.refuses(PHYSICIAN, DecideRepeat()) == ["repeat.event_open"]
    back.physician(ReviewEvent())
    assert asks(back) == []


@pytest.mark.parametrize("kind", [AdverseKind.NO_RELIEF, AdverseKind.RECURRENCE])
def test_that_the_first_did_not_help_is_the_reason_and_no_obstacle(
    back: Story, kind: AdverseKind
) -> None:
    back.nurse(OpenEvent(kinds=(kind,), grade=Grade(2)))
    assert asks(back) == ["repeat.think_again"]


def test_nor_is_a_relapse_that_is_charted_as_worse(back: Story) -> None:
    """The patch had helped: what came back is not what grew worse."""
    back.nurse(OpenEvent(kinds=(AdverseKind.WORSE_HEADACHE,), grade=Grade(2)))
    assert asks(back) == ["weighed.also_told"]


def test_an_adverse_event_of_which_nobody_said_what_it_is_is_looked_at_too(back: Story) -> None:
    back.nurse(OpenEvent(grade=Grade(2)))
    assert asks(back) == ["repeat.event_open"]


def test_after_so_many_patches_a_specialist_looks_first(twice: Story) -> None:
    """H49: after two failures the diagnosis may be wrong."""
    assert patches_given(twice.episode) == twice.protocol.repeat.specialist_review_after_patches
    assert asks(twice) == ["repeat.specialist_first"]
    twice.physician(RecordOpinion(specialty=Specialty.NEUROLOGY))
    assert asks(twice) == []


def test_an_opinion_from_before_the_last_patch_does_not_count(back: Story) -> None:
    back.physician(RecordOpinion(specialty=Specialty.NEUROLOGY))
    repeat_decided(back).at("2026-11-18 10:00")
    back.given(Injected(volume_ml_injected=Millilitres(20))).at("2026-11-19 15:00")
    back.nurse(RecordHeadache(), ScreenRedFlags(flags=no_red_flags()))
    assert asks(back) == ["repeat.specialist_first"]


def test_patches_given_elsewhere_are_counted(story: Story) -> None:
    story.nurse(RecordPatch(blood_patches_before=Count(3)))
    assert patches_given(story.episode) == 4


# what was decided, as it is told


def test_a_told_decision_for_another_patch_goes_round_too(back: Story) -> None:
    back.physician(RecordRepeatDecision(decision=Verdict.REPEAT))
    assert (back.episode.patch_number, back.episode.way) == (2, Way.PATCH)


@pytest.mark.parametrize("verdict", [v for v in Verdict if v is not Verdict.REPEAT])
def test_a_told_decision_against_one_stays_where_it_is(back: Story, verdict: Verdict) -> None:
    back.physician(RecordRepeatDecision(decision=verdict))
    assert (back.episode.patch_number, back.episode.way) == (1, Way.CONSERVATIVE)
    assert back.episode.whereabouts is Whereabouts.FOLLOWED_UP
    assert back.episode.repeat.count == 0


def test_it_is_recorded_whatever_speaks_against_it(home: Story) -> None:
    """A pen cannot refuse to write: three hours after the patch, with a red flag open."""
    home.wait(hours=3).nurse(ScreenRedFlags(flags=Answers({RedFlag.SEIZURE: Answer.YES})))
    codes = home.physician(RecordRepeatDecision(decision=Verdict.REPEAT))
    assert codes == ["red_flag.stop", "repeat.too_soon"]
    assert "review.against_a_rule" in home.owes()


def test_a_told_third_patch_without_a_specialist_is_seen(twice: Story) -> None:
    codes = twice.physician(RecordRepeatDecision(decision=Verdict.REPEAT))
    assert codes == ["repeat.specialist_first"]


def test_a_decision_against_one_is_judged_by_none_of_this(home: Story) -> None:
    codes = home.physician(RecordRepeatDecision(decision=Verdict.WITHHOLD))
    assert codes == ["decision.alternatives"]


# what is owed


def test_a_headache_that_came_back_is_a_physicians_to_decide_on(back: Story) -> None:
    hours = back.protocol.repeat.decision_due_hours
    called_at = due_at(back, "h24")
    assert back.due("repeat.decision") == called_at + timedelta(hours=hours)


@pytest.mark.parametrize("verdict", Verdict)
def test_any_decision_ends_it(back: Story, verdict: Verdict) -> None:
    back.physician(RecordRepeatDecision(decision=verdict))
    assert "repeat.decision" not in back.owes()


def test_only_a_new_word_brings_it_back(back: Story) -> None:
    back.physician(RecordRepeatDecision(decision=Verdict.WITHHOLD))
    back.wait(days=1).nurse(well(upright=7))
    assert "repeat.decision" in back.owes()


def test_it_is_owed_after_the_clearance_too(home: Story) -> None:
    from journey import cleared, followed_up

    cleared(followed_up(home)).now = due_at(home, "d14")
    home.nurse(well("d14", upright=7))
    assert "repeat.decision" in home.owes()


# what failed, and what is planned


def failed_twice(back: Story) -> Story:
    """Nobody ever told of any relief."""
    back.given(RepeatDecided())
    for days in (1, 3):
        back.wait(days=days).given(Injected(volume_ml_injected=Millilitres(20)), RepeatDecided())
    back.episode = back.episode.of_only(back.episode.standing[:-1])
    back.wait(hours=30).nurse(RecordHeadache(), ScreenRedFlags(flags=no_red_flags()))
    back.physician(RecordOpinion(specialty=Specialty.NEUROLOGY))
    return back


def test_after_two_failed_patches_the_head_is_imaged(back: Story) -> None:
    """H08 H49: what two patches did not help may be another headache."""
    assert asks(failed_twice(back)) == ["repeat.imaging_first"]
    mri = {"kind": (Investigation.MRI,), "region": (ImagedRegion.BRAIN,)}
    back.physician(RecordInvestigation(**mri, done=Progress.REQUESTED))
    assert asks(back) == ["repeat.imaging_first"]
    back.physician(RecordInvestigation(**mri, result=ResultWord.NORMAL))
    assert asks(back) == []


def test_a_patch_that_helped_for_a_time_has_not_failed(back: Story) -> None:
    failed_twice(back).nurse(RecordRelief(relief=Relief.COMPLETE))
    assert asks(back) == []


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ({"planned_ml": Millilitres(30)}, []),
        ({"planned_ml": Millilitres(Decimal("30.1"))}, ["repeat.planned_much"]),
        ({"level_relation": LevelRelation.SAME_SPACE}, ["anatomy.same_space_again"]),
        ({"level_relation": LevelRelation.ABOVE}, ["anatomy.level_not_usual"]),
        ({"level_relation": LevelRelation.BELOW}, []),
    ],
)
def test_what_is_planned_is_looked_at(back: Story, said: dict[str, Any], codes: list[str]) -> None:
    assert back.physician(DecideRepeat(**said)) == codes
