"""What a move is: who says what, where that is usual, and how often it may be said.

A move is *usual* in its places, once what it needs was done. Out of its place, or where it is
marked as unusual wherever it is made, it counts as one unusual thing. A domain takes so many
unusual things in one episode and no more; with the number of times that each move may be made
this makes it finite by itself, so that the frontier runs empty.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.protocol.sections.preparation import AntithromboticPolicy
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.record.protocols import shipped, shipped_tables

Says = Callable[[Episode, Context], tuple[Command, ...]]
"""Words that depend on what was said before; none: there is nothing to say."""


@dataclass(frozen=True, kw_only=True)
class Move:
    """Commands that one person gives together, each decided in its turn.

    most        how often, in one round of the treatment (`ever`: in the whole episode)
    needs       at least one of these moves was made in this round (`ever`: at any time)
    elsewhere   may be made out of its place, or without what it needs, as an unusual thing
    together    answers of one name, given at one instant, are the same in any order
    minutes     pass before it is made
    answers     how often a physician answers a refusal of this permit, by overrides and lifts
    early       to override anything here is an unusual thing; else only what nobody asked
    last        the answer is free, and the act follows at once
    out         usual wherever nothing usual leads on
    trait       made only by or to patients with this difficulty; `spared`: without it
    ripe        when a physician answers at all; none: at any time
    """

    name: str
    role: Role
    says: tuple[Command, ...] | Says
    at: frozenset[Whereabouts] = frozenset()
    most: int = 1
    ever: bool = False
    needs: tuple[str, ...] = ()
    unusual: bool = False
    elsewhere: bool = False
    together: str = ""
    minutes: int = 0
    answers: int = 0
    early: bool = False
    last: bool = False
    out: bool = False
    ripe: Callable[[Episode, Context], bool] | None = None
    trait: str = ""
    spared: str = ""

    def words(self, episode: Episode, context: Context) -> tuple[Command, ...]:
        return self.says if isinstance(self.says, tuple) else self.says(episode, context)


@dataclass(frozen=True, kw_only=True)
class Wait:
    """Time that passes up to a threshold: exactly to it, and one minute beside it."""

    name: str
    until: Callable[[Episode, Context], datetime | None]
    at: frozenset[Whereabouts]
    beside: int = 0
    unusual: bool = False
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Patient:
    """Somebody with difficulties; `first` is an entry of this patient alone, so that no two
    patients share a state. `done` are moves that were made before the exploration begins, and
    `unusual` is how many unusual things can happen then: these `things`, or any where none is
    named."""

    traits: tuple[str, ...]
    unusual: int
    first: Move
    done: tuple[str, ...] = ()
    things: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return " and ".join(self.traits) or "plain"


@dataclass(frozen=True, kw_only=True)
class Domain:
    """What is explored, on a clock that the domain owns."""

    name: str
    patients: tuple[Patient, ...]
    moves: tuple[Move, ...]
    waits: tuple[Wait, ...]
    begins: datetime
    zone: str
    protocol: str
    follows: AntithromboticPolicy
    """The drug table of the clinic; a physician has confirmed all of its rows."""

    @property
    def rules(self) -> Protocol:
        plain = shipped(self.protocol)
        prepared = replace(plain.preparation, antithrombotic_policy=self.follows)
        return replace(plain, preparation=prepared)

    @property
    def confirmed(self) -> frozenset[str]:
        return frozenset(row.hash for row in shipped_tables()[self.follows].rows)
