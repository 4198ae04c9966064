"""The drug table of the clinic: read by whoever prepares patients, confirmed row by row by a
physician who has read the row again."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from bloodpatch.clinic.confirmed_rows import confirmed_rows
from bloodpatch.config import records
from bloodpatch.pathway.context import Facts
from bloodpatch.pathway.protocol import AntithromboticPolicy, Protocol, Row
from bloodpatch.pathway.roles import Role
from bloodpatch.record.facts import Watched
from bloodpatch.record.protocols import shipped, shipped_tables
from tests.doors.staff.conftest import fields_of

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/staff/drugs/"
GUARD = "clinic_confirmedrow_refuses_delete"
TABLE = shipped_tables()["asra_regional_2025"]
ROW = next(
    row for row in TABLE.rows if row.id.endswith("rivaroxaban.low_prophylactic.crcl_under_limit")
)


def following(policy: AntithromboticPolicy) -> Protocol:
    plain = shipped("kaysville")
    return replace(plain, preparation=replace(plain.preparation, antithrombotic_policy=policy))


@pytest.fixture
def chosen(house: "House", monkeypatch: pytest.MonkeyPatch) -> "House":
    """This clinic follows a table."""
    protocol = following(AntithromboticPolicy.ASRA_REGIONAL_2025)
    monkeypatch.setattr(records.Protocols, "in_force", lambda *_: protocol)
    return house


@pytest.fixture(autouse=True)
def words_are_swept(transactional_db: None) -> Iterator[None]:
    """No word on a row can be deleted; between two tests its guard is taken away for a moment."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [GUARD])
        (made,) = cursor.fetchone()
        cursor.execute(f"DROP TRIGGER {GUARD}")
        cursor.execute("DELETE FROM clinic_confirmedrow")
        cursor.execute(made)


def at(row: Row, deed: str = "") -> str:
    return f"{PAGE}{row.id}/{deed}"


def test_a_clinic_that_has_chosen_no_table_is_told_which_there_are(house: "House") -> None:
    page = house.client(Role.NURSE).get(PAGE).content.decode()
    assert "has not chosen a table" in page
    assert all(table.title in page for table in shipped_tables().values())


def test_every_row_says_what_it_says_where_from_and_how_sure(chosen: "House") -> None:
    page = chosen.client(Role.PHYSICIAN).get(PAGE).content.decode()
    assert "Draft after ASRA 2025, regional" in page
    assert page.count("Not confirmed: every drug on it holds") == len(TABLE.rows)
    assert page.count("to be confirmed by a clinician") == len(TABLE.rows)
    one = chosen.client(Role.PHYSICIAN).get(at(ROW)).content.decode()
    for words in (
        "Rivaroxaban, low dose, creatinine clearance below 30 mL/min",
        "Needle 30 hours after the last dose.",
        "Taken again 6 hours after the needle.",
        "Kopp and others, for ASRA, 2025 (secondary reading)",
        "read at second hand",
        "I confirm this row",
    ):
        assert words in one


def test_a_physician_confirms_one_row_and_takes_it_back(chosen: "House") -> None:
    sent = chosen.client(Role.PHYSICIAN).post(at(ROW, "confirm/"), {"read": ROW.hash})
    assert (sent.status_code, sent["Location"]) == (303, PAGE)
    assert confirmed_rows("juniper") == {ROW.hash}
    page = chosen.client(Role.NURSE).get(PAGE).content.decode()
    assert "Confirmed by Dr Nisha Iyer, " in page
    form = fields_of(chosen.client(Role.PHYSICIAN).get(at(ROW))).form
    chosen.client(Role.PHYSICIAN).post(at(ROW, "withdraw/"), form)
    assert confirmed_rows("juniper") == frozenset()
    page = chosen.client(Role.PHYSICIAN).get(at(ROW)).content.decode()
    assert "withdrew it" in page and "confirmed it" in page


def test_what_was_read_is_what_is_confirmed(chosen: "House") -> None:
    sent = chosen.client(Role.PHYSICIAN).post(at(ROW, "confirm/"), {"read": "another"})
    assert sent.status_code == 409
    assert "says something else" in sent.content.decode()
    twice = chosen.client(Role.PHYSICIAN).post(at(ROW, "withdraw/"), {"read": ROW.hash})
    assert (twice.status_code, confirmed_rows("juniper")) == (422, frozenset())


@pytest.mark.parametrize("role", [Role.NURSE, Role.FRONT_DESK, Role.SERVICE_LEAD])
def test_nobody_else_confirms(chosen: "House", role: Role) -> None:
    sent = chosen.client(role).post(at(ROW, "confirm/"), {"read": ROW.hash})
    assert sent.status_code == 403
    assert confirmed_rows("juniper") == frozenset()


def test_a_nurse_reads_why_she_cannot(chosen: "House") -> None:
    page = chosen.client(Role.NURSE).get(at(ROW)).content.decode()
    assert "A physician of this clinic confirms a row." in page


def test_a_row_that_is_not_there(chosen: "House") -> None:
    assert chosen.client(Role.PHYSICIAN).get(f"{PAGE}another/").status_code == 404


def test_a_confirmed_row_reaches_the_decision(chosen: "House") -> None:
    from bloodpatch.pathway.clinical import Antithrombotic, DoseClass
    from bloodpatch.pathway.context import Context
    from bloodpatch.pathway.decide import may
    from bloodpatch.pathway.stages.preparation.commands import RecordAntithrombotic, TakeTimeOut
    from bloodpatch.record.folds import current

    mine = next(r for r in TABLE.rows if r.id.endswith("enoxaparin.low_prophylactic.any"))
    episode = chosen.refer()
    drug = RecordAntithrombotic(
        drug=Antithrombotic.ENOXAPARIN, dose_class=DoseClass.LOW_PROPHYLACTIC
    )
    chosen.record(episode, Role.NURSE, drug)

    def held() -> bool:
        folded = current(records.record(), "juniper", episode)
        context = Context(
            actor=chosen.people[Role.PHYSICIAN].actor,
            now=chosen.clock.now(),
            protocol=following(AntithromboticPolicy.ASRA_REGIONAL_2025),
            zone="America/Denver",
            facts=records.facts_now("juniper", episode),
            tables=shipped_tables(),
        )
        codes = {f.code for f in may(TakeTimeOut, folded.state, context)}
        return "antithrombotics.row_not_confirmed" in codes

    assert held()
    chosen.client(Role.PHYSICIAN).post(at(mine, "confirm/"), {"read": mine.hash})
    assert not held()


def test_what_a_decision_used_of_it_is_copied_into_the_event() -> None:
    watched = Watched(lambda: Facts(confirmed_rows=frozenset({"b", "a"})))
    assert watched.used == {}
    assert watched.facts.confirmed_rows == {"a", "b"}
    assert watched.used == {"confirmed_rows": "a b"}
