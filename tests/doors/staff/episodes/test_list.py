"""The list: everybody under treatment, in two questions, and a pulse that says how old it is."""

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bloodpatch.pathway.roles import Role

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
NURSE = Role.NURSE


def test_who_is_late_stands_first(house: "House", patched: str) -> None:
    house.refer("Daniel", "Okonkwo")
    house.sends(NURSE, house.at(patched, "recovery/start-rest/"))
    house.wait(minutes=45)
    page = house.client(NURSE).get("/staff/").content.decode()
    assert page.index("Sofia Marchetti") < page.index("Daniel Okonkwo")
    assert "Late " in page and 'class="is-late"' in page


def test_the_list_asks_as_much_for_thirty_as_for_three(house: "House") -> None:
    def questions() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert house.client(NURSE).get("/staff/").status_code == 200
        return len(asked)

    for n in range(3):
        house.refer("Somebody", f"Number{n}")
    questions()
    few = questions()
    for n in range(3, 12):
        house.refer("Somebody", f"Number{n}")
    assert questions() == few


def test_the_pulse_is_304_until_something_happens(house: "House") -> None:
    """H51."""
    client = house.client(NURSE)
    page = client.get("/staff/").content.decode()
    version = page.split('"If-None-Match": "')[1].split('"')[0]

    def pulse() -> int:
        answer = client.get("/staff/pulse/", headers={"If-None-Match": version})
        assert answer["X-Bloodpatch-Now"].startswith("2026-11-16T21:00")
        return int(answer.status_code)

    assert pulse() == 304
    house.refer("Daniel", "Okonkwo")
    assert pulse() == 200


def test_an_administrator_sees_nobody(house: "House", patched: str) -> None:
    page = house.client(Role.ADMINISTRATOR).get("/staff/").content.decode()
    assert "Sofia" not in page
