"""When something happened: an instant, its zone, and how exactly it is known (H24, H25)."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bloodpatch.pathway.values import Precision, ValueFault, When

DENVER, LONDON, LORD_HOWE, APIA = (
    "America/Denver",
    "Europe/London",
    "Australia/Lord_Howe",
    "Pacific/Apia",
)
MINUTE, HOUR, DAY, UNKNOWN = Precision


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


UNDERSTOOD = [
    ("2026-11-22 14:05", DENVER, "2026-11-22T21:05Z minute America/Denver"),
    ("2026-11-22T14:05", DENVER, "2026-11-22T21:05Z minute America/Denver"),
    (" 2026-11-22  9:05 ", DENVER, "2026-11-22T16:05Z minute America/Denver"),
    ("2026-11-22 14:05:30", DENVER, "2026-11-22T21:05:30Z minute America/Denver"),
    ("2026-11-22 14:05-07:00", DENVER, "2026-11-22T21:05Z minute America/Denver"),
    ("2026-11-22 14:05 -0700", DENVER, "2026-11-22T21:05Z minute America/Denver"),
    ("2026-11-22 14:05Z", DENVER, "2026-11-22T14:05Z minute America/Denver"),
    ("2026-11-22 14h", DENVER, "2026-11-22T21:00Z hour America/Denver"),
    ("2026-11-22 9 h", DENVER, "2026-11-22T16:00Z hour America/Denver"),
    ("2026-11-22", DENVER, "2026-11-22T19:00Z day America/Denver"),
    ("by 2026-11-22 14:05", DENVER, "2026-11-22T21:05Z unknown America/Denver"),
    ("By 2026-11-22 14h", DENVER, "2026-11-22T21:59:59.999999Z unknown America/Denver"),
    ("by 2026-11-22", DENVER, "2026-11-23T06:59:59.999999Z unknown America/Denver"),
    ("before 2026-11-22", DENVER, "2026-11-22T07:00Z unknown America/Denver"),
    ("2026-11-22 14:05 America/Denver", "", "2026-11-22T21:05Z minute America/Denver"),
    ("2026-11-22 14:05 America/Denver", DENVER, "2026-11-22T21:05Z minute America/Denver"),
    ("2026-11-22 14:05 UTC", "", "2026-11-22T14:05Z minute UTC"),
    ("2026-07-01 14:05", LONDON, "2026-07-01T13:05Z minute Europe/London"),
    ("2026-11-01 01:30-06:00", DENVER, "2026-11-01T07:30Z minute America/Denver"),
    ("2026-11-01 01:30-07:00", DENVER, "2026-11-01T08:30Z minute America/Denver"),
    ("2026-11-01 01h-07:00", DENVER, "2026-11-01T08:00Z hour America/Denver"),
    ("2026-11-01 02:00", DENVER, "2026-11-01T09:00Z minute America/Denver"),
    ("2026-03-08 02:30Z", DENVER, "2026-03-08T02:30Z minute America/Denver"),
    ("2026-04-05 01h+11:00", LORD_HOWE, "2026-04-04T14:00Z hour Australia/Lord_Howe"),
    ("2026-04-05 01h+10:30", LORD_HOWE, "2026-04-04T15:00Z hour Australia/Lord_Howe"),
    ("2026-10-04 02h", LORD_HOWE, "2026-10-03T15:30Z hour Australia/Lord_Howe"),
    ("2011-12-29", APIA, "2011-12-29T22:00Z day Pacific/Apia"),
    ("2011-12-31", APIA, "2011-12-30T22:00Z day Pacific/Apia"),
]


@pytest.mark.parametrize(("typed", "zone", "plain"), UNDERSTOOD)
def test_understood(typed: str, zone: str, plain: str) -> None:
    assert When.parse(typed, zone).plain() == plain


REFUSED = [
    ("14:05", DENVER, "has no date"),
    ("2026-11-22 14", DENVER, "Type 2026-11-22 14h"),
    ("11/22/2026", DENVER, "does not begin with the year"),
    ("03.04.2026 14:05", DENVER, "does not begin with the year"),
    ("2026-11-22 2:05 pm", DENVER, "am or pm"),
    ("2026-11-22 12:00 a.m.", DENVER, "am or pm"),
    ("2026-02-30", DENVER, "not in the calendar"),
    ("2026-13-01", DENVER, "not in the calendar"),
    ("2026-11-22 24:00", DENVER, "a day ends at 23:59"),
    ("2026-11-22 14:60", DENVER, "not on the clock"),
    ("2026-11-22 25h", DENVER, "not on the clock"),
    ("0026-11-22", DENVER, "year 26"),
    ("2226-11-22", DENVER, "between 1900 and 2199"),
    ("20226-11-22", DENVER, "not a time that can be read"),
    ("2026-11-22-07:00", DENVER, "not a time that can be read"),
    ("2026-W47-7", DENVER, "not a time that can be read"),
    ("20261122T1405", DENVER, "not a time that can be read"),
    ("yesterday", DENVER, "not a time that can be read"),
    ("unknown", DENVER, "every time possible"),
    ("by yesterday", DENVER, "not a time that can be read"),
    ("2026-11-22 14:05 MST", DENVER, "not a time that can be read"),
    ("2026-11-22 14:05", "", "in which zone"),
    ("2026-11-22 14:05 Europe/London", DENVER, "not the zone of this clinic"),
    ("2026-11-22 14:05 UTC", DENVER, "not the zone of this clinic"),
    ("2026-11-22 14:05", "America/Dever", "not a time zone that is known"),
    ("2026-11-22 14:05", "MST", "not a time zone that is known"),
    ("2026-11-22 14:05", "localtime", "not a time zone that is known"),
    ("2026-11-22 14:05", "posix/America/Denver", "not a time zone that is known"),
    ("2026-11-22 14:05", "../America/Denver", "not a time zone that is known"),
    ("2026-11-22 14:05", "America/Argentina", "not a time zone that is known"),
    ("2026-11-22 14:05+01:00", DENVER, "There it was -07:00"),
    ("2026-07-01 14:05-07:00", DENVER, "There it was -06:00"),
    ("2026-11-22 14:05+25:00", DENVER, "There it was -07:00"),
    ("2026-11-22 14hZ", DENVER, "There it was -07:00"),
    ("2026-11-01 01:30", DENVER, "Type -06:00 behind it for the first time, or -07:00"),
    ("2026-11-01 01h", DENVER, "happened twice"),
    ("by 2026-11-01 01:30", DENVER, "happened twice"),
    ("2026-10-25 01:30", LONDON, "Type +01:00 behind it for the first time, or +00:00"),
    ("2026-04-05 01:45", LORD_HOWE, "Type +11:00 behind it for the first time, or +10:30"),
    ("2026-04-05 01h", LORD_HOWE, "happened twice"),
    ("2026-03-08 02:30", DENVER, "never was in America/Denver"),
    ("2026-03-08 02:30-07:00", DENVER, "never was in America/Denver"),
    ("2026-03-08 02h", DENVER, "never was in America/Denver"),
    ("2026-03-29 01:00", LONDON, "never was in Europe/London"),
    ("2026-10-04 02:15", LORD_HOWE, "never was in Australia/Lord_Howe"),
    ("2011-12-30", APIA, "never was in Pacific/Apia"),
    ("2011-12-30 12:00", APIA, "never was in Pacific/Apia"),
    ("\uff12026-11-22", DENVER, "U+FF12"),
    ("2026\u201311\u201322", DENVER, "not a time that can be read"),
    ("2026-11-22\u202e 14:05", DENVER, "U+202E"),
]


@pytest.mark.parametrize(("typed", "zone", "words"), REFUSED)
def test_refused_with_a_reason(typed: str, zone: str, words: str) -> None:
    with pytest.raises(ValueFault) as caught:
        When.parse(typed, zone)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (utc("2026-11-22T14:05").replace(tzinfo=None), "has no zone"),
        (datetime(2026, 11, 1, 1, 30, tzinfo=ZoneInfo(DENVER)), "twice or never"),
        (datetime(2026, 11, 1, 1, 30, tzinfo=ZoneInfo(DENVER), fold=1), "twice or never"),
        (datetime(2026, 3, 8, 2, 30, tzinfo=ZoneInfo(DENVER)), "twice or never"),
        (datetime.min.replace(tzinfo=UTC), "The year 1 "),
        (datetime.max.replace(tzinfo=timezone(timedelta(hours=-7))), "The year 9999"),
    ],
)
def test_a_datetime_that_is_not_one_instant_is_refused(at: datetime, words: str) -> None:
    with pytest.raises(ValueFault) as caught:
        When.exact(at, DENVER)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "parts",
    [
        ("2026-11-22", DENVER, MINUTE),
        (utc("2026-11-22"), None, MINUTE),
        (utc("2026-11-22"), DENVER, "minute"),
        (utc("2026-11-22"), DENVER, None),
    ],
)
def test_there_is_no_other_time(parts: tuple[datetime, str, Precision]) -> None:
    with pytest.raises(ValueFault):
        When(*parts)


@pytest.mark.parametrize(
    "form",
    [
        "2026-11-22T21:05Z minute",
        "2026-11-22T21:05 minute America/Denver",
        "2026-11-22T14:05-07:00 minute America/Denver",
        "2026-11-22T21:05:00Z minute America/Denver",
        "2026-11-22 21:05Z minute America/Denver",
        "20261122T2105Z minute America/Denver",
        "2026-11-22T21:05z minute America/Denver",
        "2026-11-22T21:05Z second America/Denver",
        "2026-11-22T21:05Z minute America/denver",
        "2026-11-22T21:05Z  minute America/Denver",
        "2026-02-30T00:00Z minute America/Denver",
        "0001-01-01T00:00Z minute America/Denver",
        "2026-11-22T21:05:30.5Z minute America/Denver",
    ],
)
def test_it_is_stored_in_one_form_only(form: str) -> None:
    with pytest.raises(ValueFault):
        When.of(form)


def test_the_seconds_that_a_clock_gave_are_kept() -> None:
    at = utc("2026-11-22T21:05:40.123456")
    when = When.exact(at, DENVER)
    assert (when.at, when.earliest, when.latest) == (at, at, at)
    assert when.plain() == "2026-11-22T21:05:40.123456Z minute America/Denver"


def test_an_aware_time_of_any_zone_becomes_utc() -> None:
    summer = datetime(2026, 7, 1, 14, 5, tzinfo=ZoneInfo(LONDON))
    assert When.exact(summer, DENVER).plain() == "2026-07-01T13:05Z minute America/Denver"
    assert When.exact(summer, DENVER).at.tzinfo is UTC


@pytest.mark.parametrize("precision", [HOUR, DAY])
def test_any_instant_in_it_says_the_same_hour_or_day(precision: Precision) -> None:
    one = When(utc("2026-11-22T21:05"), DENVER, precision)
    other = When(utc("2026-11-22T21:40"), DENVER, precision)
    assert one == other
    assert hash(one) == hash(other)
    assert one.at == one.earliest


def test_the_same_instant_in_another_zone_is_said_differently() -> None:
    at = utc("2026-11-22T21:05")
    assert When.exact(at, DENVER) != When.exact(at, LONDON)
    assert When.exact(at, DENVER).at == When.exact(at, LONDON).at


def test_a_day_stays_the_same_day_should_a_country_change_its_clocks_late() -> None:
    # As stored by a machine in Denver, read in a zone that is three hours behind it.
    stored = When.parse("2026-11-22", DENVER).plain()
    later = When.of(stored.replace(DENVER, "Pacific/Honolulu"))
    assert f"{later.local:%Y-%m-%d}" == "2026-11-22"


@pytest.mark.parametrize(
    ("typed", "zone", "words"),
    [
        ("2026-11-22 14:05", DENVER, "2026-11-22 14:05 America/Denver"),
        ("2026-11-22 14h", DENVER, "2026-11-22 14h America/Denver"),
        ("2026-11-22", DENVER, "2026-11-22 America/Denver"),
        ("by 2026-11-22", DENVER, "by 2026-11-22 23:59 America/Denver"),
        ("2026-11-01 01:30-06:00", DENVER, "2026-11-01 01:30-06:00 America/Denver"),
        ("2026-11-01 01h-07:00", DENVER, "2026-11-01 01h-07:00 America/Denver"),
        ("2026-04-05 01h+11:00", LORD_HOWE, "2026-04-05 01h+11:00 Australia/Lord_Howe"),
    ],
)
def test_people_see_the_local_time_with_its_zone(typed: str, zone: str, words: str) -> None:
    assert str(When.parse(typed, zone)) == words


MINUTES = st.integers(0, 130 * 365 * 24 * 60).map(
    lambda n: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=n)
)


@given(at=MINUTES, zone=st.sampled_from([DENVER, LONDON, LORD_HOWE, APIA, "UTC"]))
@pytest.mark.parametrize("precision", [MINUTE, HOUR, DAY])
def test_what_is_shown_can_be_typed(precision: Precision, at: datetime, zone: str) -> None:
    when = When(at, zone, precision)
    assert When.parse(str(when)) == when
