"""Each stated fact has a home: what a published report states, compared with the replayed events.

`published.json` holds the reports. A script's `[facts]` table says where each stated value went:

    [facts]
    "puncture.cause" = ["punct.technique", "punct.purpose"]     # step.field, one or several
    "red_flags[0].flag" = "screen.flags:seizure"                # one answer of a group
    "patches[1].complications[0]" = "event.kinds:arachnoiditis" # one of a list
    "timeline[0].ref" = "patch1.timing:event"                   # a part of a told time; also :span
    "headache.scores[0].position" = "day8.pain_lying:position"  # a part of a score; also :of
    "timeline[0].event" = "onset"                               # that the step was recorded at all
    "patient.age_years" = "member.age_years"                    # a fact from outside the episode
    "patient.n" = "members"

    [notes]
    "patient.history[0]" = "history.note"                       # kept as words: counted, and few

A number must stand in its home, a yes or no must be answered so, and a text must mean exactly what
`vocabulary.toml` says that these words mean, no more and no less.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from bloodpatch.pathway.clinical.timing import Timing
from bloodpatch.pathway.values import Pain

HERE = Path(__file__).parent
SCRIPTS = HERE / "scripts"
VOCABULARY = HERE / "vocabulary"

STATED = (
    "patient",
    "puncture",
    "onset",
    "headache",
    "timeline",
    "red_flags",
    "tests",
    "conservative",
    "other_treatment",
    "bleeding_risk",
    "decision",
    "patches",
    "complications",
    "outcome",
)
NUMBER = re.compile(r"\d+(?:\.\d+)?")
# "37.3 weeks" is how obstetricians write 37 weeks and 3 days; every score is one of ten.
WEEKS_AND_DAYS = re.compile(r"(\d+)\.([0-6])(?= weeks pregnant)")
OUT_OF_TEN = re.compile(r"(?<=\d)/10\b")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
# Said by the encoder about the script, not by the report about the patient.
OURS = frozenset({"patch", "patch_number", "number", "positions"})


@cache
def published() -> Mapping[str, dict[str, Any]]:
    cases = json.loads((HERE / "published.json").read_text("utf-8"))["cases"]
    return {case["id"]: case for case in cases}


@cache
def vocabulary() -> Mapping[str, Mapping[str, list[str]]]:
    """Key (indexes dropped) -> wording -> tokens `field=plain`; one file per part of the cases."""
    words: dict[str, dict[str, list[str]]] = {}
    for file in sorted(VOCABULARY.glob("*.toml")):
        for key, meanings in tomllib.loads(file.read_text("utf-8")).items():
            words.setdefault(key, {}).update(meanings)
    return words


def leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every stated value of a case with its path: `patches[0].injected_ml`, 20."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from leaves(inner, f"{path}[{i}]")
    elif value is not None and value != "":
        yield path, value


def stated(case: Mapping[str, Any]) -> dict[str, Any]:
    return {path: value for part in STATED for path, value in leaves(case[part], part)}


def key_of(path: str) -> str:
    return re.sub(r"\[\d+\]", "", path)


@dataclass(frozen=True)
class Encoded:
    """A script's tables of homes, and the events that its steps became."""

    case: str
    facts: Mapping[str, list[str]]
    notes: Mapping[str, list[str]]
    members: tuple[Mapping[str, Any], ...]
    count: int
    said: Mapping[str, Mapping[str, Any]]
    """Step id -> the plain fields of the event that it became."""
    events: Mapping[str, str]
    """Step id -> the name of that event."""

    def tokens(self, home: str) -> set[str]:
        """What stands at a home, as `field=plain`; empty where nothing does."""
        if home == "members":
            return {f"members={self.count}"}
        step, _, field = home.partition(".")
        if not field:
            return {f"event={self.events[step]}"} if step in self.events else set()
        if step == "member":
            return {f"{field}={m[field]}" for m in self.members if field in m}
        name, _, key = field.partition(":")
        value = self.said.get(step, {}).get(name)
        if isinstance(value, dict):
            keys = [key] if key else list(value)
            return {f"{name}:{k}={value[k]}" for k in keys if k in value}
        if value is None:
            return set()
        if isinstance(value, list):
            return {f"{name}={one}" for one in value if not key or one_of(key, one)}
        return {f"{name}:{key}={part_of(value, key)}" if key else f"{name}={value}"}


def one_of(key: str, plain: object) -> bool:
    """Whether a key names this one of a list; of a sign, a score or a dose its first word does."""
    return key in (str(plain), str(plain).partition(" ")[0])


def part_of(plain: str, key: str) -> str:
    """From what a told time is counted, and how long; the position of a score, and out of what."""
    if key in ("position", "of"):
        return Pain.of(plain).position.value if key == "position" else "10"
    told = Timing.of(plain)
    event = f"{told.event or ''} {told.ordinal or ''}".strip()
    return event if key == "event" else plain.removesuffix(event).strip()


def encoded(table: Mapping[str, Any], played: Mapping[str, Any]) -> Encoded:
    """From a script's own text and its replay as `--json` prints it."""

    def homes(name: str) -> dict[str, list[str]]:
        given = table.get(name, {})
        return {p: [h] if isinstance(h, str) else list(h) for p, h in given.items()}

    members = table.get("member", [])
    return Encoded(
        case=table["case"],
        facts=homes("facts"),
        notes=homes("notes"),
        members=tuple(members),
        count=int(table.get("members", max(len(members), 1))),
        said={s["id"]: e["fields"] for s in played["steps"] for e in s["events"]},
        events={s["id"]: e["name"] for s in played["steps"] for e in s["events"]},
    )


def faults(script: Encoded, case: Mapping[str, Any]) -> Iterator[str]:
    """Everything by which the events say less, more, or something else than the report."""
    values = stated(case)
    homed = {**script.facts, **script.notes}
    for path in sorted(set(values) - set(homed)):
        yield f"{path}: {values[path]!r} has no home."
    for path in sorted(set(homed) - set(values)):
        yield f"{path}: the report states no such thing."
    for path, homes in script.facts.items():
        if path in values:
            yield from differences(script, path, values[path], homes)
    for path, homes in script.notes.items():
        if not any(script.tokens(home) for home in homes):
            yield f"{path}: the note {homes} is empty."
    yield from invented(script)


def differences(script: Encoded, path: str, value: Any, homes: list[str]) -> Iterator[str]:
    for home in homes:
        if not script.tokens(home):
            yield f"{path}: nothing stands at {home}."
    found = {token for home in homes for token in script.tokens(home)}
    if isinstance(value, bool):
        if not any(t.endswith("=yes" if value else "=no") for t in found):
            yield f"{path}: {value} is not answered so by {sorted(found)}."
    elif isinstance(value, (int, float)):
        if not any(same_number(value, token) for token in found):
            yield f"{path}: {value} does not stand in {sorted(found)}."
    else:
        yield from other_meaning(script.case, path, value, found)


def same_number(value: float, token: str) -> bool:
    """Whether the number stands in a token such as `volume_ml_injected=20`."""
    numbers = NUMBER.findall(token.partition("=")[2])
    try:
        return Decimal(str(value)) in {Decimal(n) for n in numbers}
    except InvalidOperation:
        return False


def meaning(case: str, path: str, wording: str) -> list[str] | None:
    """What the vocabulary says: for this case alone ("O33 patches.when"), else for every case.

    `{n}` stands for the number of the patch that the path is about, so that "after" can be said
    of each.
    """
    key = key_of(path)
    words = vocabulary()
    meant = words.get(f"{case} {key}", {}).get(wording) or words.get(key, {}).get(wording)
    if meant is None:
        return None
    place = re.match(r"patches\[(\d+)\]", path)
    patches = published()[case]["patches"]
    number = patches[int(place[1])]["n"] if place else None
    return [token.replace("{n}", str(number)) for token in meant]


def other_meaning(case: str, path: str, wording: str, found: set[str]) -> Iterator[str]:
    meant = meaning(case, path, wording)
    if meant is None:
        yield f"{path}: the vocabulary does not say what {wording!r} means."
        return
    if set(meant) != found:
        lost, added = sorted(set(meant) - found), sorted(found - set(meant))
        yield f"{path}: {wording!r} means {sorted(meant)}; lost {lost}, added {added}."
    if any(token.endswith("=other") for token in meant):
        yield f"{path}: {wording!r} is only `other`: that is a note."
    digits = {Decimal(n) for n in NUMBER.findall(numbers_as_recorded(wording))}
    kept = {Decimal(n) for token in meant for n in NUMBER.findall(token.partition("=")[2])}
    if lost_digits := digits - kept:
        yield f"{path}: {wording!r} loses {sorted(map(str, lost_digits))}."


def numbers_as_recorded(wording: str) -> str:
    wording = THOUSANDS.sub("", wording).replace("COVID-19", "COVID")
    return OUT_OF_TEN.sub("", WEEKS_AND_DAYS.sub(r"\1 \2", wording))


def invented(script: Encoded) -> Iterator[str]:
    """A field that no fact of the report stands behind, or one answer or item of it."""
    used = {h for homes in (*script.facts.values(), *script.notes.values()) for h in homes}
    for step, fields in script.said.items():
        for name, value in fields.items():
            if name in OURS or f"{step}.{name}" in used:
                continue
            parts = {h for h in used if h.startswith(f"{step}.{name}:")}
            if isinstance(value, (dict, list)):
                said = {token for part in parts for token in script.tokens(part)}
                more = sorted(script.tokens(f"{step}.{name}") - said)
                yield from (f"{step}: {token} stands in no report." for token in more)
            elif not parts:
                yield f"{step}.{name} = {value!r} stands in no report."
