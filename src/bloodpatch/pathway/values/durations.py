"""How long: minutes of rest, hours since a dose, years of age."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from bloodpatch.pathway.values.quantity import Quantity, Whole
from bloodpatch.pathway.values.units import MINUTES_AN_HOUR


class Minutes(Whole):
    """A length of time in minutes, at most a week."""

    __slots__ = ()

    title = "minutes"
    example = "30 min"
    unit = "min"
    low, high = Decimal(0), Decimal(10080)
    also = frozenset({"mins", "minute", "minutes"})
    foreign = {
        **dict.fromkeys(
            ("h", "hr", "hrs", "hour", "hours"), "That is hours; here minutes are recorded."
        ),
        **dict.fromkeys(
            ("s", "sec", "secs", "seconds"), "That is seconds; here minutes are recorded."
        ),
        "m": "m could be minutes, months or metres.",
    }

    @property
    def duration(self) -> timedelta:
        """The same length of time, for adding to an instant."""
        return timedelta(minutes=int(self))


class Hours(Quantity):
    """A length of time in hours, at most a year."""

    __slots__ = ()

    title = "hours"
    example = "12 h"
    unit = "h"
    low, high, places = Decimal(0), Decimal(8784), 1
    also = frozenset({"hr", "hrs", "hour", "hours"})
    foreign = {
        **dict.fromkeys(("min", "mins", "minutes"), "That is minutes; here hours are recorded."),
        **dict.fromkeys(("d", "day", "days"), "That is days; here hours are recorded."),
    }

    @property
    def duration(self) -> timedelta:
        """The same length of time, for adding to an instant."""
        return timedelta(minutes=int(self.value * MINUTES_AN_HOUR))


class Years(Whole):
    """An age in completed years."""

    __slots__ = ()

    title = "age in years"
    example = "34 years"
    unit = "years"
    low, high = Decimal(0), Decimal(130)
    also = frozenset({"y", "yr", "yrs", "year", "years old"})
    foreign = dict.fromkeys(
        ("months", "mo", "weeks", "days"), "Ages here are recorded in completed years."
    )
