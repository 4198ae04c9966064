"""The fields of a step, as people write them, turned into values.

A value is written as it would be typed on a form ("22 mL", "17G tuohy", "8 standing"), a choice
by its code, several of either as a list, a group of answers as a table.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from bloodpatch.pathway.statements import (
    Command,
    bare,
    hints,
    item_of,
    of_plain,
    plain,
    read_choice,
    read_flag,
    stated,
)
from bloodpatch.pathway.values import Pain, Value, ValueFault, When


def read_said(command: type[Command], said: Mapping[str, Any], zone: str = "UTC") -> dict[str, Any]:
    """Field names to values. Raises `ValueFault` naming the field that cannot be read."""
    fields = {f.name: f for f in stated(command)}
    if strange := set(said) - set(fields):
        raise ValueFault(
            f"{command.name} has no field {', '.join(sorted(strange))}.",
            f"It has: {', '.join(fields) or 'none'}.",
            "Correct the name.",
        )
    kind: type = command
    values = {}
    for name, given in said.items():
        position = fields[name].metadata.get("position")
        try:
            values[name] = typed(hints(kind)[name], zone, position)(given)
        except ValueFault as fault:
            raise ValueFault(f"{name}: {fault.what}", fault.why, fault.now) from None
    # Built once, so that what is required and what contradicts itself is told with the script.
    of_plain(command, {name: plain(value) for name, value in values.items()})
    return values


def typed(annotation: Any, zone: str, position: Any = None) -> Callable[[Any], Any]:
    """The function that reads what is written in a script for a field of this type."""
    if item := item_of(annotation):
        one = typed(item, zone)
        return lambda given: tuple(one(g) for g in (given if isinstance(given, list) else [given]))
    kind = bare(annotation)
    if issubclass(kind, When):
        return lambda given: kind.parse(str(given), zone)
    if issubclass(kind, Pain):
        return lambda given: kind.parse(str(given), position=position)
    if issubclass(kind, Value):
        return lambda given: kind.of(given) if isinstance(given, dict) else kind.parse(str(given))
    if issubclass(kind, StrEnum):
        return lambda given: read_choice(kind, given)
    return read_flag
