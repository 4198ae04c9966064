"""A correction puts a field right and erases nothing: the old value stays beside the new one."""

from typing import Any

import pytest
from story import ADMINISTRATOR, FRONT_DESK, NURSE, PATIENT, PHYSICIAN, SYSTEM, Story, moment

from bloodpatch.pathway.amendment.commands import (
    Correct,
    StrikeEntries,
)
from bloodpatch.pathway.amendment.events import Corrected
from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.episode import fold
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.commands import RecordHeadache, ScreenRedFlags
from bloodpatch.pathway.values import Answer, Answers, Count, FreeText, Pain, PainPosition

CANNOT = ["amendment.cannot_apply"]
LATER = moment("2026-11-16 09:39").plain()


def correct(position: int, field: str, value: Any = None, text: str | None = None) -> Correct:
    return Correct(
        position=Count(position),
        field=Code(field),
        value=None if value is None else PlainForm(value),
        text=text and FreeText(text),
        reason=FreeText("A slip of the pen."),
    )


def last(story: Story) -> int:
    return story.episode.position


def upright(story: Story) -> list[str]:
    """The upright pain scores that stand, earliest first."""
    scores = (pain for _, pain in story.episode.assessment.pain)
    return [pain.plain() for pain in scores if pain.position is PainPosition.UPRIGHT]


# a field


def test_a_field_is_put_right(decided: Story) -> None:
    assert decided.nurse(correct(last(decided), "pain_upright", "6 upright")) == []
    assert upright(decided) == ["8 upright", "6 upright"]


def test_the_old_value_stays_in_the_history(decided: Story) -> None:
    before, entry = decided.episode.history, last(decided)
    decided.nurse(correct(entry, "pain_upright", "6 upright"))
    assert decided.episode.history[:-1] == before
    assert decided.episode.recorded(entry).event.pain_upright == Pain(8, PainPosition.UPRIGHT)
    assert isinstance(decided.episode.history[-1].event, Corrected)


def test_what_was_not_said_before_can_be_added(decided: Story) -> None:
    decided.nurse(correct(last(decided), "pain_lying", "1 lying"))
    assert decided.episode.assessment.assessed.event.pain_lying == Pain(1, PainPosition.LYING)


def test_what_should_not_have_been_said_is_taken_out(decided: Story) -> None:
    decided.nurse(correct(last(decided), "pain_upright"))
    assert upright(decided) == ["8 upright"]


def test_two_fields_of_one_entry_are_two_corrections(decided: Story) -> None:
    entry = last(decided)
    decided.nurse(correct(entry, "pain_upright", "6 upright"))
    decided.nurse(correct(entry, "pain_lying", "1 lying"))
    event = decided.episode.assessment.assessed.event
    assert (event.pain_upright.score, event.pain_lying.score) == (6, 1)


def test_of_two_corrections_of_one_field_the_newer_holds(decided: Story) -> None:
    entry = last(decided)
    decided.nurse(correct(entry, "pain_upright", "6 upright"))
    decided.nurse(correct(entry, "pain_upright", "7 upright"))
    assert upright(decided) == ["8 upright", "7 upright"]


# words


def test_words_are_put_right_as_words(decided: Story) -> None:
    decided.nurse(correct(last(decided), "note", text="Says it presses."))
    assert decided.episode.assessment.assessed.event.note == FreeText("Says it presses.")


def test_words_never_stand_where_they_would_be_kept_in_clear(decided: Story) -> None:
    assert decided.refuses(NURSE, correct(last(decided), "note", "Says it presses.")) == CANNOT


def test_nor_is_a_number_corrected_by_words(decided: Story) -> None:
    wrong = correct(last(decided), "pain_upright", text="6 upright")
    assert decided.refuses(NURSE, wrong) == CANNOT


# a time


def test_a_time_is_put_right(decided: Story) -> None:
    entry, right = last(decided), moment("2026-11-16 08:50")
    decided.nurse(correct(entry, "occurred", right.plain()))
    times = [h.occurred for h in decided.episode.assessment.all(type(headache_of(decided)))]
    assert times == [right, moment("2026-11-16 09:00")]


def headache_of(story: Story) -> Any:
    return story.episode.assessment.assessed.event


def test_what_happened_earlier_is_no_longer_the_newest(decided: Story) -> None:
    newest = decided.episode.assessment.assessed.position
    decided.nurse(correct(newest, "occurred", moment("2026-11-16 08:50").plain()))
    assert decided.episode.assessment.assessed.position < newest


def test_a_time_without_value_is_no_time(decided: Story) -> None:
    assert decided.refuses(NURSE, correct(last(decided), "occurred")) == CANNOT


@pytest.mark.parametrize("future", ["2026-11-16 09:41", "2026-11-16 10h", "2026-11-17"])
def test_nothing_is_corrected_into_the_future(decided: Story, future: str) -> None:
    late = correct(last(decided), "occurred", moment(future).plain())
    assert decided.refuses(NURSE, late) == CANNOT


# corrections of corrections


def test_a_correction_is_itself_put_right(decided: Story) -> None:
    decided.nurse(correct(last(decided), "pain_upright", "6 upright"))
    decided.nurse(correct(last(decided), "value", "5 upright"))
    assert upright(decided) == ["8 upright", "5 upright"]


def test_and_so_is_the_correction_of_a_correction(decided: Story) -> None:
    decided.nurse(correct(last(decided), "pain_upright", "6 upright"))
    decided.nurse(correct(last(decided), "value", "5 upright"))
    decided.nurse(correct(last(decided), "value", "4 upright"))
    assert upright(decided) == ["8 upright", "4 upright"]


def test_a_correction_that_went_to_the_wrong_field_is_moved(decided: Story) -> None:
    decided.nurse(correct(last(decided), "pain_lying", "6 upright"))
    decided.nurse(correct(last(decided), "field", "pain_upright"))
    assert upright(decided) == ["8 upright", "6 upright"]
    assert headache_of(decided).pain_lying is None


def test_struck_a_correction_leaves_the_first_value(decided: Story) -> None:
    decided.nurse(correct(last(decided), "pain_upright", "6 upright"))
    wrong = (Count(last(decided)),)
    decided.nurse(StrikeEntries(positions=wrong, reason=FreeText("It was 8 after all.")))
    assert upright(decided) == ["8 upright", "8 upright"]


def test_a_correction_says_nothing_about_what_comes_later(decided: Story) -> None:
    """Put right to name an entry that did not exist yet, it names nothing."""
    decided.nurse(correct(last(decided), "pain_upright", "6 upright"))
    decided.nurse(correct(last(decided), "position", str(last(decided) + 2)))
    decided.nurse(RecordHeadache(pain_upright=Pain(3, PainPosition.UPRIGHT)))
    assert upright(decided) == ["8 upright", "8 upright", "3 upright"]


# what cannot be


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("pain_downright", "6 upright"),
        ("pain_downright", None),
        ("by", "physician-1"),
        ("findings", []),
        ("pain_upright", "12 upright"),
        ("pain_upright", "6"),
        ("pain_upright", {"score": "6"}),
        ("site", "frontal"),
        ("site", ["left ear"]),
        ("occurred", "yesterday"),
    ],
)
def test_an_impossible_correction_is_refused(decided: Story, field: str, value: Any) -> None:
    assert decided.refuses(PHYSICIAN, correct(last(decided), field, value)) == CANNOT


@pytest.mark.parametrize("entry", [0, 900])
def test_an_entry_that_is_not_there_cannot_be_put_right(decided: Story, entry: int) -> None:
    assert decided.refuses(NURSE, correct(entry, "pain_upright", "6 upright")) == CANNOT
    finding = decided.decide(NURSE, correct(entry, "pain_upright")).findings[0]
    assert finding.says == (
        f"This correction cannot be made: there is no entry {entry} in this episode."
    )


def test_what_must_be_said_cannot_be_taken_out(decided: Story) -> None:
    decided.nurse(correct(last(decided), "pain_upright", "6 upright"))
    assert decided.refuses(NURSE, correct(last(decided), "reason")) == CANNOT


def test_a_correction_of_a_correction_must_fit_what_it_is_about(decided: Story) -> None:
    decided.nurse(correct(last(decided), "pain_upright", "6 upright"))
    assert decided.refuses(NURSE, correct(last(decided), "value", "a lot")) == CANNOT


# and always


@pytest.mark.parametrize("role", [PATIENT, SYSTEM, ADMINISTRATOR])
def test_corrections_are_made_by_staff(decided: Story, role: Role) -> None:
    wrong = correct(last(decided), "pain_upright", "6 upright")
    assert decided.refuses(role, wrong) == ["person.not_your_act"]


@pytest.mark.parametrize(("role", "entry"), [(FRONT_DESK, 10), (NURSE, 9)])
def test_who_may_not_say_it_may_not_put_it_right(decided: Story, role: Role, entry: int) -> None:
    """The desk records no pain, and a nurse decides on no patch."""
    assert decided.refuses(role, correct(entry, "occurred", LATER)) == ["amendment.not_yours"]
    assert decided.physician(correct(entry, "occurred", LATER)) == []


def test_what_was_work_for_a_physician_is_not_corrected_away(decided: Story) -> None:
    decided.nurse(ScreenRedFlags(flags=Answers({RedFlag.SEIZURE: Answer.YES})))
    no = correct(last(decided), "flags", {"seizure": "no"})
    assert decided.copy().physician(no) == []
    assert decided.nurse(no) == ["amendment.physicians_work"]
    assert "review.against_a_rule" in decided.owes()


def test_nor_put_right_what_was_put_right(decided: Story) -> None:
    decided.nurse(correct(10, "pain_upright", "6 upright"))
    assert decided.refuses(FRONT_DESK, correct(11, "value", "5 upright")) == ["amendment.not_yours"]


def test_the_state_is_the_fold_of_the_corrected_list(decided: Story) -> None:
    entry = last(decided)
    decided.nurse(
        correct(entry, "pain_upright", "6 upright"),
        correct(entry, "occurred", moment("2026-11-16 08:50").plain()),
    )
    assert decided.episode == fold("story", decided.episode.history)
    standing = decided.episode.standing
    assert [h.position for h in standing] == [h.position for h in decided.episode.history]
    assert standing[entry - 1].event.pain_upright == Pain(6, PainPosition.UPRIGHT)
