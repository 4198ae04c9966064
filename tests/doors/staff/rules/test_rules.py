"""The page of the rules: what is in force, what differs, and a signature that is one's own."""

from typing import TYPE_CHECKING, Any

import pytest

from bloodpatch.clinic import clinics, signatures
from bloodpatch.config import records
from bloodpatch.doors.staff.access import session
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.record.folds import current
from bloodpatch.record.protocols import on_shipped_base, shipped
from tests.doors.staff.conftest import fields_of
from tests.spec.protocol.writing import entry, mine

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/staff/rules/"
OTHER = shipped("multisociety")
PHYSICIAN, NURSE = Role.PHYSICIAN, Role.NURSE


@pytest.fixture
def ours(house: "House") -> Protocol:
    found = on_shipped_base(
        mine(entry("recovery.rest_minutes", value=45, certainty="clinic", note="From the monitor."))
    )
    signatures.propose(house.clinic, found, house.clock.now())
    return found


def at(protocol: Protocol) -> str:
    return f"{LIST}{protocol.hash}/"


def read(house: "House", role: Role, where: str) -> str:
    answer = house.client(role).get(where)
    assert answer.status_code == 200
    return str(answer.content.decode())


def signs(house: "House", role: Role, protocol: Protocol, **typed: str) -> Any:
    client = house.client(role)
    form = fields_of(client.get(at(protocol))).form
    return client.post(at(protocol) + "sign/", {**form, **typed})


def in_force(house: "House") -> str:
    found = clinics.active_protocol(house.clinic.pk)
    return found.hash if found else ""


def test_until_somebody_signs_the_page_says_so(house: "House") -> None:
    said = read(house, Role.ADMINISTRATOR, LIST)
    assert "Nobody has signed it: it is used until a physician does." in said
    assert "Multisociety consensus 2023" in said and "6 values differ" in said


def test_what_differs_is_shown_with_its_source_and_how_sure_it_is(house: "House") -> None:
    said = read(house, Role.SERVICE_LEAD, at(OTHER))
    assert "<del>30 min</del> <ins>60 min</ins>" in said
    assert "Martin and others, Can J Anaesth 41:23-5, 1994 · read in the source itself" in said
    assert "needle in space" in said and "needle_in_space" not in said
    assert "A physician puts a protocol into force by a signature." in said


def test_a_physician_activates_what_ships_and_new_episodes_follow_it(house: "House") -> None:
    before = house.refer()
    answer = signs(house, PHYSICIAN, OTHER)
    assert (answer.status_code, answer["Location"]) == (303, LIST)
    assert in_force(house) == OTHER.hash
    assert "Signed by Dr Nisha Iyer" in read(house, PHYSICIAN, LIST)
    after = house.refer("Noor", "Abadi")
    assert [pinned(house, one) for one in (before, after)] == [
        shipped("kaysville").hash,
        OTHER.hash,
    ]


def pinned(house: "House", episode: str) -> str:
    return str(current(records.record(), house.clinic.pk, episode).state.protocol)


def test_own_values_wait_visibly_for_a_second_signature(house: "House", ours: Protocol) -> None:
    assert signs(house, NURSE, ours).status_code == 303
    assert in_force(house) == ""
    waits = "Signed by Ama Osei, Mon 16 Nov 14:00; it waits for a second signature."
    assert waits in read(house, NURSE, LIST)
    said = read(house, NURSE, at(ours))
    assert "You have signed it. A second person signs next." in said
    assert "From the monitor." in said and "this clinic&#x27;s choice, not evidence" in said
    assert signs(house, PHYSICIAN, ours).status_code == 303
    assert in_force(house) == ours.hash
    assert "Signed by Dr Nisha Iyer and Ama Osei" in read(house, PHYSICIAN, LIST)


@pytest.mark.parametrize(
    ("role", "status"), [(NURSE, 422), (Role.SERVICE_LEAD, 403), (Role.ADMINISTRATOR, 403)]
)
def test_nobody_else_activates(house: "House", role: Role, status: int) -> None:
    answer = signs(house, role, OTHER)
    assert answer.status_code == status
    assert "physician" in answer.content.decode().lower()
    assert in_force(house) == ""


def test_a_signature_is_under_what_was_read(house: "House", ours: Protocol) -> None:
    answer = signs(house, PHYSICIAN, ours, against=OTHER.hash)
    assert answer.status_code == 409
    assert "Nothing was signed. Read it again" in answer.content.decode()
    assert signatures.first_signature(house.clinic.pk, ours.hash) is None


def test_signing_asks_for_the_password_when_the_last_one_is_long_ago(house: "House") -> None:
    client = house.client(PHYSICIAN)
    form = fields_of(client.get(at(OTHER))).form
    house.clock.advance(session.fresh_limit() * 1.5)
    answer = client.post(at(OTHER) + "sign/", form)
    assert answer.status_code == 302 and answer["Location"].startswith("/sign-in/again/")
    assert in_force(house) == ""


def test_another_clinics_proposal_and_an_unknown_version_are_not_there(
    house: "House", ours: Protocol
) -> None:
    clinic = clinics.open_clinic(
        code="cedar", name="Cedar", phone="1", address="2", zone="America/Denver"
    )
    theirs = on_shipped_base(mine(entry("recovery.rest_minutes", value=50, certainty="clinic")))
    signatures.propose(clinic, theirs, house.clock.now())
    for one in (theirs.hash, "f" * 64):
        assert house.client(PHYSICIAN).get(f"{LIST}{one}/").status_code == 404
