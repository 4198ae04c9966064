"""Adverse events: graded, acted on, reviewed by a physician; the graver, the sooner (T14)."""

from datetime import timedelta

import pytest
from journey import headache_back, repeat_decided
from samples import minimal
from story import NURSE, PATIENT, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import AdverseKind, OtherTreatment
from bloodpatch.pathway.clinical.relatedness import Relatedness
from bloodpatch.pathway.queries.adverse_event_drafts import patch_of
from bloodpatch.pathway.stages.adverse_event.choices import Conclusion, EventOutcome
from bloodpatch.pathway.stages.adverse_event.commands import (
    OpenEvent,
    RecordAction,
    RecordEnding,
    ReviewEvent,
)
from bloodpatch.pathway.stages.closure.events import Closed
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.stages.procedure.events import Injected
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Count, Grade, Millilitres


def event(kind: AdverseKind = AdverseKind.BACK_PAIN, grade: int | None = 2) -> OpenEvent:
    return OpenEvent(kinds=(kind,), grade=Grade(grade) if grade else None)


@pytest.fixture
def opened(home: Story) -> Story:
    """Back pain of grade 2, opened on the evening of the patch."""
    home.at("2026-11-16 19:00").nurse(event())
    return home


def position(story: Story, number: int = 0) -> Count:
    return Count(story.episode.adverse_event.opened[number].position)


# the grade sets the time


@pytest.mark.parametrize("grade", [1, 2, 3, 4, 5])
def test_each_grade_has_its_time(home: Story, grade: int) -> None:
    """H48: severity sets deadline and owner."""
    home.nurse(event(grade=grade))
    hours = home.protocol.adverse_event.review_hours(grade)
    assert home.due("adverse_event.review") == home.now + timedelta(hours=hours)


@pytest.mark.parametrize(
    ("kind", "as_if"),
    [(AdverseKind.BACK_PAIN, 3), (AdverseKind.CAUDA_EQUINA, 4), (AdverseKind.STROKE, 4)],
)
def test_without_a_grade_it_is_not_taken_for_mild(
    home: Story, kind: AdverseKind, as_if: int
) -> None:
    assert home.nurse(event(kind, grade=None))[0] == "adverse_event.not_graded"
    hours = home.protocol.adverse_event.review_hours(as_if)
    assert home.due("adverse_event.review") == home.now + timedelta(hours=hours)


def test_a_graded_event_is_recorded_without_a_word(home: Story) -> None:
    assert home.nurse(event()) == []


# the review ends it


def test_a_review_ends_what_is_owed(opened: Story) -> None:
    opened.wait(hours=2).physician(
        ReviewEvent(conclusion=Conclusion.SETTLED, related=Relatedness.PROBABLE)
    )
    assert "adverse_event.review" not in opened.owes()
    assert opened.episode.adverse_event.unreviewed == ()
    assert opened.episode.adverse_event.open_events == ()


def test_only_a_physician_reviews(opened: Story) -> None:
    assert opened.refuses(NURSE, ReviewEvent()) == ["person.not_your_act"]


def test_neither_an_action_nor_an_outcome_ends_it(opened: Story) -> None:
    opened.nurse(
        RecordAction(treatment=(OtherTreatment.NSAID,)),
        RecordEnding(outcome=EventOutcome.RECOVERED, full=Answer.YES),
    )
    assert "adverse_event.review" in opened.owes()
    first = opened.episode.adverse_event.opened[0]
    ending = opened.episode.adverse_event.outcome(first)
    assert ending is not None and ending.event.outcome is EventOutcome.RECOVERED
    assert len(opened.episode.adverse_event.about(first)) == 2


def test_what_is_watched_is_reviewed_again_and_again(opened: Story) -> None:
    opened.wait(hours=2).physician(ReviewEvent(conclusion=Conclusion.WATCHED, grade=Grade(3)))
    hours = opened.protocol.adverse_event.review_hours(3)
    assert opened.due("adverse_event.review") == opened.now + timedelta(hours=hours)
    assert opened.episode.adverse_event.unreviewed == ()
    assert len(opened.episode.adverse_event.open_events) == 1


def test_a_bad_outcome_after_the_review_asks_for_another(opened: Story) -> None:
    opened.wait(hours=2).physician(ReviewEvent())
    opened.wait(days=30).nurse(RecordEnding(outcome=EventOutcome.PERSISTENT))
    assert len(opened.episode.adverse_event.unreviewed) == 1
    opened.wait(hours=1).physician(ReviewEvent())
    assert opened.episode.adverse_event.unreviewed == ()


def test_a_good_outcome_after_the_review_does_not(opened: Story) -> None:
    opened.wait(hours=2).physician(ReviewEvent())
    opened.wait(days=3).nurse(RecordEnding(outcome=EventOutcome.RECOVERED))
    assert opened.episode.adverse_event.unreviewed == ()


def test_each_event_is_owed_for_itself(opened: Story) -> None:
    opened.nurse(event(AdverseKind.FEVER, 3))
    assert opened.owes().count("adverse_event.review") == 2
    opened.physician(ReviewEvent(about=position(opened, 0)))
    left = opened.episode.adverse_event.unreviewed
    assert [h.event.kinds for h in left] == [(AdverseKind.FEVER,)]


def test_where_several_are_open_a_review_says_which(opened: Story) -> None:
    opened.nurse(event(AdverseKind.FEVER, 3))
    assert opened.refuses(PHYSICIAN, ReviewEvent()) == ["adverse_event.which_event"]


@pytest.mark.parametrize("command", [RecordAction, RecordEnding, ReviewEvent])
@pytest.mark.parametrize(
    ("about", "which"), [(None, "What was never opened"), (Count(1), "Entry 1")]
)
def test_what_was_never_opened_cannot_be_spoken_of(
    home: Story, command: type[Command], about: Count | None, which: str
) -> None:
    (finding,) = home.decide(PHYSICIAN, minimal(command, about=about)).findings
    assert finding.code == "adverse_event.no_such_event"
    assert finding.says == f"{which} is not an adverse event of this patient."


def test_an_entry_that_opened_no_event_cannot_be_named(opened: Story) -> None:
    wrong = RecordAction(about=Count(1))
    assert opened.refuses(PHYSICIAN, wrong) == ["adverse_event.no_such_event"]


def test_it_is_owed_wherever_the_patient_is(story: Story) -> None:
    story.nurse(event())
    assert "adverse_event.review" in story.owes()


def test_closing_signs_for_it_and_what_shows_later_is_owed_again(opened: Story) -> None:
    """G9: a late complication still lands on its patch."""
    opened.given(Closed(status=Status.PERSISTENT_DEFICIT))
    assert "adverse_event.review" not in opened.owes()
    opened.wait(days=40).nurse(event(AdverseKind.ARACHNOIDITIS, 3))
    assert "adverse_event.review" in opened.owes()


# which patch


def test_of_one_patch_it_belongs_to_that_one(opened: Story) -> None:
    """H50."""
    first = opened.episode.adverse_event.opened[0]
    assert patch_of(first, opened.episode) == 1


def test_after_two_patches_it_is_asked(home: Story) -> None:
    repeat_decided(headache_back(home))
    home.at("2026-11-18 10:00").given(Injected(volume_ml_injected=Millilitres(20)))
    home.wait(hours=1)
    assert home.nurse(event()) == ["adverse_event.which_patch"]
    told = OpenEvent(kinds=(AdverseKind.BACK_PAIN,), grade=Grade(1), after_patch=Count(1))
    assert home.nurse(told) == []
    first, second = home.episode.adverse_event.opened
    patches = [patch_of(h, home.episode) for h in (first, second)]
    assert patches == [2, 1]


def test_while_the_second_is_only_planned_there_is_no_question(home: Story) -> None:
    repeat_decided(headache_back(home))
    assert home.nurse(event()) == []


def test_one_that_was_noticed_between_two_patches_belongs_to_the_first(home: Story) -> None:
    repeat_decided(headache_back(home))
    home.at("2026-11-18 10:00").given(Injected(volume_ml_injected=Millilitres(20)))
    home.wait(hours=1).nurse(
        OpenEvent(kinds=(AdverseKind.FEVER,), occurred=moment("2026-11-17 08:00"))
    )
    (late,) = home.episode.adverse_event.opened
    assert patch_of(late, home.episode) == 1


def test_a_patient_reports_and_does_not_open(home: Story) -> None:
    assert home.refuses(PATIENT, event()) == ["person.not_your_act"]


# the time never moves later by itself


@pytest.mark.parametrize(
    "said",
    [
        RecordEnding(outcome=EventOutcome.RECOVERING),
        RecordEnding(outcome=EventOutcome.PERSISTENT),
        RecordAction(treatment=(OtherTreatment.NSAID,)),
    ],
    ids=["recovering", "persistent", "an action"],
)
def test_what_is_said_before_the_review_moves_nothing(opened: Story, said: Command) -> None:
    """A22."""
    due = opened.due("adverse_event.review")
    opened.wait(hours=1).nurse(said)
    assert opened.due("adverse_event.review") == due


def test_what_got_worse_after_a_review_is_due_from_then(opened: Story) -> None:
    opened.physician(ReviewEvent(conclusion=Conclusion.SETTLED))
    opened.wait(hours=1).nurse(RecordEnding(outcome=EventOutcome.PERSISTENT))
    due = opened.now + timedelta(hours=opened.protocol.adverse_event.review_hours(2))
    opened.wait(hours=1).nurse(RecordEnding(outcome=EventOutcome.PERMANENT))
    assert opened.due("adverse_event.review") == due
