"""One thread's connection to the record's database, spoken to in plain SQL.

Statements are written once, with `?` for a value; what SQLite and PostgreSQL spell differently is
in this module and in the migrations, and nowhere else. The driver is spoken to directly: Django
opens the connection and owns its transactions, but each of its cursors costs as much as the
statements of a command themselves.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from threading import Lock
from typing import Any, Self

from django.db import DatabaseError, InterfaceError, connections

from bloodpatch.record.errors import StorageBusy, StorageFailed, StorageFault, StorageFull

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Statement:
    """The same statement for both databases."""

    sqlite: str
    postgresql: str

    @classmethod
    def of(cls, text: str, *, lock: str = "") -> Self:
        """`lock` is what PostgreSQL adds to hold the rows; SQLite has one writer anyway."""
        if "%" in text:
            raise ValueError("A literal % is spelled differently by the two drivers: avoid it.")
        return cls(text, text.replace("?", "%s") + lock)


class Sql:
    """The database under the name `using`, for the current thread."""

    def __init__(self, using: str) -> None:
        self.using = using
        self.django = connections[using]
        _let_go_of_a_failed_handle(self.django)
        self.django.ensure_connection()
        self.vendor: str = self.django.vendor
        self._how = {"prepare": True} if self.vendor != "sqlite" else {}
        self._execute, self._many = _ways(self.django)

    @property
    def sqlite(self) -> bool:
        return self.vendor == "sqlite"

    def text(self, statement: Statement) -> str:
        return statement.sqlite if self.sqlite else statement.postgresql

    def rows(self, statement: Statement, values: Sequence[Any] = ()) -> list[Row]:
        found: list[Row] = self._execute(self.text(statement), values, **self._how).fetchall()
        return found

    def row(self, statement: Statement, values: Sequence[Any] = ()) -> Row | None:
        found: Row | None = self._execute(self.text(statement), values, **self._how).fetchone()
        return found

    def run(self, statement: Statement, values: Sequence[Any] = ()) -> int:
        found: int = self._execute(self.text(statement), values, **self._how).rowcount
        return found

    def together(self) -> AbstractContextManager[object]:
        """Statements that give nothing back, sent to a server in one go."""
        return nullcontext() if self.sqlite else self.django.connection.pipeline()

    def many(self, statement: Statement, values: Iterable[Sequence[Any]]) -> None:
        self._many(self.text(statement), values)


Ways = tuple[Callable[..., Any], Callable[..., Any]]


def _ways(django: Any) -> Ways:
    raw = django.connection
    if django.vendor == "sqlite":
        return raw.execute, raw.executemany
    # Not the cursor that Django set up: that one sends values inside the text of the statement,
    # which turns each body into hexadecimal and has the server parse every command anew.
    from psycopg import Cursor

    cursor = Cursor(raw)
    return cursor.execute, cursor.executemany


# --- faults of the database ---

_full = ("database or disk is full", "disk full", "no space left")
_busy = ("database is locked", "database table is locked", "lock timeout", "canceling statement")
_broken = (
    "disk i/o error",
    "malformed",
    "not a database",
    "unable to open",
    "server closed",
    "connection",
)
_sqlstates = {"53100": StorageFull, "55P03": StorageBusy, "40P01": StorageBusy}


def storage_fault(error: BaseException) -> StorageFault | None:
    """What a driver's error means for the person who waits; None: it is a bug, not a fault."""
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if not kinds & {"OperationalError", "InterfaceError", "DiskFull", "DatabaseError"}:
        return None
    cause = error.__cause__ or error
    said = str(error).lower()
    if kind := _sqlstates.get(getattr(cause, "sqlstate", None) or ""):
        return kind(str(error))
    if any(mark in said for mark in _full):
        return StorageFull(str(error))
    if any(mark in said for mark in _busy):
        return StorageBusy(str(error))
    if isinstance(error, InterfaceError) or any(mark in said for mark in _broken):
        return StorageFailed(str(error))
    return None


@contextmanager
def storage_faults(using: str) -> Iterator[None]:
    """Turn what the driver raises into a sentence; abandon the handle after an I/O error."""
    try:
        yield
    except Exception as error:
        fault = storage_fault(error) if is_the_databases(error) else None
        if fault is None:
            raise
        if isinstance(fault, StorageFailed):
            abandon(using)
        raise fault from error


_drivers = {"sqlite3", "pysqlite3", "_sqlite3", "psycopg"}


def is_the_databases(error: Exception) -> bool:
    """Whether the database or its driver raised it: by Django's class, or by the driver's own,
    as `Sql` speaks to it directly. A damaged file may also break the text of an error itself."""
    if isinstance(error, DatabaseError | InterfaceError | StorageFault | UnicodeDecodeError):
        return True
    return type(error).__module__.partition(".")[0] in _drivers


# --- after an I/O error: no handle of this process that was open then is used again ---

_failures: dict[str, int] = {}
_failures_lock = Lock()


def abandon(using: str) -> None:
    """Every thread opens the database anew before it next uses it."""
    with _failures_lock:
        _failures[using] = _failures.get(using, 0) + 1
    _let_go_of_a_failed_handle(connections[using])


def _let_go_of_a_failed_handle(django: Any) -> None:
    failures = _failures.get(django.alias, 0)
    if getattr(django, "record_failures", failures) != failures and not django.in_atomic_block:
        django.close()
    if not django.in_atomic_block:
        django.record_failures = failures
