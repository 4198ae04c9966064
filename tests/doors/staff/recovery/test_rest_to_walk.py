"""The recovery nurse's afternoon, page by page: rest, observations, too early, up, down, walk."""

from typing import TYPE_CHECKING

import pytest

from bloodpatch.pathway.roles import Role

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

NURSE, PHYSICIAN = Role.NURSE, Role.PHYSICIAN
pytestmark = pytest.mark.django_db(transaction=True)


def test_rest_observations_too_early_up_down_and_walk(house: "House", patched: str) -> None:
    def at(act: str) -> str:
        return house.at(patched, f"recovery/{act}/")

    started = house.sends(NURSE, at("start-rest"), position="flat")
    assert started.status_code == 303, started.content.decode()[-3000:]
    page = house.client(NURSE).get(started["Location"]).content.decode()
    assert "Rest started." in page and "Rest, 30 minutes" in page and "Sofia Marchetti" in page

    house.wait(minutes=15)
    seen = {"heart_rate": "72", "blood_pressure__systolic": "118", "pain_lying": "2"}
    assert house.sends(NURSE, at("record-observations"), **seen).status_code == 422
    seen |= {"blood_pressure__diastolic": "74", "legs": "normal"}
    assert house.sends(NURSE, at("record-observations"), **seen).status_code == 303

    early = house.sends(NURSE, at("permit-standing"))
    assert early.status_code == 422
    said = early.content.decode()
    assert "has rested 15 of 30 minutes and may stand from 14:30" in said
    assert "Nothing was changed." in said
    assert "recovery.standing_permitted" not in house.history(patched)

    assert house.sends(NURSE, at("record-got-up"), reason="The toilet").status_code == 303
    assert house.sends(NURSE, at("record-lay-down"), position="side").status_code == 303
    house.wait(minutes=30)
    assert house.sends(NURSE, at("permit-standing")).status_code == 303
    walked = {"walked": "whole_distance", "pain_lying": "0", "pain_standing": "1", "steady": "yes"}
    assert house.sends(NURSE, at("record-stand-and-walk"), **walked).status_code == 303
    assert house.history(patched)[-6:] == [
        "recovery.rest_started",
        "recovery.observed",
        "recovery.got_up",
        "recovery.lay_down",
        "recovery.standing_permitted",
        "recovery.stood_and_walked",
    ]


def test_a_nurse_is_told_why_beforehand_and_a_physician_how(house: "House", patched: str) -> None:
    house.sends(NURSE, house.at(patched, "recovery/start-rest/"))
    page = house.at(patched, "recovery/permit-standing/")
    told = house.client(NURSE).get(page).content.decode()
    assert "Before this can be done" in told and "aria-disabled" in told
    assert "Override this hold" not in told
    assert "Override this hold" in house.client(PHYSICIAN).get(page).content.decode()
