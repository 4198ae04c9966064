"""A full disk, a locked database, another clinic's episode: calm, whole, and nothing typed is lost.

The storage may fail before the page's view runs (the look at the record cannot be written down)
or in the record itself: both answer 503, with what was typed, ready to be sent once more.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from bloodpatch.clinic import clinics, patients
from bloodpatch.clinic.patients import Identity
from bloodpatch.config import records
from bloodpatch.doors.staff.acts import views
from bloodpatch.doors.staff.episodes import views as episodes
from bloodpatch.pathway.roles import Role
from bloodpatch.record import folds
from bloodpatch.record.errors import RecordFault, TextTampered, Unreadable
from tests.doors.staff.conftest import BACKEND, fields_of
from tests.doors.staff.full import full

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
NURSE = Role.NURSE
NOTE = "Smiled for the first time since Tuesday. "
FORM = "application/x-www-form-urlencoded"
SECRET = "Sofia Marchetti said something private"


@pytest.fixture
def client(house: "House") -> Client:
    """As a browser sees it: a fault of the server is an answer."""
    client = house.client(NURSE)
    client.raise_request_exception = False
    return client


@contextmanager
def locked() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()
        connection.close()


@pytest.mark.parametrize("trouble", [locked, full])
@pytest.mark.parametrize("in_the_record", [True, False])
def test_a_storage_that_fails_is_said_and_the_form_can_be_sent_again(
    house: "House",
    patched: str,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    trouble: Callable[[], Any],
    in_the_record: bool,
) -> None:
    page = house.at(patched, "recovery/record-observations/")
    typed = fields_of(client.get(page)).form | {"heart_rate": "72", "note": NOTE * 90}
    before = house.history(patched)
    handle: Any = vars(views)["handle"]
    if in_the_record:

        def troubled(*args: Any, **said: Any) -> Any:
            with trouble():
                return handle(*args, **said)

        monkeypatch.setattr(views, "handle", troubled)
        answer = client.post(page, typed)
    else:
        with trouble():
            answer = client.post(page, typed)
    said = answer.content.decode()
    assert answer.status_code == 503
    assert "Not saved" in said and ("busy" in said or "full" in said)
    assert NOTE.strip() in said and "Traceback" not in said
    assert house.history(patched) == before, "nothing is half-written"
    monkeypatch.setattr(views, "handle", handle)
    again = fields_of(answer).form
    assert again["command_id"] == typed["command_id"]
    assert client.post(page, again).status_code == 303
    assert client.post(page, again).status_code == 303
    assert house.history(patched) == [*before, "recovery.observed"]


def test_a_look_that_cannot_be_written_down_is_a_calm_page(
    house: "House", patched: str, client: Client
) -> None:
    with locked():
        answer = client.get(house.at(patched, ""))
    said = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "This page cannot be shown just now." in said and "Marchetti" not in said
    assert "Nothing was changed" in said
    assert client.get(house.at(patched, "")).status_code == 200


FAULTS = (
    TextTampered("entry 2"),
    Unreadable("Entry 2 cannot be read.", "It is of a newer version.", "Update the software."),
    records.UnknownProtocol("juniper", "a" * 64),
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: type(f).__name__)
@pytest.mark.parametrize("where", ["", "recovery/", "recovery/record-observations/"])
def test_a_fault_of_the_record_is_a_sentence_on_every_page(
    house: "House",
    patched: str,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    fault: RecordFault,
    where: str,
) -> None:
    def broken(*args: Any) -> Any:
        raise fault

    monkeypatch.setattr(folds, "current", broken)
    answer = client.get(house.at(patched, where))
    said = answer.content.decode()
    assert answer.status_code == 503
    assert fault.what in said and fault.now.replace("'", "&#x27;") in said
    assert "no-store" in answer["Cache-Control"] and answer["Content-Security-Policy"]
    assert "Bloodpatch" in said and "Marchetti" not in said


def test_the_unforeseen_has_a_number_and_tells_nobody_anything(
    house: "House",
    patched: str,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(*args: Any) -> Any:
        raise KeyError(SECRET)

    monkeypatch.setattr(episodes, "desk_of", broken)
    monkeypatch.setattr(views, "give", broken)
    page = house.at(patched, "amendment/note/")
    typed = fields_of(client.get(page)).form | {"text": "She called", "note": "She called"}
    with caplog.at_level(logging.ERROR, "bloodpatch.faults"):
        there = house.at(patched, "")
        asked: tuple[Callable[[], Any], ...] = (
            lambda: client.get(there),
            lambda: client.post(page, typed),
        )
        for ask in asked:
            answer = ask()
            said = answer.content.decode()
            assert answer.status_code == 500
            assert SECRET not in said and "Traceback" not in said and "KeyError" not in said
            lines = [r.getMessage() for r in caplog.records if r.name == "bloodpatch.faults"]
            number = lines[-1].split()[1].rstrip(":")
            assert len(number) == 8 and number in said and SECRET not in lines[-1]
    assert "She called" in said and fields_of(answer).form["command_id"] == typed["command_id"]
    monkeypatch.undo()
    assert client.post(page, fields_of(answer).form).status_code == 303
    assert house.history(patched).count("amendment.noted") == 1


def test_nobody_who_is_not_signed_in_is_told_anything(
    house: "House", monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: Any) -> Any:
        raise FAULTS[1]

    monkeypatch.setattr("bloodpatch.doors.public.views.clinics", broken)
    answer = Client(raise_request_exception=False).get("/")
    said = answer.content.decode()
    assert answer.status_code == 503
    assert "Entry 2" not in said and "call your clinic" in said.replace("\n", " ")


# --- an episode that is not there for you ---


@pytest.fixture
def theirs(house: "House") -> str:
    clinic = clinics.open_clinic(
        code="cedar", name="Cedar", phone="1", address="2", zone="America/Denver"
    )
    who = Identity(given="Noor", family="Abadi")
    return patients.open_episode(patients.register(clinic, who, now=house.clock.now()))


@pytest.mark.parametrize("where", ["", "recovery/", "recovery/start-rest/", "entries/1/"])
def test_another_clinics_episode_and_an_unknown_one_get_the_same_answer(
    house: "House", theirs: str, client: Client, where: str
) -> None:
    typed = {"command_id": str(uuid4()), "note": NOTE, "seen": "1"}
    for send in (client.get, lambda address: client.post(address, typed)):
        foreign, unknown = (send(house.at(one, where)) for one in (theirs, "0000000000000000"))
        assert foreign.status_code == unknown.status_code == 404
        assert foreign.content.replace(theirs.encode(), b"") == unknown.content.replace(
            b"0000000000000000", b""
        )
        said = foreign.content.decode()
        assert "There is nothing at this address." in said and "Look the patient up" in said
        assert "Noor" not in said
    assert NOTE.strip() in said, "what was typed is still to be read"


def test_a_form_from_before_signing_in_is_refused_and_still_to_be_read(
    house: "House", patched: str
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(house.people[NURSE], backend=BACKEND)
    page = house.at(patched, "recovery/record-observations/")
    typed = {"csrfmiddlewaretoken": "x", "note": NOTE}
    answer = client.post(page, fields_of(client.get(page)).form | typed)
    said = answer.content.decode()
    assert answer.status_code == 403
    assert "This was not recorded." in said and NOTE.strip() in said
    assert 'name="command_id"' not in said, "it is not sent again by a click from here"
    assert "recovery.observed" not in house.history(patched)


def test_far_too_much_is_refused_in_a_sentence(
    house: "House", patched: str, client: Client
) -> None:
    page = house.at(patched, "recovery/record-observations/")
    answer = client.post(page, f"note={'x' * 3_000_000}", content_type=FORM)
    said = answer.content.decode()
    assert answer.status_code == 400
    assert "What was sent cannot be read." in said and "send it again" in said
    assert "recovery.observed" not in house.history(patched)
