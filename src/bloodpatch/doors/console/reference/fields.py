"""One line for each field that a command has: what it means, and what may be written in it."""

from collections.abc import Iterable, Iterator
from dataclasses import MISSING, Field
from enum import StrEnum
from typing import Any

from bloodpatch.doors.console.reference.closed_lists import kind_of, to_list, to_questions
from bloodpatch.doors.console.reference.markdown import code, codes, table
from bloodpatch.doors.console.reference.values import to_kind
from bloodpatch.doors.console.replay.entries import takes_entries
from bloodpatch.pathway.statements import hints, item_of
from bloodpatch.pathway.values import Answer, Quantity, Value

HEAD = ("Field", "Asked as", "Value", "Unit and bounds", "Example", "Meaning")


def described(command: type, fields: Iterable[Field[Any]]) -> Iterator[str]:
    yield from table(HEAD, (row(command, field) for field in fields))


def row(command: type, field: Field[Any]) -> tuple[str, ...]:
    name = code(field.name)
    if field.default is MISSING:
        name += " **required**"
    kind = kind_of(command, field.name)
    several = item_of(hints(command)[field.name]) is not None
    value = f"any number of: {worded(kind, field)}" if several else worded(kind, field)
    about = field.metadata
    return (name, about["ask"], value, bounds(kind), example(kind, field), meaning(field))


def worded(kind: Any, field: Field[Any]) -> str:
    if kind is Answer:
        return f"one of {codes(Answer)}"
    if kind is bool:
        return f"{code('yes')} or {code('no')}"
    if issubclass(kind, StrEnum):
        return f"one of {to_list(kind)}"
    if field.metadata["choices"]:
        return f"yes or no to each of {to_questions(field.metadata['choices'])}"
    if position := field.metadata["position"]:
        return f"{to_kind(kind)} (here: {position.value.replace('_', ' ')})"
    said = to_kind(kind)
    return f"{said}, or the id of a step" if takes_entries(field.name, kind) else said


def bounds(kind: Any) -> str:
    """Outside these a value is refused as a slip of the pen; what is wise inside them is for the
    protocol to say."""
    if not issubclass(kind, Quantity):
        return ""
    fine = {0: "whole", 1: "1 decimal"}.get(kind.places, f"{kind.places} decimals")
    span = f"{kind.low} to {kind.high}"
    return f"{span} {kind.unit}, {fine}" if kind.unit else f"{span}, {fine}"


def example(kind: Any, field: Field[Any]) -> str:
    if position := field.metadata["position"]:
        return code(kind.example.replace("standing", position.value.replace("_", " ")))
    if choices := field.metadata["choices"]:
        return code(", ".join(f"{asked} no" for asked, _ in choices[:2]))
    if issubclass(kind, Value):
        return code(kind.example)
    if kind is bool:
        return code("yes")
    return code(next(iter(kind)).value)


def meaning(field: Field[Any]) -> str:
    text: str = field.metadata["meaning"]
    return text if text.endswith((".", "?")) else f"{text}."
