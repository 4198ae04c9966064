"""Closed lists: every enumeration that a command may use, named once and linked to."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from bloodpatch.doors.console.reference.markdown import code, heading, link, table
from bloodpatch.pathway.statements import bare, hints, item_of, stated
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Answer, Value

Questions = tuple[tuple[str, str], ...]
"""(code, words) of a group of yes / no / not asked answers."""


def kind_of(command: type, field: str) -> Any:
    """The class of a field's value, or of the members where it holds several."""
    annotation = hints(command)[field]
    return item_of(annotation) or bare(annotation)


@cache
def lists() -> MappingProxyType[type[StrEnum], str]:
    """Every enumeration in use and its name here; two of one name also say where they belong."""
    used = [
        kind
        for act in ACTS.values()
        for field in stated(act.command)
        if isinstance(kind := kind_of(act.command, field.name), type)
        and issubclass(kind, StrEnum)
        and kind is not Answer
    ]
    kinds = dict.fromkeys(used)
    names = Counter(kind.__name__ for kind in kinds)
    return MappingProxyType(
        {k: k.__name__ if names[k.__name__] == 1 else f"{k.__name__} ({home(k)})" for k in kinds}
    )


@cache
def kinds_of_values() -> tuple[type[Value], ...]:
    """Every kind of value that a command asks for, in the order in which they first come up."""
    used = [
        kind
        for act in ACTS.values()
        for field in stated(act.command)
        if isinstance(kind := kind_of(act.command, field.name), type) and issubclass(kind, Value)
    ]
    return tuple(dict.fromkeys(used))


def home(kind: type) -> str:
    """The room that a class belongs to: bloodpatch.pathway.stages.referral.choices, "referral"."""
    path = kind.__module__.split(".")
    return path[path.index("stages") + 1] if "stages" in path else path[-1]


@cache
def question_lists() -> MappingProxyType[Questions, str]:
    """Every group of questions, named after the field that first asks it."""
    found: dict[Questions, str] = {}
    for act in ACTS.values():
        for field in stated(act.command):
            if questions := field.metadata["choices"]:
                found.setdefault(questions, f"Questions of {act.name} {field.name}")
    return MappingProxyType(found)


def to_list(kind: type[StrEnum]) -> str:
    return link(lists()[kind], lists()[kind])


def to_questions(questions: Questions) -> str:
    return link(f"{len(questions)} questions", question_lists()[questions])


def all_lists() -> Iterator[str]:
    for kind, name in lists().items():
        yield heading(3, name)
        yield ""
        members = ((code(m.value), getattr(m, "label", m.value)) for m in kind)
        yield from table(("Kept as", "Shown as"), members)
        yield ""
    for questions, name in question_lists().items():
        yield heading(3, name)
        yield ""
        yield from table(("Kept as", "Asked as"), ((code(c), words) for c, words in questions))
        yield ""
