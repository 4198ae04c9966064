"""What the doctor looks at. Each check says one sentence, sound or not; more verbs add more."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from bloodpatch.record import protocol_versions

OLDEST_PYTHON = (3, 11)
OLDEST_POSTGRES = 15
SPACE_MB = 500
ROOM_BYTES = 2**20
RULES = {"record_protocol", "record_own_protocol"}


@dataclass(frozen=True)
class Check:
    sound: bool
    says: str

    def __str__(self) -> str:
        return f"{'ok   ' if self.sound else 'FAULT'} {self.says}"


def of_machine(place: Path) -> tuple[Check, ...]:
    return (python(), folder(place), space(place), *room(place))


def of_database() -> tuple[Check, ...]:
    try:
        with connection.cursor():
            found = of_postgres() if connection.vendor == "postgresql" else tuple(of_sqlite())
            return (*found, migrations(), *rules())
    except DatabaseError as fault:
        return (Check(False, f"The database does not open: {fault}"),)


def python() -> Check:
    found = platform.python_version()
    if sys.version_info >= OLDEST_PYTHON:
        return Check(True, f"Python {found}.")
    return Check(False, f"Python {found} is too old; install 3.11 or newer.")


def folder(place: Path) -> Check:
    if not place.exists():
        return Check(False, f"There is no data folder at {place}; `bloodpatch serve` makes it.")
    if not os.access(place, os.R_OK | os.W_OK | os.X_OK):
        return Check(False, f"The data folder {place} cannot be written by this user.")
    if place.stat().st_mode & 0o077:
        return Check(False, f"Other users can look into {place}; close it: chmod 700 {place}")
    return Check(True, f"The data folder {place} can be written, and only by this user.")


def space(place: Path) -> Check:
    there = next(path for path in (place, *place.parents) if path.exists())
    free_mb = shutil.disk_usage(there).free // 2**20
    if free_mb < SPACE_MB:
        return Check(False, f"Only {free_mb} MB are free on the disk; make room: {SPACE_MB} MB.")
    return Check(True, f"{free_mb} MB are free on the disk.")


def room(place: Path) -> Iterator[Check]:
    """Whether a file can grow here: a quota, or a disk that is full to this user, shows only so."""
    try:
        with TemporaryFile(dir=place) as draft:
            draft.write(b"\0" * ROOM_BYTES)
            os.fsync(draft.fileno())
    except FileNotFoundError:
        return  # `folder` says so
    except OSError as fault:
        yield Check(
            False,
            f"Nothing can be recorded: {place} takes no data ({fault.strerror}). Reading goes on; "
            "make room.",
        )


def rules() -> Iterator[Check]:
    """Episodes go on by the rules that they began under, so the texts of these must be whole."""
    if not RULES.issubset(connection.introspection.table_names()):
        return  # `migrations` says so
    kept = tuple(protocol_versions.everything("default"))
    harmed = ", ".join(f"{one.name} {one.version}" for one in kept if not one.whole)
    if harmed:
        yield Check(False, f"The kept text of {harmed} is not what it was; restore a backup.")
    else:
        yield Check(True, f"Kept protocols: {len(kept)}, each as it was.")
    for one in kept:
        if one.not_read:
            lent = ", ".join(one.not_read)
            yield Check(
                True,
                f"Of {one.name} {one.version} ({one.hash[:12]}) this version cannot read {lent}: "
                "the newest values decide there; a physician reads them and signs.",
            )


def of_sqlite() -> Iterator[Check]:
    """The library's version was judged when the settings were read; here is what took effect."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()")
        yield Check(True, f"SQLite {cursor.fetchone()[0]}.")
        for pragma, wanted in {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}.items():
            cursor.execute(f"PRAGMA {pragma}")
            found = cursor.fetchone()[0]
            if found != wanted:
                yield Check(False, f"SQLite runs with {pragma}={found} and needs {wanted}.")


def of_postgres() -> tuple[Check, ...]:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        version = cursor.fetchone()[0]
        cursor.execute("SHOW fsync")
        keeps = cursor.fetchone()[0] == "on"
    new_enough = int(version.split(".")[0]) >= OLDEST_POSTGRES
    return (
        Check(new_enough, f"PostgreSQL {version}; {OLDEST_POSTGRES} or newer is needed."),
        Check(keeps, f"PostgreSQL's fsync is {'on' if keeps else 'off: a power cut loses data'}."),
    )


def migrations() -> Check:
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        return Check(False, f"{len(missing)} database changes wait; `bloodpatch serve` makes them.")
    zone = settings.TIME_ZONE
    return Check(True, f"The database is up to date; times are shown in {zone}.")
