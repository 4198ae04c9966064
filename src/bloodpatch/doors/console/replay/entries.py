"""Entries named by the step that recorded them, where a command asks for their position.

A position is known only when the script is played, and shown only by the answer. Whoever writes a
script knows the step: `positions = ["puncture"]` strikes what the step "puncture" recorded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bloodpatch.pathway.values import Count, ValueFault

FIELDS = frozenset({"position", "positions", "entry", "about", "physicians_work"})
"""The fields that hold the position of an entry; any other number is a number."""


@dataclass(frozen=True)
class Entry:
    """Whatever this step recorded."""

    step: str


def takes_entries(field: str, kind: Any) -> bool:
    return kind is Count and field in FIELDS


def named(given: object, before: Mapping[str, int]) -> Entry | None:
    """The entry of an earlier step; None where a number was written. Raises `ValueFault`."""
    if not isinstance(given, str) or given.strip().isdecimal():
        return None
    if before.get(given) == 1:
        return Entry(given)
    what = "is the id of several steps" if given in before else "is no step before this one"
    raise ValueFault(
        f'"{given}" {what}.',
        "An entry is named by the id of the step that recorded it, or by its position.",
        "Correct the id, or write the position that the answer shows.",
    )


def stand_ins(values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with a number for each entry, so that all else about them can be checked."""
    numbers: dict[Entry, Count] = {}

    def number(one: Any) -> Any:
        return numbers.setdefault(one, Count(len(numbers) + 1)) if isinstance(one, Entry) else one

    return each(values, number)


def settled(values: Mapping[str, Any], positions: Mapping[str, int]) -> dict[str, Any]:
    """The fields with the position that each entry got. Raises `ValueFault`."""

    def position(one: Any) -> Any:
        if not isinstance(one, Entry):
            return one
        if one.step not in positions:
            raise ValueFault(
                f'The step "{one.step}" recorded nothing for this patient.',
                "What was refused, asked or left out has no entry.",
                "Name a step that recorded something.",
            )
        return Count(positions[one.step])

    return each(values, position)


def each(values: Mapping[str, Any], change: Any) -> dict[str, Any]:
    return {
        name: tuple(change(one) for one in value) if isinstance(value, tuple) else change(value)
        for name, value in values.items()
    }
