"""An episode stays with the rules that it began under, until a physician moves it."""

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bloodpatch.clinic import signatures
from bloodpatch.config import records
from bloodpatch.pathway.roles import Role
from bloodpatch.record.folds import current
from bloodpatch.record.protocols import shipped
from tests.doors.staff.conftest import fields_of

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
NURSE, PHYSICIAN = Role.NURSE, Role.PHYSICIAN
OTHER = shipped("multisociety")
MOVE = "amendment/adopt-protocol/"


@pytest.fixture
def newer(house: "House", patched: str) -> str:
    """Begun under the first rules; since then a physician has signed others."""
    by = house.people[PHYSICIAN]
    signatures.sign(house.clinic, OTHER, by=by, now=house.clock.now())
    return patched


def shown(house: "House", role: Role, page: str) -> str:
    return str(house.client(role).get(page).content.decode())


def pinned(house: "House", episode: str) -> str:
    return str(current(records.record(), house.clinic.pk, episode).state.protocol)


def test_a_physician_reads_what_changes_and_signs(house: "House", newer: str) -> None:
    page = house.at(newer, MOVE)
    assert house.at(newer, MOVE) in shown(house, PHYSICIAN, house.at(newer, ""))
    said = shown(house, PHYSICIAN, page)
    assert f"The clinic runs {OTHER.title} {OTHER.version} now." in said
    assert "What changes for this patient" in said and "<del>" in said
    assert house.sends(PHYSICIAN, page, reason="Agreed with the patient.").status_code == 303
    assert pinned(house, newer) == OTHER.hash
    assert MOVE not in shown(house, PHYSICIAN, house.at(newer, ""))


def test_what_came_into_force_since_is_read_first(house: "House", newer: str) -> None:
    """Nobody signs differences that were never on the page."""
    page, before = house.at(newer, MOVE), pinned(house, newer)
    typed = fields_of(house.client(PHYSICIAN).get(page)).form | {"reason": "Agreed."}
    house.clock.advance(timedelta(minutes=1))
    newest = shipped("house")
    by = house.people[PHYSICIAN]
    signatures.sign(house.clinic, newest, by=by, now=house.clock.now())
    answer = house.client(PHYSICIAN).post(page, typed)
    assert answer.status_code == 422
    assert f"The clinic runs {newest.title} {newest.version} now." in answer.content.decode()
    assert pinned(house, newer) == before
    assert house.client(PHYSICIAN).post(page, fields_of(answer).form).status_code == 303
    assert pinned(house, newer) == newest.hash


def test_nobody_else_moves_it(house: "House", newer: str) -> None:
    assert house.client(NURSE).get(house.at(newer, MOVE)).status_code == 403
    assert MOVE not in shown(house, NURSE, house.at(newer, ""))


def test_where_the_rules_are_the_same_there_is_no_button(house: "House", patched: str) -> None:
    said = shown(house, PHYSICIAN, house.at(patched, MOVE))
    assert "there is nothing to move to" in said and "command_id" not in said
