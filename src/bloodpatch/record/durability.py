"""Whether the database is set up so that an acknowledged entry survives a power cut.

The settings belong to `config`; that they are in force is asked of the database itself, at the
start of the service and by `doctor`.
"""

from collections.abc import Iterator

from bloodpatch.record.errors import NotDurable
from bloodpatch.record.sql import Sql, Statement, storage_faults

_sqlite_wanted = (
    ("journal_mode", ("wal",), "a crash in the middle of a commit would need the whole journal"),
    ("synchronous", (2, 3), "the newest commits would be lost in a power cut"),
    ("mmap_size", (0,), "a stray write of the program could reach the file"),
)
_postgresql_wanted = (
    ("fsync", ("on",), "a power cut could damage the whole database"),
    ("full_page_writes", ("on",), "a page could be torn in a power cut"),
    ("synchronous_commit", ("on", "remote_apply"), "the newest commits could be lost"),
    ("default_transaction_isolation", ("read committed",), "writers would fail instead of waiting"),
)


def check(using: str) -> None:
    """Raise `NotDurable` for the first setting that would break the promise."""
    for fault in faults(using):
        raise NotDurable(
            f"The database is set up with {fault}",
            "The record promises that what it acknowledges is kept.",
            "Correct the setting and start again.",
        )


def faults(using: str) -> list[str]:
    """Every setting that is not as it must be, each with what it would cost."""
    with storage_faults(using):
        sql = Sql(using)
        return [*_sqlite(sql)] if sql.sqlite else [*_postgresql(sql)]


def _sqlite(sql: Sql) -> Iterator[str]:
    for name, wanted, cost in _sqlite_wanted:
        row = sql.row(Statement(f"PRAGMA {name}", ""))
        if row is None or row[0] not in wanted:
            yield f"{name} = {row and row[0]}: {cost}."
    if getattr(sql.django, "transaction_mode", None) != "IMMEDIATE":
        yield "deferred transactions: writers would fail instead of waiting."


def _postgresql(sql: Sql) -> Iterator[str]:
    for name, wanted, cost in _postgresql_wanted:
        row = sql.row(Statement("", f"SHOW {name}"))
        if row is None or row[0] not in wanted:
            yield f"{name} = {row and row[0]}: {cost}."
