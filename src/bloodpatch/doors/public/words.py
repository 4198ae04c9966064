"""Numbers as patients read them: "half" is never guessed, one unit at a time, no decimals."""

from collections.abc import Iterable

from bloodpatch.pathway.values.units import (
    DAYS_A_WEEK,
    FEET_A_METRE,
    HOURS_A_DAY,
    MINUTES_AN_HOUR,
)


def counted(number: int, one: str, many: str = "") -> str:
    """1 day, 2 days."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def minutes(number: int) -> str:
    """30 minutes, 1 hour, 90 minutes, 2 hours."""
    whole, rest = divmod(number, MINUTES_AN_HOUR)
    return counted(number, "minute") if rest else counted(whole, "hour")


def hours(number: int) -> str:
    """Up to a day in hours, then in days, from two weeks on in weeks; a broken day in hours."""
    days, rest = divmod(number, HOURS_A_DAY)
    if number <= HOURS_A_DAY or rest:
        return counted(number, "hour")
    weeks, days_left = divmod(days, DAYS_A_WEEK)
    return counted(days, "day") if days_left or weeks == 1 else counted(weeks, "week")


def span(low: int, high: int) -> str:
    """20 to 25, or 20."""
    return str(low) if low == high else f"{low} to {high}"


def metres(number: int) -> str:
    return f"{number} metres ({round(number * FEET_A_METRE)} feet)"


def listed(items: Iterable[str], last: str = "and") -> str:
    """a, b and c."""
    *before, final = items
    return f"{', '.join(before)} {last} {final}" if before else final
