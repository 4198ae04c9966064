"""Which of the clinic's facts a decision looked at: those are copied into the event.

A fold must never ask the clinic, and the record should not know more of a patient than it used.
Most decisions look at none of them, so the clinic is asked when the first is looked at: the other
writers wait for this one.
"""

from collections.abc import Callable
from dataclasses import fields
from functools import cached_property
from typing import Any

from bloodpatch.pathway.context import Facts

_NAMES = frozenset(f.name for f in fields(Facts))


class Watched:
    """Facts that are fetched when they are looked at; `used` says which of them were."""

    def __init__(self, fetch: Callable[[], Facts]) -> None:
        self._fetch = fetch
        self.used: dict[str, str] = {}

    @cached_property
    def _known(self) -> Facts:
        return self._fetch()

    def look_at(self, name: str) -> Any:
        value = getattr(self._known, name)
        if value is not None and value != ():
            self.used[name] = kept(value)
        return value

    @cached_property
    def facts(self) -> Facts:
        """As a decision gets them."""
        watched = object.__new__(_WatchedFacts)
        watched.__dict__["_by"] = self
        return watched


def kept(value: Any) -> str:
    """A fact as the envelope keeps it."""
    if isinstance(value, frozenset):
        return " ".join(sorted(value))
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


class _WatchedFacts(Facts):
    def __getattribute__(self, name: str) -> Any:
        if name in _NAMES:
            return super().__getattribute__("_by").look_at(name)
        return super().__getattribute__(name)
