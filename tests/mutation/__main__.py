"""Make each rule wrong in turn and write the page:  python -m tests.mutation --date DAY [NAME...]

    python -m tests.mutation --page     write the page again, and run nothing
    python -m tests.mutation --date DAY --alive --tests tests/spec/rules rules/imaging
                                        only what was alive, by the tests that were added for it
    python -m tests.mutation --unchanged
                                        put everything in its own place as it is: none may be red

A NAME is a part of a module's path; without names all of them. Exits 1 where fewer are noticed
than demanded, where one that stays alive is not explained, or where an explanation is stale.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.mutation import page, running
from tests.mutation.mutants import MODULES, Mutant
from tests.prove.running import commit


def ran(verdicts: Sequence[running.Verdict], date: str) -> page.Ran:
    alive = [v for v in verdicts if not v.killed]
    return page.Ran(
        date=date,
        commit=commit(),
        mutants=len(verdicts),
        red=sum(bool(v.red) for v in verdicts),
        timed_out=sum(v.why == running.NO_END for v in verdicts),
        unreadable=sum(v.why not in ("", running.NO_END) for v in verdicts),
        alive=tuple(
            page.Alive(v.mutant.function, v.mutant.text, v.mutant.line, v.tests) for v in alive
        ),
    )


def with_those_before(now: page.Ran, last: page.Ran) -> page.Ran:
    """Where only what was alive was asked for: all others were noticed before."""
    if now.mutants != len(last.alive):
        raise LookupError("The module is another than it was. Run it whole.")
    return replace(
        now,
        mutants=last.mutants,
        red=last.red + now.red,
        timed_out=last.timed_out + now.timed_out,
        unreadable=last.unreadable + now.unreadable,
    )


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="make mutation", description=__doc__)
    parser.add_argument("--date", help="the day of this run, told by the machine")
    parser.add_argument("--page", action="store_true", help="run nothing; write the page again")
    at_once = os.cpu_count() or 1
    parser.add_argument("--at-once", type=int, default=at_once, help="so many at the same time")
    parser.add_argument("--alive", action="store_true", help="only what was alive when last run")
    parser.add_argument("--unchanged", action="store_true", help="none may be noticed")
    parser.add_argument("--tests", action="append", help="by these tests only; may be said again")
    parser.add_argument("names", nargs="*", metavar="NAME")
    said = parser.parse_args(words)
    asked = (path for n in said.names or [""] for path in MODULES if n in page.name(path))
    chosen = list(dict.fromkeys(asked))
    tests = said.tests or running.TESTS
    if said.unchanged:
        return in_its_own_place(chosen, said.at_once, tests)
    if said.page or not said.date:
        page.keep(page.kept())
        return 0
    living = {
        (module, one.function, one.text) for module, ran in page.kept().items() for one in ran.alive
    }

    def choose(path: Path, found: list[Mutant]) -> list[Mutant]:
        name = page.name(path)
        return [m for m in found if not said.alive or (name, m.function, m.text) in living]

    def done(path: Path, verdicts: Sequence[running.Verdict]) -> None:
        # Read again: another run may have written its part meanwhile.
        kept, module = page.kept(), page.name(path)
        now = ran(verdicts, said.date)
        if said.alive:
            now = with_those_before(now, kept[module])
        page.keep(kept | {module: now})
        print(f"{module}: {running.summary(verdicts)}", flush=True)

    if said.alive:
        chosen = [path for path in chosen if page.name(path) in page.kept()]
    red = running.run(chosen, said.at_once, done, tests, choose)
    if red:
        print("Red as it is:", *red, sep="\n  ")
        return 1
    return judged({page.name(path) for path in chosen})


FEW = 40
"""So many tests are asked of what is put into its own place."""


def in_its_own_place(chosen: Sequence[Path], at_once: int, tests: Sequence[str]) -> int:
    """Each function and each name of a module, put into its place as it is: what turns red by that
    would count as noticed for no fault of the mutant. Exits 1 if anything does."""
    told: list[running.Verdict] = []

    def choose(_: Path, found: list[Mutant]) -> list[Mutant]:
        firsts = {(m.function, m.top): m for m in reversed(found)}
        return [m.unchanged() for m in reversed(firsts.values())]

    def done(_: Path, verdicts: Sequence[running.Verdict]) -> None:
        told.extend(verdicts)

    red = running.run(chosen, at_once, done, tests, choose, FEW)
    faults = [v for v in told if v.killed]
    for v in faults:
        print(f"{v.mutant.module}:{v.mutant.line} {v.mutant.function}: {v.red or v.why}")
    print(f"{len(told)} in their own places, {len(faults)} felt.", *red, sep="\n")
    return int(bool(red or faults or not told))


def judged(modules: set[str]) -> int:
    runs = {module: one for module, one in page.kept().items() if module in modules}
    explained = page.reasons()
    faults = [f"explained, and not alive: {key}" for key in page.stale(runs, explained)]
    for module, one in runs.items():
        for alive in page.unexplained(module, one, explained):
            faults.append(f"{module}:{alive.line} {alive.function}: {alive.text}")
    print(*faults, f"Noticed: {page.share(runs.values())}", sep="\n")
    mutants = sum(one.mutants for one in runs.values())
    living = sum(len(one.alive) for one in runs.values())
    return int(bool(faults) or (mutants - living) * 100 < page.DEMANDED * mutants)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
