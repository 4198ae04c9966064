"""Cut the power at every moment of a run of commands, and see what the record still holds.

The statements are those that `handle` itself gave to a real connection, word for word; they are
played again on a file system that writes down what it is asked (see `tape.py`), with the settings
under trial. Then the disk is rebuilt as it may be found after a cut at any of its operations, and
opened: every acknowledged event must be there, the chain whole, and the lists equal to the ledger.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from uuid import uuid4

import apsw
from django.db import connections

from bloodpatch.pathway.values import Count, FreeText
from bloodpatch.record import rebuild
from bloodpatch.record.errors import RecordFault
from bloodpatch.record.verify import verify
from tests.contract import jar
from tests.contract.conftest import Desk
from tests.contract.crash.tape import HOW, Acknowledged, Deed, Disk, Tape

ACK = "-- acknowledged"


@dataclass
class Cuts:
    cuts: int = 0
    lost: int = 0
    damaged: int = 0
    says: list[str] = field(default_factory=list)


def empty_ledger(desk: Desk) -> Path:
    """The file of a ledger in which nothing is recorded yet."""
    connection = connections[desk.record.using]
    path = Path(str(connection.settings_dict["NAME"]))
    connection.close()  # the last one out puts the WAL into the file
    base = path.with_name("base.sqlite3")
    base.write_bytes(path.read_bytes())
    return base


def statements_of(desk: Desk, commands: int) -> list[str]:
    """What is said of so many commands of a small decider."""
    return heard_while(desk, (partial(a_command, desk, n) for n in range(commands)))


def a_command(desk: Desk, n: int) -> None:
    episode = f"jar-{n % 3}"
    if n < 3:
        desk.accepted(jar.Find(where=FreeText("the shelf")), episode)
    elif n % 7 == 0:
        desk.accepted(jar.Shake(), episode)
    else:
        desk.accepted(jar.Fill(count=Count(n % 5), labels=(FreeText("new"),)), episode)


def heard_while(desk: Desk, commands: Iterable[Callable[[], object]]) -> list[str]:
    """What `handle` says to the database while commands are given, answers marked in between."""
    said: list[str] = []

    def heard(text: str) -> None:
        # A statement that fires a trigger is told twice; no two of ours in a row are the same.
        if not text.startswith("--") and text != (said or [""])[-1]:
            said.append(text)

    raw = desk.sql.django.connection
    raw.set_trace_callback(heard)
    for give in commands:
        give()
        said.append(ACK)
    raw.set_trace_callback(None)
    return said


def played(base: Path, said: list[str], pragmas: dict[str, str], folder: Path) -> list[Deed]:
    """The deeds of the disk while the statements run on a copy of the empty ledger."""
    copy = folder / "record.sqlite3"
    copy.write_bytes(base.read_bytes())
    tape = Tape(f"tape-{uuid4().hex}")
    connection = apsw.Connection(str(copy), vfs=tape.name)
    # Without shared memory the index of the WAL lives in this process; the file is the same.
    for name, value in {"locking_mode": "EXCLUSIVE", **pragmas}.items():
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
    count = "SELECT COUNT(*) FROM record_event"
    for text in said:
        if text == ACK:
            tape.deeds.append(Acknowledged(connection.execute(count).fetchone()[0]))
        else:
            connection.execute(text).fetchall()
    deeds = list(tape.deeds)
    connection.close()
    tape.unregister()
    return deeds


def cut_everywhere(
    desk: Desk,
    base: Path,
    deeds: list[Deed],
    cuts: int,
    seed: int,
    progress: Callable[[int], None] = lambda _: None,
) -> Cuts:
    """Cut `cuts` times: at each operation over and over, or at some of them where that is fewer."""
    done, chance = Cuts(), random.Random(seed)
    while left := cuts - done.cuts:
        at = set(chance.sample(range(len(deeds)), min(left, len(deeds))))
        for found, acknowledged in disks(base, deeds, at, chance):
            trial(desk, found, acknowledged, done)
            progress(done.cuts)
    return done


def disks(
    base: Path, deeds: list[Deed], at: set[int], chance: random.Random
) -> Iterator[tuple[dict[str, bytes], int]]:
    """The disk after a cut at each chosen operation, and how much had been acknowledged by then."""
    disk, acknowledged = Disk({"record.sqlite3": bytearray(base.read_bytes())}), 0
    for number, deed in enumerate(deeds):
        disk.do(deed)
        if isinstance(deed, Acknowledged):
            acknowledged = deed.events
        if number in at:
            yield disk.after_the_cut(chance, chance.choice(HOW)), acknowledged


def trial(desk: Desk, found: dict[str, bytes], acknowledged: int, done: Cuts) -> None:
    """Open the database as it is found, as the service would when it starts again."""
    connection = connections[desk.record.using]
    connection.close()
    path = Path(str(connection.settings_dict["NAME"]))
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        (path.parent / name).unlink(missing_ok=True)
    for name, data in found.items():
        (path.parent / name.replace("record.sqlite3", path.name)).write_bytes(data)
    done.cuts += 1
    try:
        verified = verify(desk.record.using, desk.clinic)
        differ = rebuild.compare(desk.record, desk.clinic) if verified.whole else []
    except RecordFault as fault:
        done.damaged += 1
        done.says.append(str(fault))
        return
    if verified.events < acknowledged:
        done.lost += 1
    if not verified.whole or differ:
        done.damaged += 1
        done.says.append(str(verified.bad or differ))
