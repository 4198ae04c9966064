"""One table from the type of a statement's field to the field of a form.

A type that is not in it cannot be asked, and says so when the form is made, not when a nurse
opens the page. `tests/doors/ui/test_form_table.py` proves that every value class is in it.
"""

from collections.abc import Callable
from dataclasses import MISSING, dataclass
from dataclasses import Field as Stated
from enum import StrEnum
from typing import Any, TypeAlias, get_args

from django import forms
from django.utils.translation import gettext as _

from bloodpatch.doors.ui.forms import (
    choice_fields,
    grouped_questions,
    measurement_fields,
    text_fields,
    time_fields,
)
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.statements import bare, hints, item_of
from bloodpatch.pathway.values import (
    Answer,
    Answers,
    BloodPressure,
    Dose,
    FreeText,
    Needle,
    Pain,
    PainPosition,
    Quantity,
    SpinalLevel,
    Value,
    When,
)


@dataclass(frozen=True, kw_only=True)
class Question:
    """One field of a statement, as a form asks it."""

    name: str
    kind: type
    many: bool = False
    required: bool = False
    ask: str = ""
    meaning: str = ""
    position: PainPosition | None = None
    choices: tuple[tuple[str, str], ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    more: bool = False
    ahead: bool = False

    @classmethod
    def of(cls, statement: type, field: Stated[Any], options: Any = ()) -> "Question":
        annotation = hints(statement)[field.name]
        item = item_of(annotation)
        about = field.metadata
        return cls(
            name=field.name,
            kind=item or bare(annotation),
            many=item is not None,
            required=field.default is MISSING and type(None) not in get_args(annotation),
            ask=about.get("ask", ""),
            meaning=about.get("meaning", ""),
            position=about.get("position"),
            choices=about.get("choices", ()),
            options=tuple(options),
            more=about.get("more", False),
            ahead=about.get("ahead", False),
        )

    @property
    def label(self) -> str:
        return self.ask or self.meaning or self.name.replace("_", " ").capitalize()

    @property
    def hint(self) -> str:
        """What is meant, where the label does not say it already, and what is possible."""
        said = [self.meaning] if bare_words(self.meaning) != bare_words(self.label) else []
        if issubclass(self.kind, Quantity) and not (self.kind.low == 0 and self.kind.high > 100):
            bounds = {"low": self.kind.low, "high": self.kind.high, "unit": self.kind.unit}
            said.append((_("%(low)s to %(high)s %(unit)s") % bounds).strip())
        if self.kind is Pain and self.position is not None:
            said.append(_("0 to %(most)d") % {"most": Pain.highest})
        example = {"example": getattr(self.kind, "example", "")}
        if self.many and issubclass(self.kind, Value) and self.kind not in LISTED:
            said.append(_("One to a line, such as: %(example)s") % example)
        elif maker_of(self.kind) is typed:
            said.append(_("Such as: %(example)s") % example)
        return " ".join(part if part.endswith(("?", ".")) else f"{part}." for part in said if part)


LISTED = (Code, SpinalLevel)
"""Values that are ticked in a list, several at once; all others are typed, one to a line."""


def bare_words(said: str) -> str:
    return said.casefold().rstrip("?.")


About: TypeAlias = dict[str, Any]
Maker: TypeAlias = Callable[[Question, About], forms.Field]


def pain(question: Question, about: About) -> forms.Field:
    if question.position is None:
        return measurement_fields.PositionedPainField(**about)
    return measurement_fields.PainField(question.position, **about)


def typed(question: Question, about: About) -> forms.Field:
    return text_fields.TypedField(question.kind, **about)


def answers(question: Question, about: About) -> forms.Field:
    asked = question.options or question.choices
    if grouped_questions.are_red_flags(asked):
        return grouped_questions.RedFlagsField(asked, **about)
    return choice_fields.AnswersField(asked, **about)


TABLE: tuple[tuple[type, Maker], ...] = (
    (Quantity, lambda q, about: measurement_fields.MeasureField(q.kind, **about)),
    (Pain, pain),
    (BloodPressure, lambda q, about: measurement_fields.PressureField(**about)),
    (SpinalLevel, lambda q, about: choice_fields.LevelField(**about)),
    (Needle, lambda q, about: text_fields.NeedleField(**about)),
    (Dose, lambda q, about: text_fields.DoseField(**about)),
    (Answers, answers),
    (FreeText, lambda q, about: text_fields.TextField(**about)),
    (
        When,
        lambda q, about: (
            time_fields.PlannedField(**about) if q.ahead else time_fields.WhenField(**about)
        ),
    ),
    (Code, lambda q, about: choice_fields.CodeField(q.kind, q.options, **about)),
    (Answer, lambda q, about: choice_fields.AnswerField(**about)),
    (StrEnum, lambda q, about: choice_fields.ChoiceField(q.kind, q.options, **about)),
    (bool, lambda q, about: choice_fields.FlagField(**about)),
    (Value, typed),
)
"""The first row whose type fits; special types stand before the general ones. A value without a
control of its own is typed in its own words, and `parse` explains what it cannot read."""


def maker_of(kind: type) -> Maker | None:
    if issubclass(kind, PlainForm):
        return None
    return next((make for row, make in TABLE if issubclass(kind, row)), None)


def field_for(question: Question) -> forms.Field:
    field = made(question)
    field.more = question.more  # type: ignore[attr-defined]
    return field


def made(question: Question) -> forms.Field:
    about: About = {
        "label": question.label,
        "help_text": question.hint,
        "required": question.required,
    }
    if question.many:
        if issubclass(question.kind, StrEnum):
            return choice_fields.ChoicesField(question.kind, **about)
        if issubclass(question.kind, SpinalLevel):
            return choice_fields.LevelsField(**about)
        if issubclass(question.kind, Code) and question.options:
            return choice_fields.CodesField(question.kind, question.options, **about)
        if issubclass(question.kind, Value):
            return text_fields.LinesField(question.kind, **about)
    make = None if question.many else maker_of(question.kind)
    if make is None:
        raise TypeError(
            f"{question.name}: {question.kind.__name__} cannot be asked. Give it with `given=`, "
            "or add a row to doors/ui/forms/table.py."
        )
    return make(question, about)
