"""Take each control out, run its proofs, and say which one turned red.

    python -m tests.safety.removing RESULTS.json [--all | --only CONTROL PROOF]

Without --all only the controls of the pathway, by their pure proofs. First every proof must be
green with the controls in. Then each control is taken out in a forked child, which runs that
control's proofs, the quickest first, until one fails: a failure in the test itself, not one of
its fixtures or of its import. The result is written as JSON: what is red as it is, and for each
control the proof that turned red, or why none did.
"""

import contextlib
import json
import os
import signal
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import monotonic

import pytest

from bloodpatch.doors.console.safety import hazard_log, removed_controls
from bloodpatch.doors.console.safety.hazard_log import Log
from tests.safety import allow
from tests.tidy.files import ROOT

PURE = ("tests/spec/", "tests/cases/")
LONG = ("tests/spec/tables/test_every_cell.py", "tests/spec/tables/test_teeth_of_the_table.py")
"""Too long to run again for one control in an ordinary run; with --all they are."""
PATHWAY = "bloodpatch.pathway."
CHILD_SECONDS = 300
"""Longer than the proofs of one control need; a control taken out may also make a test hang."""
ALL_SECONDS = 3600
"""For every proof of the log, one after another."""
AT_ONCE = 2


@dataclass(eq=False)
class Watch:
    """A plugin that keeps how long each test took and what failed."""

    seconds: dict[str, float] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    passed: int = 0
    until_red: bool = False

    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        if self.until_red and self.failed:
            item.session.shouldstop = "a proof turned red"

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        name = report.nodeid.partition("[")[0]
        self.seconds[name] = self.seconds.get(name, 0.0) + report.duration
        if report.failed:
            (self.failed if report.when == "call" else self.broken).append(report.nodeid)
        self.passed += report.when == "call" and report.passed

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.broken.append(report.nodeid)


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What came of one control: the proof that turned red, or nothing and why."""

    control: str
    red: str = ""
    why: str = ""
    seconds: float = 0.0


def run_tests(names: Iterable[str], *options: str, until_red: bool = False) -> Watch:
    watch = Watch(until_red=until_red)
    rules = ["-q", "-p", "no:cacheprovider", "--no-header", "--no-summary", "--tb=no"]
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
        ended = pytest.main([*rules, *options, *names], plugins=[watch])
    if ended not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) and not watch.failed:
        watch.broken.append(f"pytest ended with {ended!r}")
    return watch


def in_a_child(names: Sequence[str], *options: str, out: str = "", word: str = "") -> "Child":
    """Run these tests in a forked child, with a control out of it or none."""
    seconds = CHILD_SECONDS if out else ALL_SECONDS
    folder = Path(tempfile.mkdtemp())
    child = os.fork()
    if child:
        return Child(child, folder / "told.json", seconds, monotonic())
    signal.alarm(seconds)
    told: dict[str, object] = {}
    try:
        if out:
            allow.take_out(out, word)
        told = asdict(run_tests(names, *options, until_red=bool(out)))
    except BaseException as fault:
        told = {"fault": repr(fault)}
    finally:
        (folder / "told.json").write_text(json.dumps(told), "utf-8")
        os._exit(0)


@dataclass(frozen=True)
class Child:
    id: int
    told: Path
    seconds: int
    began: float

    def result(self) -> dict[str, object]:
        os.waitpid(self.id, 0)
        return self.read()

    def read(self) -> dict[str, object]:
        if not self.told.exists():
            return {"fault": f"no answer within {self.seconds} s"}
        found: dict[str, object] = json.loads(self.told.read_text("utf-8"))
        return found


def chosen(log: Log, everything: bool) -> dict[str, tuple[str, ...]]:
    """Each control that is taken out here, with its proofs."""
    found = {}
    for control, held in log.controls.items():
        proofs = tuple(dict.fromkeys(p for hazard in held for p in hazard.proofs))
        if not everything:
            proofs = tuple(p for p in proofs if p.startswith(PURE) and not p.startswith(LONG))
        if proofs and (everything or control.startswith(PATHWAY)):
            found[control] = proofs
    return found


def take_each_out(
    proofs: Mapping[str, tuple[str, ...]], seconds: Mapping[str, float], log: Log, at_once: int
) -> list[Taken]:
    """The controls one after another, so many at the same time."""
    last = removed_controls.read(ROOT / removed_controls.KEPT)
    waiting, running, done = list(proofs), {}, []
    while waiting or running:
        while waiting and len(running) < at_once:
            control = waiting.pop(0)
            quickest = in_order(proofs[control], last.get(control, ""), seconds)
            word = log.allow.get(control, "")
            child = in_a_child(quickest, out=control, word=word)
            running[child.id] = (control, child)
        ended, _ = os.wait()
        control, child = running.pop(ended)
        done.append(verdict(control, child.read(), round(monotonic() - child.began, 1)))
        print(done[-1], flush=True)
    return sorted(done, key=lambda taken: taken.control)


def in_order(proofs: Sequence[str], last: str, seconds: Mapping[str, float]) -> tuple[str, ...]:
    """The proof that turned red last time, then the quickest."""
    before = last.partition("[")[0]
    return tuple(sorted(proofs, key=lambda name: (name != before, seconds.get(name, 0.0))))


def verdict(control: str, told: Mapping[str, object], seconds: float) -> Taken:
    failed, broken = told.get("failed") or [], told.get("broken") or []
    assert isinstance(failed, list)
    if failed:
        return Taken(control=control, red=failed[0], seconds=seconds)
    if fault := told.get("fault") or broken:
        return Taken(control=control, why=f"could not be run: {fault}", seconds=seconds)
    return Taken(control=control, why=f"{told.get('passed')} proofs stay green", seconds=seconds)


def main(words: Sequence[str]) -> int:
    parser = ArgumentParser(prog="python -m tests.safety.removing")
    parser.add_argument("place", type=Path)
    parser.add_argument("--all", action="store_true", help="every control, by every proof")
    parser.add_argument("--only", nargs=2, metavar=("CONTROL", "PROOF"))
    said = parser.parse_args(words)
    log = hazard_log.read(ROOT / hazard_log.LOG)
    proofs = {said.only[0]: (said.only[1],)} if said.only else chosen(log, said.all)
    names = sorted({name for each in proofs.values() for name in each})
    # Read the tests here, once: a child finds them read already.
    run_tests(names, "--collect-only")
    as_it_is = in_a_child(names).result()
    red = [*(as_it_is.get("failed") or ()), *(as_it_is.get("broken") or ())]
    if fault := as_it_is.get("fault"):
        red.append(str(fault))
    seconds = as_it_is.get("seconds") or {}
    taken = [] if red else take_each_out(proofs, seconds, log, 1 if said.all else AT_ONCE)
    told = {"red_as_it_is": red, "taken": [asdict(each) for each in taken]}
    said.place.write_text(json.dumps(told, indent=1), "utf-8")
    return int(bool(red) or not all(each.red for each in taken))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
