"""Spans of time as a script writes them: "2 h", "1 d 30 min"."""

from datetime import datetime, timedelta

from bloodpatch.pathway.values import ValueFault, When

UNITS = {"min": 60, "h": 3600, "d": 86400, "week": 604800}


def moved(clock: datetime, by: str, zone: str) -> datetime:
    """The clock after "+2 h", "+1 d 30 min", or set to a local time. Raises `ValueFault`."""
    if not by:
        return clock
    if not by.startswith("+"):
        return When.parse(by, zone).at
    return clock + span(by[1:])


def span(words: str) -> timedelta:
    """Raises `ValueFault`."""
    parts = words.split()
    if not parts or len(parts) % 2:
        raise odd_span(words)
    seconds = 0.0
    for amount, unit in zip(parts[::2], parts[1::2], strict=True):
        if unit not in UNITS or not amount.replace(".", "", 1).isdigit():
            raise odd_span(words)
        seconds += float(amount) * UNITS[unit]
    return timedelta(seconds=seconds)


def odd_span(words: str) -> ValueFault:
    return ValueFault(
        f"{words!r} is not a span of time.",
        f"A span is made of numbers with units: {', '.join(UNITS)}.",
        'Write it as "1 d 2 h" or "30 min"; with a plus sign before it on a clock.',
    )
