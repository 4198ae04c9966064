"""A time in the lines of a terminal, no more exact than it is known."""

from zoneinfo import ZoneInfo

from bloodpatch.pathway.values import Precision, When

UNKNOWN = "at an unknown time"


def in_words(when: When) -> str:
    """With its zone. The instant that is kept of an unknown time is a bound, and never shown."""
    return UNKNOWN if when.precision is Precision.UNKNOWN else str(when)


def in_a_column(when: When, zone: ZoneInfo) -> str:
    """Of one width, on the clock of that zone: "2026-11-22 14:05", "2026-11-22 14h"."""
    local = when.at.astimezone(zone)
    match when.precision:
        case Precision.MINUTE:
            words = f"{local:%Y-%m-%d %H:%M}"
        case Precision.HOUR:
            words = f"{local:%Y-%m-%d %H}h"
        case Precision.DAY:
            # A day is a day of the zone in which it was told.
            words = f"{when.local:%Y-%m-%d}"
        case _:
            words = "time unknown"
    return f"{words:<16}"
