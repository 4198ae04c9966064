"""The embedded database: no library that can damage the record, and settings that keep it."""

import pytest
from django.db import connection

from bloodpatch.config import sqlite


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ("3.40.1", False),
        ("3.44.5", False),
        ("3.44.6", True),
        ("3.45.0", False),
        ("3.50.6", False),
        ("3.50.7", True),
        ("3.51.0", False),
        ("3.51.2", False),
        ("3.51.3", True),
        ("3.53.4", True),
        ("4.0.0", True),
    ],
)
def test_a_release_is_safe_or_refused(version: str, safe: bool) -> None:
    assert sqlite.is_safe(version) is safe


def test_the_refusal_says_what_to_install() -> None:
    with pytest.raises(sqlite.SqliteTooOld) as refused:
        sqlite.refuse_unsafe("3.40.1")
    said = str(refused.value)
    assert "3.40.1" in said
    assert "3.51.3" in said
    assert "pip install pysqlite3" in said


def test_this_process_uses_a_safe_release() -> None:
    assert sqlite.is_safe(sqlite.version())


@pytest.mark.parametrize(
    ("pragma", "wanted"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("mmap_size", 0),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("busy_timeout", 5000),
    ],
)
@pytest.mark.django_db
def test_a_connection_keeps_what_it_was_told(pragma: str, wanted: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone()[0] == wanted


@pytest.mark.django_db(transaction=True)
def test_a_transaction_asks_for_the_writers_place_at_once() -> None:
    assert connection.transaction_mode == "IMMEDIATE"
