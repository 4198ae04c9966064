"""The wheel holds all that serving needs: not only the code, but what stands beside it."""

import fnmatch
import os
import shutil
import subprocess
import sys
import tomllib
from http.client import HTTPConnection
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.doors.console.test_serving import free_port, told_address
from tests.tidy.files import ROOT

SOURCE = ROOT / "src"
NEEDED = {
    "bloodpatch/protocols/*.toml": 4,
    "bloodpatch/doors/console/demo/patients/*.toml": 10,
    "bloodpatch/doors/ui/static/ui/*.css": 2,
    "bloodpatch/doors/ui/static/ui/*.js": 2,
    "bloodpatch/doors/ui/static/ui/fonts/*.woff2": 2,
    "bloodpatch/doors/*/templates/*.html": 100,
    "bloodpatch/record/migrations/0*.py": 1,
    "bloodpatch/clinic/migrations/0*.py": 2,
    "bloodpatch/py.typed": 1,
}
"""What to look for, and how many there are at least."""


def in_source() -> set[str]:
    files = (p for p in (SOURCE / "bloodpatch").rglob("*") if p.is_file())
    return {str(p.relative_to(SOURCE)) for p in files if "__pycache__" not in p.parts}


def lacking(names: set[str]) -> dict[str, int]:
    found = {pattern: len(fnmatch.filter(names, pattern)) for pattern in NEEDED}
    return {pattern: count for pattern, count in found.items() if count < NEEDED[pattern]}


def test_the_package_is_taken_whole_and_nothing_of_it_is_ignored() -> None:
    """Hatch takes each file of the package but those that git ignores."""
    about = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]
    assert about["targets"]["wheel"] == {"packages": ["src/bloodpatch"]}
    assert set(about) == {"targets"}, "nothing is left out for all targets together"
    assert lacking(in_source()) == {}
    lines = (ROOT / ".gitignore").read_text().split("\n")
    ignored = [line.strip("/") for line in lines if line and not line.startswith("#")]
    parts = {part for name in in_source() for part in Path(name).parts}
    assert {p for p in parts for rule in ignored if fnmatch.fnmatch(p, rule)} == set()


@pytest.mark.prove
def test_the_wheel_serves_from_an_empty_environment(tmp_path: Path) -> None:
    uv = shutil.which("uv") or str(ROOT / ".boot" / "bin" / "uv")
    alone = {k: v for k, v in os.environ.items() if not k.startswith(("BLOODPATCH_", "DJANGO_"))}
    alone = {k: v for k, v in alone.items() if k not in ("VIRTUAL_ENV", "PYTHONPATH")}
    empty = tmp_path / "empty"

    def run(*words: str) -> None:
        subprocess.run([uv, *words], cwd=ROOT, env=alone, check=True)

    run("build", "--quiet", "--wheel", "--out-dir", str(tmp_path))
    (wheel,) = tmp_path.glob("*.whl")
    with ZipFile(wheel) as inside:
        names = {n for n in inside.namelist() if n.startswith("bloodpatch/")}
    assert names == in_source()
    run("venv", "--quiet", "--python", sys.executable, str(empty))
    run("pip", "install", "--quiet", "--python", str(empty / "bin" / "python"), str(wheel))
    port = free_port()
    words = ("serve", "--demo", "--data", str(tmp_path / "data"), "--port", str(port))
    command = [str(empty / "bin" / "bloodpatch"), *words]
    with subprocess.Popen(
        command, cwd=tmp_path, env=alone, stdout=subprocess.PIPE, text=True
    ) as running:
        try:
            told_address(running)
            for page in ("/", "/sign-in/", "/static/ui/bloodpatch.css", "/static/ui/mark.svg"):
                visit = HTTPConnection("127.0.0.1", port, timeout=20)
                visit.request("GET", page)
                answer = visit.getresponse()
                assert (page, answer.status) == (page, 200)
                assert len(answer.read()) > 100
                visit.close()
        finally:
            running.terminate()
