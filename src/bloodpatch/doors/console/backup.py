"""`bloodpatch backup FILE`: a whole, consistent copy of the record while the clinic works on."""

import os
import sqlite3
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.db import connection

from bloodpatch.doors.console.exits import Exit, Refusal

# The library's own class of error; which library it is, is settled when the settings are read.
Unsound = sqlite3.Error


def words(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="where to; it must not exist yet")


def run(said: Namespace) -> Exit:
    refuse_postgres("pg_dump --format=custom")
    target: Path = said.file.expanduser().absolute()
    draft = target.with_name(target.name + ".part")
    if target.exists():
        raise Refusal(
            Exit.FOLDER,
            f"{target} exists already.",
            why="A backup never replaces another one.",
            now="Name a new file.",
        )
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        copy(Path(settings.DATABASES["default"]["NAME"]), draft)
        events = checked(draft)
        os.replace(draft, target)
        sync_folder(target.parent)
    except (OSError, sqlite3.Error) as fault:
        draft.unlink(missing_ok=True)
        raise Refusal(
            Exit.FOLDER,
            f"{target} could not be written: {fault}.",
            why="No half backup is left behind.",
            now="Make room or name another place.",
        ) from fault
    print(f"{events} events copied to {target}. It holds patients' names and keys: lock it away.")
    return Exit.DONE


def refuse_postgres(instead: str) -> None:
    if connection.vendor != "sqlite":
        raise Refusal(
            Exit.SETUP,
            "This record is kept by PostgreSQL.",
            now=f"Use its own tools, such as {instead}.",
        )


def copy(source: Path, target: Path) -> None:
    """The library's online copy: consistent, also while others write."""
    with closing(sqlite3.connect(source)) as there, closing(sqlite3.connect(target)) as here:
        there.backup(here)
        here.execute("PRAGMA journal_mode=DELETE")
    with target.open("rb") as file:
        os.fsync(file.fileno())


def checked(path: Path) -> int:
    """The number of events in a copy that the library finds whole. Raises `sqlite3.Error`."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        (says,) = database.execute("PRAGMA integrity_check").fetchone()
        if says != "ok":
            raise sqlite3.DatabaseError(f"the copy is damaged ({says})")
        (events,) = database.execute("SELECT COUNT(*) FROM record_event").fetchone()
    return int(events)


def sync_folder(folder: Path) -> None:
    """The name of a new file is durable only with its folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
