"""The verbs that look after the record: verify, anchor, rebuild, timeline, backup, restore.

Each is run as a person runs it, in a process of its own, on a folder that the demo filled once.
"""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bloodpatch.record.protocols import shipped
from tests.spec.protocol.writing import entry, mine

FILL = (
    "from bloodpatch.doors.console import first_start as f; f.bring_up_to_date(); "
    "list(f.fill_demo())"
)


def environment(folder: Path) -> dict[str, str]:
    """As a shell has it: without the settings that the tests run under."""
    kept = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    return {**kept, "BLOODPATCH_DATA": str(folder)}


def bloodpatch(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bloodpatch.doors.console", *words],
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data") / "demo"
    code = (
        "from pathlib import Path; from bloodpatch.doors.console import django_setup, folder;"
        f"folder.make(Path({str(folder)!r}), demo=True); django_setup.ready(); {FILL}"
    )
    subprocess.run([sys.executable, "-c", code], env=environment(folder), check=True)
    return folder


@pytest.fixture
def place(filled: Path, tmp_path: Path) -> Path:
    """A copy of the filled folder that a test may spoil."""
    copy = tmp_path / "data"
    copy.mkdir(mode=0o700)
    with (
        closing(sqlite3.connect(filled / "bloodpatch.sqlite3")) as there,
        closing(sqlite3.connect(copy / "bloodpatch.sqlite3")) as here,
    ):
        there.backup(here)
    for name in ("THIS-IS-A-DEMO", "secret-key"):
        if (filled / name).exists():
            (copy / name).write_bytes((filled / name).read_bytes())
    return copy


def spoil(folder: Path, *statements: str) -> None:
    """Change the ledger behind its back, as somebody with the file could."""
    with closing(sqlite3.connect(folder / "bloodpatch.sqlite3")) as database:
        named = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (trigger,) in named:
            database.execute(f'DROP TRIGGER "{trigger}"')
        for statement in statements:
            database.execute(statement)
        database.commit()


def test_a_whole_ledger_verifies_and_says_what_an_anchor_would_add(place: Path) -> None:
    told = bloodpatch(place, "ledger", "verify")
    assert told.returncode == 0, told.stderr
    assert "none changed, missing or moved; no anchor was given" in told.stdout


def test_a_changed_event_is_named_and_ends_with_the_code_for_a_fault(place: Path) -> None:
    spoil(place, "UPDATE record_event SET role = 'patient' WHERE number = 7")
    told = bloodpatch(place, "ledger", "verify")
    assert (told.returncode, "FAULT" in told.stdout) == (1, True)


def test_a_dropped_tail_is_found_with_the_anchor_that_was_kept_elsewhere(
    place: Path, tmp_path: Path
) -> None:
    assert bloodpatch(place, "ledger", "anchor").returncode == 0
    kept = tmp_path / "kept.jsonl"
    kept.write_bytes((place / "anchors.jsonl").read_bytes())
    last = "(SELECT MAX(number) FROM record_event)"
    spoil(place, f"DELETE FROM record_event WHERE number = {last}")
    told = bloodpatch(place, "ledger", "verify", "--anchor", str(kept))
    assert (told.returncode, "FAULT" in told.stdout) == (1, True)


def test_a_list_that_is_wrong_is_found_and_made_anew(place: Path) -> None:
    assert bloodpatch(place, "rebuild", "--compare").returncode == 0
    table = "record_episode"
    spoil(place, f"UPDATE {table} SET whereabouts = 'closed' WHERE whereabouts = 'recovering'")
    wrong = bloodpatch(place, "rebuild", "--compare")
    assert (wrong.returncode, "FAULT" in wrong.stdout) == (1, True)
    assert bloodpatch(place, "rebuild").returncode == 0
    assert bloodpatch(place, "rebuild", "--compare").returncode == 0


def test_a_backup_is_whole_never_replaces_another_and_restores_elsewhere(
    place: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite3"
    assert bloodpatch(place, "ledger", "anchor").returncode == 0
    assert bloodpatch(place, "backup", str(copy)).returncode == 0
    again = bloodpatch(place, "backup", str(copy))
    assert (again.returncode, "exists already" in again.stderr) == (3, True)
    elsewhere = tmp_path / "elsewhere"
    anchors = str(place / "anchors.jsonl")
    told = bloodpatch(elsewhere, "restore", str(copy), "--anchor", anchors)
    assert told.returncode == 0, told.stderr
    assert "all of them hold" in told.stdout
    used = bloodpatch(elsewhere, "restore", str(copy))
    assert (used.returncode, "in use" in used.stderr) == (3, True)


def test_a_backup_that_lacks_events_says_how_many(place: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    assert bloodpatch(place, "ledger", "anchor").returncode == 0
    anchors = place / "anchors.jsonl"
    ahead = anchors.read_text().replace('"number":', '"number":1')
    anchors.write_text(ahead)
    assert bloodpatch(place, "backup", str(copy)).returncode == 0
    told = bloodpatch(tmp_path / "new", "restore", str(copy), "--anchor", str(anchors))
    assert "newer ones are not in it" in told.stdout, told.stdout + told.stderr


def test_a_file_that_is_no_backup_leaves_nothing_behind(tmp_path: Path) -> None:
    junk = tmp_path / "junk"
    junk.write_text("not a database")
    told = bloodpatch(tmp_path / "new", "restore", str(junk))
    assert (told.returncode, "not a whole backup" in told.stderr) == (3, True)
    assert not (tmp_path / "new" / "bloodpatch.sqlite3").exists()


def test_a_timeline_tells_codes_and_never_words(place: Path) -> None:
    with closing(sqlite3.connect(place / "bloodpatch.sqlite3")) as database:
        (episode,) = database.execute(
            "SELECT episode FROM record_event WHERE name = 'amendment.corrected' LIMIT 1"
        ).fetchone()
    told = bloodpatch(place, "timeline", episode)
    assert told.returncode == 0, told.stderr
    assert "amendment.corrected" in told.stdout
    assert " reason=" not in told.stdout
    strange = bloodpatch(place, "timeline", "nobody")
    assert (strange.returncode, "There is no episode" in strange.stderr) == (2, True)


def test_the_rules_that_episodes_began_under_are_listed_found_and_in_the_backup(
    place: Path, tmp_path: Path
) -> None:
    kaysville = shipped("kaysville")
    line = f"kaysville {kaysville.version}; {kaysville.hash[:16]}"
    told = bloodpatch(place, "protocol", "list")
    assert (told.returncode, line in told.stdout) == (0, True), told.stderr
    found = bloodpatch(place, "protocol", "diff", "kaysville", kaysville.hash[:12])
    assert found.stdout == "No value differs.\n", found.stderr
    copy, elsewhere = tmp_path / "copy.sqlite3", tmp_path / "elsewhere"
    assert bloodpatch(place, "backup", str(copy)).returncode == 0
    assert bloodpatch(elsewhere, "restore", str(copy)).returncode == 0
    assert line in bloodpatch(elsewhere, "protocol", "list").stdout


def test_a_kept_text_that_was_changed_is_a_fault(place: Path) -> None:
    assert "each as it was" in bloodpatch(place, "doctor").stdout
    harm = "UPDATE record_protocol SET text = replace(text, '\"value\": 30', '\"value\": 31')"
    spoil(place, f"{harm} WHERE name = 'kaysville'")
    told = bloodpatch(place, "doctor", "--quiet")
    assert told.returncode == 1
    assert "The kept text of kaysville" in told.stdout
    assert "IT DOES NOT SAY WHAT IT SAID" in bloodpatch(place, "protocol", "list").stdout


def test_a_clinics_own_file_is_brought_to_be_signed(place: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(mine(entry("recovery.rest_minutes", value=45, certainty="clinic")))
    told = bloodpatch(place, "protocol", "propose", str(file))
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("It waits for two signatures, one of a physician")
    again = bloodpatch(place, "protocol", "propose", str(file), "--clinic", "juniper")
    assert "brought before" in again.stdout
    nowhere = bloodpatch(place, "protocol", "propose", str(file), "--clinic", "utah")
    assert (nowhere.returncode, "There is no clinic utah." in nowhere.stderr) == (2, True)
    file.write_text(mine(""))
    ships = bloodpatch(place, "protocol", "propose", str(file))
    assert (ships.returncode, "sign that one" in ships.stderr) == (5, True)
