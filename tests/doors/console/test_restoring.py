"""What a restore looks at before it makes anything (H61)."""

import sqlite3
from pathlib import Path

import pytest

from bloodpatch.doors.console import backup, restore
from bloodpatch.doors.console.exits import Refusal


def test_a_folder_in_use_is_not_restored_into(tmp_path: Path) -> None:
    restore.refuse_used(tmp_path)
    (tmp_path / "clinic.sqlite3").write_bytes(b"a record")
    with pytest.raises(Refusal, match="is in use"):
        restore.refuse_used(tmp_path)


def test_only_a_whole_copy_is_a_backup(tmp_path: Path) -> None:
    whole, other = tmp_path / "whole", tmp_path / "other"
    made = sqlite3.connect(whole)
    made.execute("CREATE TABLE record_event (number INTEGER)")
    made.execute("INSERT INTO record_event VALUES (1)")
    made.commit()
    made.close()
    other.write_bytes(b"no database at all" * 100)
    assert backup.checked(whole) == 1
    with pytest.raises(sqlite3.DatabaseError):
        backup.checked(other)
