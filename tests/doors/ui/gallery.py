"""Every component on a few static pages, to be looked at, and to be checked by axe.

    python -m tests.doors.ui.gallery FOLDER

Writes FOLDER/*.html with the static files beside them; open them from there, no server needed.
"""

import shutil
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical import SYMPTOM_CHOICES, Timing
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.statements import Command, payload
from bloodpatch.pathway.values import (
    Answer,
    Answers,
    BloodPressure,
    Celsius,
    Dose,
    FreeText,
    Grade,
    Millilitres,
    Needle,
    Pain,
    PainPosition,
    SpinalLevel,
    When,
)

PAGES = Path(__file__).parent / "pages"


class Walked(Choice):
    WHOLE_DISTANCE = "whole_distance", "The whole distance"
    LESS = "less", "Less"
    NOT_AT_ALL = "not_at_all", "Not at all"


class Stop(Choice):
    PRESSURE = "pressure", "Pressure in the back"
    PAIN = "pain", "Pain in the leg"
    VOLUME = "volume", "Planned volume reached"


class Origin(Choice):
    LABOUR = "labour_epidural"
    CAESAREAN = "spinal_for_caesarean"
    SPINAL = "spinal_for_surgery"
    DIAGNOSTIC = "diagnostic_puncture"
    MYELOGRAM = "myelogram"
    DRAIN = "lumbar_drain"
    UNKNOWN = "not_known"


class Everything(Command):
    """One field of each type that a statement may have."""

    name = "gallery.everything"
    title = "Record everything"

    drawn: Millilitres = payload("Blood drawn", ask="Blood drawn", required=True)
    temperature: Celsius | None = payload("Temperature, ear or forehead", ask="Temperature")
    grade: Grade | None = payload("How severe it was", ask="Grade")
    blood_pressure: BloodPressure | None = payload("Blood pressure", ask="Blood pressure")
    pain_lying: Pain | None = payload(
        "Headache lying, just before standing", ask="Pain lying", position=PainPosition.LYING
    )
    pain_standing: Pain | None = payload(
        "Headache on standing", ask="Pain standing", position=PainPosition.STANDING
    )
    pain_before: Pain | None = payload("Headache before the patch", ask="Pain before")
    walked: Walked = payload("How far the patient walked", ask="Walked", required=True)
    origin: Origin | None = payload("What the puncture was for", ask="Cause of the puncture")
    dizzy: Answer | None = payload("Dizzy on standing", ask="Dizzy on standing")
    imaging: bool | None = payload("Imaging was used", ask="Was imaging used?")
    stopped_for: tuple[Stop, ...] | None = payload(
        "Why the injection was stopped", ask="Stopped for"
    )
    red_flags: Answers | None = payload(
        "Warning signs, each asked by name",
        ask="Warning signs",
        choices=(
            ("seizure", "A seizure since the puncture"),
            ("weakness", "New weakness or numbness of a leg"),
            ("fever", "Fever or shivering"),
        ),
    )
    needle: Needle | None = payload("The needle of the puncture", ask="Needle")
    level: SpinalLevel | None = payload("Where the needle went in", ask="Level")
    doses: tuple[Dose, ...] | None = payload("Drugs given for the procedure", ask="Drugs given")
    sedation: Dose | None = payload("The sedative, if any", ask="Sedation")
    last_dose: When | None = payload("The last dose that was taken", ask="When was the last dose?")
    bay: Code | None = payload("The recovery bay", ask="Bay")
    timing: Timing | None = payload("When, counted from something", ask="When (as told)", more=True)
    symptoms: Answers | None = payload(
        "What the patient has and does not have",
        ask="Symptoms",
        choices=SYMPTOM_CHOICES,
        more=True,
    )
    remark: FreeText | None = payload("What the next person needs to know", ask="Remark")


BAYS = {"bay": (("bay-a", "Bay A"), ("bay-b", "Bay B"), ("bay-c", "Bay C"))}

TYPED_WRONG = {
    "command_id": "0d4f0c1e-93f5-4b5a-9b5e-6f3a2d1c0b9a",
    "seen": "12",
    "drawn": "200",
    "temperature": "99.5",
    "blood_pressure__systolic": "74",
    "blood_pressure__diastolic": "118",
    "pain_standing": "4",
    "dizzy": "not_asked",
    "red_flags__seizure": "no",
    "timing": "next week",
    "pain_before__score": "9",
    "doses": "midazolam 2 mg\nfentanyl 50",
    "last_dose__date": "2026-11-01",
    "last_dose__time": "01:30",
    "last_dose__precision": "minute",
    "occurred__choice": "earlier",
    "occurred__time": "14:05",
    "remark": "Worse since this morning; better after coffee.",
}


def forms() -> dict[str, Any]:
    from bloodpatch.doors.ui.forms import form_for
    from tests.doors.ui.people import NOW

    Form = form_for(Everything, options=BAYS)  # noqa: N806  a class
    about: dict[str, Any] = {"zone": "America/Denver", "now": NOW, "seen": 12}
    wrong = Form(TYPED_WRONG, **about)
    wrong.is_valid()
    return {"form": Form(**about), "wrong": wrong}


def context() -> dict[str, Any]:
    from bloodpatch.doors.ui.charts.volume import volume_ruler
    from bloodpatch.doors.ui.statuses import Status
    from tests.doors.ui import people

    told = {name.lower(): value for name, value in vars(people).items() if name.isupper()}
    board = [(*row[:5], people.small(row[5]) if row[5] else "", *row[6:]) for row in people.BOARD]
    volume = volume_ruler(Decimal(20), Decimal(25), Decimal(22))
    return told | forms() | {"board": board, "statuses": list(Status), "volume": volume}


def rendered() -> dict[str, str]:
    """Each page by its name, with addresses that work from a folder."""
    from django.template import engines
    from django.utils import timezone

    engine = engines["django"]
    with timezone.override("America/Denver"):
        given = context()
        pages = {
            path.name: engine.from_string(path.read_text(encoding="utf-8")).render(given)
            for path in sorted(PAGES.glob("*.html"))
        }
    return {name: page.replace('"/static/', '"static/') for name, page in pages.items()}


def write(folder: Path) -> list[Path]:
    from bloodpatch.doors import ui

    folder.mkdir(parents=True, exist_ok=True)
    static = Path(next(iter(ui.__path__))) / "static"
    shutil.copytree(static, folder / "static", dirs_exist_ok=True)
    written = []
    for name, page in rendered().items():
        (folder / name).write_text(page, encoding="utf-8")
        written.append(folder / name)
    return written


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    for path in write(Path(sys.argv[1])):
        print(path)
