"""What was told of a person in one episode, on the pages of their other ones; through both
databases' one way in: the record, asked in the transaction of the decision."""

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from bloodpatch.clinic import duplicates, patients
from bloodpatch.clinic.models import Patient
from bloodpatch.clinic.person import told_elsewhere
from bloodpatch.config import records
from bloodpatch.pathway.clinical import Antithrombotic
from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.closure.commands import CloseEpisode, RecordDied
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.stages.preparation.commands import (
    RecordAllergies,
    RecordAntithrombotic,
)
from bloodpatch.pathway.stages.referral.commands import Receive
from bloodpatch.pathway.values import Answer, When
from bloodpatch.record.folds import current
from tests.doors.staff.conftest import fields_of

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
DESK, NURSE, PHYSICIAN = Role.FRONT_DESK, Role.NURSE, Role.PHYSICIAN
LATEX = RecordAllergies(allergies=(Allergy.LATEX,))
WARFARIN = RecordAntithrombotic(drug=Antithrombotic.WARFARIN, running=Answer.YES)


def another(house: "House", episode: str) -> str:
    """A second episode in the same record."""
    patient = patients.patient_of(house.clinic.pk, episode)
    assert patient is not None
    second = patients.open_episode(patient)
    house.record(second, DESK, Receive())
    return second


def twins(house: "House") -> tuple[str, str]:
    """One person in two records."""
    return house.refer(phone="801 555 0190"), house.refer("Sofía", phone="801 555 0190")


def same(house: "House", one: str, answer: bool, *roles: Role) -> None:
    owner = patients.patient_of(house.clinic.pk, one)
    assert owner is not None
    (asked,) = duplicates.questions(owner.pk)
    for role in roles:
        duplicates.answer(asked.pair, same=answer, by=house.people[role], now=house.clock.now())


def page(house: "House", episode: str, role: Role = NURSE) -> str:
    answer = house.client(role).get(f"/staff/episodes/{episode}/")
    assert answer.status_code == 200
    return str(answer.content.decode())


def told(house: "House", episode: str) -> list[str]:
    return [t.says for t in told_elsewhere(records.record(), house.clinic.pk, episode)]


def test_an_allergy_stands_in_the_second_episode(house: "House") -> None:
    """B1: it was "not asked" there."""
    first = house.refer()
    house.record(first, NURSE, LATEX)
    second = another(house, first)
    assert "Latex (told in another episode)" in page(house, second)
    assert told(house, first) == []


def test_two_records_of_one_person_know_of_each_other_until_taken_apart(house: "House") -> None:
    """R6, H03: two people link them; one takes it back, and each is as it was."""
    one, other = twins(house)
    house.record(one, NURSE, WARFARIN, LATEX)
    before = page(house, other)
    assert told(house, other) == [] and "Warfarin" not in before
    same(house, other, True, NURSE)
    assert told(house, other) == []
    same(house, other, True, DESK)
    assert len(told(house, other)) == 2
    assert "told in another episode" in page(house, other)
    same(house, other, False, NURSE)
    assert told(house, other) == [] and "Warfarin" not in page(house, other)


def test_an_erased_record_tells_nothing(house: "House") -> None:
    one, other = twins(house)
    house.record(one, NURSE, LATEX)
    same(house, other, True, NURSE, DESK)
    assert told(house, other) == ["allergies=latex"]
    owner = patients.patient_of(house.clinic.pk, one)
    Patient.objects.filter(pk=getattr(owner, "pk", "")).update(
        erased_at=house.clock.now(), key=None, given="", family="", other="", born=None,
        sex="", phone="", phone_digits="", language="",
    )  # fmt: skip
    assert told(house, other) == []


def test_what_was_looked_at_is_kept_with_the_decision(house: "House") -> None:
    """In codes, with the place where it stands; nothing is copied into the other episode."""
    first = house.refer()
    second = another(house, first)
    house.record(first, PHYSICIAN, RecordDied())
    house.record(second, PHYSICIAN, CloseEpisode(status=Status.DIED))
    assert house.history(second) == ["referral.received", "closure.closed"]
    closed = current(records.record(), house.clinic.pk, second).state.history[-1]
    assert closed.used["elsewhere"] == f"{first}#2:died"


def test_somebody_who_died_is_marked_and_asked_about(house: "House") -> None:
    """B2, R13: in Find, on their page, in the list; and no new referral passes silently."""
    first = house.refer()
    second = another(house, first)
    day = When.parse("2026-11-13", house.clinic.zone)
    house.record(first, PHYSICIAN, RecordDied(died_at=day))
    patient = patients.patient_of(house.clinic.pk, first)
    assert patient is not None
    client = house.client(NURSE)
    found = client.post("/staff/patients/", {"asked": "Marchetti"})
    assert "Died Fri 13 Nov" in found.content.decode()
    assert "Died Fri 13 Nov" in client.get(f"/staff/patients/{patient.pk}/").content.decode()
    assert "Died" in page(house, second)
    listed = client.get("/staff/").content.decode()
    for episode in (first, second):
        line = listed.partition(f"/episodes/{episode}/")[2].partition("/episodes/")[0]
        assert "Review the death, and close" in line


@pytest.mark.parametrize("dead", [True, False])
def test_a_new_referral_is_asked_about_first(house: "House", dead: bool) -> None:
    first = house.refer()
    if dead:
        house.record(first, PHYSICIAN, RecordDied())
    patient = patients.patient_of(house.clinic.pk, first)
    assert patient is not None
    address = f"/staff/patients/{patient.pk}/new-episode/"
    asked = house.sends(DESK, address)
    assert asked.status_code == 422
    assert ("this person died" in asked.content.decode()) is dead
    assert patient.episodes.count() == 1
    form: dict[str, Any] = {**fields_of(asked).form, "all_the_same": "yes"}
    assert house.client(DESK).post(address, form).status_code == 302
    assert patient.episodes.count() == 2


def test_the_second_click_of_a_referral_asks_nothing(house: "House") -> None:
    first = house.refer()
    patient = patients.patient_of(house.clinic.pk, first)
    assert patient is not None
    address = f"/staff/patients/{patient.pk}/new-episode/"
    client = house.client(DESK)
    form = {**fields_of(client.get(address)).form, "all_the_same": "yes"}
    assert client.post(address, form)["Location"] == client.post(address, form)["Location"]
    assert patient.episodes.count() == 2


def test_who_has_died_grows_no_older(house: "House") -> None:
    """B12: died the day before a birthday, and was shown a year older from then on."""
    episode = house.refer(born=date(1990, 11, 16))
    assert "16 Nov 1990 (36)" in page(house, episode)
    day_before = When.parse("2026-11-15", house.clinic.zone)
    house.record(episode, PHYSICIAN, RecordDied(died_at=day_before))
    assert "16 Nov 1990 (35)" in page(house, episode)
