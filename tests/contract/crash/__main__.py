"""A harness by hand, with its teeth:  python -m tests.contract.crash kill|powercut|bitrot N [SEED]

Prints one line for the figures: what was done, what was lost, the seed, the version of SQLite.
"""

import os
import sys
import tempfile
from pathlib import Path
from random import SystemRandom

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
sys.path.insert(0, str(Path(__file__).parents[2] / "spec"))


def main(words: list[str]) -> int:
    if not 2 <= len(words) <= 3 or words[0] not in ("kill", "powercut", "bitrot"):
        print(__doc__)
        return 2
    import django

    django.setup()
    from bloodpatch.config import sqlite

    harness, count = words[0], int(words[1])
    seed = int(words[2]) if len(words) == 3 else SystemRandom().randrange(10**8)
    memory = Path("/dev/shm")
    # A kill leaves the kernel's pages alone, so it is tried on the real disk.
    where = memory if harness != "kill" and memory.is_dir() else None
    with tempfile.TemporaryDirectory(dir=where) as folder:
        told, lost = globals()[f"run_{harness}"](Path(folder), count, seed)
    print(f"{told}; seed {seed}, SQLite {sqlite.version()}")
    return 1 if lost else 0


def run_kill(folder: Path, count: int, seed: int) -> tuple[str, int]:
    from tests.contract.conftest import Desk, a_record, open_database, sqlite_in
    from tests.contract.crash import kill

    open_database("crash", sqlite_in(folder))
    done = kill.run(Desk(a_record("crash")), count, seed)
    teeth = kill.run(Desk(a_record("crash")), 60, seed, early=True)
    told = (
        f"{done.kills} kills, {done.acknowledged} acknowledged, {len(done.lost)} lost, "
        f"{done.unknown} durable without an answer; acknowledged early: "
        f"lost after {teeth.kills} kills"
    )
    return told, len(done.lost) or not teeth.lost


def run_powercut(folder: Path, count: int, seed: int) -> tuple[str, int]:
    from tests.contract.conftest import open_database, sqlite_in
    from tests.contract.crash import powercut, treatment

    open_database("crash", sqlite_in(folder))
    desk = treatment.ward("crash")
    base = powercut.empty_ledger(desk)
    said = powercut.heard_while(desk, treatment.given(desk))
    figures = {}
    for synchronous, cuts in (("FULL", count), ("NORMAL", 500), ("OFF", 500)):
        pragmas = {"journal_mode": "WAL", "synchronous": synchronous, "wal_autocheckpoint": "40"}
        deeds = powercut.played(base, said, pragmas, folder)
        figures[synchronous] = powercut.cut_everywhere(desk, base, deeds, cuts, seed)
    told = "; ".join(
        f"{name}: {f.cuts} cuts, {f.lost} lost, {f.damaged} damaged" for name, f in figures.items()
    )
    full = figures["FULL"]
    return told, full.lost + full.damaged or not figures["NORMAL"].lost


def run_bitrot(folder: Path, count: int, seed: int) -> tuple[str, int]:
    from tests.contract.conftest import Desk, a_record, open_database, sqlite_in
    from tests.contract.crash import bitrot

    open_database("crash", sqlite_in(folder))
    desk = Desk(a_record("crash"))
    bitrot.some_history(desk)
    done = bitrot.rot(desk, count, seed)
    told = (
        f"{done.flips} bits, {done.harmless} changed nothing, {done.found} found, "
        f"{done.unnoticed} unnoticed"
    )
    return told, done.unnoticed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
