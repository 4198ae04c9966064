"""A case script: what was recorded about one patient, step by step, in a file that people read.

    schema = "bloodpatch-case-script/1"
    case = "O27"                       # name of the case
    title = "Held for 18 hours, patched twice"
    protocol = "multisociety"          # a shipped protocol; "house" when left out
    times = "unknown"                  # each record has an unknown time unless its step says one
    members = 1                        # a series of n patients is played n times

    [clock]
    starts = "2000-01-03 12:00"        # where the script's own clock begins, in its zone
    zone = "UTC"

    [[member]]                         # facts from outside the episode, where they are stated
    age_years = 31
    language = "en"

    [[step]]
    id = "puncture"                    # a name for this step, used by tests of the case
    at = "referral"                    # the point of the pathway that it belongs to
    by = "physician"                   # the role that acts
    clock = "+2 h"                     # move the clock first: by a span, or to a local time
    when = "2014-01-27"                # when it happened; left out: now, or as `times` says
    do = "referral.record_puncture"    # give a command ...
    [step.said]                        # ... with these fields, as a person would write them
    technique = "cse"
    needle = "17G tuohy"

    [[step]]
    at = "decision"
    by = "physician"
    ask = "assessment.decide_patch"    # may this be done now? nothing is recorded

Each fault of a script is told with its step, and all of them at once. The fields of each command
are in the reference, commands.md. A finding that a script names by an old code is the same finding.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bloodpatch.doors.console.replay.old_names import in_new_names
from bloodpatch.doors.console.replay.step_fields import read_said
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Precision, ValueFault, When

SCHEMA = "bloodpatch-case-script/1"

POINTS = (
    "referral",
    "assessment",
    "red_flag_screen",
    "decision",
    "booking",
    "checklist",
    "consent",
    "sedation",
    "procedure",
    "rest",
    "stand_walk",
    "discharge",
    "follow_up",
    "clearance",
    "adverse_event",
    "repeat_patch",
    "closure",
)
"""The points of the pathway at which published cases are scored."""

KNOWN = frozenset({"schema", "case", "title", "protocol", "times", "members", "clock", "member"})
KNOWN_TO_TESTS = frozenset({"facts", "notes"})
STEP_KEYS = frozenset({"id", "at", "by", "clock", "when", "do", "ask", "said"})
MEMBER_KEYS = frozenset({"age_years", "language"})


class ScriptFaults(Exception):
    """Everything that is wrong with a script. `faults` are sentences."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True, kw_only=True)
class Step:
    id: str
    at: str
    by: Role
    command: type[Command]
    said: Mapping[str, Any]
    asks: bool
    clock: str
    when: str


@dataclass(frozen=True, kw_only=True)
class Member:
    """One patient of the case: what is known from outside the episode."""

    age_years: int | None = None
    language: str | None = None
    confirmed_rows: frozenset[str] = frozenset()
    """Rows of the drug table that the clinic has signed; no script says so of itself."""


@dataclass(frozen=True, kw_only=True)
class Script:
    case: str
    title: str
    protocol: str
    zone: str
    starts: datetime
    times: Precision
    members: tuple[Member, ...]
    steps: tuple[Step, ...]


def read(text: str, name: str) -> Script:
    """A script from its text. Raises `ScriptFaults` with every fault that can be found."""
    try:
        return read_table(tomllib.loads(text), name)
    except tomllib.TOMLDecodeError as fault:
        raise ScriptFaults((f"{name}: this is not TOML: {fault}.",)) from None


def read_table(table: dict[str, Any], name: str) -> Script:
    """A script from what its text says. Raises `ScriptFaults` with every fault."""
    faults: list[str] = []
    zone = str(table.get("clock", {}).get("zone", "UTC"))
    steps = tuple(
        step
        for number, row in enumerate(table.get("step", ()), start=1)
        if (step := read_step(row, number, zone, faults)) is not None
    )
    script = read_head(table, steps, faults)
    if script is None or faults:
        raise ScriptFaults(tuple(f"{name}: {fault}" for fault in faults))
    return script


def read_head(table: dict[str, Any], steps: tuple[Step, ...], faults: list[str]) -> Script | None:
    faults.extend(unknown(table, KNOWN | KNOWN_TO_TESTS | {"step"}, "the script"))
    if table.get("schema") != SCHEMA:
        faults.append(f'schema must be "{SCHEMA}".')
    if not steps and not faults:
        faults.append("there is no step. Add at least one [[step]].")
    clock = table.get("clock", {})
    zone = clock.get("zone", "UTC")
    try:
        ZoneInfo(zone)
        starts = When.parse(clock.get("starts", "2000-01-03 12:00"), zone).at
    except (ValueFault, ZoneInfoNotFoundError, ValueError) as fault:
        faults.append(f"clock: {fault}")
        return None
    times = table.get("times", "minute")
    if times not in (Precision.MINUTE, Precision.UNKNOWN):
        faults.append('times must be "minute" or "unknown".')
        return None
    return Script(
        case=str(table.get("case", "")),
        title=str(table.get("title", "")),
        protocol=str(table.get("protocol", "house")),
        zone=zone,
        starts=starts,
        times=Precision(times),
        members=tuple(read_members(table, faults)),
        steps=steps,
    )


def read_members(table: dict[str, Any], faults: list[str]) -> Iterator[Member]:
    rows = table.get("member", [])
    count = table.get("members", max(len(rows), 1))
    if rows and len(rows) != count:
        faults.append(f"members is {count}, but there are {len(rows)} [[member]] tables.")
    for row in rows or [{}] * count:
        faults.extend(unknown(row, MEMBER_KEYS, "a member"))
        yield Member(**{key: row[key] for key in MEMBER_KEYS & set(row)})


def read_step(row: dict[str, Any], number: int, zone: str, faults: list[str]) -> Step | None:
    """One step; None where it is too broken to go on with."""
    name = row.get("id", f"step {number}")
    before = len(faults)
    faults.extend(unknown(row, STEP_KEYS, name))
    given = row.get("do") or row.get("ask")
    if ("do" in row) == ("ask" in row):
        faults.append(f"{name}: a step has either `do` or `ask`.")
    elif given not in ACTS:
        faults.append(f"{name}: there is no command {given!r}. See commands.md in the reference.")
    if row.get("at") not in POINTS:
        faults.append(f"{name}: at is one of {', '.join(POINTS)}.")
    if row.get("by") not in set(Role):
        faults.append(f"{name}: by is one of {', '.join(Role)}.")
    if len(faults) > before:
        return None
    command = ACTS[str(given)].command
    try:
        bare_question = "ask" in row and "said" not in row
        said = {} if bare_question else read_said(command, in_new_names(row.get("said", {})), zone)
    except ValueFault as fault:
        faults.append(f"{name}: {fault}")
        return None
    return Step(
        id=str(name),
        at=row["at"],
        by=Role(row["by"]),
        command=command,
        said=said,
        asks="ask" in row,
        clock=str(row.get("clock", "")),
        when=str(row.get("when", "")),
    )


def unknown(table: Mapping[str, Any], known: frozenset[str], name: str) -> Iterator[str]:
    for key in sorted(set(table) - known):
        yield f"{name}: {key!r} means nothing here. Known are: {', '.join(sorted(known))}."
