"""What stands above the steps of a script: protocol, clock, times, members."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bloodpatch.doors.console.replay.faults import Fault, near
from bloodpatch.doors.console.replay.shape import KEYS, MEMBER_KEYS, SCHEMA, TIMES, Member
from bloodpatch.pathway.values import Precision, ValueFault, When
from bloodpatch.record.protocols import shipped_names

STARTS = "2000-01-03 12:00"
CLOCK_KEYS = ("starts", "zone")


@dataclass(frozen=True, kw_only=True)
class Head:
    """Where a part cannot be read, its default stands, so that the steps can be looked at too."""

    protocol: str
    zone: str
    starts: datetime
    times: Precision
    members: tuple[Member, ...]


def read_head(table: Mapping[str, Any], faults: list[Fault]) -> Head:
    faults.extend(unknown(table, KEYS, "", "a script"))
    if table.get("schema") != SCHEMA:
        faults.append(Fault(where="schema", says=f'it must be "{SCHEMA}".'))
    if not table.get("step"):
        faults.append(Fault(where="step", says="there is none. Add at least one [[step]]."))
    zone, starts = read_clock(table_at("clock", table, faults), faults)
    return Head(
        protocol=read_protocol(table.get("protocol", "house"), faults),
        zone=zone,
        starts=starts,
        times=read_times(table.get("times", Precision.MINUTE.value), faults),
        members=tuple(read_members(table, faults)),
    )


def table_at(key: str, table: Mapping[str, Any], faults: list[Fault]) -> Mapping[str, Any]:
    given = table.get(key, {})
    if isinstance(given, dict):
        return given
    faults.append(Fault(where=key, says=f"it is a table: [{key}] and a line for each of its keys."))
    return {}


def read_protocol(given: Any, faults: list[Fault]) -> str:
    names = tuple(shipped_names())
    if given not in names:
        says = f"{given!r} does not come along.{near(given, names)} One of: {', '.join(names)}."
        faults.append(Fault(where="protocol", says=says))
    return str(given)


def read_times(given: Any, faults: list[Fault]) -> Precision:
    if given in TIMES:
        return Precision(given)
    says = f"{given!r} is none of: {', '.join(TIMES)}.{near(given, TIMES)}"
    faults.append(Fault(where="times", says=says))
    return Precision.MINUTE


def read_clock(clock: Mapping[str, Any], faults: list[Fault]) -> tuple[str, datetime]:
    faults.extend(unknown(clock, CLOCK_KEYS, "clock.", "the clock"))
    zone = str(clock.get("zone", "UTC"))
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        faults.append(Fault(where="clock.zone", says=f"{zone!r} is no zone, such as UTC."))
        zone = "UTC"
    try:
        return zone, When.parse(str(clock.get("starts", STARTS)), zone).at
    except ValueFault as fault:
        faults.append(Fault(where="clock.starts", says=str(fault)))
        return zone, When.parse(STARTS, "UTC").at


def read_members(table: Mapping[str, Any], faults: list[Fault]) -> Iterator[Member]:
    rows = table.get("member", [])
    count = table.get("members", max(len(rows), 1))
    if type(count) is not int or count < 1:
        faults.append(Fault(where="members", says=f"{count!r} is no number of patients."))
        count = max(len(rows), 1)
    if rows and len(rows) != count:
        says = f"it is {count}, but there are {len(rows)} [[member]] tables."
        faults.append(Fault(where="members", says=says))
    for number, row in enumerate(rows or [{}] * count, start=1):
        faults.extend(unknown(row, MEMBER_KEYS, f"member[{number}].", "a member"))
        age = row.get("age_years")
        if age is not None and (type(age) is not int or age < 0):
            says = f"{age!r} is no age in whole years."
            faults.append(Fault(where=f"member[{number}].age_years", says=says))
        yield Member(number=number, **{key: row[key] for key in set(MEMBER_KEYS) & set(row)})


def unknown(
    table: Mapping[str, Any], known: Mapping[str, str] | tuple[str, ...], where: str, name: str
) -> Iterator[Fault]:
    for key in sorted(set(table) - set(known)):
        says = f"{name} has no such key.{near(key, known)} It has: {', '.join(known)}."
        yield Fault(where=f"{where}{key}", says=says)
