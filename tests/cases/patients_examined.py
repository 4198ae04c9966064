"""The invented patients as an examiner: what a careful physician would expect, and what was said.

    python -m tests.cases.patients_examined            lines met; each unmet one with the reason
    python -m tests.cases.patients_examined --write    the same, and patients/unmet.toml anew

`patients/unmet.toml` is a ratchet: the lines that are not met yet, each with why. The test goes
red where another line is lost, and where a listed one is met and still stands in the list.
Writing it anew keeps the reason of a line that was in it already.
"""

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bloodpatch.doors.console.replay.answer import as_table
from bloodpatch.doors.console.replay.play import Played, all_members
from bloodpatch.doors.console.replay.script import Script, read
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.record.protocols import shipped, shipped_tables
from tests.cases.expectations import (
    PATIENTS,
    Expected,
    Line,
    expected,
    left_out,
    step_of,
    unmet_at,
    unmet_by,
)

RATCHET = PATIENTS / "unmet.toml"
HEAD = """\
# Lines of expected.toml that are not met yet, each with the reason. It may only shrink.
# Written by: python -m tests.cases.patients_examined --write
# A reason may be put in better words by hand; it is kept while its line stays unmet.

"""


@dataclass(frozen=True)
class Judged:
    """One line and why it is not met; empty where it is."""

    line: Line
    unmet: str


def script_of(patient: str) -> Script:
    path = PATIENTS / f"{patient}.toml"
    return read(path.read_text("utf-8"), path.name)


def played(script: Script, drug_table: str) -> tuple[Played, ...]:
    """Under the protocol of the script, with the drug table that the clinic has confirmed."""
    protocol = shipped(script.protocol)
    if not drug_table:
        return all_members(script, protocol)
    rows = frozenset(row.hash for row in shipped_tables()[drug_table].rows)
    confirmed = tuple(replace(member, confirmed_rows=rows) for member in script.members)
    return all_members(replace(script, members=confirmed), following(protocol, drug_table))


def following(protocol: Protocol, drug_table: str) -> Protocol:
    preparation = protocol.preparation
    policy = type(preparation.antithrombotic_policy)(drug_table)
    return replace(protocol, preparation=replace(preparation, antithrombotic_policy=policy))


def judged(one: Expected) -> Iterator[Judged]:
    script = script_of(one.patient)
    steps = as_table(played(script, one.drug_table))["steps"]
    for line in one.lines:
        at = step_of(line, steps)
        if not line.is_owed:
            yield Judged(line, unmet_at(line, steps[at]))
            continue
        # What was owed then is what is owed at the end of a script that stops there.
        until = played(replace(script, steps=script.steps[: at + 1]), one.drug_table)
        owed: list[Mapping[str, Any]] = as_table(until)["obligations"]
        yield Judged(line, unmet_by(line, owed, until[0].now))


def all_judged() -> tuple[Judged, ...]:
    return tuple(verdict for one in expected() for verdict in judged(one))


# THE RATCHET


def known() -> Mapping[str, str]:
    """Lines that are not met yet, each with the reason."""
    return tomllib.loads(RATCHET.read_text("utf-8")) if RATCHET.exists() else {}


def as_ratchet(verdicts: tuple[Judged, ...], before: Mapping[str, str]) -> str:
    unmet = {v.line.key: before.get(v.line.key, v.unmet) for v in verdicts if v.unmet}
    # A string of JSON is also one of TOML.
    rows = (f"{json.dumps(key)} = {json.dumps(why)}" for key, why in unmet.items())
    return HEAD + "\n".join(rows) + "\n"


def as_lines(verdicts: tuple[Judged, ...], reasons: Mapping[str, str]) -> Iterator[str]:
    unmet = [v for v in verdicts if v.unmet]
    for verdict in unmet:
        key = verdict.line.key
        gap = f" [{reasons[key]}]" if reasons.get(key, verdict.unmet) != verdict.unmet else ""
        yield f"{key}: {verdict.unmet}{gap}"
    met = len(verdicts) - len(unmet)
    patients = {v.line.patient for v in verdicts}
    whole = len(patients - {v.line.patient for v in unmet})
    yield (
        f"lines met {met} of {len(verdicts)} ({met / len(verdicts):.3f}), "
        f"patients wholly met {whole} of {len(patients)}, left out {len(left_out())}"
    )


if __name__ == "__main__":
    all_of_them = all_judged()
    sys.stdout.write("\n".join(as_lines(all_of_them, known())) + "\n")
    if "--write" in sys.argv[1:]:
        RATCHET.write_text(as_ratchet(all_of_them, known()), "utf-8")
