"""Run the proofs and write the page:  python -m tests.prove --date 2026-11-22 [NAME...]

Without names all of them. Each is written down when it ends. Exits 1 if one does not hold.
"""

import argparse
import sys
from collections.abc import Callable

from tests.prove import page, running
from tests.prove.demands import DEMANDS, Demand


def main(words: list[str], run: Callable[..., running.Run] = running.run) -> int:
    parser = argparse.ArgumentParser(prog="make prove", description=__doc__)
    parser.add_argument("--date", required=True, help="the day of this run, told by the machine")
    parser.add_argument("names", nargs="*", metavar="NAME")
    said = parser.parse_args(words)
    known = {demand.name: demand for demand in DEMANDS}
    if strangers := set(said.names) - set(known):
        print(f"No demand is called {', '.join(strangers)}. There are: {', '.join(known)}.")
        return 2
    chosen = [known[name] for name in said.names] or DEMANDS
    return max([prove(demand, said.date, run) for demand in chosen])


def prove(demand: Demand, date: str, run: Callable[..., running.Run]) -> int:
    print(f"{demand.name}: {demand.title} ...", flush=True)
    done = run(demand, date=date)
    came = page.verdict(demand, done)
    # Read again: another run may have written its part meanwhile.
    page.keep(page.kept() | {demand.name: done})
    print(f"{demand.name}: {came}; {page.figures(done.proof)} ({done.seconds} s)", flush=True)
    return int(came.red)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
