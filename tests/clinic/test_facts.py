"""The few facts of a person that a decision may know."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bloodpatch.clinic import patients
from bloodpatch.clinic.facts import age_in_words, age_years, facts
from bloodpatch.clinic.models import Clinic, Patient
from bloodpatch.pathway.context import Facts
from tests.clinic.conftest import NOW

ZONES = ["America/Denver", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "UTC"]


@pytest.mark.parametrize("zone", ZONES)
def test_the_birthday_begins_at_the_clinics_midnight(zone: str) -> None:
    """H12: a day before, at the instant, a day after; wherever the server stands."""
    midnight = datetime(2026, 11, 22, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    born = date(2008, 11, 22)
    second = timedelta(seconds=1)
    ages = [
        age_years(born, at, zone)
        for at in (midnight - timedelta(days=1), midnight - second, midnight, midnight + second)
    ]
    assert ages == [17, 17, 18, 18]


@pytest.mark.parametrize(
    ("at", "age"),
    [((2026, 2, 28), 17), ((2026, 3, 1), 18), ((2028, 2, 28), 19), ((2028, 2, 29), 20)],
)
def test_somebody_born_on_a_leap_day_is_older_from_the_first_of_march(
    at: tuple[int, int, int], age: int
) -> None:
    assert age_years(date(2008, 2, 29), datetime(*at, 12, tzinfo=UTC), "UTC") == age


@pytest.mark.parametrize(
    ("born", "says"),
    [
        (date(1995, 3, 4), "31 years"),
        (date(2024, 11, 22), "2 years"),
        (date(2024, 11, 23), "23 months"),
        (date(2026, 7, 22), "4 months"),
        (date(2026, 7, 23), "3 months"),
        (date(2026, 10, 22), "1 month"),
        (date(2026, 11, 10), "12 days"),
        (date(2026, 11, 22), "0 days"),
    ],
)
def test_an_infant_is_so_many_months_old(born: date, says: str) -> None:
    """B11: four months old was "0 years"."""
    assert age_in_words(born, datetime(2026, 11, 22, 12, tzinfo=UTC), "UTC") == says


def test_what_is_not_known_is_not_guessed(here: Clinic, enter: Callable[..., Patient]) -> None:
    episode = patients.open_episode(enter(here))
    assert facts("here", episode, NOW) == Facts()
    assert facts("here", "no such episode", NOW, other_open_draws=1) == Facts(other_open_draws=1)


def test_what_is_known_is_told_to_its_own_clinic(
    here: Clinic, enter: Callable[..., Patient]
) -> None:
    known = {"born": date(1995, 3, 4), "language": "es", "phone": "801 555 0142"}
    enter(here, **known)
    episode = patients.open_episode(enter(here, **known))
    assert facts("here", episode, NOW) == Facts(
        age_years=31, language="es", unresolved_duplicate=True
    )
    assert facts("elsewhere", episode, NOW) == Facts()
