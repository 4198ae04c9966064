"""Make each rule wrong in turn and write the page:  python -m tests.mutation --date DAY [NAME...]

    python -m tests.mutation --page     write the page again, and run nothing

A NAME is a part of a module's path; without names all of them. Exits 1 where fewer are noticed
than demanded, where one that stays alive is not explained, or where an explanation is stale.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.mutation import page, running
from tests.mutation.mutants import MODULES
from tests.prove.running import commit


def ran(path: Path, verdicts: Sequence[running.Verdict], date: str) -> page.Ran:
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


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="make mutation", description=__doc__)
    parser.add_argument("--date", help="the day of this run, told by the machine")
    parser.add_argument("--page", action="store_true", help="run nothing; write the page again")
    parser.add_argument("--at-once", type=int, default=1, help="so many at the same time")
    parser.add_argument("names", nargs="*", metavar="NAME")
    said = parser.parse_args(words)
    if said.page or not said.date:
        page.keep(page.kept())
        return 0
    chosen = [p for p in MODULES if any(n in page.name(p) for n in said.names or [""])]

    def done(path: Path, verdicts: Sequence[running.Verdict]) -> None:
        # Read again: another run may have written its part meanwhile.
        page.keep(page.kept() | {page.name(path): ran(path, verdicts, said.date)})
        print(f"{page.name(path)}: {running.summary(verdicts)}", flush=True)

    red = running.run(chosen, said.at_once, done)
    if red:
        print("Red as it is:", *red, sep="\n  ")
        return 1
    return judged({page.name(path) for path in chosen})


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
