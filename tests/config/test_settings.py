"""The settings: what the environment may say, and what it cannot loosen."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bloodpatch.config import database
from bloodpatch.doors.console import folder

PRINT = "import django; django.setup(); from django.conf import settings as s; print({})"
CHECK = """
import django, sys
django.setup()
from django.core.checks import run_checks, WARNING
found = [m for m in run_checks(include_deployment_checks=True) if m.level >= WARNING]
sys.exit("\\n".join(map(str, found)) or 0)
"""


def under_live_settings(code: str, data: Path, **variables: str) -> tuple[int, str]:
    told = {k: v for k, v in os.environ.items() if not k.startswith(("BLOODPATCH_", "DJANGO_"))}
    told |= {"DJANGO_SETTINGS_MODULE": "bloodpatch.config.settings", folder.VARIABLE: str(data)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=told | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, (done.stdout + done.stderr).strip()


def test_the_deployment_check_of_django_has_no_remark(tmp_path: Path) -> None:
    origin = {"BLOODPATCH_ORIGIN": "https://patch.example.org"}
    assert under_live_settings(CHECK, tmp_path, **origin) == (0, "")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("s.DEBUG, s.DEMO, s.CLOCK_MAY_BE_OWNED", "False False False"),
        ("s.ALLOWED_HOSTS", "['localhost', '127.0.0.1', '[::1]']"),
    ],
)
def test_no_variable_opens_the_house(tmp_path: Path, asked: str, answer: str) -> None:
    wishes = {"DEBUG": "1", "BLOODPATCH_DEBUG": "1", "BLOODPATCH_DEMO": "1", "ALLOWED_HOSTS": "*"}
    assert under_live_settings(PRINT.format(asked), tmp_path, **wishes) == (0, answer)


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("BLOODPATCH_ORIGIN", "http://patch.example.org", "over https only"),
        ("BLOODPATCH_ORIGIN", "https://", "over https only"),
        ("BLOODPATCH_TIME_ZONE", "Denver", "no such zone is known"),
        ("BLOODPATCH_DATABASE_URL", "mysql://a/b", "must look like postgresql://"),
        ("BLOODPATCH_DATABASE_URL", "postgresql://a/", "must look like postgresql://"),
    ],
)
def test_a_wrong_variable_is_explained(
    tmp_path: Path, variable: str, value: str, said: str
) -> None:
    code, told = under_live_settings(PRINT.format("1"), tmp_path, **{variable: value})
    assert code != 0
    assert said in told


def test_a_server_address_is_taken_apart() -> None:
    read = database.server("postgresql://jo:s%40t@db.example:6432/patch?sslmode=verify-full")
    assert (read["USER"], read["PASSWORD"], read["NAME"]) == ("jo", "s@t", "patch")
    assert (read["HOST"], read["PORT"]) == ("db.example", "6432")
    assert read["OPTIONS"]["sslmode"] == "verify-full"
    assert "synchronous_commit=on" in read["OPTIONS"]["options"]


def test_a_socket_address_is_taken_apart() -> None:
    read = database.server("postgresql://jo@/patch?host=/run/pg")
    assert (read["HOST"], read["NAME"], read["PORT"]) == ("/run/pg", "patch", "")


def test_the_key_is_drawn_once_and_for_one_reader(tmp_path: Path) -> None:
    drawn = folder.secret_key(tmp_path)
    assert len(drawn) > 50
    assert folder.secret_key(tmp_path) == drawn
    kept = tmp_path / folder.KEY_FILE
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [kept]


def test_another_folder_has_another_key(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert folder.secret_key(tmp_path) != folder.secret_key(tmp_path / "other")


def test_looking_makes_no_folder(tmp_path: Path) -> None:
    assert under_live_settings(PRINT.format("1"), tmp_path / "none") == (0, "1")
    assert not (tmp_path / "none").exists()


def test_a_demo_has_no_address_for_others(tmp_path: Path) -> None:
    """Its passwords are printed; a server in front would show it to everybody."""
    folder.make(tmp_path, demo=True)
    origin = {"BLOODPATCH_ORIGIN": "https://patch.example.org"}
    code, told = under_live_settings(PRINT.format("1"), tmp_path, **origin)
    assert code != 0
    assert "holds a demo" in told
