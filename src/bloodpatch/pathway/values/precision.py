"""How exactly a time is known."""

from __future__ import annotations

from enum import StrEnum


class Precision(StrEnum):
    """From the minute to not at all."""

    MINUTE = "minute"
    """To the minute, or better: seconds that a clock gave are kept."""
    HOUR = "hour"
    DAY = "day"
    UNKNOWN = "unknown"
    """Only that it was over by then."""
