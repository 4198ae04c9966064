"""Each mutant lives in a forked child, which runs the tests that reach it until one turns red.

It is a plugin of one pytest session: the tests are collected once, run once under a trace that
tells which test reaches which line, and after that only in children. A property that draws its
examples by chance takes no part: what it finds it might not find again.
"""

import ast
import gc
import json
import os
import pickle
import resource
import signal
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from time import process_time
from types import FunctionType, ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation import swapping
from tests.mutation.mutants import PATHWAY, Mutant, dotted, mutants
from tests.tidy.files import modules, tree

TESTS = ("tests/spec", "tests/cases", "tests/safety/test_against_the_tables.py",
         "tests/safety/test_gates_against_the_tables.py",
         "tests/safety/test_antithrombotic_grid.py")  # fmt: skip
TABLES = "tests/spec/tables/"
"""These ask the closed lists themselves, so no line that they reach tells what they miss."""
NO_END = "no end within its time"
MOST = 300
"""So many tests are asked at most. A mutant that only a later one would miss counts as alive."""

Line = tuple[str, int]


@dataclass
class Reach:
    """Which test, by its number, reaches which line; what each costs."""

    lines: dict[Line, set[int]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    red: list[str] = field(default_factory=list)

    def tests(self, filename: str, lines: Iterable[int]) -> set[int]:
        return set().union(*(self.lines.get((filename, line), ()) for line in lines))

    def of(self, function: Any) -> set[int]:
        """The tests that run a function."""
        inside = {line for _, _, line in function.__code__.co_lines() if line}
        return self.tests(function.__code__.co_filename, inside)


@dataclass(frozen=True)
class Verdict:
    mutant: Mutant
    tests: int
    red: str = ""
    why: str = ""

    @property
    def killed(self) -> bool:
        return bool(self.red or self.why)


Done = Callable[[Path, Sequence[Verdict]], None]
Choose = Callable[[Path, list[Mutant]], list[Mutant]]


def all_of_them(path: Path, found: list[Mutant]) -> list[Mutant]:
    return found


class Session:
    """The plugin."""

    def __init__(
        self,
        chosen: Sequence[Path],
        at_once: int,
        done: Done,
        choose: Choose = all_of_them,
        most: int = MOST,
    ) -> None:
        self.chosen, self.at_once, self.done = chosen, at_once, done
        self.choose, self.most = choose, most
        self.red: list[str] = []
        self.killers: dict[str, list[int]] = defaultdict(list)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = [i for i in session.items if not is_by_chance(i)]
        self.names = [i.nodeid for i in self.items]
        self.statements = {dotted(p): list(tree(p).body) for p in modules(PATHWAY)}
        for where in self.statements:
            import_module(where)
        self.reach = self.in_a_child(self.traced)
        self.red = self.reach.red
        gc.disable()
        for path in () if self.red else self.chosen:
            self.done(path, list(self.judged(path)))
        return True

    def in_a_child(self, work: Any) -> Any:
        with tempfile.TemporaryFile() as told:
            if not (child := os.fork()):
                pickle.dump(work(), told)
                told.flush()
                os._exit(0)
            os.waitpid(child, 0)
            told.seek(0)
            return pickle.load(told)

    # Which test reaches what

    def traced(self) -> Reach:
        reach = Reach()
        passed: set[Line] = set()
        for path in modules(PATHWAY):
            swapping.tell_of_each_line(tree(path), sys.modules[dotted(path)], passed.add)
        for number, item in enumerate(self.items):
            passed.clear()
            began = process_time()
            failed = self.run(number, number + 1)
            reach.seconds.append(process_time() - began)
            reach.red += [item.nodeid] if failed else []
            for line in passed:
                reach.lines.setdefault(line, set()).add(number)
        return reach

    def run(self, number: int, after: int | None) -> bool:
        """Whether a test turned red."""
        item, follows = self.items[number], None
        if after is not None and after < len(self.items):
            follows = self.items[after]
        reports = runtestprotocol(item, log=False, nextitem=follows)
        return any(report.failed for report in reports)

    # Which tests may miss a mutant

    def tests_of(self, mutant: Mutant, module: ModuleType, filename: str) -> list[int]:
        """First those that turned red for its neighbours, then those that ask a whole table, then
        those named like its module; of each test one row, the quickest, before its next."""
        found: set[int] = set()
        if mutant.function:
            found |= self.reach.tests(filename, mutant.lines)
        name = mutant.function or swapping.bound(mutant.top)
        made = swapping.made_of(name, module, bool(mutant.function), self.statements)
        if not mutant.function:
            made = [(module, mutant.top), *made]
        for where, statement in made:
            found |= self.users(where, statement)
        tables = {n for n, nodeid in enumerate(self.names) if made and nodeid.startswith(TABLES)}
        found |= tables
        known = [n for n in self.killers[mutant.function] if n in found]
        near = {part.rstrip("s") for part in mutant.module.split(".")} - {"rule", "stage"}
        far = {n: not any(part in self.names[n] for part in near) for n in found}
        far |= {n: -1 for n in tables if "[" not in self.names[n]}
        quickest = sorted(found - set(known), key=self.reach.seconds.__getitem__)
        rows: Counter[str] = Counter()
        turn = {}
        for n in quickest:
            turn[n] = rows[test := self.names[n].partition("[")[0]]
            rows[test] += 1
        return [*known, *sorted(quickest, key=lambda n: (far[n], turn[n]))][: self.most]

    def users(self, module: ModuleType, statement: ast.stmt) -> set[int]:
        """The tests that run a function which uses what a statement binds, or is named in it."""
        name, found = swapping.bound(statement), set()
        for function in swapping.users()[name]:
            space = function.__globals__
            if space.get(name) is vars(module)[name] or module in space.values():
                found |= self.reach.of(function)
        for node in ast.walk(statement):
            held = named_by(node, module)
            if isinstance(held, FunctionType):
                found |= self.reach.of(held)
        return found

    # One child for each mutant

    def judged(self, path: Path) -> Iterator[Verdict]:
        module = import_module(dotted(path))
        whole, found = mutants(path, module)
        filename, running = str(module.__file__), {}
        waiting = self.choose(path, found)[::-1]
        while waiting or running:
            while waiting and len(running) < self.at_once:
                mutant = waiting.pop()
                tests = self.tests_of(mutant, module, filename)
                if not tests:
                    yield Verdict(mutant, 0)
                    continue
                pipe, child = self.born(mutant, whole, module, tests)
                running[child] = (mutant, tests, pipe)
            if not running:
                continue
            ended, status = os.wait()
            mutant, tests, pipe = running.pop(ended)
            with os.fdopen(pipe) as told:
                yield self.verdict(mutant, tests, told.read(), status)

    def born(
        self, mutant: Mutant, whole: ast.Module, module: ModuleType, tests: list[int]
    ) -> tuple[int, int]:
        out, into = os.pipe()
        if child := os.fork():
            os.close(into)
            return out, child
        seconds = int(10 + 3 * sum(self.reach.seconds[n] for n in tests))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        red: int | str | None = None
        try:
            swapping.put(mutant, whole, module, self.statements)
        except Exception as fault:
            red = repr(fault)
        else:
            pairs = zip(tests, [*tests[1:], None], strict=True)
            red = next((test for test, after in pairs if self.run(test, after)), None)
        finally:
            os.write(into, json.dumps(red).encode()[:4000])
            os._exit(0)

    def verdict(self, mutant: Mutant, tests: list[int], told: str, status: int) -> Verdict:
        if os.WIFSIGNALED(status):
            return Verdict(mutant, len(tests), why=NO_END)
        red = json.loads(told)
        if isinstance(red, str):
            return Verdict(mutant, len(tests), why=f"cannot be read: {red}")
        if red is None:
            return Verdict(mutant, len(tests))
        killers = self.killers[mutant.function]
        if red in killers:
            killers.remove(red)
        killers.insert(0, red)
        return Verdict(mutant, len(tests), red=self.names[red])


def named_by(node: ast.AST, module: ModuleType) -> Any:
    """What a name of a module stands for: `care_was_tried`, or `rules.outcome_fits`."""
    if isinstance(node, ast.Attribute):
        return getattr(named_by(node.value, module), node.attr, None)
    return vars(module).get(node.id) if isinstance(node, ast.Name) else None


def is_by_chance(item: pytest.Item) -> bool:
    return bool(getattr(getattr(item, "obj", None), "is_hypothesis_test", False))


def summary(verdicts: Sequence[Verdict]) -> str:
    killed = sum(v.killed for v in verdicts)
    return f"{killed} of {len(verdicts)}"


def run(
    chosen: Sequence[Path],
    at_once: int,
    done: Done,
    tests: Sequence[str] = TESTS,
    choose: Choose = all_of_them,
    most: int = MOST,
) -> list[str]:
    """Judge these modules, and tell of each when it is done; gives what is red as it is."""
    session = Session(chosen, at_once, done, choose, most)
    quiet = ["-q", "-s", "--no-header", "--no-summary", "-p", "no:cacheprovider"]
    # What is left open elsewhere in this process is no fault of the test that is running.
    options = [*quiet, "-p", "no:unraisableexception"]
    code = pytest.main([*options, *tests], plugins=[session])
    if code != pytest.ExitCode.OK:
        session.red.append(f"pytest ended with {code!r}")
    return session.red
