"""A disk on which nothing more can be written."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError, connection


@contextmanager
def full() -> Iterator[None]:
    """To the record, which has its own way to the database. Pages that earlier tests have emptied
    would be room, so they are given back first."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA page_count")
        (pages,) = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        connection.close()


@contextmanager
def full_to_all() -> Iterator[None]:
    """To Django's own cursors too."""
    with full(), connection.execute_wrapper(no_room):
        yield


def no_room(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    if sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
        raise OperationalError("database or disk is full")
    return execute(sql, params, many, context)
