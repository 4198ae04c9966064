"""Late entries: what happened earlier is filed where it happened, and judged as at its time."""

from dataclasses import replace

import pytest
from journey import assessed, booked, no_red_flags, patched, prepared, referred
from story import NURSE, Story, moment

from bloodpatch.pathway.amendment.commands import (
    Correct,
    StrikeEntries,
)
from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.episode import fold
from bloodpatch.pathway.stages.assessment.choices import Basis, Decided
from bloodpatch.pathway.stages.assessment.commands import (
    RecordDecision,
    RecordHeadache,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.booking.commands import Cancel
from bloodpatch.pathway.stages.booking.statements import CalledOffReason
from bloodpatch.pathway.stages.procedure.commands import RecordDraw, RecordInjection
from bloodpatch.pathway.stages.recovery.commands import (
    PermitStanding,
    RecordGotUp,
    StartRest,
)
from bloodpatch.pathway.treatment_way import Way
from bloodpatch.pathway.values import (
    Answer,
    Answers,
    Count,
    FreeText,
    Millilitres,
    Pain,
    PainPosition,
)
from bloodpatch.pathway.whereabouts import Whereabouts


def headache(score: int, at: str | None = None) -> RecordHeadache:
    return RecordHeadache(
        pain_upright=Pain(score, PainPosition.UPRIGHT), occurred=at and moment(at)
    )


def newest(story: Story) -> int:
    return story.episode.assessment.assessed.event.pain_upright.score


# it never overwrites what is newer


def test_a_late_older_fact_never_overwrites_a_newer_one(story: Story) -> None:
    story.at("2026-11-16 12:00").nurse(headache(8, "2026-11-16 11:00"))
    story.wait(minutes=5).nurse(headache(3, "2026-11-16 10:00"))
    assert newest(story) == 8


def test_it_is_filed_where_it_happened(story: Story) -> None:
    story.at("2026-11-16 12:00").nurse(headache(8), headache(3, "2026-11-16 10:00"), headache(5))
    assert [pain.score for _, pain in story.episode.assessment.pain] == [3, 8, 5]


def test_of_two_at_the_same_time_the_later_entry_is_newer(story: Story) -> None:
    story.nurse(headache(8), headache(3))
    assert newest(story) == 3


def test_a_time_of_the_past_hour_counts_to_the_end_of_it(story: Story) -> None:
    story.at("2026-11-16 12:00").nurse(headache(8, "2026-11-16 10:30"))
    story.nurse(headache(3, "2026-11-16 10h"))
    assert newest(story) == 3


@pytest.mark.parametrize("roughly", ["2026-11-16", "2026-11-16 09h"])
def test_nothing_has_happened_after_it_was_recorded(story: Story, roughly: str) -> None:
    """What was told as "today" in the morning does not outrank what was seen at noon."""
    story.at("2026-11-16 09:30").nurse(headache(8, roughly))
    story.at("2026-11-16 09:50").nurse(headache(3))
    assert newest(story) == 3


def test_a_decision_made_earlier_does_not_undo_a_later_one(story: Story) -> None:
    story.physician(RecordDecision(decision=Decided.PATCH))
    story.wait(hours=2).physician(
        RecordDecision(decision=Decided.CONSERVATIVE, occurred=moment("2026-11-15"))
    )
    assert story.episode.way is Way.PATCH


def test_a_cancellation_of_yesterday_does_not_cancel_what_was_booked_today(story: Story) -> None:
    booked(assessed(referred(story)))
    yesterday = Cancel(reason=CalledOffReason.UNWELL, occurred=moment("2026-11-15 17:00"))
    assert story.desk(yesterday) == ["booking.nothing_booked"]
    assert story.episode.whereabouts is Whereabouts.BOOKED


# it is judged as at its time


@pytest.fixture
def resting(story: Story) -> Story:
    """Resting since 14:22; it is 15:30."""
    patched(prepared(booked(assessed(referred(story)))))
    story.at("2026-11-16 14:22").nurse(StartRest())
    return story.at("2026-11-16 15:30")


def test_what_was_too_early_then_is_too_early_now(resting: Story) -> None:
    early = RecordGotUp(occurred=moment("2026-11-16 14:40"))
    assert resting.copy().nurse(RecordGotUp()) == []
    assert resting.nurse(early) == ["recovery.got_up_early"]


PATCH = RecordDecision(decision=Decided.PATCH, basis=(Basis.DISABLING,))


def test_what_became_known_later_is_not_held_against_it(story: Story) -> None:
    assessed(referred(story))
    story.at("2026-11-16 11:00").nurse(ScreenRedFlags(flags=Answers({RedFlag.SEIZURE: Answer.YES})))
    decided = replace(PATCH, occurred=moment("2026-11-16 10:00"))
    assert story.copy().physician(PATCH) == ["red_flag.stop"]
    assert story.physician(decided) == []


def test_what_had_happened_then_counts_also_if_it_was_entered_late(story: Story) -> None:
    story.at("2026-11-16 12:00").nurse(
        ScreenRedFlags(
            flags=Answers({RedFlag.SEIZURE: Answer.YES}), occurred=moment("2026-11-16 09:00")
        )
    )
    decided = replace(PATCH, occurred=moment("2026-11-16 10:00"))
    assert story.physician(decided) == ["red_flag.stop"]


def test_it_is_judged_on_what_was_put_right_since(story: Story) -> None:
    """T13: 2 mL was a slip for 22; an injection entered late is not refused for the slip."""
    patched_without_injection(story)
    late = RecordInjection(volume_ml_injected=Millilitres(20), occurred=moment("2026-11-16 14:12"))
    assert "procedure.more_than_drawn" in story.refuses(NURSE, late)
    story.nurse(
        Correct(
            position=Count(story.episode.position),
            field=Code("volume_ml_drawn"),
            value=PlainForm("22"),
            reason=FreeText("A slip of the pen."),
        )
    )
    assert "procedure.more_than_drawn" not in story.nurse(late)


def patched_without_injection(story: Story) -> None:
    drawn = RecordDraw(volume_ml_drawn=Millilitres(2), occurred=moment("2026-11-16 14:10"))
    story.at("2026-11-16 15:00").nurse(drawn)


def test_nor_is_it_held_back_by_what_was_struck_since(story: Story) -> None:
    story.nurse(ScreenRedFlags(flags=Answers({RedFlag.SEIZURE: Answer.YES})))
    story.wait(hours=1).nurse(
        StrikeEntries(positions=(Count(1),), reason=FreeText("Another patient's."))
    )
    story.wait(hours=1)
    then = moment("2026-11-16 08:30")
    assert story.physician(replace(PATCH, occurred=then)) == []


def test_a_late_entry_is_kept_with_both_times(resting: Story) -> None:
    told = moment("2026-11-16 15:00")
    resting.nurse(headache(3, "2026-11-16 15:00"))
    entry = resting.episode.history[-1]
    assert (entry.occurred, entry.recorded_at) == (told, resting.now)


def test_the_fold_does_not_care_in_which_order_it_was_entered(story: Story) -> None:
    story.at("2026-11-16 12:00").nurse(headache(8, "2026-11-16 11:00"), headache(3, "2026-11-15"))
    assert story.episode == fold("story", story.episode.history)


def test_a_permit_is_asked_for_now_and_not_for_then(resting: Story) -> None:
    then = PermitStanding(occurred=moment("2026-11-16 15:00"))
    assert resting.refuses(NURSE, then) == ["time.permit_is_for_now"]
    assert resting.nurse(PermitStanding()) == []


def test_a_screen_of_yesterday_is_as_old_as_it_is(story: Story) -> None:
    yesterday = moment("2026-11-15")
    story.nurse(ScreenRedFlags(flags=no_red_flags(), occurred=yesterday))
    (entry,) = story.episode.history
    assert entry.latest == yesterday.latest
