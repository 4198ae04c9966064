"""`bloodpatch explore`: every state of a small clinic, looked at one by one.

Needs no data folder and keeps nothing. The patients of a domain share no state, so each is
explored in a process of its own.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from time import monotonic

from bloodpatch.doors.console.exits import Exit
from bloodpatch.doors.console.explore.domains import DOMAINS
from bloodpatch.doors.console.explore.report import as_lines, is_sound, united
from bloodpatch.doors.console.explore.search import Found, Search
from bloodpatch.record.protocols import shipped

EVERY_SECONDS = 10


def words(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object, for programs")
    parser.add_argument("--domain", choices=tuple(DOMAINS), default="small", help="default: small")
    parser.add_argument("--processes", type=int, default=2, metavar="N", help="default: 2")


def run(said: Namespace) -> Exit:
    began = monotonic()
    domain = DOMAINS[said.domain]
    names = [patient.name for patient in domain.patients]
    figures = united(explored(domain.name, names, said.processes), monotonic() - began)
    if said.json:
        print(json.dumps(figures, indent=1))
    else:
        print("\n".join(as_lines(figures)))
    return Exit.DONE if is_sound(figures) else Exit.FAULT


def explored(domain: str, patients: Sequence[str], processes: int) -> list[Found]:
    if processes < 2:
        return [of_one(domain, patient) for patient in patients]
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
        # Those with the most states come last in the list and are begun first.
        begun = [pool.submit(of_one, domain, patient) for patient in reversed(patients)]
        return [one.result() for one in reversed(begun)]


def of_one(domain: str, patient: str) -> Found:
    chosen, began, told = DOMAINS[domain], monotonic(), [0.0]
    begins = next(one for one in chosen.patients if one.name == patient)

    def progress(known: int, waiting: int) -> None:
        now = monotonic() - began
        if now - told[0] >= EVERY_SECONDS:
            told[0] = now
            words = f"{patient}: {known:,} states, {waiting:,} waiting, {now:.0f} s"
            print(words, file=sys.stderr, flush=True)

    return Search(chosen, begins, shipped(chosen.protocol)).run(progress=progress)
