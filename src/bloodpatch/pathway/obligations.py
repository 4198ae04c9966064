"""Nobody is lost: what is owed to a patient, by whom, and by when.

Obligations are computed from the episode, never stored. No open episode is ever without one:
`whereabouts` says where the patient is, each stage says what is owed there, and the property
tests take each cause away in turn and see that a patient would be lost.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role


@dataclass(frozen=True, kw_only=True)
class Obligation:
    """`act` names the command that usually settles it; `due` is UTC."""

    code: str
    owner: Role
    due: datetime
    says: str
    act: str | None = None

    @property
    def stage(self) -> str:
        return self.code.partition(".")[0]


Owed = Iterator[Obligation]
Cause = Callable[[Episode, Protocol], Owed]
"""One named reason why something is owed."""
