"""The table from the type of a statement's field to a form field: every type is in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

from bloodpatch.doors.ui.forms import Question, field_for
from bloodpatch.doors.ui.forms.value_field import FaultError
from bloodpatch.pathway import clinical, stages, values
from bloodpatch.pathway.clinical import Timing
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.statements import Command, stated
from bloodpatch.pathway.values import Answer, Answers, PainPosition, Precision, Value, When
from tests.doors.ui.gallery import Everything

ZONE = "America/Denver"
KINDS = (*values.ALL, *clinical.VALUES, Code)
QUESTIONS = (("fever", "Fever"), ("seizure", "A seizure"))


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"


def asked(kind: type, **about: Any) -> Any:
    about = {"position": PainPosition.LYING, "choices": QUESTIONS} | about
    field = field_for(Question(name="field", kind=kind, **about))
    if hasattr(field, "at"):
        field.at(ZONE, values.When.parse("2026-11-22 08:00", ZONE).at)
    return field


def example_of(kind: type[Value]) -> Value:
    if kind is Answers:
        return Answers({"fever": Answer.NO, "seizure": Answer.YES})
    if kind is When:
        return When.parse("2026-11-22 14:05", ZONE)
    return kind.parse(kind.example)


def typed_in(field: Any, value: Any, name: str = "field") -> Any:
    """What a browser sends for a control that shows this value, read as the form reads it."""
    shown = field.prepare_value(value)
    if isinstance(shown, dict):
        data = {f"{name}__{part}": text for part, text in shown.items()}
    else:
        data = {name: shown}
    return field.widget.value_from_datadict(data, {}, name)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_a_field_shows_it_reads_back(kind: type[Value]) -> None:
    value = example_of(kind)
    about = {"position": value.position} if isinstance(value, values.Pain) else {}
    field = asked(kind, **about)
    assert field.clean(typed_in(field, value)) == value


@pytest.mark.parametrize("value", [Side.LEFT, True, False, Answer.YES, Answer.NOT_ASKED])
def test_what_is_chosen_is_read_back(value: Any) -> None:
    field = asked(type(value))
    assert field.clean(typed_in(field, value)) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Side, (Side.LEFT, Side.RIGHT)),
        (values.Dose, (values.Dose.parse("midazolam 2 mg"), values.Dose.parse("fentanyl 50 mcg"))),
        (values.SpinalLevel, (values.SpinalLevel("L3/4"), values.SpinalLevel("L4/5"))),
        (values.Count, (values.Count(3), values.Count(14))),
    ],
)
def test_several_of_a_kind_are_read_back(kind: type, value: tuple[Any, ...]) -> None:
    field = asked(kind, many=True)
    raw = field.prepare_value(value)
    assert field.clean(raw) == value


@pytest.mark.parametrize("kind", [*KINDS, Side, bool, Answer], ids=lambda k: k.__name__)
def test_nothing_said_is_none_and_never_no(kind: type) -> None:
    field = asked(kind)
    empty = field.widget.value_from_datadict({}, {}, "field")
    assert field.clean(empty) is None


def test_a_question_that_must_be_answered_says_so() -> None:
    with pytest.raises(FaultError, match="not answered"):
        asked(values.Millilitres, required=True).clean("  ")
    assert asked(Answer, required=True).clean(None) is Answer.NOT_ASKED
    assert asked(Answers, required=True).clean({}) == Answers({})


def test_what_a_page_must_state_itself_is_never_asked() -> None:
    with pytest.raises(TypeError, match="given="):
        asked(PlainForm)


def test_a_code_is_one_of_those_offered() -> None:
    field = asked(Code, options=(("bay-a", "Bay A"), ("bay-b", "Bay B")))
    assert field.clean("bay-a") == Code("bay-a")
    with pytest.raises(FaultError, match="not in the list"):
        field.clean("bay-z")


@pytest.mark.parametrize("code", ["up", "LEFT", "left "])
def test_a_choice_that_nobody_offered_is_refused(code: str) -> None:
    with pytest.raises(FaultError):
        asked(Side).clean(code)


def test_up_to_six_are_buttons_and_more_are_a_list() -> None:
    six, seven = (StrEnum(f"Of{n}", {f"c{i}": f"c{i}" for i in range(n)}) for n in (6, 7))
    assert asked(six).widget.input_type == "radio"
    assert asked(seven).widget.input_type == "select"


@pytest.mark.parametrize("position", PainPosition)
def test_a_question_that_fixes_no_position_asks_for_it(position: PainPosition) -> None:
    field = asked(values.Pain, position=None)
    pain = values.Pain(8, position)
    assert field.clean(typed_in(field, pain)) == pain
    with pytest.raises(FaultError, match="in which position"):
        field.clean({"score": "8", "position": ""})
    with pytest.raises(FaultError, match="the score is not"):
        field.clean({"score": "", "position": position.value})


def test_a_value_without_a_control_of_its_own_is_typed_in_its_words() -> None:
    question = Question(name="timing", kind=Timing)
    assert Timing.example in question.hint
    assert asked(Timing).clean("18 hours after puncture") == Timing.parse("18 hours after puncture")
    with pytest.raises(FaultError, match="no event that time is counted from"):
        asked(Timing).clean("next week")


def test_a_shorter_list_of_questions_can_be_asked() -> None:
    question = Question(name="flags", kind=Answers, choices=QUESTIONS, options=QUESTIONS[:1])
    assert field_for(question).widget.questions == QUESTIONS[:1]


def commands(kind: type = Command) -> Iterator[type[Command]]:
    for one in kind.__subclasses__():
        yield one
        yield from commands(one)


def test_every_field_of_every_command_can_be_asked_or_is_given() -> None:
    for module in iter_modules(stages.__path__):
        import_module(f"{stages.__name__}.{module.name}")
    asked_or_given = 0
    for command in commands():
        for field in stated(command):
            question = Question.of(command, field)
            if not issubclass(question.kind, PlainForm):
                assert field_for(question).label == question.label
            asked_or_given += 1
    assert asked_or_given > 100


@dataclass(frozen=True)
class Told:
    day: str = ""
    clock: str = ""
    precision: str = ""
    offset: str = ""

    @property
    def raw(self) -> dict[str, str]:
        return {
            "date": self.day,
            "time": self.clock,
            "precision": self.precision,
            "offset": self.offset,
        }


@pytest.mark.parametrize(
    ("told", "typed"),
    [
        (Told("2026-11-22", "14:05", "minute"), "2026-11-22 14:05"),
        (Told("2026-11-22", "14:05"), "2026-11-22 14:05"),
        (Told("2026-11-22", "14:05", "hour"), "2026-11-22 14h"),
        (Told("2026-11-22", "", "day"), "2026-11-22"),
        (Told("2026-11-22"), "2026-11-22"),
        (Told("2026-11-22", "06:00", "unknown"), "by 2026-11-22 06:00"),
        (Told("", "", "unknown"), "by 2026-11-22 08:00"),
        # The clocks went back on 1 November 2026: 01:30 came twice.
        (Told("2026-11-01", "01:30", "", "-06:00"), "2026-11-01 01:30-06:00"),
        (Told("2026-11-01", "01:30", "", "-07:00"), "2026-11-01 01:30-07:00"),
        # An offset left over from another try says nothing about a time that came once.
        (Told("2026-07-01", "01:30", "", "-07:00"), "2026-07-01 01:30"),
    ],
)
def test_a_time_is_no_more_exact_than_it_is_known(told: Told, typed: str) -> None:
    assert asked(When).clean(told.raw) == When.parse(typed, ZONE)


@pytest.mark.parametrize(
    ("told", "what"),
    [
        (Told("", "14:05"), "The day is missing"),
        (Told("2026-11-22", "", "minute"), "time of day is missing"),
        (Told("2026-11-22", "", "hour"), "time of day is missing"),
        (Told("2026-11-22", "14:05", "day"), "only the day is known, and also"),
        (Told("2026-11-01", "01:30"), "happened twice"),
        (Told("2026-03-08", "02:30"), "never was"),
        (Told("22/11/2026", "14:05"), "does not begin with the year"),
    ],
)
def test_a_time_that_cannot_be_is_explained(told: Told, what: str) -> None:
    with pytest.raises(FaultError, match=what):
        asked(When).clean(told.raw)


def test_the_gallery_shows_every_type() -> None:
    kinds = {Question.of(Everything, field).kind for field in stated(Everything)}
    shown = {kind for kind in values.ALL if not issubclass(kind, values.Quantity)} - {values.Pain}
    assert shown - kinds == set()
    assert Precision not in kinds
