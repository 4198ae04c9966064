"""`bloodpatch explore`: every state of a small clinic, looked at one by one.

Needs no data folder and keeps nothing. The patients of a domain share no state, and one to whom
something unusual happens is explored in shares; so all processes have something to do until the
end.
"""

import gc
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from time import monotonic

from bloodpatch.doors.console.exits import Exit
from bloodpatch.doors.console.explore.moves import Domain, Patient
from bloodpatch.doors.console.explore.report import as_lines, is_sound, united
from bloodpatch.doors.console.explore.scenarios import DOMAINS
from bloodpatch.doors.console.explore.search import Found, Search, Share

EVERY_SECONDS = 10
SHARES = 13
"""Of one patient to whom something unusual happens: more than processes, so that they end
together; few, because each walks the usual ways again. A prime, so that moves that stand at even
distances in the domain, and multiply alike, do not meet in one share."""


def words(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object, for programs")
    parser.add_argument("--domain", choices=tuple(DOMAINS), default="small", help="default: small")
    parser.add_argument("--processes", type=int, default=2, metavar="N", help="default: 2")


def run(said: Namespace) -> Exit:
    began = monotonic()
    domain = DOMAINS[said.domain]
    figures = united(explored(domain, said.processes), monotonic() - began)
    if said.json:
        print(json.dumps(figures, indent=1))
    else:
        print("\n".join(as_lines(figures)))
    return Exit.DONE if is_sound(figures) else Exit.FAULT


def explored(domain: Domain, processes: int) -> list[Found]:
    """What was found of each patient, in the order of the domain."""
    tasks = [(domain.name, one.name, share) for one in domain.patients for share in shares(one)]
    if processes < 2:
        return whole(of_one(*task) for task in tasks)
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
        return whole(one.result() for one in [pool.submit(of_one, *task) for task in tasks])


def shares(patient: Patient) -> list[Share]:
    number = SHARES if patient.unusual else 1
    return [Share(n, number) for n in range(number)]


def whole(parts: Iterable[Found]) -> list[Found]:
    """The shares of each patient put together."""
    patients: dict[str, Found] = {}
    for part in parts:
        if part.patient in patients:
            patients[part.patient].take_in(part)
        else:
            patients[part.patient] = part
    for found in patients.values():
        if found.exhausted:
            found.look_for_dead_ends()
    return list(patients.values())


def of_one(domain: str, patient: str, share: Share) -> Found:
    chosen, began, told = DOMAINS[domain], monotonic(), [0.0]
    begins = next(one for one in chosen.patients if one.name == patient)
    search = Search(chosen, begins, chosen.rules, share)

    def progress(known: int, waiting: int) -> None:
        now = monotonic() - began
        if now - told[0] >= EVERY_SECONDS:
            told[0] = now
            part = f"{patient} {share.number + 1}/{share.of}"
            words = f"{part}: {known:,} states, {waiting:,} waiting, {now:.0f} s"
            print(words, file=sys.stderr, flush=True)

    gc.disable()  # nothing here goes round in a circle, and looking for it takes a third
    try:
        return search.run(progress=progress)
    finally:
        gc.enable()
