"""How many hours a told amount of time can mean, at the least and at the most.

Days are those of the calendar: one day after is tomorrow, which is anything up to 48 hours. Weeks,
months and years are so many days. Minutes and hours are taken by their word.
"""

from __future__ import annotations

from decimal import Decimal

from bloodpatch.pathway.clinical.milestones import TimeUnit

Bounds = tuple[Decimal | None, Decimal | None]
"""At least and at most so many hours; None where the words set no bound on that side."""

DAYS = {
    TimeUnit.DAY: (1, 1),
    TimeUnit.WEEK: (7, 7),
    TimeUnit.MONTH: (28, 31),
    TimeUnit.YEAR: (365, 366),
}
"""The shortest and the longest such unit."""

NEXT_PART_OF_DAY: Bounds = (Decimal(0), Decimal(36))
"""The next morning, evening or night begins within a day and is over within half a day more."""

AT_ONCE: Bounds = (Decimal(0), Decimal("0.5"))


def at_least(number: Decimal, unit: TimeUnit, *, about: bool) -> Decimal:
    if unit in DAYS:
        hours = (number * DAYS[unit][0] - 1) * 24
    else:
        hours = number if unit is TimeUnit.HOUR else number / 60
    return max(Decimal(0), hours - (slack(number, unit) if about else 0))


def at_most(number: Decimal, unit: TimeUnit, *, about: bool) -> Decimal:
    if unit in DAYS:
        hours = (number * DAYS[unit][1] + 1) * 24
    else:
        hours = number if unit is TimeUnit.HOUR else number / 60
    return hours + (slack(number, unit) if about else 0)


def slack(number: Decimal, unit: TimeUnit) -> Decimal:
    """What "about" adds on both sides: half a unit, or a tenth of the whole if that is more."""
    units = max(Decimal("0.5"), number / 10)
    if unit in DAYS:
        return units * DAYS[unit][1] * 24
    return units if unit is TimeUnit.HOUR else units / 60
