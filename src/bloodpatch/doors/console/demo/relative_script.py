"""A script that counts from now, made into one with times of the clock."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bloodpatch.doors.console.replay.script import SCHEMA, Step, read_table
from bloodpatch.doors.console.replay.time_spans import span
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.statements import bare, hints, item_of
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Count, ValueFault, When

TIME = re.compile(r"([+-])(.+?)(?: to the (hour|day))?")
SHOWN = {None: "%Y-%m-%d %H:%M%z", "hour": "%Y-%m-%d %Hh%z", "day": "%Y-%m-%d"}


@dataclass(frozen=True, kw_only=True)
class Now:
    """The moment that a demo counts from, the zone of its clinic, and the names used in it."""

    at: datetime
    zone: str
    ids: Mapping[str, str]

    def moment(self, told: str) -> datetime:
        """Raises `ValueFault`."""
        sign, words, _ = parts(told)
        return self.at + span(words) if sign == "+" else self.at - span(words)

    def time(self, told: str) -> str:
        """The same as a person of the clinic writes it."""
        local = self.moment(told).astimezone(ZoneInfo(self.zone))
        return local.strftime(SHOWN[parts(told)[2]])


def parts(told: str) -> tuple[str, str, str | None]:
    match = TIME.fullmatch(told)
    if match is None:
        raise ValueFault(
            f"{told!r} is not a time from now.",
            "A demo is invented around the moment at which it is filled.",
            'Write it as "-3 d 2 h", "+45 min" or "-2 d to the day".',
        )
    return match[1], match[2], match[3]


@dataclass(frozen=True, kw_only=True)
class Told:
    """One step with the moment at which it is entered; `number` is its place in the episode."""

    at: datetime
    number: int
    step: Step


def told(table: Mapping[str, Any], now: Now) -> tuple[Told, ...]:
    """The steps of a patient, in order. Raises `ScriptFaults` and `ValueFault`."""
    rows = table["step"]
    numbers = {row["id"]: number for number, row in enumerate(rows, start=1)}
    said = read_table(
        {
            "schema": SCHEMA,
            "case": table["case"],
            "clock": {"zone": now.zone},
            "step": [plainly(row, numbers, now) for row in rows],
        },
        table["case"],
    )
    found: list[Told] = []
    for row, step in zip(rows, said.steps, strict=True):
        at = now.moment(row["clock"]) if "clock" in row else found[-1].at
        found.append(Told(at=at, number=len(found) + 1, step=step))
    return tuple(found)


def plainly(row: Mapping[str, Any], numbers: Mapping[str, int], now: Now) -> dict[str, Any]:
    """A step as a case script has it: the clock is left to whoever gives the step."""
    kept = {key: value for key, value in row.items() if key != "clock"}
    if "when" in row:
        kept["when"] = now.time(row["when"])
    kind = ACTS[row["do"]].command
    kept["said"] = {
        name: translated(kind, name, value, numbers, now)
        for name, value in row.get("said", {}).items()
    }
    return kept


def translated(kind: type, name: str, value: Any, numbers: Mapping[str, int], now: Now) -> Any:
    annotation = hints(kind).get(name)
    change = reading(item_of(annotation) or bare(annotation), numbers, now)
    return [change(one) for one in value] if isinstance(value, list) else change(value)


def reading(kind: Any, numbers: Mapping[str, int], now: Now) -> Callable[[Any], Any]:
    if kind is When:
        return now.time
    known: Mapping[str, Any] = now.ids if kind is Code else numbers if kind is Count else {}
    return lambda written: known.get(written, written) if isinstance(written, str) else written
