"""A physician's word on each row of a drug table: given one by one, taken back, never changed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from django.conf import LazySettings
from django.db import Error, connections, transaction

from bloodpatch.clinic.confirmed_rows import (
    ConfirmationRefused,
    confirm_row,
    confirmed_rows,
    history,
    withdraw_row,
)
from bloodpatch.clinic.models import Clinic, ConfirmedRow, Staff
from bloodpatch.pathway.protocol.drug_table import LowLevel
from bloodpatch.pathway.roles import Role
from bloodpatch.record.protocols import shipped_tables
from tests.clinic.conftest import NOW, opened
from tests.clinic.test_slots import Router, both

ROW = shipped_tables()["asra_regional_2025"].rows[0]
Engage = Callable[..., Staff]


@pytest.fixture
def database(alias: str, settings: LazySettings, request: pytest.FixtureRequest) -> Iterator[str]:
    request.getfixturevalue("db")
    settings.DATABASE_ROUTERS = [Router(alias)]
    return alias


@pytest.fixture
def house(database: str) -> Clinic:
    return opened("here")


@pytest.fixture
def doctor(house: Clinic, works_at: Engage) -> Staff:
    return works_at(house, Role.PHYSICIAN)


@both
def test_a_row_stands_until_it_is_taken_back(house: Clinic, doctor: Staff) -> None:
    assert confirmed_rows("here") == frozenset()
    first = confirm_row(house, ROW, by=doctor, now=NOW)
    assert confirm_row(house, ROW, by=doctor, now=NOW) == first
    assert confirmed_rows("here") == {ROW.hash}
    assert confirmed_rows("elsewhere") == frozenset()
    withdraw_row(house, ROW, by=doctor, now=NOW)
    assert confirmed_rows("here") == frozenset()
    confirm_row(house, ROW, by=doctor, now=NOW)
    assert confirmed_rows("here") == {ROW.hash}
    assert [w.withdrawn for w in history("here", ROW)] == [False, True, False]


@both
def test_what_is_confirmed_is_what_the_row_says(house: Clinic, doctor: Staff) -> None:
    confirm_row(house, ROW, by=doctor, now=NOW)
    for other in (
        replace(ROW, hold_hours=1),
        replace(ROW, restart_hours=1),
        replace(ROW, judged=True),
        replace(ROW, note="Another condition."),
        replace(ROW, after_blood_hours=1),
        replace(ROW, low_level=LowLevel(iu_per_ml=Decimal("0.1"), ng_per_ml=Decimal(30))),
    ):
        assert other.hash not in confirmed_rows("here")
    assert replace(ROW, cites="another").hash in confirmed_rows("here")


@both
def test_only_a_physician_of_the_clinic(house: Clinic, doctor: Staff, works_at: Engage) -> None:
    gone = works_at(house, Role.PHYSICIAN)
    gone.is_active = False
    for who in (works_at(house, Role.NURSE), works_at(opened("elsewhere"), Role.PHYSICIAN), gone):
        with pytest.raises(ConfirmationRefused):
            confirm_row(house, ROW, by=who, now=NOW)
    with pytest.raises(ConfirmationRefused, match="nothing to withdraw"):
        withdraw_row(house, ROW, by=doctor, now=NOW)
    assert confirmed_rows("here") == frozenset()


def run(alias: str, statement: str) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute(statement)


@both
@pytest.mark.parametrize(
    "deed",
    [
        lambda alias: ConfirmedRow.objects.update(row_hash="another"),
        lambda alias: run(alias, "UPDATE clinic_confirmedrow SET withdrawn = NOT withdrawn"),
        lambda alias: ConfirmedRow.objects.all().delete(),
        lambda alias: run(alias, "DELETE FROM clinic_confirmedrow WHERE withdrawn"),
        lambda alias: ConfirmedRow.objects.order_by("id")[0].delete(),
    ],
)
def test_no_word_is_changed_or_deleted(
    house: Clinic, doctor: Staff, alias: str, deed: Callable[[str], object]
) -> None:
    given = [f(house, ROW, by=doctor, now=NOW) for f in (confirm_row, withdraw_row)]
    with pytest.raises(Error), transaction.atomic(using=alias):
        deed(alias)
    assert [(w.pk, w.row_hash) for w in history("here", ROW)] == [
        (w.pk, ROW.hash) for w in reversed(given)
    ]


def test_no_two_rows_of_the_shipped_tables_are_one() -> None:
    rows = [row for table in shipped_tables().values() for row in table.rows]
    assert len({row.hash for row in rows}) == len({row.id for row in rows}) == len(rows)


@pytest.mark.django_db
def test_nor_replaced(here: Clinic, works_at: Engage) -> None:
    confirm_row(here, ROW, by=works_at(here, Role.PHYSICIAN), now=NOW)
    with pytest.raises(Error), transaction.atomic():
        run("default", "REPLACE INTO clinic_confirmedrow SELECT * FROM clinic_confirmedrow")
    assert confirmed_rows("here") == {ROW.hash}
