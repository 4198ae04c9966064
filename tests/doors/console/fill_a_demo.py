"""Run as a program: fill a demo in the folder that is named, and print what is there then.

    python -m tests.doors.console.fill_a_demo FOLDER [STEPS]

With STEPS the process ends itself, without any farewell, once so many steps are recorded.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from bloodpatch.doors.console import django_setup, folder


def main(place: Path, steps: int | None = None) -> None:
    folder.make(place, demo=True)
    django_setup.choose(place)
    django_setup.ready()
    from bloodpatch.doors.console import first_start
    from bloodpatch.doors.console.demo import filling

    if steps is not None:
        end_after(filling, steps)
    first_start.bring_up_to_date()
    began = time.process_time()
    said = list(first_start.fill_demo())
    seconds = time.process_time() - began
    json.dump({"said": said, "seconds": seconds, **found()}, sys.stdout)


def end_after(filling: Any, steps: int) -> None:
    """As if the power went away."""
    given, give = [], filling.give

    def give_or_die(*about: Any) -> None:
        if len(given) == steps:
            os._exit(9)
        given.append(about)
        give(*about)

    filling.give = give_or_die


def found() -> dict[str, Any]:
    from django.conf import settings

    from bloodpatch.clinic.models import EpisodeOf
    from bloodpatch.config import records
    from bloodpatch.record.folds import current

    record = records.record()
    lines = EpisodeOf.objects.select_related("patient").order_by("id")
    states = {line: current(record, line.clinic_id, line.episode).state for line in lines}
    return {
        "now": settings.NOW().isoformat(),
        "patients": [
            table(line.patient.full_name, state, record.protocols.known("", state.protocol))
            for line, state in states.items()
        ],
        "recorded": [
            h.recorded_at.isoformat()
            for h in sorted(
                (h for state in states.values() for h in state.history), key=lambda h: h.number
            )
        ],
    }


def table(name: str, episode: Any, protocol: Any) -> dict[str, Any]:
    from bloodpatch.pathway.queries.pain import curve
    from bloodpatch.pathway.worklist import owed

    return {
        "name": name,
        "where": episode.whereabouts.value,
        "patch": episode.patch_number,
        "owed": [o.code for o in owed(episode, protocol)],
        "curve": [pain.plain() for _, pain in curve(episode)],
        "events": [h.event.name for h in episode.history],
        "findings": sorted({mark for h in episode.history for mark in h.findings}),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
