"""The clock: the only place of the house that asks what time it is.

Lower floors never import this module. Pure code gets the instant as an argument; what must ask by
itself asks `settings.NOW()`, which is the `now` below. A demo, a replay or a test may put a clock
that it owns in the machine clock's place, so that *recorded at* is its own, too. Whether it may
is settled by the settings alone: those of a live clinic say no, and nothing else is asked.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Protocol

from django.conf import settings


class ClockFault(RuntimeError):
    """Somebody asked for a time that this clock must not tell."""


class Clock(Protocol):
    def now(self) -> datetime: ...


class MachineClock:
    """What the machine says; keeping it right is the machine's business (NTP)."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class OwnedClock:
    """A clock that stands where it is put. With `runs` it goes on from there as time passes."""

    def __init__(self, at: datetime, *, runs: bool = False) -> None:
        self._lock = Lock()
        self._runs = runs
        self.set(at)

    def now(self) -> datetime:
        with self._lock:
            return self._at + self._passed()

    def set(self, at: datetime) -> None:
        if at.tzinfo is None:
            raise ClockFault(f"The clock cannot be set to {at}: it names no zone. Give it in UTC.")
        with self._lock:
            self._at = at.astimezone(UTC)
            self._since = time.monotonic()

    def advance(self, by: timedelta) -> datetime:
        with self._lock:
            self._at += by
            return self._at + self._passed()

    def _passed(self) -> timedelta:
        # Monotonic: it cannot be set back, and it is no time of day.
        return timedelta(seconds=time.monotonic() - self._since) if self._runs else timedelta()


_machine: Clock = MachineClock()
_clock: Clock = _machine


def now() -> datetime:
    """This instant, in UTC."""
    return _clock.now()


def own(clock: OwnedClock) -> None:
    """Put an owned clock in the machine clock's place, where the settings permit it."""
    if not settings.CLOCK_MAY_BE_OWNED:
        raise ClockFault(
            "The clock of a live clinic is the machine's clock: what is recorded under another one "
            "would carry a false time. Use a demo folder (bloodpatch serve --demo)."
        )
    global _clock
    _clock = clock


def release() -> None:
    """Back to the machine's clock."""
    global _clock
    _clock = _machine


@contextmanager
def owned(at: datetime, *, runs: bool = False) -> Iterator[OwnedClock]:
    """An owned clock for the length of a `with`, for tests and replays; then the one before it."""
    global _clock
    before, clock = _clock, OwnedClock(at, runs=runs)
    own(clock)
    try:
        yield clock
    finally:
        _clock = before
