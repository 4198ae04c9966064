"""From a clock on the wall to the instants that it can mean, and back. No clock is asked.

A local time is none, one or two instants: none while the clocks go forward, two when they go back.
Most zones change by an hour at night; Lord Howe changes by half an hour, some at midnight, so that
a day begins at 01:00, and Samoa left out a whole day. All arithmetic is done on instants.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bloodpatch.pathway.values.fault import ValueFault, quoted

TICK = timedelta(microseconds=1)
SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
# Years in which a patient, or the calendar, can be meant; 0026 and 2206 are slips of the pen.
YEARS = range(1900, 2200)
LAST_OF_DAY = time(23, 59, 59, 999999)


@cache
def _names() -> frozenset[str]:
    # "localtime" and the like mean whatever the machine is set to, so they are no zone at all.
    return frozenset(n for n in available_timezones() if "/" in n or n == "UTC")


@cache
def zone_named(name: str) -> ZoneInfo:
    """The zone of that name; a `ValueFault` if there is none."""
    if name not in _names():
        raise ValueFault(
            f"{quoted(name)} is not a time zone that is known here.",
            "A time is only certain with the place whose clock it was read from.",
            "Use a name such as America/Denver, or UTC.",
        )
    return ZoneInfo(name)


def instants_of(wall: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """The instants, earliest first, at which a clock in that zone shows this (naive) time."""
    either = (_instant(wall, zone, fold) for fold in (0, 1))
    real = {i for i in either if i.astimezone(zone).replace(tzinfo=None) == wall}
    return tuple(sorted(real))


def day_around(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The first and the last instant of a local day. A day left out ends before it begins."""
    first, last = datetime.combine(day, time()), datetime.combine(day, LAST_OF_DAY)
    starts, ends = instants_of(first, zone), instants_of(last, zone)
    earliest = starts[0] if starts else _jump(first, zone)
    latest = ends[-1] if ends else _jump(last, zone) - TICK
    return earliest, latest


def hour_around(at: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The first and the last instant of the hour on the local clock, before or after a change.

    When the clocks go back an hour happens twice; each of the two is an hour of its own.
    """
    local = at.astimezone(zone)
    offset = local.utcoffset()
    start = at - timedelta(
        minutes=local.minute, seconds=local.second, microseconds=local.microsecond
    )
    end = start + HOUR - TICK
    if start.astimezone(zone).utcoffset() != offset:
        start = _change_between(start, at, zone)
    if end.astimezone(zone).utcoffset() != offset:
        end = _change_between(at, end, zone) - TICK
    return start, end


def offset_words(at: datetime, zone: ZoneInfo) -> str:
    """How far that zone's clocks were from UTC at that instant: -07:00."""
    return at.astimezone(zone).isoformat(timespec="seconds")[19:]


def unlikely_year(year: int) -> ValueFault:
    """What is said of a year in which nobody here was treated or will be."""
    return ValueFault(
        f"The year {year} cannot be meant.",
        f"Times here lie between {YEARS[0]} and {YEARS[-1]}.",
        "Type the date again with a year of four digits.",
    )


def _instant(wall: datetime, zone: ZoneInfo, fold: int) -> datetime:
    return wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)


def _jump(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant at which the clocks jumped over this local time."""
    # In a gap, fold 0 counts with the offset before the change and so lands after it; fold 1
    # the other way round (PEP 495). The change lies between the two.
    return _change_between(_instant(wall, zone, 1), _instant(wall, zone, 0), zone)


def _change_between(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first instant with the offset that holds at `after`. Changes fall on whole seconds."""
    before, after = before.replace(microsecond=0), after.replace(microsecond=0)
    old = before.astimezone(zone).utcoffset()
    while after - before > SECOND:
        middle = before + timedelta(seconds=int((after - before).total_seconds()) // 2)
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after
