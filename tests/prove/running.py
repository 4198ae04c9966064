"""One demand, run in processes of its own, and what its tests told."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from xml.etree import ElementTree

from tests.prove.demands import SEED, Demand
from tests.tidy.files import ROOT


@dataclass(frozen=True)
class Tally:
    """What came of some tests. Figures are numbers, added up, or words, told as they are."""

    tests: int = 0
    failed: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    figures: Mapping[str, int | str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Run:
    """One demand, run once."""

    date: str
    commit: str
    seed: int
    seconds: int
    proof: Tally
    teeth: Tally


def commit() -> str:
    """The commit that was run; said too where files had changed since."""

    def git(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    changed = git("status", "--porcelain", "--", "src", "tests", "tools", "uv.lock")
    return git("rev-parse", "--short=12", "HEAD") + (" and changes since" if changed else "")


def run(demand: Demand, *, date: str) -> Run:
    began, at = monotonic(), commit()
    proof, teeth = tests_of(demand.proof), tests_of(demand.teeth)
    seconds = round(monotonic() - began)
    return Run(date=date, commit=at, seed=SEED, seconds=seconds, proof=proof, teeth=teeth)


def tests_of(names: tuple[str, ...]) -> Tally:
    """Run these tests with their full counts; what they say is shown only where one fails."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.xml"
        # The newer family of that file has no place for figures.
        rules = ["-o", "junit_family=xunit1", "-p", "no:cacheprovider"]
        options = ["-q", *rules, f"--hypothesis-seed={SEED}"]
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *options, f"--junitxml={told}", *names],
            cwd=ROOT,
            env=os.environ | {"BLOODPATCH_PROVE": "1", "BLOODPATCH_SEED": str(SEED)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            print(done.stdout, flush=True)
        tally = tally_of(told.read_text("utf-8")) if told.exists() else Tally()
    if tally.tests and (done.returncode == 0 or tally.failed):
        return tally
    return Tally(failed=(*tally.failed, f"pytest ended with {done.returncode}"))


def tally_of(xml: str) -> Tally:
    """The tests of a JUnit file, which pytest writes."""
    cases = ElementTree.fromstring(xml).findall(".//testcase")
    figures: dict[str, int | str] = {}
    for case in cases:
        for told in case.iterfind("properties/property"):
            add(figures, told.attrib["name"], told.attrib["value"])
    return Tally(
        tests=len(cases),
        failed=tuple(
            case.attrib["name"]
            for case in cases
            if case.find("failure") is not None or case.find("error") is not None
        ),
        left_out=tuple(c.attrib["name"] for c in cases if c.find("skipped") is not None),
        figures=figures,
    )


def add(figures: dict[str, int | str], name: str, value: str) -> None:
    before = figures.get(name, 0)
    if value.isdecimal() and isinstance(before, int):
        figures[name] = before + int(value)
    else:
        figures[name] = value
