"""What happened: events, and the envelope that says when, by whom and under which rules.

An event's `name` and `version` are what the record stores; the Python class may move or be
renamed, they may not. A changed shape is a new version with an upcast from the old one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar

from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.values import When


@dataclass(frozen=True, kw_only=True)
class Event:
    """What one person stated, as it is kept."""

    name: ClassVar[str] = ""
    version: ClassVar[int] = 1

    @property
    def opens_round(self) -> bool:
        """True where the treatment goes round again from booking: a patch is to be repeated."""
        return False


E = TypeVar("E", bound=Event, covariant=True)


@dataclass(frozen=True)
class Actor:
    """Who acts: an opaque id, a role, a clinic. Names are kept by the clinic, not by the record."""

    id: str
    role: Role
    clinic: str


@dataclass(frozen=True, kw_only=True)
class Happened(Generic[E]):
    """An event in its envelope.

    `position` counts within the episode, `number` within the clinic. `findings` are what stood on
    the act when it was recorded, as "hold:recovery.rest_not_over"; `used` is what was taken from
    outside the episode (age, language), so that a fold never has to ask the clinic again.
    """

    event: E
    position: int
    occurred: When
    recorded_at: datetime
    by: Actor
    number: int = 0
    command_id: str = ""
    protocol: str = ""
    software: str = ""
    findings: tuple[str, ...] = ()
    used: Mapping[str, str] = field(default_factory=dict)

    @property
    def against(self) -> tuple[str, ...]:
        """Codes of the stops and holds that it was recorded against."""
        marked = (f.partition(":") for f in self.findings)
        return tuple(code for level, _, code in marked if level in ("stop", "hold"))

    @cached_property
    def latest(self) -> datetime:
        """It had happened by then: what is on record cannot have happened after it was recorded.

        Without this bound a consent told as "today" would count from midnight, and so outrank
        the withdrawal of 11:00. A time that was put right to a later one has its own bound.
        """
        if self.occurred.at > self.recorded_at:
            return self.occurred.latest
        return min(self.occurred.latest, self.recorded_at)

    @cached_property
    def worked_out(self) -> dict[str, Any]:
        """What many rules ask of this one entry, kept by name: an entry never changes."""
        return {}

    @cached_property
    def order(self) -> tuple[datetime, int]:
        """Latest means latest to have happened; the position decides between equals."""
        return (self.latest, self.position)


# An old shape is read by turning its plain form into the next version's, step by step.
# (name, version that is stored) -> function from plain form to plain form of version + 1.
Upcast = Callable[[Mapping[str, Any]], Mapping[str, Any]]
UPCASTS: Mapping[tuple[str, int], Upcast] = {}
