"""The fields of a step, as people write them, turned into values.

A value is written as it would be typed on a form ("22 mL", "17G tuohy", "8 standing"), a choice
by its code, several of either as a list, a group of answers as a table. Every field is looked at,
so that all that is wrong with a step is said at once.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass
from enum import StrEnum
from typing import Any

from bloodpatch.doors.console.replay import entries
from bloodpatch.doors.console.replay.faults import near
from bloodpatch.pathway.clinical import Timing
from bloodpatch.pathway.codes import PlainForm
from bloodpatch.pathway.statements import (
    Command,
    bare,
    hints,
    item_of,
    of_plain,
    plain,
    read_flag,
    stated,
)
from bloodpatch.pathway.values import Answer, Answers, Pain, Value, ValueFault, When

FLAGS = {"yes": True, "no": False}
NOTHING = object()
"""What could not be read; never a value."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One field as it is read: what it holds, and what its words are read against."""

    field: Field[Any]
    kind: Any
    zone: str
    before: Mapping[str, int]
    """How many earlier steps have each id."""


class Saying:
    """The values of a step, and what is wrong with the others: (path, sentence)."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.faults: list[tuple[str, str]] = []


def read_said(
    command: type[Command],
    said: Mapping[str, Any],
    zone: str = "UTC",
    before: Mapping[str, int] | None = None,
) -> Saying:
    """Every field of a step, with all its faults."""
    fields = {f.name: f for f in stated(command)}
    kind: type = command
    kinds, read = hints(kind), Saying()
    for name in sorted(set(said) - set(fields)):
        known = ", ".join(fields) or "none"
        says = f"{command.name} has no field {name!r}.{near(name, fields)} It has: {known}."
        read.faults.append((name, says))
    for name, field in fields.items():
        if name in said:
            read_field(read, field, kinds[name], said[name], zone, before or {})
        elif field.default is MISSING:
            says = f"{command.name} needs {name}: {field.metadata['meaning'].lower()}."
            read.faults.append((name, says))
    if not read.faults:
        read.faults.extend(("", fault) for fault in against_itself(command, read.values))
    return read


def read_field(
    read: Saying,
    field: Field[Any],
    annotation: Any,
    given: Any,
    zone: str,
    before: Mapping[str, int],
) -> None:
    item = item_of(annotation)
    asked = Asked(field=field, kind=item or bare(annotation), zone=zone, before=before)
    if item is None:
        value = read_one(asked, given, field.name, read.faults)
    else:
        rows = given if isinstance(given, list) else [given]
        paths = (f"{field.name}[{i}]" if rows is given else field.name for i in range(len(rows)))
        value = tuple(
            read_one(asked, one, path, read.faults) for one, path in zip(rows, paths, strict=True)
        )
    read.values[field.name] = value


def read_one(asked: Asked, given: Any, path: str, faults: list[tuple[str, str]]) -> Any:
    """A value, or NOTHING and its fault."""
    kind = asked.kind
    try:
        if kind is Answers:
            found = list(strange_answers(asked, given))
            faults.extend((f"{path}.{code}" if code else path, says) for code, says in found)
            return NOTHING if found else reader(asked)(given)
        return reader(asked)(given)
    except ValueFault as fault:
        shown = (
            {m.value: getattr(m, "label", "") for m in kind} if issubclass(kind, StrEnum) else {}
        )
        page = " See told-times.md." if kind is Timing else ""
        says = f"{fault.what}{near(given, shown, shown)} {fault.why} {fault.now}{page}"
        faults.append((path, says))
        return NOTHING


def strange_answers(asked: Asked, given: Any) -> Iterator[tuple[str, str]]:
    """What a group of answers does not ask, and what is no answer. Raises `ValueFault`."""
    codes = [code for code, _ in asked.field.metadata["choices"]]
    told = given if isinstance(given, dict) else Answers.parse(str(given)).plain()
    for code, answer in told.items():
        if codes and code not in codes:
            like = near(code, codes, dict(asked.field.metadata["choices"]))
            yield code, f"{code!r} is not asked here.{like} See commands.md."
        elif answer not in set(Answer):
            yield code, f'{answer!r} is no answer: write "yes" or "no"; leave out the unasked.'


def reader(asked: Asked) -> Callable[[Any], Any]:
    """The function that reads what is written in a script for a field of this kind."""
    kind = asked.kind
    if entries.takes_entries(asked.field.name, kind):
        return lambda given: entries.named(given, asked.before) or kind.parse(one(given))
    if issubclass(kind, When):
        return lambda given: kind.parse(one(given), asked.zone)
    if issubclass(kind, Pain):
        return lambda given: kind.parse(one(given), position=asked.field.metadata.get("position"))
    if issubclass(kind, PlainForm):
        return lambda given: kind.of(given if isinstance(given, list | dict) else str(given))
    if issubclass(kind, Answers):
        return answers
    if issubclass(kind, Value):
        return lambda given: kind.of(given) if isinstance(given, dict) else kind.parse(one(given))
    if issubclass(kind, StrEnum):
        return lambda given: choice(kind, given)
    return lambda given: FLAGS[given] if given in ("yes", "no") else read_flag(given)


def one(given: Any) -> str:
    if isinstance(given, list):
        raise ValueFault("This is a list.", "Here one value is told.", "Write the value alone.")
    return str(given)


def answers(given: Any) -> Answers:
    if not isinstance(given, dict):
        return Answers.parse(str(given))
    return Answers({code: Answer(answer) for code, answer in given.items()})


def choice(kind: type[StrEnum], given: Any) -> StrEnum:
    """A bare true is no word: `yes` is written in quotes."""
    if isinstance(given, str) and given in set(kind):
        return kind(given)
    raise ValueFault(
        f"{given!r} is not one of the answers.",
        "Only the listed answers are counted and compared.",
        f"Choose one of: {', '.join(kind)}.",
    )


def against_itself(command: type[Command], values: Mapping[str, Any]) -> Iterator[str]:
    """Built once, so that what contradicts itself is told with the script and not in its play."""
    try:
        of_plain(command, {n: plain(v) for n, v in entries.stand_ins(values).items()})
    except ValueFault as fault:
        yield str(fault)
