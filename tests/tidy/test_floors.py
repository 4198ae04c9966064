"""The floors hold: each contract of import-linter goes red when it is broken.

`make check` runs the contracts on the house itself; here they run on a small house of cards with
one wrong import in it.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tidy.files import ROOT

FLOORS = ["pathway", "record", "clinic", "messages", "doors", "config"]
ROOMS = [*FLOORS, "doors/ui", "doors/staff", "doors/public", "doors/console", "pathway/stages"]
FLOOR = "Each floor imports only the floors below it"
DOORS = "Doors do not know each other; all may use ui"
STAGES = "Stages do not know each other"
PURE = "Pathway is pure: no third party"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for room in ROOMS:
        (tmp_path / "bloodpatch" / room).mkdir(parents=True, exist_ok=True)
        (tmp_path / "bloodpatch" / room / "__init__.py").touch()
    for stage in ("booking", "recovery"):
        (tmp_path / "bloodpatch/pathway/stages" / f"{stage}.py").touch()
    (tmp_path / "bloodpatch/__init__.py").touch()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
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
    return {name for name in (FLOOR, DOORS, STAGES, PURE) if f"{name} BROKEN" in lines}


def test_a_sound_house_passes(house: Path) -> None:
    (house / "bloodpatch/doors/staff/page.py").write_text("import bloodpatch.doors.ui\n")
    assert broken(house) == set()


@pytest.mark.parametrize(
    ("file", "text", "contract"),
    [
        ("pathway/rule.py", "import bloodpatch.record", FLOOR),
        ("record/ledger.py", "import bloodpatch.config", FLOOR),
        ("loft/__init__.py", "", FLOOR),
        ("doors/staff/page.py", "import bloodpatch.doors.public", DOORS),
        ("doors/window/__init__.py", "", DOORS),
        ("pathway/stages/recovery.py", "import bloodpatch.pathway.stages.booking", STAGES),
        ("pathway/rule.py", "import django.db", PURE),
    ],
)
def test_a_wrong_import_breaks_its_contract(
    house: Path, file: str, text: str, contract: str
) -> None:
    path = house / "bloodpatch" / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text + "\n")
    assert broken(house) == {contract}
