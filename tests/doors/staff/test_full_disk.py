"""H57: the disk is full. Nothing can be recorded, and that is said; whoever reads goes on reading.

What every write of the database answers is what the library says on a full disk.
"""

import logging
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from html import unescape
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.db import OperationalError, connections, transaction
from django.test import Client

from bloodpatch.clinic import access_log_buffer, watch
from bloodpatch.clinic.models import AccessLog
from bloodpatch.doors.console import worker
from bloodpatch.doors.staff import findings_at_entry
from bloodpatch.doors.staff.access import session as sitting
from bloodpatch.pathway.findings import KINDS
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.recovery.commands import RecordGotUp
from tests.doors.staff.conftest import fields_of
from tests.doors.staff.full import full_to_all

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
NURSE = Role.NURSE
WARNING = "Nothing can be recorded now: the disk of the record is full."
NOTE = "Smiled for the first time since Tuesday."


@pytest.fixture(autouse=True)
def room() -> Iterator[None]:
    yield
    access_log_buffer._waiting.clear()
    access_log_buffer.written()
    sitting._touched.clear()


@pytest.fixture
def client(house: "House") -> Client:
    client = house.client(NURSE)
    client.raise_request_exception = False
    return client


def looks(house: "House") -> list[tuple[str, str]]:
    """What the log says of this nurse; it is never emptied, between tests as well."""
    rows = AccessLog.objects.filter(staff=house.people[NURSE].pk)
    return [(row.what, row.episode) for row in rows.order_by("id")]


def test_reading_goes_on_and_the_looks_are_in_the_log_when_there_is_room_again(
    house: "House", patched: str, client: Client
) -> None:
    other = house.refer("Noor", "Abadi")
    began = house.clock.now()
    house.clock.advance(timedelta(minutes=2))
    with full_to_all():
        for where in (house.at(patched, ""), house.at(patched, "recovery/"), "/staff/"):
            answer = client.get(where)
            assert answer.status_code == 200
            assert WARNING in answer.content.decode()
        assert client.post("/staff/patients/", {"asked": "Marchetti"}).status_code == 200
        assert looks(house) == []
        up = client.get("/up/")
        assert (up.status_code, up.content) == (
            200, b"up; nothing can be recorded: the disk is full\n"
        )  # fmt: skip
    house.clock.advance(timedelta(minutes=2))
    answer = client.get(house.at(other, ""))
    assert WARNING not in answer.content.decode()
    assert sorted(looks(house)) == sorted(
        [
            ("looked", other),
            ("looked", patched),
            ("looked", patched),
            ("searched", ""),
        ]
    )
    first = watch.who_saw(house.clinic.pk, episode=patched)[-1]
    assert first.at == began + timedelta(minutes=2), "when it was, not when it was written"
    assert client.get("/up/").content == b"up\n"


def test_nothing_is_recorded_and_what_was_typed_is_kept(
    house: "House", patched: str, client: Client
) -> None:
    page = house.at(patched, "amendment/note/")
    typed = fields_of(client.get(page)).form | {"text": NOTE, "note": NOTE}
    before = house.history(patched)
    with full_to_all():
        answer = client.post(page, typed)
        assert answer.status_code == 503
        assert "Not saved: the disk of the record is full." in answer.content.decode()
        assert NOTE in answer.content.decode()
    assert house.history(patched) == before
    assert client.post(page, fields_of(answer).form).status_code == 303
    assert house.history(patched) == [*before, "amendment.noted"]


def test_a_session_that_reads_while_the_disk_is_full_does_not_end(
    house: "House", patched: str, client: Client
) -> None:
    with full_to_all():
        for _ in range(4):
            house.clock.advance(timedelta(minutes=10))
            assert client.get(house.at(patched, "")).status_code == 200
        house.clock.advance(timedelta(minutes=16))
        assert client.get(house.at(patched, "")).status_code == 302, "idle is idle"
    assert SESSION_KEY in client.session


def test_collecting_people_is_no_easier(
    house: "House", patched: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "HARVEST_LIMIT", 3)
    others = [house.refer(f"Given{n}", "Abadi") for n in range(4)]
    with full_to_all():
        found = [client.get(house.at(one, "")).status_code for one in others]
    assert found == [200, 200, 200, 429]


def test_no_more_is_shown_than_can_be_remembered(
    house: "House", patched: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access_log_buffer, "MOST", 1)
    other = house.refer("Noor", "Abadi")
    with full_to_all():
        assert client.get(house.at(patched, "")).status_code == 200
        answer = client.get(house.at(other, ""))
        assert answer.status_code == 503 and "Abadi" not in answer.content.decode()
        assert client.get("/staff/").status_code == 200


def test_the_worker_writes_what_waits_and_keeps_it_when_it_cannot(
    house: "House", patched: str, client: Client
) -> None:
    with full_to_all():
        client.get(house.at(patched, ""))
        access_log_buffer.settle()
        assert len(access_log_buffer.rows()) == 1 and access_log_buffer.disk_is_full()
    access_log_buffer.settle()
    assert looks(house) == [("looked", patched)]
    assert not access_log_buffer.rows() and not access_log_buffer.disk_is_full()


def test_an_attempt_that_fails_at_its_very_end_loses_nothing(
    house: "House", patched: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write-ahead log grows when a transaction ends: by then each line has its number, which
    another line is given when there is room."""
    other = house.refer("Noor", "Abadi")
    with full_to_all():
        client.get(house.at(patched, ""))
    with monkeypatch.context() as patch:
        patch.setattr(type(connections["default"]), "_commit", no_end)
        access_log_buffer.settle()
    assert len(access_log_buffer.rows()) == 1 and access_log_buffer.disk_is_full()
    client.get(house.at(other, ""))
    assert sorted(looks(house)) == sorted([("looked", other), ("looked", patched)])


def no_end(_: object) -> None:
    raise OperationalError("database or disk is full")


def test_what_waits_is_not_written_into_what_may_be_undone(
    house: "House", patched: str, client: Client
) -> None:
    with full_to_all():
        client.get(house.at(patched, ""))
    with transaction.atomic():
        watch.erased(house.people[NURSE].actor, "somebody", house.clock.now())
        transaction.set_rollback(True)
    access_log_buffer.settle()
    assert looks(house) == [("looked", patched)]


def test_nothing_waits_and_nothing_is_full_for_ever(house: "House") -> None:
    """Met while a session was touched, so no line of the log waits: the minute ends it."""
    access_log_buffer.met()
    access_log_buffer.settle()
    assert not access_log_buffer.disk_is_full()


def test_another_fault_of_the_database_is_told_and_the_line_waits(
    house: "House", patched: str, client: Client, caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with full_to_all():
        client.get(house.at(patched, ""))

    def locked(*_: object, **__: object) -> None:
        raise OperationalError("database is locked")

    with monkeypatch.context() as patch, caplog.at_level(logging.ERROR, "bloodpatch.security"):
        patch.setattr(AccessLog.objects, "bulk_create", locked)
        access_log_buffer.settle()
    assert "database is locked" in caplog.text
    assert len(access_log_buffer.rows()) == 1


@pytest.mark.parametrize("broken", ["anchors", "settle"])
def test_the_worker_does_the_rest_of_its_work_and_does_not_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], broken: str
) -> None:
    done: list[str] = []

    def works(name: str) -> Any:
        def work(*_: object) -> None:
            if name == broken:
                raise RuntimeError("nobody has foreseen it")
            done.append(name)

        return work

    anchors = SimpleNamespace(drop=works("anchors"))
    monkeypatch.setattr(worker.wired_record, "anchors", lambda: anchors)
    monkeypatch.setattr(worker.wired_record, "record", lambda: None)
    monkeypatch.setattr(worker.access_log_buffer, "settle", works("settle"))
    worker.work(threading.Event(), once=True)
    assert done == [{"anchors": "settle", "settle": "anchors"}[broken]]
    assert "nobody has foreseen it" in capsys.readouterr().err


def test_many_are_touched_at_once_while_the_disk_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each takes out the oldest; none trips over what another one has just taken out."""
    monkeypatch.setattr(sitting, "MOST_TOUCHED", 0)
    monkeypatch.setattr(sitting, "_touched", Contested())
    fault = UpdateError()
    fault.__context__ = OperationalError("database or disk is full")

    def save() -> None:
        raise fault

    def touch(number: int) -> None:
        session = SimpleNamespace(session_key=str(number), save=save, modified=True)
        sitting._save(SimpleNamespace(session=session), float(number))  # type: ignore[arg-type]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(touch, range(64))) == [None] * 64


class Contested(dict[str, float]):
    """Another thread comes between the look at the oldest and its end."""

    def pop(self, key: str, *default: Any) -> Any:
        time.sleep(0.002)
        return super().pop(key, *default)


def test_an_old_entry_that_todays_rules_cannot_judge_is_shown_with_its_rule(
    house: "House", patched: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.record(patched, NURSE, RecordGotUp())
    monkeypatch.setattr(findings_at_entry, "decide", lambda *_: {}["a rule that is no more"])
    answer = house.client(NURSE).get(house.at(patched, ""))
    assert answer.status_code == 200
    assert KINDS["recovery.rest_not_over"].rule in unescape(answer.content.decode())
