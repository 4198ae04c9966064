"""Each row of the list is about one patient, and leads to that one (H32)."""

import re
from typing import TYPE_CHECKING

import pytest

from bloodpatch.pathway.roles import Role

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
ROW = re.compile(r'<tr [^>]*data-episode="([^"]+)".*?href="([^"]+)">([^<]+)</a>', re.S)


def test_each_row_has_the_name_of_its_own_patient(house: "House") -> None:
    named = {house.refer("Somebody", f"Number{n}"): f"Somebody Number{n}" for n in range(12)}
    page = house.client(Role.NURSE).get("/staff/").content.decode()
    rows = {episode: (name, episode in href) for episode, href, name in ROW.findall(page)}
    assert {episode: rows[episode][0] for episode in named} == named
    assert all(leads_there for _, leads_there in rows.values())
