"""Turn over one bit of a database file, and see whether anybody notices.

Each time either nothing that the ledger says has changed, or `verify` finds it, or the database
itself refuses to read on. That a changed event is read as a true one must never happen.
"""

import random
from dataclasses import dataclass
from pathlib import Path

from django.db import connections

from bloodpatch.pathway.values import Count, FreeText
from bloodpatch.record.chain import COLUMNS
from bloodpatch.record.sql import is_the_databases
from bloodpatch.record.verify import verify
from tests.contract import jar
from tests.contract.conftest import Desk


@dataclass
class Rot:
    flips: int = 0
    harmless: int = 0
    found: int = 0
    unnoticed: int = 0


def some_history(desk: Desk) -> None:
    """Thirty events of four jars, each with words."""
    for n in range(30):
        words = (FreeText(f"label {n}"),)
        command = jar.Find() if n < 4 else jar.Fill(count=Count(n), labels=words)
        desk.accepted(command, f"jar-{n % 4}")


def rot(desk: Desk, flips: int, seed: int) -> Rot:
    """Turn over `flips` bits of a copy of the database, one at a time."""
    connection, chance, done = connections[desk.record.using], random.Random(seed), Rot()
    path = Path(str(connection.settings_dict["NAME"]))
    truth = told(desk)
    connection.close()
    whole = path.read_bytes()
    for _ in range(flips):
        at, bit = chance.randrange(len(whole)), chance.randrange(8)
        damaged = bytearray(whole)
        damaged[at] ^= 1 << bit
        path.write_bytes(damaged)
        judge(desk, truth, done)
        connection.close()
        for beside in ("-wal", "-shm"):
            Path(f"{path}{beside}").unlink(missing_ok=True)
    path.write_bytes(whole)
    return done


def told(desk: Desk) -> list[tuple[object, ...]]:
    """What the ledger says, to whoever reads it."""
    columns = ", ".join(COLUMNS)
    return desk.rows(f"SELECT {columns} FROM record_event ORDER BY number")


def judge(desk: Desk, truth: list[tuple[object, ...]], done: Rot) -> None:
    done.flips += 1
    try:
        whole = verify(desk.record.using, desk.clinic).whole
        says = told(desk) if whole else None
    except Exception as error:  # whatever the driver says of a file that it cannot read
        if not is_the_databases(error):
            raise
        whole = False
    if not whole:
        done.found += 1
    elif says == truth:
        done.harmless += 1
    else:
        done.unnoticed += 1
