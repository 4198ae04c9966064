"""The floors hold: each contract of import-linter goes red when it is broken.

`make check` runs the contracts on the house itself; here they run on a small house of cards with
one wrong import in it.
"""

import shutil
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from tests.tidy.files import ROOT

FLOORS = ["pathway", "record", "clinic", "messages", "doors", "config"]
ROOMS = [*FLOORS, "doors/ui", "doors/staff", "doors/public", "doors/console", "pathway/stages"]
MODULES = (
    "values/__init__.py", "context.py", "episode.py", "queries/__init__.py", "queries/pain.py",
    "queries/weight.py", "stages/booking/rules.py", "stages/booking/state.py",
    "stages/recovery/rules.py", "stages/recovery/state.py", "treatment.py",
)  # fmt: skip
FLOOR = "Each floor imports only the floors below it"
DOORS = "Doors do not know each other; all may use ui"
STAIRS = "The stairs of pathway: each module imports only what lies below it"
CYCLE = "No module imports itself by way of others"
STAGES = "Stages do not know each other"
PURE = "Pathway is pure: no third party"
CONTRACTS = (FLOOR, DOORS, STAIRS, CYCLE, STAGES, PURE)
HINT = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import "


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for room in ROOMS:
        (tmp_path / "bloodpatch" / room).mkdir(parents=True, exist_ok=True)
        (tmp_path / "bloodpatch" / room / "__init__.py").touch()
    for stage in ("booking", "recovery"):
        (tmp_path / "bloodpatch/pathway/stages" / stage).mkdir()
        (tmp_path / "bloodpatch/pathway/stages" / stage / "__init__.py").touch()
    for module in MODULES:
        (tmp_path / "bloodpatch/pathway" / module).parent.mkdir(exist_ok=True)
        (tmp_path / "bloodpatch/pathway" / module).touch()
    (tmp_path / "bloodpatch/__init__.py").touch()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("css"))
    return tmp_path


def broken(house: Path) -> set[str]:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=house,
        env={"PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert any("Contracts:" in line for line in lines), done.stdout + done.stderr
    return {name for name in CONTRACTS if f"{name} BROKEN" in lines}


def plant(house: Path, file: str, text: str) -> None:
    path = house / "bloodpatch" / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text + "\n")


def test_every_contract_is_shown_to_break() -> None:
    written = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    assert [contract["name"] for contract in written["contracts"]] == list(CONTRACTS)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("doors/staff/page.py", "import bloodpatch.doors.ui"),
        ("pathway/episode.py", "import bloodpatch.pathway.stages.booking.state"),
        ("pathway/queries/pain.py", "import bloodpatch.pathway.queries.weight"),
        ("pathway/stages/booking/rules.py", "import bloodpatch.pathway.queries.pain"),
        ("pathway/stages/booking/rules.py", "import bloodpatch.pathway.stages.booking.state"),
    ],
)
def test_a_sound_house_passes(house: Path, file: str, text: str) -> None:
    plant(house, file, text)
    assert broken(house) == set()


def test_stages_meet_in_the_episode(house: Path) -> None:
    plant(house, "pathway/episode.py", "import bloodpatch.pathway.stages.booking.state")
    plant(house, "pathway/stages/recovery/rules.py", "import bloodpatch.pathway.episode")
    assert broken(house) == set()


@pytest.mark.parametrize(
    ("file", "text", "contract"),
    [
        ("pathway/context.py", "import bloodpatch.record", FLOOR),
        ("record/ledger.py", "import bloodpatch.config", FLOOR),
        ("record/ledger.py", HINT + "bloodpatch.config", FLOOR),
        ("loft/__init__.py", "", FLOOR),
        ("doors/staff/page.py", "import bloodpatch.doors.public", DOORS),
        ("doors/window/__init__.py", "", DOORS),
        ("pathway/episode.py", "import bloodpatch.pathway.queries.pain", STAIRS),
        ("pathway/episode.py", HINT + "bloodpatch.pathway.queries.pain", STAIRS),
        ("pathway/values/pain.py", "import bloodpatch.pathway.context", STAIRS),
        ("pathway/queries/pain.py", "import bloodpatch.pathway.stages.booking.rules", STAIRS),
        ("pathway/stages/booking/state.py", "import bloodpatch.pathway.episode", STAIRS),
        (
            "pathway/stages/booking/state.py",
            "import bloodpatch.pathway.stages.booking.rules",
            STAIRS,
        ),
        ("pathway/landing.py", "", STAIRS),
        ("pathway/landing/__init__.py", "", STAIRS),
        (
            "pathway/stages/recovery/rules.py",
            "import bloodpatch.pathway.stages.booking.state",
            STAGES,
        ),
        ("pathway/stages/recovery/state.py", "import bloodpatch.pathway.stages.booking", STAGES),
        ("pathway/context.py", "import django.db", PURE),
    ],
)
def test_a_wrong_import_breaks_its_contract(
    house: Path, file: str, text: str, contract: str
) -> None:
    plant(house, file, text)
    assert broken(house) == {contract}


@pytest.mark.parametrize("way_back", ["import ", HINT])
@pytest.mark.parametrize(
    "way",
    [
        ["record.ledger", "record.handle"],
        ["record.ledger", "record.handle", "record.folds"],
        ["pathway.queries.pain", "pathway.queries.weight"],
        ["record", "record.ledger"],
    ],
)
def test_a_circle_is_broken_wherever_it_is_closed(
    house: Path, way: list[str], way_back: str
) -> None:
    for importer, imported in pairwise(way):
        file = importer.replace(".", "/")
        file = f"{file}/__init__.py" if importer in FLOORS else f"{file}.py"
        plant(house, file, f"import bloodpatch.{imported}")
    plant(house, way[-1].replace(".", "/") + ".py", f"{way_back}bloodpatch.{way[0]}")
    assert broken(house) == {CYCLE}
