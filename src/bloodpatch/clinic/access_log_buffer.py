"""Lines of the access log that wait in memory while the disk is full.

A ward that cannot read its patients' records is in more danger than one whose log is written a
little later. So a look goes on while nothing can be written, and its line is written when there is
room again. Only so many can wait: a look beyond that is refused, as one that nobody could tell of.
Each is also said in the security log, in case the process ends first.
"""

import logging
from collections import deque
from threading import Lock

from django.db import connection, transaction

from bloodpatch.clinic.models import AccessLog
from bloodpatch.record.errors import StorageFull
from bloodpatch.record.sql import is_the_databases, storage_fault

MOST = 5000

log = logging.getLogger("bloodpatch.security")
_waiting: deque[AccessLog] = deque()
_lock = Lock()
_full = False


def is_full(error: Exception) -> bool:
    """Whether this error says that the disk of the database is full."""
    return is_the_databases(error) and isinstance(storage_fault(error), StorageFull)


def met() -> None:
    """A write has found the disk full; so it is until a write succeeds."""
    global _full
    _full = True


def disk_is_full() -> bool:
    return _full


def keep(row: AccessLog) -> bool:
    """Keep a line until there is room; False when too many wait already."""
    with _lock:
        if len(_waiting) >= MOST:
            return False
        _waiting.append(row)
    about = row.episode or row.patient
    log.warning("Disk full, kept in memory: %s %s, staff %s", row.what, about, row.staff)
    return True


def rows() -> tuple[AccessLog, ...]:
    with _lock:
        return tuple(_waiting)


def settle() -> None:
    """Write what waits, all or nothing. Called after each write that succeeded, and each minute."""
    global _full
    with _lock:
        mine = list(_waiting)
        _waiting.clear()
    for row in mine:
        row.pk = None  # of an attempt that the disk refused at its end: another line has it by now
    try:
        if mine:
            with transaction.atomic():
                AccessLog.objects.bulk_create(mine)
            log.warning("There is room again: %d lines of the access log were written.", len(mine))
        _full = False  # where nothing waited, until a write finds it full again
    except Exception as error:
        with _lock:
            _waiting.extendleft(reversed(mine))
        if is_full(error):
            met()
        elif is_the_databases(error):
            log.error("Lines of the access log wait, they were not written: %s", error)
        else:
            raise


def written() -> None:
    """A line was written, so there is room. Inside somebody else's transaction nothing is settled:
    with that one it would be lost."""
    global _full
    _full = False
    if _waiting and not connection.in_atomic_block:
        settle()
