"""What was typed, said back: after a refusal a person sees that nothing was lost."""

from enum import StrEnum
from typing import Any

from django import forms

from bloodpatch.doors.ui.findings import Kept
from bloodpatch.doors.ui.forms.choice_fields import words_of
from bloodpatch.doors.ui.forms.styled_form import Dressed, is_more
from bloodpatch.doors.ui.forms.time_fields import OccurredField
from bloodpatch.pathway.values import Answer, Answers, Needle, NeedleKind

PLAIN_TIPS = frozenset(
    {
        NeedleKind.PENCIL_POINT,
        NeedleKind.CUTTING,
        NeedleKind.SPINAL,
        NeedleKind.OTHER,
        NeedleKind.NOT_STATED,
    }
)


def kept(form: Dressed) -> tuple[Kept, ...]:
    """What was typed, question by question; a main question without an answer is *not asked*."""
    form.is_valid()  # reads the fields, right or wrong
    lines = ((bound, words(bound)) for bound in form.visible_fields())
    return tuple(
        Kept(name=str(bound.label), says=says)
        for bound, says in lines
        if says or not (isinstance(bound.field, OccurredField) or is_more(bound.field))
    )


def words(bound: forms.BoundField) -> str:
    """A cleaned value in words; where the field refused, the text as it was typed."""
    cleaned = getattr(bound.form, "cleaned_data", {}).get(bound.name)
    if cleaned is None or cleaned == "":
        return typed(bound.data)
    if isinstance(cleaned, Answers):
        return answered(cleaned, getattr(bound.field.widget, "questions", ()))
    if isinstance(cleaned, tuple):
        return ", ".join(shown(one) for one in cleaned)
    return shown(cleaned)


def shown(value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, StrEnum):
        return str(dict(words_of(type(value)))[value.value])
    if isinstance(value, Needle):
        return needle(value)
    return str(value)


def needle(said: Needle) -> str:
    """A needle that bears a name is written like one: 17G Tuohy; 25G pencil point."""
    kind = said.kind.value.replace("_", " ")
    kind = kind if said.kind in PLAIN_TIPS else kind.title()
    return kind if said.gauge is None else f"{said.gauge}G {kind}"


def answered(answers: Answers, questions: tuple[tuple[str, str], ...]) -> str:
    asked = dict(questions)
    said = (f"{asked.get(code, code)}: {in_short(answer)}" for code, answer in answers.pairs)
    return "; ".join(said) or "Nothing asked"


def in_short(answer: Answer) -> str:
    return answer.value.replace("_", " ")


def typed(raw: Any) -> str:
    if isinstance(raw, dict):
        return " ".join(str(part) for part in raw.values() if part and part != "now")
    if isinstance(raw, list):
        return ", ".join(map(str, raw))
    return str(raw or "")
