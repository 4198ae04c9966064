"""The medicine as the record sees it: which commands and events there are, decide and evolve.

The record knows nothing else about them. `PATHWAY` is the real one; the contract suite also runs
a small one of its own, so that a promise of the record never rests on a clinical rule.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bloodpatch.pathway import treatment
from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.amendment.events import (
    Corrected,
    Struck,
)
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.decide import Accepted, Refused, decide
from bloodpatch.pathway.episode import Episode, evolve
from bloodpatch.pathway.events import UPCASTS, Event, Happened, Upcast
from bloodpatch.pathway.findings import KINDS, FindingKind
from bloodpatch.pathway.queries.concerned_entries import concerned
from bloodpatch.record.codec import Codec

State = Any
"""What a decider folds its events into. Frozen: the same one is kept and handed out again."""


@dataclass(frozen=True)
class Decider:
    acts: Mapping[str, Act]
    events: Mapping[tuple[str, int], type[Event]]
    findings: Mapping[str, FindingKind]
    empty: Callable[[str], State]
    evolve: Callable[[State, Happened[Any]], State]
    decide: Callable[[State, Any, Context], Accepted | Refused]
    opens: Callable[[str], bool]
    """Whether a command of this name may be the first of an episode."""
    touched: Callable[[State, Happened[Any]], tuple[str, ...]]
    """The names of the events that one event says something about: its own, and what it puts
    right. Compared with what a command declares that it depends on."""
    pinned: Callable[[State], str | None]
    """Hash of the protocol that the episode follows."""
    upcasts: Mapping[tuple[str, int], Upcast]

    @cached_property
    def codec(self) -> Codec:
        return Codec(self.events, self.upcasts)


def touched(episode: Episode, happened: Happened[Any]) -> tuple[str, ...]:
    event = happened.event
    if isinstance(event, Corrected):
        meant = [int(event.position)]
    elif isinstance(event, Struck):
        meant = [int(position) for position in event.positions]
    else:
        return (event.name,)
    return (event.name, *(target.event.name for target in concerned(episode, meant)))


def opens(command: str) -> bool:
    return command == "referral.receive"


PATHWAY = Decider(
    acts=treatment.ACTS,
    events=treatment.EVENTS,
    findings=KINDS,
    empty=Episode,
    evolve=evolve,
    decide=decide,
    opens=opens,
    touched=touched,
    pinned=lambda episode: episode.protocol,
    upcasts=UPCASTS,
)
