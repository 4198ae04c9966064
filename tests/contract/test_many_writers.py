"""Promise 5 with many writers: nobody waits much longer than others, in one order."""

import os
from collections.abc import Callable
from itertools import pairwise

from django.db import connections

from bloodpatch.record import ledger
from bloodpatch.record.verify import verify
from tests.contract import jar
from tests.contract.conftest import Desk, a_record, in_threads
from tests.contract.test_writing import fill


def test_p05_thirty_two_writers_take_turns_and_none_meets_a_lock(desk: Desk) -> None:
    """Nobody is passed over: between two entries of one writer come few of all the others."""
    for i in range(32):
        desk.accepted(jar.Find(), f"jar-{i}")
    turns: list[int] = []

    def work(i: int) -> int:
        for n in range(15):
            desk.accepted(fill(), f"jar-{(i + n) % 32}")
            turns.append(i)
        return i

    found = in_threads(desk.record.using, 32, work)
    assert sorted(found) == list(range(32)), found
    assert len(turns) == 32 * 15
    for writer in range(32):
        at = [place for place, who in enumerate(turns) if who == writer]
        assert max(later - sooner for sooner, later in pairwise(at)) <= 4 * 32


def test_p05_several_processes_share_one_ledger(using: str) -> None:
    desk = Desk(a_record(using))
    desk.accepted(jar.Find())
    connections[using].close()  # a connection must not be shared across a fork
    children = [fork(lambda: [desk.accepted(fill()) for _ in range(12)]) for _ in range(4)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    assert desk.afresh().state().inside == 4 * 12
    assert desk.state() == desk.afresh().state()
    assert ledger.head(desk.sql, desk.clinic).number == 1 + 4 * 12
    assert verify(using, desk.clinic).whole


def fork(work: Callable[[], object]) -> int:
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    return child
