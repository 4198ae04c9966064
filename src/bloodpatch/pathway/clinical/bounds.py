"""How many hours a told amount of time can mean, at the least and at the most.

Days are those of the calendar: one day after is tomorrow, which is anything up to 48 hours. Weeks,
months and years are so many days. Minutes and hours are taken by their word.
"""

from __future__ import annotations

from decimal import Decimal

from bloodpatch.pathway.clinical.milestones import TimeUnit
from bloodpatch.pathway.values.units import (
    DAYS_A_MONTH,
    DAYS_A_WEEK,
    DAYS_A_YEAR,
    HOURS_A_DAY,
    MINUTES_AN_HOUR,
)

Bounds = tuple[Decimal | None, Decimal]
"""At least and at most so many hours; None where the words set no lower bound."""

DAYS = {
    TimeUnit.DAY: (1, 1),
    TimeUnit.WEEK: (DAYS_A_WEEK, DAYS_A_WEEK),
    TimeUnit.MONTH: DAYS_A_MONTH,
    TimeUnit.YEAR: DAYS_A_YEAR,
}
"""The shortest and the longest such unit."""

HALF, TENTH = Decimal("0.5"), Decimal("0.1")
"""How far words are taken that say no number; ours, and wide rather than narrow."""

NEXT_PART_OF_DAY: Bounds = (Decimal(0), HOURS_A_DAY + HALF * HOURS_A_DAY)
"""The next morning, evening or night begins within a day and is over within half a day more."""

AT_ONCE: Bounds = (Decimal(0), HALF)
"""Within half an hour, where nobody says a number."""


def at_least(number: Decimal, unit: TimeUnit, *, about: bool) -> Decimal:
    if unit in DAYS:
        hours = (number * DAYS[unit][0] - 1) * HOURS_A_DAY
    else:
        hours = number if unit is TimeUnit.HOUR else number / MINUTES_AN_HOUR
    return max(Decimal(0), hours - (slack(number, unit) if about else 0))


def at_most(number: Decimal, unit: TimeUnit, *, about: bool) -> Decimal:
    if unit in DAYS:
        hours = (number * DAYS[unit][1] + 1) * HOURS_A_DAY
    else:
        hours = number if unit is TimeUnit.HOUR else number / MINUTES_AN_HOUR
    return hours + (slack(number, unit) if about else 0)


def slack(number: Decimal, unit: TimeUnit) -> Decimal:
    """What "about" adds on both sides: half a unit, or a tenth of the whole if that is more."""
    units = max(HALF, number * TENTH)
    if unit in DAYS:
        return units * DAYS[unit][1] * HOURS_A_DAY
    return units if unit is TimeUnit.HOUR else units / MINUTES_AN_HOUR
