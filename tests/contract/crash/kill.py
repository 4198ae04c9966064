"""Kill a writer at random moments, and see what it had acknowledged.

A forked process gives commands through `handle` in several threads and reports each answer over a
pipe; then it is killed. Afterwards every reported command must be there once; of the one that each
thread had under way, all or nothing; and giving it again must have one effect.
"""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Thread

from django.db import connections

from bloodpatch.pathway.values import Count
from bloodpatch.record import ledger, rebuild
from bloodpatch.record.outcomes import Accepted
from bloodpatch.record.verify import verify
from bloodpatch.record.writer import transaction_of
from tests.contract import jar
from tests.contract.conftest import Desk

WRITERS = 3


@dataclass
class Killed:
    """What came of it."""

    kills: int = 0
    acknowledged: int = 0
    unknown: int = 0
    """Durable, but the answer was never given."""
    lost: list[str] = field(default_factory=list)


def command_of(life: int, writer: int, n: int) -> str:
    return f"{life}-{writer}-{n}"


def jar_of(life: int, writer: int) -> str:
    return f"jar-{life}-{writer}"


def write_until_killed(desk: Desk, life: int, acks: int, early: bool) -> None:
    """In the forked process. `early` is the mistake that this harness must be able to see."""

    def work(writer: int) -> None:
        for n in range(10_000):
            name = command_of(life, writer, n)

            def acknowledge(_: object = None, name: str = name) -> None:
                os.write(acks, name.encode() + b"\n")

            desk.accepted(
                jar.Fill(count=Count(1)),
                jar_of(life, writer),
                command_id=name,
                within=[acknowledge] if early else [],
            )
            if not early:
                acknowledge()

    threads = [Thread(target=work, args=(writer,)) for writer in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def one_life(desk: Desk, life: int, delay_seconds: float, early: bool) -> list[str]:
    """The commands that a writer had acknowledged before it was killed."""
    connections[desk.record.using].close()  # a connection must not be shared across a fork
    listen, acks = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(listen)
        try:
            write_until_killed(desk, life, acks, early)
        finally:
            os._exit(3)
    os.close(acks)
    first = os.read(listen, 1 << 16)
    time.sleep(delay_seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    told = first
    while more := os.read(listen, 1 << 16):
        told += more
    os.close(listen)
    return told.decode().splitlines()


def run(
    desk: Desk,
    kills: int,
    seed: int,
    *,
    early: bool = False,
    progress: Callable[[int], None] = lambda _: None,
) -> Killed:
    """Kill `kills` writers one after the other, all on one ledger."""
    chance, done = random.Random(seed), Killed()
    for life in range(kills):
        for writer in range(WRITERS):
            desk.accepted(jar.Find(), jar_of(life, writer))
        born = ledger.head(desk.sql, desk.clinic).number
        told = one_life(desk, life, chance.uniform(0, 0.02), early)
        done.kills += 1
        done.acknowledged += len(told)
        done.lost += lost_of(desk, born, told)
        if early and done.lost:
            return done
        done.unknown += give_again(desk, life, told)
        progress(life)
    assert verify(desk.record.using, desk.clinic).whole
    assert rebuild.compare(desk.record, desk.clinic) == []
    return done


def lost_of(desk: Desk, born: int, told: list[str]) -> list[str]:
    """The acknowledged commands of one life that are not in the ledger exactly once."""
    mine = "SELECT command_id FROM record_event WHERE clinic = ? AND number > ?"
    kept = Counter(name for (name,) in desk.rows(mine, desk.clinic, born))
    return [name for name in told if kept[name] != 1]


def give_again(desk: Desk, life: int, told: list[str]) -> int:
    """Send again what each writer had under way; how many of these were already recorded."""
    known = 0
    # A server may still be at the commit of a writer that is gone: whoever holds the head of the
    # clinic comes after it.
    with transaction_of(desk.record.using, desk.clinic):
        pass
    for writer in range(WRITERS):
        mine = [int(name.split("-")[2]) for name in told if name.split("-")[1] == str(writer)]
        name = command_of(life, writer, max(mine, default=-1) + 1)
        there = jar_of(life, writer)
        before = desk.afresh().state(there).inside
        again = desk.give(jar.Fill(count=Count(1)), there, command_id=name)
        assert isinstance(again, Accepted)
        known += again.again
        assert desk.state(there).inside == before + (not again.again)
    return known
