"""Setting Django up on a data folder.

`config` is the top floor and no door imports it: it is named as text, as everywhere in Django, and
what it hands down comes back as `django.conf.settings`.
"""

import gc
import os
from pathlib import Path

import django

from bloodpatch.doors.console import folder
from bloodpatch.doors.console.exits import Exit, Refusal

SETTINGS = "bloodpatch.config.settings"
ALLOCATIONS_BEFORE_A_LOOK = 50_000


def choose(named: Path | None) -> Path:
    """The folder that --data names, else the environment's; settings read it from there."""
    if named is not None:
        os.environ[folder.VARIABLE] = str(named.expanduser().absolute())
    return folder.place()


def ready() -> None:
    """Load the settings and every app. A fault in a setting arrives as ImproperlyConfigured."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()
    # What is loaded by now stays for good, and what comes is freed by its count of references:
    # few objects here stand in a circle. Looking for circles after each 700 new ones took a third
    # of the time of folding, the more of it the more episodes are kept.
    gc.freeze()
    gc.set_threshold(ALLOCATIONS_BEFORE_A_LOOK)


def open_folder(named: Path | None) -> Path:
    """For verbs that work on a clinic that is there already."""
    place = choose(named)
    if not place.is_dir():
        raise Refusal(
            Exit.FOLDER,
            f"There is no data folder at {place}.",
            now="Name it with --data or BLOODPATCH_DATA; `bloodpatch serve` makes a new one.",
        )
    ready()
    return place
