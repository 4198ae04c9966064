"""`bloodpatch serve`: one command from nothing to a running clinic, or to an invented one.

The folder is made, the database brought up to date, and one process with threads answers; granian
keeps a small watcher beside it, which passes on signals and ends it when it does not end itself.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bloodpatch.doors.console import django_setup, folder
from bloodpatch.doors.console.exits import Exit, Refusal
from bloodpatch.doors.console.listen_address import check_free, check_reach


def words(parser: ArgumentParser) -> None:
    parser.add_argument("--demo", action="store_true", help="invented patients, on this machine")
    parser.add_argument("--host", default="127.0.0.1", help="default: this machine only")
    parser.add_argument("--port", type=int, default=8000, help="default: 8000")


def run(said: Namespace) -> Exit:
    place = django_setup.choose(said.data)
    check_kind(place, demo=said.demo)
    check_reach(said.host, demo=said.demo)
    check_free(said.host, said.port)
    make(place, demo=said.demo)
    django_setup.ready()
    # Imported here: they need the settings of the folder that has just been made.
    from bloodpatch.doors.console import first_start, server

    first_start.bring_up_to_date()
    for line in first_start.fill_demo() if said.demo else ():
        print(line)
    sys.stdout.flush()
    return server.serve(said.host, said.port)


def check_kind(place: Path, *, demo: bool) -> None:
    """A demo and a clinic never share a folder, whichever came first."""
    if folder.is_demo(place) and not demo:
        raise Refusal(
            Exit.REFUSED,
            f"{place} holds a demo.",
            why="Real patients must never stand among invented ones.",
            now="Add --demo to see it, or name another folder with --data.",
        )
    if demo and folder.is_used(place) and not folder.is_demo(place):
        raise Refusal(
            Exit.REFUSED,
            f"{place} is in use and is not a demo.",
            why="Invented patients must never be written among real ones.",
            now="Name an empty folder with --data, or leave out --demo.",
        )


def make(place: Path, *, demo: bool) -> None:
    try:
        folder.make(place, demo=demo)
    except OSError as fault:
        raise Refusal(
            Exit.FOLDER,
            f"The data folder {place} cannot be made or written.",
            why=f"The system says: {fault.strerror}.",
            now="Name another one with --data or BLOODPATCH_DATA.",
        ) from fault
