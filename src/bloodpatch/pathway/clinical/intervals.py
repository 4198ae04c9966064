"""How many hours lie between two facts, as far as it is known."""

from datetime import datetime
from decimal import Decimal

from bloodpatch.pathway.clinical.bounds import Bounds
from bloodpatch.pathway.clinical.timing import Timing
from bloodpatch.pathway.values import Precision, When
from bloodpatch.pathway.values.units import SECONDS_AN_HOUR


def hours_between(told: Timing | None, earlier: When | None, later: When | None) -> Bounds | None:
    """At least and at most so many hours; None where it is missing.

    What was told comes first, if it says anything; the caller has checked that it is counted from
    the right event (`Timing.told_from`). Then the clock times, unless one of them is unknown.
    Times that contradict the order give None: a rule must not find a dose "long ago" that was
    given afterwards.
    """
    if told is not None and (bounds := told.hours) is not None:
        return bounds
    if earlier is None or later is None:
        return None
    if Precision.UNKNOWN in (earlier.precision, later.precision):
        return None
    most = _hours(earlier.earliest, later.latest)
    if most < 0:
        return None
    return (max(Decimal(0), _hours(earlier.latest, later.earliest)), most)


def _hours(since: datetime, until: datetime) -> Decimal:
    return Decimal(int((until - since).total_seconds())) / SECONDS_AN_HOUR
