"""The access log: complete, short, and not to be changed by anyone."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import Error, connection, transaction

from bloodpatch.clinic import watch
from bloodpatch.clinic.models import AccessLog
from bloodpatch.pathway.events import Actor
from bloodpatch.pathway.roles import Role
from tests.clinic.conftest import NOW

pytestmark = pytest.mark.django_db
NURSE = Actor("N1", Role.NURSE, "here")


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def look(minutes: float = 0, episode: str = "E1") -> None:
    at = NOW + timedelta(minutes=minutes)
    watch.looked(NURSE, now=at, route="episode", episode=episode)


@pytest.mark.parametrize(
    ("minutes", "who", "episode", "same"),
    [
        (0.5, NURSE, "E1", True),
        (1, NURSE, "E1", False),
        (0.5, NURSE, "E2", False),
        (0.5, Actor("N2", Role.NURSE, "here"), "E1", False),
    ],
)
def test_looks_within_a_minute_are_one_look(
    minutes: float, who: Actor, episode: str, same: bool
) -> None:
    look()
    later = NOW + timedelta(minutes=minutes)
    assert watch.seen_just_now(who, now=later, route="episode", episode=episode) is same


@pytest.mark.parametrize(
    "deed",
    [
        lambda row: AccessLog.objects.update(staff="somebody else"),
        lambda row: AccessLog.objects.all().delete(),
        lambda row: AccessLog(pk=row.pk, at=NOW, staff="other").save(force_insert=True),
        lambda row: run("REPLACE INTO clinic_accesslog SELECT * FROM clinic_accesslog"),
    ],
)
def test_no_row_is_changed_or_deleted(deed: Callable[[AccessLog], object]) -> None:
    look()
    row = AccessLog.objects.get()
    with pytest.raises(Error), transaction.atomic():
        deed(row)
    assert AccessLog.objects.get().staff == "N1"


def test_one_patient_may_ask_who_saw_them() -> None:
    look(0)
    look(5)
    look(3, episode="E2")
    assert [row.at for row in watch.who_saw("here", episode="E1")] == [
        NOW + timedelta(minutes=5),
        NOW,
    ]
    assert watch.who_saw("elsewhere", episode="E1") == ()


def test_collecting_people_is_noticed_and_looking_often_at_one_is_not() -> None:
    for number in range(watch.HARVEST_LIMIT):
        look(number / 10, episode="E1")
    assert not watch.harvesting(NURSE, NOW + timedelta(minutes=13))
    for number in range(watch.HARVEST_LIMIT - 2):
        look(15, episode=f"F{number}")
    at = NOW + timedelta(minutes=20)
    assert not watch.harvesting(NURSE, at)
    watch.searched(NURSE, now=at, route="find")
    assert watch.harvesting(NURSE, at)
    assert not watch.harvesting(NURSE, at + timedelta(hours=2))
    assert not watch.harvesting(Actor("N2", Role.NURSE, "here"), at)


def test_a_search_keeps_no_words() -> None:
    watch.searched(NURSE, now=NOW, route="find")
    assert list(AccessLog.objects.values_list("what", "episode", "patient", "why")) == [
        ("searched", "", "", "")
    ]
