"""What the record needs from above, and cannot import: clock, keys, protocols, facts.

The floors above implement these and `config` wires them into one `Record`, which is handed to
every call here. There is no other way to reach the record, and no global one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bloodpatch.pathway.context import Facts
from bloodpatch.record.codec import Codec
from bloodpatch.record.decider import PATHWAY, Decider
from bloodpatch.record.episode_table import EPISODES
from bloodpatch.record.fold_cache import Folds
from bloodpatch.record.outcomes import Accepted
from bloodpatch.record.readmodels import ReadModel


class Keys(Protocol):
    """The keys of the words, one for each patient. Called inside the record's transaction."""

    def of_episode(self, clinic: str, episode: str) -> bytes | None:
        """32 bytes; None once the patient was erased. Never a new key for an erased patient."""
        ...


class Protocols(Protocol):
    """The clinics' rules, each version known for ever by its hash."""

    def in_force(self, clinic: str, pinned: str | None) -> Any:
        """What a command is decided by: the pinned version with the newest drug tables, red
        flags and stops; for a new episode (None) the version that the clinic runs."""
        ...

    def known(self, clinic: str, pinned: str | None) -> Any:
        """Exactly the pinned version: what is computed from it today is computed from it in ten
        years, so read models can be rebuilt."""
        ...


FactsOf = Callable[[str, str], Facts]
"""(clinic, episode) -> the few facts outside the episode, read in the record's transaction."""

Within = Callable[[Accepted], object]
"""Runs in the transaction of a command, after its events; raising undoes all of it."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """The record of every clinic of this installation, wired to the floors above."""

    clock: Callable[[], datetime]
    keys: Keys
    protocols: Protocols
    facts: FactsOf
    zone: Callable[[str], str]
    software: str
    using: str = "default"
    decider: Decider = PATHWAY
    read_models: tuple[ReadModel, ...] = (EPISODES,)
    within: tuple[Within, ...] = ()
    """What happens with every command that is accepted: messages written with the fact."""
    folds: Folds = field(default_factory=Folds)

    @property
    def codec(self) -> Codec:
        return self.decider.codec
