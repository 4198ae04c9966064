"""When something happened: an instant, the zone whose clock was read, and how exactly it is known.

"The last dose was on the 3rd" is not midnight on the 3rd. A rule uses the bound that is safe for
the patient, `earliest` or `latest`, and says so; both depend on what was really known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ClassVar, Self
from zoneinfo import ZoneInfo

from bloodpatch.pathway.values.fault import ValueFault
from bloodpatch.pathway.values.local_time import (
    YEARS,
    day_around,
    hour_around,
    instants_of,
    offset_words,
    unlikely_year,
    zone_named,
)
from bloodpatch.pathway.values.precision import Precision
from bloodpatch.pathway.values.typed_time import read
from bloodpatch.pathway.values.value import Value, not_plain

PRECISIONS = {precision.value: precision for precision in Precision}
# A day more at both ends: a local year begins and ends earlier or later than the year in UTC.
FIRST = datetime(1899, 12, 31, tzinfo=UTC)
LAST = datetime(2200, 1, 1, 23, 59, 59, tzinfo=UTC)
HALF_A_DAY = timedelta(hours=12)
BEGINNING = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class When(Value):
    """An instant in UTC with its zone and precision.

    For an hour or a day, `at` is its first instant, whichever instant in it was given; so two
    times that say the same are equal. For an unknown time, `at` is the latest that is possible.
    """

    at: datetime
    zone: str
    precision: Precision

    title: ClassVar[str] = "time (an instant, its zone and its precision)"
    example: ClassVar[str] = "2026-11-22 14:05 America/Denver"

    def __post_init__(self) -> None:
        kinds = isinstance(self.at, datetime) and isinstance(self.zone, str)
        if not kinds or type(self.precision) is not Precision:
            raise not_plain("time", f"{self.at} {self.precision} {self.zone}")
        at = _in_utc(self.at)
        _refuse_unlikely(at)
        zone = zone_named(self.zone)
        if self.precision is Precision.HOUR:
            at, _ = hour_around(at, zone)
        elif self.precision is Precision.DAY:
            at, _ = _day_of(at, zone)
            _refuse_unlikely(at + HALF_A_DAY)
        if at is not self.at:
            _refuse_unlikely(at)
            object.__setattr__(self, "at", at)

    @classmethod
    def exact(cls, at: datetime, zone: str) -> Self:
        """An instant that a clock gave."""
        return cls(at, zone, Precision.MINUTE)

    @property
    def earliest(self) -> datetime:
        """Not before this instant, in UTC."""
        return BEGINNING if self.precision is Precision.UNKNOWN else self.at

    @property
    def latest(self) -> datetime:
        """Not after this instant, in UTC."""
        if self.precision is Precision.HOUR:
            return hour_around(self.at, zone_named(self.zone))[1]
        if self.precision is Precision.DAY:
            return _day_of(self.at, zone_named(self.zone))[1]
        return self.at

    @property
    def local(self) -> datetime:
        """`at` as the clock on the wall showed it. For reading only: never subtract two of them."""
        return self.at.astimezone(zone_named(self.zone))

    def plain(self) -> str:
        # A day is stored by its middle: should a country change its clocks at short notice, the
        # first instant of the 3rd would be read as the 2nd by a machine that learned it later.
        at = self.at + HALF_A_DAY if self.precision is Precision.DAY else self.at
        return f"{_stamp(at)} {self.precision} {self.zone}"

    @classmethod
    def of(cls, plain: object) -> Self:
        parts = plain.split(" ") if isinstance(plain, str) else []
        precision = PRECISIONS.get(parts[1]) if len(parts) == 3 else None
        if precision is None or parts[0][-1:] != "Z":
            raise not_plain("time", plain)
        try:
            at = datetime.fromisoformat(parts[0])
        except ValueError:
            raise not_plain("time", plain) from None
        if _stamp(at) != parts[0]:
            raise not_plain("time", plain)
        return cls(at, parts[2], precision)

    @classmethod
    def parse(cls, text: str, zone: str = "") -> Self:
        """Reads "2026-11-22 14:05", "2026-11-22 14h", "2026-11-22", and "by" before any of them.

        The zone is that of the clinic; the text may name it behind the time, and must if it is
        not given. An offset ("14:05-07:00") is needed only when the clocks went back just then.
        """
        return cls(*read(text, zone))

    def __str__(self) -> str:
        local = self.local
        if self.precision is Precision.DAY:
            return f"{local:%Y-%m-%d} {self.zone}"
        zone = zone_named(self.zone)
        twice = any(_happened_twice(at, zone) for at in (self.at, self.latest))
        offset = offset_words(self.at, zone) if twice else ""
        if self.precision is Precision.HOUR:
            return f"{local:%Y-%m-%d %H}h{offset} {self.zone}"
        text = f"{local:%Y-%m-%d %H:%M}{offset} {self.zone}"
        return f"by {text}" if self.precision is Precision.UNKNOWN else text


def _refuse_unlikely(at: datetime) -> None:
    if not FIRST <= at <= LAST:
        raise unlikely_year(at.year)


def _stamp(at: datetime) -> str:
    """A UTC instant as text, seconds only where there are some; ISO writes +00:00 for our Z."""
    text = at.isoformat()[:-6]
    return f"{text[:-3]}Z" if len(text) == 19 and text.endswith(":00") else f"{text}Z"


def _in_utc(at: datetime) -> datetime:
    if at.tzinfo is UTC:
        return at
    if at.year not in YEARS:
        raise unlikely_year(at.year)
    offset = at.utcoffset()
    if offset is None:
        raise ValueFault(
            f"{at} has no zone.",
            "The same clock time is another moment in another zone.",
            "Give the instant in UTC, or the local time with its zone.",
        )
    # By PEP 495 the fold makes a difference exactly where a local time is none or two instants.
    if at.replace(fold=1 - at.fold).utcoffset() != offset:
        raise ValueFault(
            f"{at.replace(tzinfo=None)} happened twice or never where that clock hangs.",
            "The clocks were changed in that night.",
            "Give the instant in UTC, or the local time with its offset.",
        )
    return at.astimezone(UTC)


def _happened_twice(at: datetime, zone: ZoneInfo) -> bool:
    return len(instants_of(at.astimezone(zone).replace(tzinfo=None, fold=0), zone)) > 1


def _day_of(at: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    return day_around(at.astimezone(zone).date(), zone)
