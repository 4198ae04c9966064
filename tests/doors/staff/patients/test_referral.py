"""A referral is taken in: somebody new, somebody known, and somebody who might be either."""

import re
from typing import TYPE_CHECKING, Any

import pytest

from bloodpatch.clinic import duplicates
from bloodpatch.clinic.models import EpisodeOf, Patient
from bloodpatch.pathway.roles import Role
from tests.doors.staff.conftest import fields_of

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
DESK = Role.FRONT_DESK
NEW = "/staff/patients/new/"
MAYA = {
    "given": "Maya",
    "family": "Lindqvist",
    "born": "1995-03-04",
    "phone": "+1 801 555 0190",
    "number": "JS-20418-7",
    "sex": "female",
    "urgency": "soon",
}


def episode_in(answer: Any) -> str:
    found = re.search(r"/episodes/([^/]+)/", answer["Location"])
    assert found, answer["Location"]
    return found[1]


def test_somebody_new_gets_an_episode(house: "House") -> None:
    answer = house.sends(DESK, NEW, **MAYA)
    assert answer.status_code == 302, answer.content.decode()[-2500:]
    page = house.client(DESK).get(answer["Location"]).content.decode()
    assert "Maya Lindqvist" in page and "JS-20418-7" in page and "4 Mar 1995 (31)" in page
    assert house.history(episode_in(answer)) == ["referral.received"]


def test_a_double_click_enters_one_person(house: "House") -> None:
    """H18."""
    client = house.client(DESK)
    form = fields_of(client.get(NEW)).form | MAYA
    first, second = client.post(NEW, form), client.post(NEW, form | {"somebody_new": "yes"})
    assert first["Location"] == second["Location"]
    assert (Patient.objects.count(), EpisodeOf.objects.count()) == (1, 1)


def test_somebody_alike_is_shown_before_anybody_is_entered(house: "House") -> None:
    house.sends(DESK, NEW, **MAYA)
    twin = MAYA | {"given": "Maia", "number": "", "phone": ""}
    asked = house.sends(DESK, NEW, **twin)
    said = asked.content.decode()
    assert asked.status_code == 422 and "It is Maya Lindqvist" in said and "Maia" in said
    assert Patient.objects.count() == 1
    known = Patient.objects.get()
    again = house.sends(DESK, f"/staff/patients/{known.pk}/new-episode/", all_the_same="yes")
    assert again.status_code == 302
    assert Patient.objects.count() == 1 and known.episodes.count() == 2


def test_somebody_new_all_the_same_is_a_question_until_it_is_answered(house: "House") -> None:
    house.sends(DESK, NEW, **MAYA)
    twin = MAYA | {"given": "Maia", "number": "", "phone": "", "somebody_new": "yes"}
    entered = house.sends(DESK, NEW, **twin)
    newer = Patient.objects.get(given="Maia")
    assert entered["Location"] == f"/staff/patients/{newer.pk}/"
    assert duplicates.unresolved_duplicate(newer.pk)
    page = house.client(DESK).get(entered["Location"]).content.decode()
    form = re.search(r'action="(/staff/patients/[^"]+/same/\d+/)"', page)
    assert form
    assert house.client(DESK).post(form[1], {"same": "no"}).status_code == 302
    assert not duplicates.unresolved_duplicate(newer.pk)


def test_without_a_name_nobody_is_entered(house: "House") -> None:
    answer = house.sends(DESK, NEW, **(MAYA | {"given": "", "family": ""}))
    assert answer.status_code == 422 and "JS-20418-7" in answer.content.decode()
    assert Patient.objects.count() == 0


def test_details_are_changed_and_what_they_were_is_kept(house: "House") -> None:
    house.sends(DESK, NEW, **MAYA)
    maya = Patient.objects.get()
    page = f"/staff/patients/{maya.pk}/change/"
    assert house.sends(DESK, page, family="Lindqvist-Osei").status_code == 302
    assert house.sends(DESK, page, born="2090-01-01").status_code == 422
    maya.refresh_from_db()
    assert (maya.family, maya.numbers.get().value) == ("Lindqvist-Osei", "JS-20418-7")
    kept = maya.changes.get()
    assert (kept.before, kept.by) == ("Lindqvist", house.people[DESK].pk)


@pytest.mark.parametrize("page", ["change", "new-episode"])
def test_the_form_of_one_person_is_not_taken_for_another(house: "House", page: str) -> None:
    """H01: the address of one, the form of the other."""
    from tests.doors.staff.conftest import fields_of

    house.sends(DESK, NEW, **MAYA)
    maya, other = Patient.objects.get(), house.refer()
    sofia = Patient.objects.exclude(pk=maya.pk).get()
    form = fields_of(house.client(DESK).get(f"/staff/patients/{maya.pk}/{page}/")).form
    answer = house.client(DESK).post(f"/staff/patients/{sofia.pk}/{page}/", form)
    assert answer.status_code == 422 and "opened for another patient" in answer.content.decode()
    sofia.refresh_from_db()
    assert (sofia.family, sofia.episodes.count()) == ("Marchetti", 1), other


def test_people_are_found_by_name_and_number(house: "House") -> None:
    house.sends(DESK, NEW, **MAYA)
    for asked in ("Lindquist", "JS-20418-7", "1995-03-04"):
        page = house.client(DESK).post("/staff/patients/", {"asked": asked}).content.decode()
        assert "Maya Lindqvist" in page, asked
