"""The bounds that a precision leaves, also in the nights in which the clocks change (H25)."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bloodpatch.pathway.values import Precision, When

TICK = timedelta(microseconds=1)
ZONES = [
    "America/Denver",
    "Europe/London",
    "Australia/Lord_Howe",  # half an hour
    "Pacific/Apia",  # left out 30 December 2011
    "America/Sao_Paulo",  # forward at midnight: days that begin at 01:00
    "America/St_Johns",  # back at one minute past midnight: a day in two pieces
    "America/Havana",
    "Asia/Kathmandu",
    "Antarctica/Troll",  # two hours
    "Africa/Casablanca",  # back for a month each year
    "UTC",
]


@pytest.mark.parametrize(
    ("typed", "zone", "earliest", "latest", "hours"),
    [
        ("2026-11-22", "America/Denver", "2026-11-22T07:00Z", "2026-11-23T07:00Z", 24),
        ("2026-03-08", "America/Denver", "2026-03-08T07:00Z", "2026-03-09T06:00Z", 23),
        ("2026-11-01", "America/Denver", "2026-11-01T06:00Z", "2026-11-02T07:00Z", 25),
        ("2026-03-29", "Europe/London", "2026-03-29T00:00Z", "2026-03-29T23:00Z", 23),
        ("2026-10-25", "Europe/London", "2026-10-24T23:00Z", "2026-10-26T00:00Z", 25),
        ("2026-04-05", "Australia/Lord_Howe", "2026-04-04T13:00Z", "2026-04-05T13:30Z", 24.5),
        ("2026-10-04", "Australia/Lord_Howe", "2026-10-03T13:30Z", "2026-10-04T13:00Z", 23.5),
        ("2011-12-29", "Pacific/Apia", "2011-12-29T10:00Z", "2011-12-30T10:00Z", 24),
        ("2011-12-31", "Pacific/Apia", "2011-12-30T10:00Z", "2011-12-31T10:00Z", 24),
        ("2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00Z", "2018-11-05T02:00Z", 23),
        ("2018-02-17", "America/Sao_Paulo", "2018-02-17T02:00Z", "2018-02-18T03:00Z", 25),
        ("2010-11-07", "America/St_Johns", "2010-11-07T02:30Z", "2010-11-08T03:30Z", 25),
        ("2010-11-06", "America/St_Johns", "2010-11-06T02:30Z", "2010-11-07T03:30Z", 25),
        ("2026-11-22 14h", "America/Denver", "2026-11-22T21:00Z", "2026-11-22T22:00Z", 1),
        ("2026-11-01 01h-06:00", "America/Denver", "2026-11-01T07:00Z", "2026-11-01T08:00Z", 1),
        ("2026-11-01 01h-07:00", "America/Denver", "2026-11-01T08:00Z", "2026-11-01T09:00Z", 1),
        (
            "2026-04-05 01h+11:00",
            "Australia/Lord_Howe",
            "2026-04-04T14:00Z",
            "2026-04-04T15:00Z",
            1,
        ),
        (
            "2026-04-05 01h+10:30",
            "Australia/Lord_Howe",
            "2026-04-04T15:00Z",
            "2026-04-04T15:30Z",
            0.5,
        ),
        ("2026-10-04 02h", "Australia/Lord_Howe", "2026-10-03T15:30Z", "2026-10-03T16:00Z", 0.5),
        ("2026-11-22 14h", "Asia/Kathmandu", "2026-11-22T08:15Z", "2026-11-22T09:15Z", 1),
    ],
)
def test_the_first_and_the_last_instant(
    typed: str, zone: str, earliest: str, latest: str, hours: float
) -> None:
    when = When.parse(typed, zone)
    assert when.earliest == datetime.fromisoformat(earliest)
    assert when.latest == datetime.fromisoformat(latest) - TICK
    assert when.latest + TICK - when.earliest == timedelta(hours=hours)


def test_a_minute_leaves_no_doubt() -> None:
    when = When.parse("2026-11-22 14:05", "America/Denver")
    assert when.earliest == when.at == when.latest


def test_an_unknown_time_has_no_beginning_and_ends_when_it_was_known() -> None:
    when = When.parse("by 2026-11-22 14:05", "America/Denver")
    assert when.earliest == datetime.min.replace(tzinfo=UTC)
    assert when.latest == datetime.fromisoformat("2026-11-22T21:05Z")


def changes(zone: ZoneInfo, years: range) -> Iterator[datetime]:
    """A full hour shortly before each change of that zone's clocks, found by simple looking."""
    at, end = datetime(years[0], 1, 1, tzinfo=UTC), datetime(years[-1] + 1, 1, 1, tzinfo=UTC)
    day, hour = timedelta(days=1), timedelta(hours=1)
    while at < end:
        if at.astimezone(zone).utcoffset() != (at + day).astimezone(zone).utcoffset():
            while at.astimezone(zone).utcoffset() == (at + hour).astimezone(zone).utcoffset():
                at += hour
            yield at
            at += hour
        at += day


def around(change: datetime, minutes: int) -> Iterator[datetime]:
    step = timedelta(minutes=minutes)
    return (change + n * step for n in range(-1560 // minutes, 1680 // minutes))


def check_days_and_hours_around(change: datetime, zone: ZoneInfo, minutes: int) -> None:
    """Every instant near the change lies within its own day and hour, and not within another."""
    seen: dict[object, When] = {}
    for at in around(change, minutes):
        local = at.astimezone(zone)
        date, hour = local.date(), (local.date(), local.hour, local.utcoffset())
        for key, precision in ((date, Precision.DAY), (hour, Precision.HOUR)):
            when = seen.setdefault(key, When(at, zone.key, precision))
            assert when.earliest <= at <= when.latest
    for key, when in seen.items():
        edges = [e.astimezone(zone) for e in (when.earliest, when.latest)]
        beyond = [e.astimezone(zone) for e in (when.earliest - TICK, when.latest + TICK)]
        if when.precision is Precision.DAY:
            assert [e.date() for e in edges] == [key, key]
            assert key not in [e.date() for e in beyond]
        else:
            assert [(e.date(), e.hour, e.utcoffset()) for e in edges] == [key, key]
            assert key not in [(e.date(), e.hour, e.utcoffset()) for e in beyond]


@pytest.mark.parametrize("name", ZONES)
def test_each_instant_near_a_change_is_in_its_own_day_and_hour(name: str) -> None:
    zone = ZoneInfo(name)
    found = [*changes(zone, range(2008, 2028)), datetime(2026, 6, 1, tzinfo=UTC)]
    for change in found:
        check_days_and_hours_around(change, zone, minutes=30)


@pytest.mark.prove
@pytest.mark.parametrize("name", sorted(n for n in available_timezones() if "/" in n))
def test_each_instant_near_any_change_in_any_zone(
    name: str, record_property: Callable[[str, object], None]
) -> None:
    zone = ZoneInfo(name)
    found = [*changes(zone, range(1970, 2038))]
    for change in found:
        check_days_and_hours_around(change, zone, minutes=30)
    record_property("changes of a clock", len(found))
    assert len(found) == len(set(found))


def test_teeth_a_day_of_24_hours_is_found_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    day = property(lambda when: when.at + timedelta(days=1) - TICK)
    monkeypatch.setattr(When, "latest", day)
    zone = ZoneInfo("America/Denver")
    with pytest.raises(AssertionError):
        check_days_and_hours_around(next(changes(zone, range(2026, 2027))), zone, minutes=30)
