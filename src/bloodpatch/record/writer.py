"""One writer at a time, in the order in which they came.

SQLite has one writer anyway, but lets the others poll for their turn, and then the unlucky wait
for seconds. PostgreSQL orders the writers of a clinic by its locked head row, but wakes those who
wait for a row that keeps changing in no fair order. So each process keeps a queue of its own in
front of either: the lock of the database is then only between processes, of which there are few.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from threading import Lock, get_ident
from typing import Any

from django.db import transaction

from bloodpatch.record.chain import GENESIS
from bloodpatch.record.errors import StorageBusy
from bloodpatch.record.sql import Sql, Statement, storage_faults

PATIENCE_SECONDS = 5.0


class Queue:
    """A lock that is handed over first come, first served. The holder may enter it again."""

    def __init__(self) -> None:
        self._door = Lock()
        self._waiting: deque[Lock] = deque()
        self._holder: int | None = None
        self._depth = 0

    @contextmanager
    def turn(self, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
        self._enter(patience)
        try:
            yield
        finally:
            self._leave()

    def _enter(self, patience: float) -> None:
        me = get_ident()
        with self._door:
            if self._holder == me:
                self._depth += 1
                return
            if self._holder is None:
                self._holder, self._depth = me, 1
                return
            called = Lock()
            called.acquire()
            self._waiting.append(called)
        if not called.acquire(timeout=patience) and not self._gave_up(called):
            called.acquire()  # called in the very moment in which patience ended
        self._holder, self._depth = me, 1

    def _gave_up(self, called: Lock) -> bool:
        with self._door:
            if called not in self._waiting:
                return False
            self._waiting.remove(called)
        raise StorageBusy(f"Others have been writing for {PATIENCE_SECONDS:g} seconds.")

    def _leave(self) -> None:
        with self._door:
            self._depth -= 1
            if self._depth:
                return
            # Between the call and the waiter's waking up nobody may slip in, so the turn is
            # marked as taken until the waiter puts its own name there.
            self._holder = None
            if self._waiting:
                self._holder = -1
                self._waiting.popleft().release()


_queues: dict[tuple[str, str], Queue] = {}
_queues_lock = Lock()


def queue(using: str, clinic: str) -> Queue:
    """The queue of a clinic; with a database of one writer, `clinic` is empty."""
    with _queues_lock:
        return _queues.setdefault((using, clinic), Queue())


@dataclass
class Turn:
    """A transaction of one clinic's only writer, and the head of its chain as it moves."""

    sql: Sql
    clinic: str
    number: int
    hash: bytes

    def undo(self) -> None:
        """Nothing of this turn is kept, also of what was done in it beside the record."""
        transaction.set_rollback(True, using=self.sql.using)


_head = Statement.of("SELECT number, hash FROM record_head WHERE clinic = ?", lock=" FOR UPDATE")
_first_head = Statement.of(
    "INSERT INTO record_head (clinic, number, hash) VALUES (?, 0, ?)"
    " ON CONFLICT (clinic) DO NOTHING"
)


@contextmanager
def transaction_of(using: str, clinic: str) -> Iterator[Turn]:
    """All of it becomes durable together when the block ends, or none of it.

    Inside another turn of the same thread (a command given by a command) it joins that one.
    Inside any other transaction it refuses to run: that one would acknowledge what it may still
    roll back.
    """
    with ExitStack() as stack:
        stack.enter_context(storage_faults(using))
        sql = Sql(using)
        django: Any = sql.django
        joins = getattr(django, "record_turn", False)
        stack.enter_context(queue(using, "" if sql.sqlite else clinic).turn())
        stack.enter_context(transaction.atomic(using, durable=not joins))
        if not joins:
            django.record_turn = True
            stack.callback(setattr, django, "record_turn", False)
        yield Turn(sql, clinic, *_locked_head(sql, clinic))


def _locked_head(sql: Sql, clinic: str) -> tuple[int, bytes]:
    found = sql.row(_head, (clinic,))
    while found is None:
        sql.run(_first_head, (clinic, GENESIS))
        found = sql.row(_head, (clinic,))
    return found[0], bytes(found[1])
