"""Which SQLite the record is written with, and how.

Every SQLite from 3.7.0 to 3.51.2 can corrupt a WAL file when a checkpoint and a writer meet at the
wrong moment (mended in 3.51.3, and in 3.50.7 and 3.44.6 of the older lines). Most systems still
carry such a library, so the one in the `pysqlite3` wheel takes its place where there is a wheel;
and where the library is too old after all, the database is not opened.
"""

import importlib
import sys

from django.core.exceptions import ImproperlyConfigured

SAFE_FROM = (3, 51, 3)
# The older lines that got the repair as well: line -> first safe release of it.
REPAIRED_LINES = {(3, 50): (3, 50, 7), (3, 44): (3, 44, 6)}

# WAL with FULL: an entry that was acknowledged survives a power cut (NORMAL loses the newest ones).
# No memory map: a stray write of this process must not reach the file. The rest refuses what only a
# damaged or foreign file would ask for. `fullfsync` matters on macOS only, where a plain sync
# does not reach the disk.
PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "fullfsync": "ON",
    "foreign_keys": "ON",
    "mmap_size": "0",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
}


class SqliteTooOld(ImproperlyConfigured):
    """This SQLite can damage the record, so it is not opened."""


def prefer_wheel() -> None:
    """Put the wheel's SQLite in the place of Python's own, for the whole process.

    It must happen before Django's database back end is imported, which takes `sqlite3` by name.
    """
    try:
        wheel = importlib.import_module("pysqlite3")
    except ModuleNotFoundError:
        return
    sys.modules["sqlite3"] = wheel
    sys.modules["sqlite3.dbapi2"] = importlib.import_module("pysqlite3.dbapi2")


def is_safe(version: str) -> bool:
    """Whether this release, such as "3.50.7", keeps a WAL file whole."""
    numbers = tuple(int(part) for part in version.split("."))
    repaired = REPAIRED_LINES.get((numbers[0], numbers[1]))
    return numbers >= (repaired or SAFE_FROM)


def refuse_unsafe(version: str) -> None:
    if is_safe(version):
        return
    raise SqliteTooOld(
        f"The SQLite library here is {version}, which can corrupt the record when two connections "
        f"meet (mended in {'.'.join(map(str, SAFE_FROM))}). Install the pysqlite3 wheel "
        "(pip install pysqlite3), or a system SQLite that is new enough, or use PostgreSQL by "
        "setting BLOODPATCH_DATABASE_URL."
    )


def version() -> str:
    """The release of the library that a connection of this process would use."""
    return str(importlib.import_module("sqlite3").sqlite_version)
