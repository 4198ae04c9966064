"""Reading a time as people type it: year first, 24 hours, as exactly as they know it.

Nothing is guessed. 03/04 is March to one colleague and April to the next; half past one in the
night in which the clocks go back happened twice.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bloodpatch.pathway.values.fault import ValueFault, quoted
from bloodpatch.pathway.values.local_time import (
    HOUR,
    TICK,
    YEARS,
    day_around,
    hour_around,
    instants_of,
    offset_words,
    unlikely_year,
    zone_named,
)
from bloodpatch.pathway.values.precision import Precision
from bloodpatch.pathway.values.typed import tidied

Read = tuple[datetime, str, Precision]

ZONE = re.compile(r"(.*\S) ([A-Za-z][A-Za-z_]*/[A-Za-z0-9_+/-]+|UTC)")
BY = re.compile(r"(by|before) (.+)", re.IGNORECASE)
TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[ T]([0-9]{1,2})(?: ?h|:([0-9]{2})(?::([0-9]{2}))?)"
    r" ?(Z|[+-][0-9]{2}:?[0-9]{2})?)?",
)


def read(text: str, zone: str) -> Read:
    """The instant, zone and precision that the text states on the clock of that zone."""
    words = tidied(text)
    named = ZONE.fullmatch(words)
    if named:
        words = named[1]
        if zone and named[2] != zone:
            raise ValueFault(
                f"{quoted(named[2])} is not the zone of this clinic, {zone}.",
                "The same clock time is another moment in another zone.",
                f"Type the time that the clock showed in {zone}.",
            )
        zone = named[2]
    if not zone:
        raise ValueFault(
            f"{quoted(text)} does not say in which zone.",
            "The same clock time is another moment in another zone.",
            "Type the zone behind it: 2026-11-22 14:05 America/Denver.",
        )
    bound = BY.fullmatch(words)
    if bound is None:
        at, _, precision = _read_time(words, zone_named(zone))
        return at, zone, precision
    first, last, _ = _read_time(bound[2], zone_named(zone))
    return last if bound[1].casefold() == "by" else first, zone, Precision.UNKNOWN


def _read_time(words: str, zone: ZoneInfo) -> tuple[datetime, datetime, Precision]:
    """The first and the last instant that the words can mean, and how exact they are."""
    match = TIME.fullmatch(words)
    if match is None:
        raise _not_a_time(words)
    day, hour, minute, second, offset = match.groups()
    try:
        on = date.fromisoformat(day)
        clock = time(int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        raise _no_such_time(words) from None
    if on.year not in YEARS:
        raise unlikely_year(on.year)
    if hour is None:
        earliest, latest = day_around(on, zone)
        if earliest > latest:
            raise _jumped(words, zone)
        return earliest, latest, Precision.DAY
    wall = datetime.combine(on, clock)
    if minute is None:
        # Both ends of the hour: a change of the clocks may touch only a part of it.
        found = _instants(words, (wall, wall + HOUR - TICK), offset, zone)
        spans = sorted({hour_around(each, zone) for each in found})
        if len(spans) > 1:
            raise _happened_twice(words, [first for first, _ in spans], zone)
        return *spans[0], Precision.HOUR
    if offset == "Z":
        at = wall.replace(tzinfo=UTC)
        return at, at, Precision.MINUTE
    found = _instants(words, (wall,), offset, zone)
    if len(found) > 1:
        raise _happened_twice(words, found, zone)
    return found[0], found[0], Precision.MINUTE


def _instants(
    words: str, walls: tuple[datetime, ...], offset: str | None, zone: ZoneInfo
) -> list[datetime]:
    """The instants that these clock times mean, with the offset if one was typed; at least one."""
    found = [at for wall in walls for at in instants_of(wall, zone)]
    if not found:
        raise _jumped(words, zone)
    if offset is None:
        return found
    typed = _offset_of(offset)
    kept = [at for at in found if at.astimezone(zone).utcoffset() == typed]
    if not kept:
        raise ValueFault(
            f"{quoted(words)} has an offset that the clocks in {zone.key} did not have then.",
            f"There it was {offset_words(found[0], zone)}.",
            f"Type the time that the clock showed in {zone.key}, without the offset.",
        )
    return kept


def _offset_of(text: str) -> timedelta:
    if text == "Z":
        return timedelta()
    size = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return -size if text[0] == "-" else size


def _happened_twice(words: str, found: list[datetime], zone: ZoneInfo) -> ValueFault:
    first, second = (offset_words(at, zone) for at in found)
    return ValueFault(
        f"{quoted(words)} happened twice in {zone.key}.",
        "The clocks were put back in that night.",
        f"Type {first} behind it for the first time, or {second} for the second.",
    )


def _jumped(words: str, zone: ZoneInfo) -> ValueFault:
    return ValueFault(
        f"{quoted(words)} never was in {zone.key}.",
        "The clocks were put forward over it.",
        "Look at the date and the time again.",
    )


def _no_such_time(words: str) -> ValueFault:
    return ValueFault(
        f"{quoted(words)} is not in the calendar or not on the clock.",
        "Months have at most 31 days, and a day ends at 23:59.",
        "Type date and time again: 2026-11-22 14:05.",
    )


def _not_a_time(words: str) -> ValueFault:
    """Which of the usual ways to write a time it was."""
    told = quoted(words)
    if re.fullmatch(r"[0-9]{1,2}:[0-9]{2}.*", words):
        return ValueFault(
            f"{told} has no date.",
            "It could be today's or yesterday's time.",
            "Type the date before it: 2026-11-22 14:05.",
        )
    if re.match(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}", words):
        return ValueFault(
            f"{told} does not begin with the year.",
            "Which is the day and which the month differs from country to country.",
            "Type year, month, day: 2026-11-22.",
        )
    if re.search(r"[ap]\.?m\b", words, re.IGNORECASE):
        return ValueFault(
            f"{told} is written with am or pm.",
            "Twelve o'clock is taken for noon by some and for midnight by others.",
            "Type the time from 00:00 to 23:59: 2026-11-22 14:05.",
        )
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{1,2}", words):
        return ValueFault(
            f"{told} ends with a number alone.",
            "The minutes may have been lost.",
            f"Type {words}h if only the hour is known, or the minutes as well.",
        )
    if words.casefold() in {"unknown", "not known", "?"}:
        return ValueFault(
            f"{told} leaves every time possible.",
            "It is at least known by when it was over.",
            "Type by and the latest time that is possible: by 2026-11-22 14:05.",
        )
    return ValueFault(
        f"{told} is not a time that can be read here.",
        "A time is written with year, month, day, then hours and minutes if they are known.",
        "Type it like this: 2026-11-22 14:05, or 2026-11-22 14h, or 2026-11-22.",
    )
