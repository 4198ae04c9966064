"""From a hold to the physician's word on it, and from there to the nurse's act: one click each."""

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from bloodpatch.pathway.clinical import SedationLevel
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.preparation.commands import RecordSedationPlan
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Dose

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
NURSE, PHYSICIAN = Role.NURSE, Role.PHYSICIAN


def way_out(house: "House", page: str) -> str:
    said = house.client(PHYSICIAN).get(page).content.decode()
    found = re.search(r'href="([^"]*review/override-hold[^"]*)"', said)
    assert found, said
    return unescape(found[1])


def test_a_physician_overrides_and_the_nurse_acts(house: "House", patched: str) -> None:
    house.sends(NURSE, house.at(patched, "recovery/start-rest/"))
    stand = house.at(patched, "recovery/permit-standing/")
    word = way_out(house, stand)
    asked = unescape(house.client(PHYSICIAN).get(word).content.decode())
    assert f"once: “{ACTS['recovery.permit_standing'].command.title}”." in asked
    assert house.sends(PHYSICIAN, word).status_code == 422, "a reason is needed"
    given = house.sends(PHYSICIAN, word, reason="Transport is waiting; she rested an hour before.")
    assert given.status_code == 303 and given["Location"] == stand
    told = house.client(NURSE).get(stand).content.decode()
    assert "Overridden by Dr Nisha Iyer" in told and "Transport is waiting" in told
    assert house.sends(NURSE, stand).status_code == 303


def test_a_nurse_cannot_give_a_physicians_word(house: "House", patched: str) -> None:
    house.sends(NURSE, house.at(patched, "recovery/start-rest/"))
    word = way_out(house, house.at(patched, "recovery/permit-standing/"))
    assert house.client(NURSE).get(word).status_code == 403
    assert house.client(NURSE).post(word, {"reason": "In a hurry"}).status_code == 403


def test_an_address_that_nobody_here_made_leads_nowhere(house: "House", patched: str) -> None:
    page = house.at(patched, "review/override-hold/?about=made-up")
    assert house.client(PHYSICIAN).get(page).status_code == 404


def test_what_was_recorded_against_a_rule_is_looked_at(house: "House", patched: str) -> None:
    page = house.at(patched, "review/acknowledge/")
    said = house.client(PHYSICIAN).get(page).content.decode()
    assert "Against a rule" in said and "Blood injected." in said
    assert house.sends(PHYSICIAN, page).status_code == 303
    assert "review.acknowledged" in house.history(patched)


def test_what_came_after_the_page_was_drawn_is_not_looked_at_by_it(
    house: "House", patched: str
) -> None:
    from bloodpatch.pathway.stages.recovery.commands import RecordGotUp
    from tests.doors.staff.conftest import fields_of

    page = house.at(patched, "review/acknowledge/")
    form = fields_of(house.client(PHYSICIAN).get(page)).form
    house.record(patched, NURSE, RecordGotUp())
    assert house.client(PHYSICIAN).post(page, form).status_code == 303
    assert house.looked_at(patched) == {int(form["seen"])}


def test_a_tenfold_dose_is_put_right_as_easily_as_it_is_overridden(house: "House") -> None:
    episode = house.refer()
    tenfold = (Dose.parse("midazolam 50 mg"),)
    house.record(episode, PHYSICIAN, RecordSedationPlan(plan=SedationLevel.MINIMAL, drugs=tenfold))
    said = house.client(PHYSICIAN).get(house.at(episode, "preparation/time-out/"))
    told = said.content.decode().partition("usually at most 5 mg")[2]
    first, then = re.findall(r'<a class="button button-line" href="([^"]*)"', told)[:2]
    assert "preparation/record-sedation-plan/" in first and "review/override-hold/" in then
