"""One room, one physician, one bay: never twice at one time, whoever books how fast (A29)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from django.conf import LazySettings
from django.db import IntegrityError, connections, transaction

from bloodpatch.clinic import reservations
from bloodpatch.clinic.models import Resource, SlotClaim
from bloodpatch.clinic.reservations import SlotTaken, Wanted
from tests.clinic.conftest import opened


def on_both(**said: object) -> list[object]:
    """SQLite, and PostgreSQL where there is one."""
    return [
        pytest.param("default", marks=pytest.mark.django_db(**said)),
        pytest.param(
            "postgres",
            marks=[pytest.mark.postgres, pytest.mark.django_db(databases=["postgres"], **said)],
        ),
    ]


TEN = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)


class Router:
    """Sends everything to the database that a test is about."""

    def __init__(self, alias: str) -> None:
        self.alias = alias

    def db_for_read(self, model: object, **hints: object) -> str:
        return self.alias

    def db_for_write(self, model: object, **hints: object) -> str:
        return self.alias


@pytest.fixture
def book(alias: str, settings: LazySettings, request: pytest.FixtureRequest) -> str:
    """The database in question, with two clinics in it."""
    mark = request.node.get_closest_marker("django_db")
    request.getfixturevalue("transactional_db" if mark.kwargs.get("transaction") else "db")
    settings.DATABASE_ROUTERS = [Router(alias)]
    opened("here")
    opened("elsewhere")
    return alias


both = pytest.mark.parametrize("alias", on_both())


def wanted(start_min: int, end_min: int, resource: str = "room-1", kind: str = "room") -> Wanted:
    minute = timedelta(minutes=1)
    return Wanted(Resource(kind), resource, TEN + start_min * minute, TEN + end_min * minute)


@both
@pytest.mark.parametrize(
    ("other", "fits"),
    [
        (wanted(0, 60), False),
        (wanted(-30, 1), False),
        (wanted(59, 90), False),
        (wanted(10, 20), False),
        (wanted(-10, 70), False),
        (wanted(60, 90), True),  # the end is not in it
        (wanted(-30, 0), True),
        (wanted(0, 60, resource="room-2"), True),
        (wanted(0, 60, kind="bay"), True),
    ],
)
def test_what_overlaps_is_refused_by_the_database_itself(
    book: str, other: Wanted, fits: bool
) -> None:
    reservations.claim("here", "E1", [wanted(0, 60)])
    row = SlotClaim(
        clinic_id="here",
        kind=other.kind,
        resource=other.resource,
        start=other.start,
        end=other.end,
        episode="E2",
    )
    if fits:
        row.save()
        assert SlotClaim.objects.count() == 2
    else:
        with pytest.raises(IntegrityError), transaction.atomic(using=book):
            row.save()
        assert SlotClaim.objects.count() == 1


@both
def test_a_claim_cannot_be_moved_onto_another(book: str) -> None:
    reservations.claim("here", "E1", [wanted(0, 60)])
    reservations.claim("here", "E2", [wanted(60, 90)])
    with pytest.raises(IntegrityError), transaction.atomic(using=book):
        SlotClaim.objects.filter(episode="E2").update(start=TEN)


@both
def test_a_booking_claims_all_of_it_or_nothing(book: str) -> None:
    reservations.claim("here", "E1", [wanted(30, 60, "bay-1", "bay")])
    unit = [wanted(0, 60), wanted(0, 60, "doc-1", "physician"), wanted(0, 60, "bay-1", "bay")]
    with pytest.raises(SlotTaken) as refused:
        reservations.claim("here", "E2", unit)
    assert [(c.wanted.kind, c.taken_by) for c in refused.value.clashes] == [("bay", "E1")]
    assert reservations.held("here", "E2") == ()


@both
def test_every_clash_is_said_at_once(book: str) -> None:
    reservations.claim("here", "E1", [wanted(0, 60), wanted(0, 60, "doc-1", "physician")])
    unit = [wanted(30, 90), wanted(30, 90, "doc-1", "physician"), wanted(30, 90, "b", "bay")]
    assert [c.wanted.kind for c in reservations.clashes("here", unit)] == ["room", "physician"]
    assert reservations.clashes("here", unit, but="E1") == ()
    assert reservations.clashes("elsewhere", unit) == ()


@both
def test_a_new_claim_takes_the_place_of_the_old_one(book: str) -> None:
    reservations.claim("here", "E1", [wanted(0, 60)])
    reservations.claim("here", "E1", [wanted(30, 90)])
    assert reservations.held("here", "E1") == (wanted(30, 90),)
    with pytest.raises(SlotTaken):
        reservations.claim("here", "E2", [wanted(60, 80)])
    assert reservations.release("here", "E1") == 1
    reservations.claim("here", "E2", [wanted(60, 80)])
    assert [c.episode for c in reservations.day("here", TEN, TEN + timedelta(days=1))] == ["E2"]


@both
def test_a_refused_move_keeps_the_slot_that_was_held(book: str) -> None:
    reservations.claim("here", "E1", [wanted(0, 60)])
    reservations.claim("here", "E2", [wanted(60, 90)])
    with pytest.raises(SlotTaken):
        reservations.claim("here", "E1", [wanted(45, 75)])
    assert reservations.held("here", "E1") == (wanted(0, 60),)


@pytest.mark.parametrize("alias", on_both(transaction=True))
def test_of_many_who_book_at_once_one_wins(book: str) -> None:
    """Each looks first, sees nothing in the way, and only then claims."""
    many = 12
    ready = Barrier(many)

    def try_it(number: int) -> bool:
        try:
            free = not reservations.clashes("here", [wanted(0, 60)])
            ready.wait(timeout=20)
            if free:
                reservations.claim("here", f"E{number}", [wanted(0, 60)])
            return free
        except SlotTaken:
            return False
        finally:
            connections.close_all()

    with ThreadPoolExecutor(many) as people:
        won = list(people.map(try_it, range(many)))
    assert won.count(True) == 1
    assert SlotClaim.objects.count() == 1
