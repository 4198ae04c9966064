"""What a decision may know beside the episode: who asks, when, under which protocol.

The few facts that live outside an episode come in as `Facts`, read in the same transaction, and
what was used of them is copied into the event.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bloodpatch.pathway.events import Actor, Happened
from bloodpatch.pathway.protocol import NO_TABLES, Protocol, Table, Tables
from bloodpatch.pathway.values import Precision, When
from bloodpatch.pathway.values.when import BEGINNING


@dataclass(frozen=True, kw_only=True)
class Elsewhere:
    """An entry about the person that stands in another of their episodes, corrected as it is there.

    It is read and never copied: `says` is what it says in codes, and the envelope of a decision
    that looked at it keeps that, with the place where it stands."""

    episode: str
    happened: Happened[Any]
    says: str
    linked: bool = False
    """In another record, which two people have said is of the same person."""

    def __str__(self) -> str:
        return f"{self.episode}#{self.happened.position}:{self.says}"


@dataclass(frozen=True, kw_only=True)
class Facts:
    """From the clinic, not from the episode. None: the clinic does not know it either."""

    age_years: int | None = None
    language: str | None = None
    unresolved_duplicate: bool = False
    other_open_draws: int = 0
    protocol_in_force: str | None = None
    """Hash of the protocol that the clinic runs now; an episode can move to no other one."""
    confirmed_rows: frozenset[str] = frozenset()
    """Hashes of the rows of drug tables that a physician of the clinic has confirmed."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """What was told of this person in their other episodes, in every record of theirs."""


@dataclass(frozen=True, kw_only=True)
class Context:
    """`now` is the instant that is judged: the present for a permit, the time at which it
    happened for a record. It is always UTC; `zone` is only for showing times to people. `tables`
    are the drug tables in their newest version: unlike the protocol they are pinned to nothing."""

    actor: Actor
    now: datetime
    protocol: Protocol
    zone: str
    facts: Facts = Facts()
    tables: Tables = field(default_factory=lambda: NO_TABLES)
    told_here_only: bool = False
    """The person's other episodes are not asked: an entry in this one changes nothing in them."""

    @property
    def drug_table(self) -> Table | None:
        """The drug table that the clinic follows; None where it has not chosen one."""
        return self.tables.get(self.protocol.preparation.antithrombotic_policy)

    def clock(self, instant: datetime) -> str:
        """An instant as staff of this clinic read it: "14:52", with the day unless it is today."""
        if instant == BEGINNING:
            return "at an unknown time"
        local = instant.astimezone(ZoneInfo(self.zone))
        today = self.now.astimezone(ZoneInfo(self.zone)).date()
        return f"{local:%H:%M}" if local.date() == today else f"{local:%a %d %b %H:%M}"

    def told(self, when: When) -> str:
        """A time no more exactly than it is known: never a clock time for a day, or for nothing."""
        if when.precision is Precision.UNKNOWN:
            return "an unknown day"
        if when.precision is Precision.DAY:
            return f"{when.at.astimezone(ZoneInfo(self.zone)):%a %d %b}"
        return self.clock(when.at)
