"""A form is for one patient (H01), counts once (H18), and never overwrites another's work (H19)."""

from typing import TYPE_CHECKING

import pytest

from bloodpatch.pathway.roles import Role
from tests.doors.staff.conftest import fields_of

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
NURSE = Role.NURSE


def test_a_form_of_one_patient_posted_to_another_is_refused(house: "House", patched: str) -> None:
    """H01: two tabs open, the wrong one in front."""
    other = house.refer("Sofie", "Marchetti")
    client = house.client(NURSE)
    form = fields_of(client.get(house.at(patched, "recovery/start-rest/"))).form
    before = house.history(patched), house.history(other)
    answer = client.post(house.at(other, "recovery/start-rest/"), form)
    assert answer.status_code == 409
    assert "this form belongs to another patient" in answer.content.decode()
    assert (house.history(patched), house.history(other)) == before


@pytest.mark.parametrize("token", ["", "x", "WyJhIiwiYiJd:forged"])
def test_a_form_without_its_token_is_refused(house: "House", patched: str, token: str) -> None:
    page = house.at(patched, "recovery/start-rest/")
    assert house.sends(NURSE, page, whose=token).status_code == 409
    assert "recovery.rest_started" not in house.history(patched)


def test_a_double_click_is_one_entry(house: "House", patched: str) -> None:
    """H18."""
    client, page = house.client(NURSE), house.at(patched, "recovery/start-rest/")
    form = fields_of(client.get(page)).form
    first, second = client.post(page, form), client.post(page, form)
    assert first.status_code == second.status_code == 303
    assert first["Location"] == second["Location"]
    assert house.history(patched).count("recovery.rest_started") == 1


def test_what_happened_meanwhile_is_shown_and_what_was_typed_is_kept(
    house: "House", patched: str
) -> None:
    """H19: two nurses at one bed; the second is shown the first one's test."""
    walked = {"walked": "whole_distance", "steady": "yes", "note": "Smiling"}
    page = house.at(patched, "recovery/record-stand-and-walk/")
    client = house.client(NURSE)
    form = fields_of(client.get(page)).form
    assert house.sends(NURSE, page, walked="less").status_code == 303
    met = client.post(page, {**form, **walked})
    said = met.content.decode()
    assert met.status_code == 409
    assert "Stood and walked." in said and "Smiling" in said
    assert house.history(patched).count("recovery.stood_and_walked") == 1
    again = client.post(page, {**fields_of(met).form, **walked})
    assert again.status_code == 303, "after looking at it, it can be recorded as well"
    assert house.history(patched).count("recovery.stood_and_walked") == 2


def test_what_cannot_be_read_comes_back_as_typed(house: "House", patched: str) -> None:
    page = house.at(patched, "recovery/record-observations/")
    answer = house.sends(NURSE, page, heart_rate="seventy", note="Feels well")
    said = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="seventy"' in said and "Feels well" in said
    assert "recovery.observed" not in house.history(patched)
