"""traceability.md: hazard, control, code, finding and test; each leads to the others."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from bloodpatch.doors.console.reference.markdown import Page, code, heading, link, table
from bloodpatch.doors.console.reference.markdown import page as made
from bloodpatch.doors.console.safety.hazard_log import Hazard, Log
from bloodpatch.doors.console.safety.page_phrases import CASE, MADE, all_of, draft, file_of, to
from bloodpatch.pathway.findings import KINDS, FindingKind

ABOUT = "From each hazard to its controls, code, findings and tests, and back from each of them."

FINDINGS = "../reference/findings.md"
NUMBER = re.compile(r"(?:\bH|_h)([0-9]{2})(?:\b|_)")
"""H36 in words, or test_h36_... in a name; "h24" is a contact after a day."""

Named = Mapping[str, frozenset[str]]
"""Test files, and the hazards whose numbers stand in them."""


def page(log: Log, tests: Path) -> Page:
    written = made(
        "traceability",
        "Traceability",
        ABOUT,
        (draft(log),),
        section("From hazard to control, finding and test", from_hazards(log)),
        section("From control to hazard and code", from_controls(log)),
        section("From finding to hazard", from_findings(log)),
        section("From test to hazard", from_tests(log)),
        section("Test files that name a hazard by its number", from_numbers(log, named_in(tests))),
        section("Rungs of the pathway that hold back no hazard", without(log)),
    )
    return replace(written, made=MADE)


def section(title: str, lines: Iterator[str]) -> Iterator[str]:
    yield heading(2, title)
    yield ""
    yield from lines


def findings_of(hazard: Hazard) -> tuple[FindingKind, ...]:
    return tuple(k for _, k in sorted(KINDS.items()) if hazard.id in k.hazards)


def named_in(tests: Path) -> Named:
    """What each test file says of hazards by number, in a name or in words."""
    found = {}
    for path in sorted(tests.rglob("*.py")):
        numbers = NUMBER.findall(path.read_text("utf-8"))
        if numbers and "safety" not in path.relative_to(tests).parts:
            found[f"tests/{path.relative_to(tests)}"] = frozenset(f"H{n}" for n in numbers)
    return found


def from_hazards(log: Log) -> Iterator[str]:
    yield from table(
        ("Hazard", "Controls", "Findings", "Proofs"),
        (
            (
                to(h, CASE),
                ", ".join(code(c.removeprefix("bloodpatch.")) for c in h.controls) or nowhere(h),
                ", ".join(link(k.code, k.code, FINDINGS) for k in findings_of(h)),
                ", ".join(code(p.removeprefix("tests/")) for p in h.proofs),
            )
            for h in log
        ),
    )


def nowhere(hazard: Hazard) -> str:
    return f"not there yet: {hazard.part}" if hazard.part else "does not apply"


def from_controls(log: Log) -> Iterator[str]:
    files: dict[str, list[str]] = defaultdict(list)
    for control in sorted(log.controls):
        files[file_of(control)].append(control)
    yield from table(
        ("Code", "Control", "Hazards"),
        (
            (code(file), code(control.partition(":")[2]), all_of(log.controls[control]))
            for file, controls in files.items()
            for control in controls
        ),
    )


def from_findings(log: Log) -> Iterator[str]:
    known = {h.id: h for h in log}
    yield from table(
        ("Finding", "Hazards"),
        (
            (link(k.code, k.code, FINDINGS), all_of(known[i] for i in k.hazards))
            for _, k in sorted(KINDS.items())
        ),
    )


def from_tests(log: Log) -> Iterator[str]:
    rows = ((code(proof), all_of(log.proofs[proof])) for proof in sorted(log.proofs))
    yield from table(("Test", "Hazards"), rows)


def from_numbers(log: Log, named: Named) -> Iterator[str]:
    known = {h.id: h for h in log}
    rows = (
        (code(file), all_of(known[i] for i in sorted(ids) if i in known))
        for file, ids in named.items()
    )
    yield from table(("Test file", "Hazards"), rows)


def without(log: Log) -> Iterator[str]:
    rows = ((code(rung.removeprefix("bloodpatch.")), why) for rung, why in log.no_control.items())
    yield from table(("Rung", "Why"), rows)
