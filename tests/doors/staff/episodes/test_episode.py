"""The page of one person: who, where, what next for me, and nothing shortened that can harm."""

from typing import TYPE_CHECKING

import pytest

from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.preparation import commands as preparation
from bloodpatch.pathway.stages.preparation.answers import Allergy
from bloodpatch.pathway.values import Answer

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
NURSE, PHYSICIAN = Role.NURSE, Role.PHYSICIAN


def page(house: "House", episode: str, role: Role = NURSE) -> str:
    return str(house.client(role).get(house.at(episode, "")).content.decode())


def test_not_asked_is_never_none(house: "House") -> None:
    """H11: an allergy that nobody asked about is shown as unknown."""
    episode = house.refer()
    assert page(house, episode).count("flag-unknown") == 2
    house.record(episode, NURSE, preparation.RecordAllergies(allergies=(Allergy.NONE,)))
    said = page(house, episode)
    assert said.count("flag-unknown") == 1 and "None, asked Mon 16 Nov 14:00" in said


def test_every_allergy_is_shown_whole_on_every_page(house: "House") -> None:
    """H11."""
    episode = house.refer()
    known = tuple(one for one in Allergy if one is not Allergy.NONE)
    house.record(episode, NURSE, preparation.RecordAllergies(allergies=known))
    client = house.client(NURSE)
    for where in ("", "procedure/", "preparation/time-out/", "procedure/record-draw/"):
        said = client.get(house.at(episode, where)).content.decode()
        assert all(str(one.label) in said for one in known), where


def test_a_blood_thinner_that_nobody_named_is_shown(house: "House") -> None:
    episode = house.refer()
    asked = preparation.RecordBleedingHistory(antithrombotic=Answer.YES)
    house.record(episode, NURSE, asked)
    assert "Takes one; which, nobody has recorded" in page(house, episode)


def test_what_is_next_depends_on_who_looks(house: "House", patched: str) -> None:
    nurse, physician = page(house, patched), page(house, patched, PHYSICIAN)
    assert "Start the rest" in nurse.split('<section class="next')[1].split("</section>")[0]
    assert page(house, patched, Role.FRONT_DESK).count("Nothing for you now.") == 1
    assert "Look at what was recorded against a rule" in physician


def test_the_timeline_names_people_and_hides_no_rule(house: "House", patched: str) -> None:
    said = page(house, patched)
    assert "Dr Nisha Iyer, physician" in said and "Blood injected." in said
    assert "Against a rule" in said and "drawn from the same patient" in said
