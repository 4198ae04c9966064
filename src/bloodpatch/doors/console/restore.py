"""`bloodpatch restore FILE [--anchor FILE]`: a backup becomes the record of an empty data folder.

What was recorded after the backup is not in it. Where the anchor file was kept elsewhere, it tells
how many events are missing, so that somebody can enter them again.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from bloodpatch.doors.console import (
    django_setup,
    folder,
    progress,
)
from bloodpatch.doors.console.exits import Exit, Refusal

DATABASE = "bloodpatch.sqlite3"


def words(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="made by `bloodpatch backup`")
    parser.add_argument(
        "--anchor", type=Path, metavar="FILE", help="the anchor file kept elsewhere"
    )


def run(said: Namespace) -> Exit:
    place = django_setup.choose(said.data)
    refuse_used(place)
    # Imported here: they need Django, which needs the folder that is made just before.
    folder.make(place, demo=False)
    django_setup.ready()
    from bloodpatch.doors.console import backup, first_start, wired_record
    from bloodpatch.record import anchors
    from bloodpatch.record.verify import verify_all

    backup.refuse_postgres("pg_restore")
    try:
        backup.checked(said.file)
        backup.copy(said.file, place / DATABASE)
    except (OSError, backup.Unsound) as fault:
        (place / DATABASE).unlink(missing_ok=True)
        raise Refusal(
            Exit.FOLDER,
            f"{said.file} cannot be restored: {fault}.",
            why="It is not a whole backup.",
            now="Take an older one.",
        ) from fault
    (place / DATABASE).chmod(0o600)
    first_start.bring_up_to_date()
    kept = list(anchors.read(said.anchor)) if said.anchor else []
    newest = {one.clinic: one.number for one in kept}
    sound = True
    for one in verify_all(
        wired_record.record().using, anchors=kept, progress=progress.line("events")
    ):
        lost = newest.get(one.clinic, one.events) - one.events
        if lost > 0:
            print(f"{one.clinic}: {one.events} events restored; {lost} newer ones are not in it.")
            print("  Enter them again from paper, and tell everybody who worked in that time.")
        elif one.bad:
            sound = False
            print(f"FAULT  {one.clinic}: {one.bad}")
        else:
            print(f"{one.clinic}: {one.events} events restored, and all of them hold.")
    return Exit.DONE if sound else Exit.FAULT


def refuse_used(place: Path) -> None:
    if folder.is_used(place):
        raise Refusal(
            Exit.FOLDER,
            f"{place} is in use.",
            why="A restore never replaces a record.",
            now="Name an empty folder with --data.",
        )
