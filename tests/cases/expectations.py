"""What is expected of an invented patient: the closed grammar, and whether a replay meets it.

`patients/expected.toml` says how a line is written; `patients/concepts.toml` holds the words by
which a sentence is known to be about a concept. Judged is what `replay --json` prints, so that
nothing here rests on how the rules are built.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

PATIENTS = Path(__file__).parent / "patients"

LEVELS: Mapping[str, str] = {"refused": "stop", "held": "hold", "advised": "advise"}
BLOCKING = frozenset({"stop", "hold"})
OF_A_STEP = frozenset({*LEVELS, "silent", "free"})
OF_WHAT_IS_OWED = frozenset({"owed", "not_owed"})
ABOUT_A_CONCEPT = frozenset({*LEVELS, "silent", "not_owed"})
KEYS = frozenset({"at", "that", "concept", "naming", "owner", "within_minutes"})

Table = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One expectation of one patient."""

    patient: str
    at: str
    that: tuple[str, ...]
    concept: str = ""
    naming: str = ""
    owner: str = ""
    within_minutes: int | None = None

    @property
    def key(self) -> str:
        """How the line is called in the list of those that are not met."""
        what = " ".join(filter(None, (self.concept, self.naming, self.owner)))
        soon = f" within {self.within_minutes} min" if self.within_minutes else ""
        return f"{self.patient} {self.at}: {' or '.join(self.that)} {what}".rstrip() + soon

    @property
    def is_owed(self) -> bool:
        return self.that[0] in OF_WHAT_IS_OWED

    def is_about(self, says: str) -> bool:
        return all(
            re.search(words, says, re.IGNORECASE)
            for words in (concepts().get(self.concept, ""), self.naming)
        )


@dataclass(frozen=True, kw_only=True)
class Expected:
    """One patient: what the physician wrote, and its lines."""

    patient: str
    means: str
    drug_table: str
    lines: tuple[Line, ...]


@cache
def concepts() -> Mapping[str, str]:
    return tomllib.loads((PATIENTS / "concepts.toml").read_text("utf-8"))


@cache
def written() -> dict[str, Any]:
    return tomllib.loads((PATIENTS / "expected.toml").read_text("utf-8"))


def left_out() -> Mapping[str, str]:
    """Patients whose expectation cannot be tested, each with the reason."""
    return dict(written()["left_out"])


def expected() -> tuple[Expected, ...]:
    return tuple(
        Expected(
            patient=patient,
            means=row["means"],
            drug_table=row.get("drug_table", ""),
            lines=tuple(line_of(patient, one) for one in row["expect"]),
        )
        for patient, row in written().items()
        if patient != "left_out"
    )


def line_of(patient: str, row: Table) -> Line:
    """A line from its table. Raises `ValueError` where it is not in the grammar."""
    that = row["that"] if isinstance(row["that"], list) else [row["that"]]
    line = Line(patient=patient, **{**row, "that": tuple(that)})
    if faults := list(faults_of(line, row)):
        raise ValueError(f"{line.key}: {'; '.join(faults)}")
    return line


def faults_of(line: Line, row: Table) -> Iterator[str]:
    kinds = set(line.that)
    if set(row) - KEYS or not kinds or not kinds <= OF_A_STEP | OF_WHAT_IS_OWED:
        yield "not in the grammar"
    if len(kinds) > 1 and not kinds <= set(LEVELS):
        yield "only refused, held and advised may stand in a list"
    if kinds & ABOUT_A_CONCEPT and not line.concept:
        yield "names no concept"
    if line.concept and line.concept not in concepts():
        yield f"{line.concept} has no words in concepts.toml"
    if "free" in kinds and (line.concept or line.naming):
        yield "free is about no concept"
    if "owed" not in kinds and (line.owner or line.within_minutes):
        yield "only what is owed has an owner and a time"


# WHETHER IT IS MET


def step_of(line: Line, steps: Sequence[Table]) -> int:
    """Where the line is judged: the step of this id, else the last that gives or asks this."""
    by_id = [i for i, s in enumerate(steps) if s["id"] == line.at]
    given = [i for i, s in enumerate(steps) if line.at in (s.get("do"), s.get("ask"))]
    if not (by_id or given):
        raise ValueError(f"{line.key}: the script has no such step")
    return (by_id or given)[-1]


def unmet_at(line: Line, step: Table) -> str:
    """Why a step does not meet a line; empty where it does."""
    found = step["findings"]
    if line.that == ("free",):
        blocks = [f["code"] for f in found if f["level"] in BLOCKING]
        blocked = bool(blocks) or step["outcome"] == "refused"
        return f"blocked by {listed(blocks)}" if blocked else ""
    about = [f for f in found if line.is_about(f["says"])]
    if line.that == ("silent",):
        return f"said: {listed(f['code'] for f in about)}" if about else ""
    if {f["level"] for f in about} & {LEVELS[kind] for kind in line.that}:
        return ""
    there = listed(f"{f['level']} {f['code']}" for f in about or found)
    return f"stands as {there}" if about else f"nothing said about it; there stands: {there}"


def unmet_by(line: Line, obligations: Sequence[Table], now: datetime) -> str:
    """Why what is owed at an instant does not meet a line; empty where it does."""
    about = [o for o in obligations if line.is_about(f"{o['code']} {o['says']}")]
    if line.that == ("not_owed",):
        return f"owed: {listed(o['code'] for o in about)}" if about else ""
    fit = [o for o in about if line.owner in ("", o["owner"])]
    if not fit:
        all_owed = listed(f"{o['code']} by {o['owner']}" for o in obligations)
        return f"not owed; there is: {all_owed}"
    if line.within_minutes is None:
        return ""
    latest = now + timedelta(minutes=line.within_minutes)
    soonest = min(datetime.fromisoformat(o["due"]) for o in fit)
    return "" if soonest <= latest else f"owed only by {soonest:%d %b %H:%M}"


def listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "nothing"
