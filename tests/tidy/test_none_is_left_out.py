"""A test that did not run is counted, and under BLOODPATCH_NO_SKIPS it is a failure."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tidy.files import ROOT

PASSES = "def test_a():\n    assert True\n"
SKIPS = "import pytest\n\ndef test_b():\n    pytest.skip('no scale here')\n"
NEEDS = "import pytest\n\n@pytest.mark.postgres\ndef test_c():\n    assert True\n"
FULL = "import pytest\n\n@pytest.mark.prove\ndef test_d():\n    assert False\n"


def ran(folder: Path, *files: str, strict: bool) -> tuple[int, str]:
    """A run of its own, under this repository's rules."""
    for number, text in enumerate(files):
        (folder / f"test_{number}.py").write_text(text)
    told = {k: v for k, v in os.environ.items() if not k.startswith(("BLOODPATCH_", "PYTEST_"))}
    rules = ["-p", "no:cacheprovider", "-p", "tests.conftest", "-c", str(ROOT / "pyproject.toml")]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *rules, str(folder)],
        cwd=ROOT,
        env=told | ({"BLOODPATCH_NO_SKIPS": "1"} if strict else {}),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_what_was_left_out_is_counted(tmp_path: Path) -> None:
    code, said = ran(tmp_path, PASSES, SKIPS, NEEDS, strict=False)
    assert code == 0
    assert "left out: 1 (no scale here)" in said
    assert "left out: 1 (no PostgreSQL here)" in said


@pytest.mark.parametrize("missing", [SKIPS, NEEDS])
def test_where_every_test_must_run_it_is_a_failure(tmp_path: Path, missing: str) -> None:
    code, said = ran(tmp_path, PASSES, missing, strict=True)
    assert code == 1
    assert "Every test must run here; these did not:" in said
    assert "test_1.py::test_" in said


def test_a_full_count_is_not_missed_by_an_ordinary_run(tmp_path: Path) -> None:
    code, said = ran(tmp_path, PASSES, FULL, strict=True)
    assert code == 0
    assert "1 passed, 1 deselected" in said
