"""Which of the clinic's facts a decision looked at: those are copied into the event.

A fold must never ask the clinic, and the record should not know more of a patient than it used.
"""

from dataclasses import fields
from typing import Any

from bloodpatch.pathway.context import Facts

_NAMES = frozenset(f.name for f in fields(Facts))


class Watched:
    """Facts that note who was asked for: `at` gives them out, `used` says which were read."""

    def __init__(self) -> None:
        self.used: dict[str, str] = {}

    def at(self, known: Facts) -> Facts:
        watched = object.__new__(_Watched)
        watched.__dict__.update({name: getattr(known, name) for name in _NAMES}, _used=self.used)
        return watched


class _Watched(Facts):
    def __getattribute__(self, name: str) -> Any:
        value = super().__getattribute__(name)
        if name in _NAMES and value is not None:
            super().__getattribute__("_used")[name] = str(value)
        return value
