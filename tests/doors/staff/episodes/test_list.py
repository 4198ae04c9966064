"""The list: everybody under treatment, in two questions, and a pulse that says how old it is."""

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bloodpatch.pathway.clinical import RedFlag
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.choices import ObstetricState
from bloodpatch.pathway.stages.assessment.commands import RecordObstetric, RecordVitals
from bloodpatch.pathway.stages.closure.commands import CloseEpisode
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.stages.followup.commands import RecordReport
from bloodpatch.pathway.stages.referral.commands import Withdraw
from bloodpatch.pathway.values import Answer, Answers, BloodPressure

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


def row(page: str, name: str) -> str:
    return next(part for part in page.split("<tr data-live-row")[1:] if name in part)


def with_a_red_flag(house: "House", episode: str) -> None:
    said = RecordReport(flags=Answers({RedFlag.LEG_WEAKNESS: Answer.YES}))
    house.record(episode, NURSE, said)


def test_a_reported_red_flag_stands_before_whoever_is_late(house: "House", patched: str) -> None:
    """T14: with its own look and its own word; a nurse is told to fetch a physician, by name."""
    late = house.refer("Daniel", "Okonkwo")
    house.wait(hours=30)
    with_a_red_flag(house, patched)
    page = house.client(NURSE).get("/staff/").content.decode()
    assert page.index("Sofia Marchetti") < page.index("Daniel Okonkwo") and late
    first = row(page, "Sofia Marchetti")
    assert 'class="is-urgent"' in first and "Red flag" in first and "Dr Nisha Iyer" in first
    assert "Fetch a physician now" in first and "</b> urgent: a physician now" in page
    assert 'class="is-late"' in row(page, "Daniel Okonkwo")
    physician = house.client(Role.PHYSICIAN).get("/staff/").content.decode()
    assert "Call now: a red flag is reported" in row(physician, "Sofia Marchetti")
    assert "Fetch a physician" not in physician


def test_a_severe_pressure_after_birth_stands_before_whoever_is_late(house: "House") -> None:
    """It says what to do about it, and not only which form records the next one."""
    house.refer("Daniel", "Okonkwo")
    house.wait(hours=30)
    after_birth = house.refer("Sofia", "Marchetti")
    house.record(after_birth, NURSE, RecordObstetric(state=ObstetricState.POSTPARTUM))
    house.record(after_birth, NURSE, RecordVitals(blood_pressure=BloodPressure(165, 112)))
    physician = house.client(Role.PHYSICIAN).get("/staff/").content.decode()
    assert physician.index("Sofia Marchetti") < physician.index("Daniel Okonkwo")
    first = row(physician, "Sofia Marchetti")
    assert "Severe blood pressure" in first and "with obstetrics" in first
    assert "Fetch a physician now" in row(
        house.client(NURSE).get("/staff/").content.decode(), "Sofia Marchetti"
    )
    page = house.client(NURSE).get(house.at(after_birth, "assessment/")).content.decode()
    assert "165/112 mmHg: severe." in page.partition('id="flags"')[2].partition("</section>")[0]


def test_only_mine_says_how_many_are_hidden_and_hides_nothing_urgent(
    house: "House", patched: str
) -> None:
    """A link, without script; the address keeps it, the heartbeat too."""
    house.refer("Daniel", "Okonkwo")
    desk = house.client(Role.FRONT_DESK)
    everybody = desk.get("/staff/").content.decode()
    assert 'href="/staff/?mine"' in everybody and "Daniel Okonkwo" in everybody
    only = desk.get("/staff/?mine").content.decode()
    rows = [everybody.count("<tr data-live-row"), only.count("<tr data-live-row")]
    assert f"{rows[0] - rows[1]} people are hidden." in only and "Daniel Okonkwo" not in only
    assert 'hx-get="/staff/pulse/?mine"' in only
    assert "Daniel Okonkwo" not in desk.get("/staff/pulse/?mine").content.decode()
    with_a_red_flag(house, patched)
    only = desk.get("/staff/?mine").content.decode()
    assert f'data-episode="{patched}"' in only
    assert only.count("<tr data-live-row") == rows[1] + 1


def test_mine_is_also_what_stands_behind_somebody_elses_task(house: "House", patched: str) -> None:
    """A nurse is first to act; the physician owes a look at the entry all the same."""
    nurse = house.client(NURSE).get("/staff/?mine").content.decode()
    physician = house.client(Role.PHYSICIAN).get("/staff/?mine").content.decode()
    assert "Sofia Marchetti" in nurse and "Sofia Marchetti" in physician
    assert "Nurse</td>" in row(physician, "Sofia Marchetti")


def test_closed_is_no_end_while_something_is_owed(house: "House") -> None:
    """H36: what comes after the closing is on the list until a physician has looked at it."""
    episode = house.refer()
    house.record(episode, Role.FRONT_DESK, Withdraw())
    house.record(episode, Role.PHYSICIAN, CloseEpisode(status=Status.UNKNOWN))
    assert "Sofia" not in house.client(NURSE).get("/staff/").content.decode()
    with_a_red_flag(house, episode)
    page = house.client(NURSE).get("/staff/").content.decode()
    assert "Red flag" in row(page, "Sofia Marchetti")
    look = house.at(episode, "review/acknowledge/")
    assert house.sends(Role.PHYSICIAN, look, reason="Examined, all is well.").status_code == 303
    page = house.client(NURSE).get("/staff/").content.decode()
    assert "Sofia" not in page
