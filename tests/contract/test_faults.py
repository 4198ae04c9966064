"""When the storage does not do its part: nothing is lost, nothing is doubled, and it is said."""

import sqlite3
from threading import Thread
from typing import Any

import pytest
from django.db import connections

from bloodpatch.pathway.values import Count
from bloodpatch.record.errors import StorageBusy, StorageFailed, StorageFull
from bloodpatch.record.verify import verify
from bloodpatch.record.writer import Queue, queue
from tests.contract import jar
from tests.contract.conftest import Desk, server_cursor


def test_p01_a_full_disk_is_said_and_nothing_acknowledged_is_lost(desk_alone: Desk) -> None:
    desk = desk_alone
    desk.accepted(jar.Find())
    (pages,) = desk.rows("PRAGMA page_count")[0]
    desk.rows(f"PRAGMA max_page_count = {pages + 4}")
    done = until_refused(desk)
    assert done > 2
    assert desk.afresh().state().inside == done
    desk.rows("PRAGMA max_page_count = 1000000")
    assert not desk.accepted(jar.Fill(count=Count(1)), command_id=f"c{done}").again
    assert desk.state().inside == done + 1
    assert verify(desk.record.using, desk.clinic).whole


def until_refused(desk: Desk) -> int:
    """How many were acknowledged before the disk was full."""
    for done in range(500):
        try:
            desk.accepted(jar.Fill(count=Count(1)), command_id=f"c{done}")
        except StorageFull:
            return done
    raise AssertionError("The disk was never full.")


def test_p01_a_locked_database_is_said_within_the_busy_time_and_reading_goes_on(
    desk_alone: Desk,
) -> None:
    desk = desk_alone
    desk.accepted(jar.Find())
    desk.rows("PRAGMA busy_timeout = 100")
    name = connections[desk.record.using].settings_dict["NAME"]
    other = sqlite3.connect(name, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageBusy, match="What you typed is kept"):
        desk.give(jar.Shake(), command_id="c")
    assert desk.afresh().state().shaken == 0
    other.execute("ROLLBACK")
    other.close()
    assert not desk.accepted(jar.Shake(), command_id="c").again
    assert desk.state().shaken == 2


def test_p01_after_an_io_error_no_handle_of_that_time_is_used_again(desk_alone: Desk) -> None:
    desk = desk_alone
    desk.accepted(jar.Find())
    connection = connections[desk.record.using]
    handle_of_that_time = connection.connection
    commit = connection.__class__._commit

    def failing(self: Any) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    connection.__class__._commit = failing
    try:
        with pytest.raises(StorageFailed, match="not certain"):
            desk.give(jar.Shake(), command_id="c")
    finally:
        connection.__class__._commit = commit
    desk.accepted(jar.Shake(), command_id="c")
    assert connections[desk.record.using].connection is not handle_of_that_time
    assert desk.afresh().state().shaken == 2


@pytest.mark.parametrize("using", ["postgresql"], indirect=True)
@pytest.mark.postgres
def test_p01_a_head_that_another_holds_is_said_within_the_busy_time(desk: Desk) -> None:
    desk.accepted(jar.Find())
    desk.run("SET lock_timeout = '100ms'")
    name = connections[desk.record.using].settings_dict["NAME"]
    with server_cursor(name) as other:
        other.autocommit = False
        other.execute("SELECT 1 FROM record_head WHERE clinic = %s FOR UPDATE", (desk.clinic,))
        with pytest.raises(StorageBusy, match="What you typed is kept"):
            desk.give(jar.Shake(), command_id="c")
        other.rollback()
    desk.run("SET lock_timeout = '5s'")
    assert not desk.accepted(jar.Shake(), command_id="c").again
    assert desk.state().shaken == 2


@pytest.mark.parametrize("using", ["postgresql"], indirect=True)
@pytest.mark.postgres
def test_p01_a_database_that_is_cut_off_is_said_and_the_command_can_be_given_again(
    desk: Desk,
) -> None:
    desk.accepted(jar.Find())
    pid = desk.rows("SELECT pg_backend_pid()")[0][0]

    def cut(_: object) -> None:
        with server_cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", (pid,))

    with pytest.raises(StorageFailed, match="Send the same form again"):
        desk.give(jar.Shake(), command_id="c", within=[cut])
    assert not desk.accepted(jar.Shake(), command_id="c").again
    assert desk.state().shaken == 2


# --- the queue of writers ---


def test_p05_writers_are_served_in_the_order_in_which_they_came() -> None:
    line, served = Queue(), []
    with line.turn():
        threads = []
        for i in range(8):
            thread = Thread(target=lambda i=i: _serve(line, served, i))
            thread.start()
            while len(line._waiting) <= i:
                pass
            threads.append(thread)
    for thread in threads:
        thread.join()
    assert served == list(range(8))


def _serve(line: Queue, served: list[int], i: int) -> None:
    with line.turn():
        served.append(i)


def test_p05_a_writer_whose_patience_ends_leaves_the_queue() -> None:
    line, told = Queue(), []

    def impatient() -> None:
        try:
            with line.turn(patience=0.01):
                told.append("served")
        except StorageBusy:
            told.append("gave up")

    with line.turn():
        thread = Thread(target=impatient)
        thread.start()
        thread.join()
    assert told == ["gave up"]
    with line.turn(), line.turn():  # and the queue goes on, also for one who comes in twice
        assert not line._waiting


def test_p05_one_database_of_one_writer_has_one_queue() -> None:
    assert queue("a", "") is queue("a", "")
    assert queue("a", "x") is not queue("a", "y")
