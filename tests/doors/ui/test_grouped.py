"""The red flags under their headings: not asked is never no, and a box says only what it covers."""

from typing import Any

import pytest

from bloodpatch.doors.ui.forms.choice_fields import LevelsField
from bloodpatch.doors.ui.forms.grouped_questions import RedFlagsField
from bloodpatch.doors.ui.forms.value_field import FaultError
from bloodpatch.pathway.clinical import RED_FLAG_CHOICES, RED_FLAG_GROUPS, RED_FLAGS_ASKED, RedFlag
from bloodpatch.pathway.values import Answer, SpinalLevel


def field() -> RedFlagsField:
    return RedFlagsField(RED_FLAG_CHOICES, label="Red flags", required=False)


def sent(**given: str) -> dict[str, str]:
    return dict.fromkeys(field().widget.names, "") | given


def test_each_flag_stands_under_one_heading() -> None:
    under = [flag for _words, flags in RED_FLAG_GROUPS for flag in flags]
    assert sorted(under) == sorted(RedFlag)
    assert {question for question, _label in field().widget.questions} == set(RedFlag)


def test_nothing_ticked_says_nothing() -> None:
    """H08: not asked is never no."""
    assert field().clean(sent()) is None
    assert " checked" not in field().widget.render("flags", None, {"id": "id_flags"})


def test_the_box_answers_what_stands_above_it_and_nothing_that_is_folded() -> None:
    spine = next(group for group in field().groups if group.words.startswith("Legs"))
    read = field().clean(sent(**{spine.all_no: "yes"}))
    shown = {code: Answer.NO for code, _label in spine.asked}
    assert set(shown) == {
        RedFlag.LEG_WEAKNESS,
        RedFlag.SADDLE_NUMBNESS,
        RedFlag.BLADDER_BOWEL_CHANGE,
    }
    assert {code: read.get(code) for code in shown} == shown
    silent = set(RedFlag) - set(shown)
    assert {read.get(code) for code in silent} == {Answer.NOT_ASKED}


def test_the_boxes_together_answer_all_that_is_always_asked() -> None:
    groups = field().groups
    boxes: Any = {group.all_no: "yes" for group in groups if group.boxed}
    alone = {group.asked[0][0]: "no" for group in groups if len(group.asked) == 1}
    assert boxes.keys() < set(field().widget.names)
    read = field().clean(sent(**boxes, **alone))
    assert {flag for flag in RedFlag if read.get(flag) is Answer.NO} == set(RED_FLAGS_ASKED)


@pytest.mark.parametrize("answer", ["yes", "not_asked"])
def test_a_box_against_an_answer_is_refused(answer: str) -> None:
    head = field().groups[0]
    with pytest.raises(FaultError, match="all no is ticked, and not all are no: Seizure"):
        field().clean(sent(**{head.all_no: "yes", RedFlag.SEIZURE.value: answer}))


def test_spaces_are_chosen_and_the_usual_ones_stand_open() -> None:
    spaces = LevelsField(label="Space", required=False)
    drawn = spaces.widget.render("levels", spaces.prepare_value((SpinalLevel("C5/6"),)), {})
    open_ones, folded = drawn.split("<details")
    assert [f'value="{space}"' in open_ones for space in ("L2/3", "L5/S1")] == [True, True]
    assert 'value="C5/6"' in folded and folded.lstrip().startswith("open")
    assert spaces.clean(["L3/4"]) == (SpinalLevel("L3/4"),)
