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

Each fault of a script is told with its line, its step and its key, and all of them at once. A
finding that a script names by an old code is the same finding.
"""

import tomllib
from typing import Any

from bloodpatch.doors.console.replay.faults import Fault, ScriptFaults, line_of, lines_of
from bloodpatch.doors.console.replay.head import read_head
from bloodpatch.doors.console.replay.shape import SCHEMA, Member, Script, Step
from bloodpatch.doors.console.replay.steps import read_steps

__all__ = ["SCHEMA", "Member", "Script", "ScriptFaults", "Step", "read", "read_table"]


def read(text: str, name: str) -> Script:
    """A script from its text. Raises `ScriptFaults` with every fault that can be found."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise ScriptFaults((f"{name}: this is not TOML: {fault}.",)) from None
    return read_table(table, name, lines_of(text))


def read_table(table: dict[str, Any], name: str, lines: dict[str, int] | None = None) -> Script:
    """A script from what its text says. Raises `ScriptFaults` with every fault."""
    faults: list[Fault] = []
    head = read_head(table, faults)
    steps = read_steps(table, head, faults)
    if faults:
        lines = lines or {}
        faults.sort(key=lambda fault: line_of(fault.where, lines) or 0)
        raise ScriptFaults(tuple(fault.told(lines, name) for fault in faults))
    return Script(
        case=str(table.get("case", "")),
        title=str(table.get("title", "")),
        protocol=head.protocol,
        zone=head.zone,
        starts=head.starts,
        times=head.times,
        members=head.members,
        steps=steps,
    )
