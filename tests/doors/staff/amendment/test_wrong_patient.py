"""Entered for the wrong patient: found by two identifiers, struck there, entered here by hand."""

import re
from datetime import date, timedelta
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from bloodpatch.clinic import patients, watch
from bloodpatch.config import records
from bloodpatch.pathway.amendment import hindsight
from bloodpatch.pathway.amendment.commands import StrikeEntries
from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.queries import reentry
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.followup.commands import RecordReport
from bloodpatch.pathway.values import Answer, Answers, Count, FreeText
from bloodpatch.record.folds import current
from tests.doors.staff.conftest import fields_of

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
NURSE, DESK = Role.NURSE, Role.FRONT_DESK


@pytest.fixture
def mixed_up(house: "House", patched: str) -> tuple[str, int, str]:
    """A reading of Ruth's stands in Sofia's record: where, which entry, and Ruth's episode."""
    page = house.at(patched, "recovery/record-observations/")
    assert house.sends(NURSE, page, heart_rate="112", note="Feels cold").status_code == 303
    ruth = house.refer(given="Ruth", family="Abara", born=date(1988, 7, 2))
    return patched, len(house.history(patched)), ruth


def state(house: "House", episode: str) -> Any:
    return current(records.record(), house.clinic.pk, episode).state


def shown(house: "House", page: str, role: Role = NURSE) -> str:
    return unescape(house.client(role).get(page).content.decode())


def searched(house: "House", at: tuple[str, int, str], asked: str) -> str:
    page = house.at(at[0], f"entries/{at[1]}/elsewhere/")
    return unescape(house.sends(NURSE, page, asked=asked).content.decode())


def struck(house: "House", at: tuple[str, int, str]) -> Any:
    page = house.at(at[0], f"entries/{at[1]}/strike/?belongs={at[2]}")
    return house.sends(NURSE, page, reason="Ruth's reading.")


def test_the_right_patient_is_found_by_two_identifiers(
    house: "House", mixed_up: tuple[str, int, str]
) -> None:
    said = searched(house, mixed_up, "Abara")
    assert "Ruth Abara" in said and "1988" in said
    assert f"entries/{mixed_up[1]}/strike/?belongs={mixed_up[2]}" in said
    assert "belongs=" not in searched(house, mixed_up, "Marchetti"), "never the same episode"


def test_struck_there_it_is_expected_here_in_one_step(
    house: "House", mixed_up: tuple[str, int, str]
) -> None:
    answer = struck(house, mixed_up)
    here = house.at(mixed_up[2], "amendment/finish-reentry/")
    assert (answer.status_code, answer["Location"]) == (303, here)
    assert house.history(mixed_up[0])[-1] == "amendment.struck"
    assert house.history(mixed_up[2])[-1] == "amendment.expected"
    assert "Enter here what was struck in another record" in shown(house, house.at(mixed_up[2], ""))


def test_if_it_cannot_be_expected_there_it_is_not_struck_here(
    house: "House", mixed_up: tuple[str, int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("the power failed")

    monkeypatch.setattr("bloodpatch.doors.staff.amendment.wrong_patient.handle", fails)
    with pytest.raises(RuntimeError):
        struck(house, mixed_up)
    assert house.history(mixed_up[0])[-1] != "amendment.struck"


def test_it_is_entered_by_hand_in_its_ordinary_form(
    house: "House", mixed_up: tuple[str, int, str]
) -> None:
    """Filled with what was struck, and recorded as the word of whoever looked at it."""
    there, position, here = mixed_up
    page = struck(house, mixed_up)["Location"]
    found = re.search(r'href="([^"]*amendment/reenter/[^"]*)"', shown(house, page))
    assert found
    form = shown(house, found[1])
    assert 'value="112"' in form and "Feels cold" in form
    answer = house.sends(NURSE, found[1], heart_rate="110")
    assert (answer.status_code, answer["Location"]) == (303, page)
    entered = state(house, here).history[-1]
    assert entered.used["struck_in"] == f"{there}/{position}"
    assert entered.event.heart_rate.value == 110
    assert entered.occurred == state(house, there).recorded(position).occurred
    assert "Nothing is left to enter" in shown(house, page)


def test_both_records_lead_to_each_other(house: "House", mixed_up: tuple[str, int, str]) -> None:
    there, position, here = mixed_up
    struck(house, mixed_up)
    house.sends(NURSE, f"/staff/episodes/{here}/amendment/reenter/{there}/{position}/")
    one, other = (shown(house, house.at(e, "")) for e in (there, here))
    assert f'href="{house.at(here, "")}">The record it belongs to' in one
    assert f'href="{house.at(there, "")}">The record in which they were struck' in other
    assert f"First entered in another record, entry {position}, and struck there." in other


def test_the_same_is_not_entered_twice(house: "House", mixed_up: tuple[str, int, str]) -> None:
    there, position, here = mixed_up
    struck(house, mixed_up)
    page = f"/staff/episodes/{here}/amendment/reenter/{there}/{position}/"
    assert house.sends(NURSE, page).status_code == 303
    count = len(house.history(here))
    assert house.sends(NURSE, page).status_code == 422
    assert len(house.history(here)) == count


def test_of_two_who_enter_it_at_once_one_is_told(
    house: "House", mixed_up: tuple[str, int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dose that stands twice counts twice. The other one's entry comes between the look and the
    record; nothing of this one is kept, and what was typed is."""
    there, position, here = mixed_up
    struck(house, mixed_up)
    page = f"/staff/episodes/{here}/amendment/reenter/{there}/{position}/"
    assert house.sends(NURSE, page).status_code == 303
    count = len(house.history(here))
    expected = reentry.expected
    monkeypatch.setattr(reentry, "missing", expected)  # as it was before the other one was done
    answer = house.sends(NURSE, page, note="Feels colder")
    assert answer.status_code == 409 and "stands here already" in answer.content.decode()
    assert "Feels colder" in answer.content.decode()
    assert len(house.history(here)) == count


def test_what_is_struck_there_no_longer_is_not_entered(
    house: "House", mixed_up: tuple[str, int, str]
) -> None:
    there, position, here = mixed_up
    struck(house, mixed_up)
    strike = StrikeEntries(positions=(Count(len(house.history(there))),), reason=FreeText("Hers."))
    house.record(there, NURSE, strike)
    page = f"/staff/episodes/{here}/amendment/reenter/{there}/{position}/"
    assert house.sends(NURSE, page).status_code == 422


def test_what_came_while_somebody_read_is_not_left_out_unread(
    house: "House", mixed_up: tuple[str, int, str]
) -> None:
    there, position, here = mixed_up
    page = struck(house, mixed_up)["Location"]
    typed = fields_of(house.client(NURSE).get(page)).form
    struck(house, (there, position - 1, here))
    answer = house.client(NURSE).post(page, typed | {"reason": "Known here already."})
    assert answer.status_code == 409
    assert "amendment.reentry_finished" not in house.history(here)


def test_what_is_left_out_has_a_reason(house: "House", mixed_up: tuple[str, int, str]) -> None:
    page = struck(house, mixed_up)["Location"]
    assert house.sends(NURSE, page).status_code == 422
    assert house.sends(NURSE, page, reason="Known here already.").status_code == 303
    assert house.history(mixed_up[2])[-1] == "amendment.reentry_finished"


@pytest.mark.parametrize("whose", ["nobody", "another clinic", "itself"])
def test_an_episode_that_is_not_here_is_refused(
    house: "House", mixed_up: tuple[str, int, str], whose: str
) -> None:
    there, position, _ = mixed_up
    other = {"nobody": "f" * 12, "another clinic": elsewhere(), "itself": there}[whose]
    page = house.at(there, f"entries/{position}/strike/?belongs={other}")
    assert "No open episode of another patient of this clinic" in shown(house, page)
    assert house.sends(NURSE, page, reason="Hers.").status_code == 422
    assert house.history(there)[-1] != "amendment.struck"


def elsewhere() -> str:
    from bloodpatch.clinic import clinics, patients
    from bloodpatch.clinic.patients import Identity
    from tests.doors.staff.conftest import MORNING

    clinic = clinics.open_clinic(
        code="cedar", name="Cedar", phone="+1 801 555 0177", address="1 Cedar", zone="UTC"
    )
    who = Identity(given="Ruth", family="Abara", born=date(1988, 7, 2))
    return patients.open_episode(patients.register(clinic, who, now=MORNING))


def test_only_what_is_expected_here_is_shown_here(
    house: "House", mixed_up: tuple[str, int, str]
) -> None:
    """No address of this kind opens another record."""
    there, position, here = mixed_up
    page = f"/staff/episodes/{here}/amendment/reenter/{there}/{position}/"
    assert house.client(NURSE).get(page).status_code == 404
    struck(house, mixed_up)
    assert house.client(NURSE).get(page).status_code == 200
    assert house.client(NURSE).get(page.replace(f"/{position}/", "/1/")).status_code == 404


# who looked at whom


def looked_at(house: "House", episode: str, since: int = 0) -> int:
    return len(watch.who_saw(house.clinic.pk, episode=episode)) - since


def test_a_look_at_the_other_patient_is_written_down(
    house: "House", mixed_up: tuple[str, int, str]
) -> None:
    """The path names one patient and the page shows two: both may ask who has seen it."""
    there, position, here = mixed_up
    before, strike = looked_at(house, here), f"entries/{position}/strike/?belongs={here}"
    assert "Ruth Abara" in shown(house, house.at(there, strike))
    assert looked_at(house, here, before) == 1
    page = struck(house, mixed_up)["Location"]
    enter = f"/staff/episodes/{here}/amendment/reenter/{there}/{position}/"
    for where in (page, enter):
        house.clock.advance(timedelta(minutes=5))
        before = looked_at(house, there)
        assert "112" in shown(house, where)
        assert looked_at(house, there, before) == 1


def test_and_counts_for_who_collects_people(
    house: "House", mixed_up: tuple[str, int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    there, position, here = mixed_up
    own = house.at(there, f"entries/{position}/strike/")
    met = watch.who_saw(house.clinic.pk, episode=there)
    assert met and house.client(NURSE).get(own).status_code == 200
    monkeypatch.setattr(watch, "harvesting", lambda *_: True)  # one more would be too many
    answer = house.client(NURSE).get(f"{own}?belongs={here}")
    assert answer.status_code == 429 and "Ruth Abara" not in answer.content.decode()


def test_many_people_are_found_in_as_many_questions_as_one(
    house: "House", mixed_up: tuple[str, int, str], django_assert_max_num_queries: Any
) -> None:
    for number in range(8):
        house.refer(given="Ruth", family="Abara", born=date(1970, 1, number + 1))
    people = patients.find(house.clinic.pk, "Abara")
    with django_assert_max_num_queries(1):
        found = patients.episodes_of_each(people)
    assert sorted(found) == sorted(one.pk for one in people) and len(people) == 9
    assert searched(house, mixed_up, "Abara").count("belongs=") == 9


# what a physician would have looked at


def test_a_red_flag_goes_along_with_its_mark(
    house: "House", mixed_up: tuple[str, int, str]
) -> None:
    there, _, here = mixed_up
    flags = Answers({RedFlag.SEIZURE: Answer.YES})
    house.record(there, NURSE, RecordReport(flags=flags))
    position = len(house.history(there))
    page = struck(house, (there, position, here))["Location"]
    assert state(house, here).history[-1].event.physicians_work == (Count(position),)
    assert house.sends(NURSE, page, reason="Known here already.").status_code == 303
    assert state(house, here).history[-1].against == ("amendment.physicians_work",)


def test_hindsight_is_asked_once_for_a_page(
    house: "House", patched: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    shaken = hindsight.shaken

    def counted(episode: Any) -> Any:
        asked.append(episode.position)
        return shaken(episode)

    monkeypatch.setattr(hindsight, "shaken", counted)
    records.record().folds.forget(house.clinic.pk, patched)
    shown(house, house.at(patched, ""), Role.PHYSICIAN)
    assert len(asked) == 1
