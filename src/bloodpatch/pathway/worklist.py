"""What is owed to a patient, and what is next for the person who looks."""

from datetime import datetime

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.obligations import Obligation
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import MAY_GIVE, Role
from bloodpatch.pathway.treatment import CAUSES


def owed(episode: Episode, protocol: Protocol) -> tuple[Obligation, ...]:
    """Everything that is owed now, the most urgent first."""
    found = (o for cause in CAUSES for o in cause(episode, protocol))
    return tuple(sorted(found, key=lambda o: (o.due, o.code)))


def next_for(role: Role, obligations: tuple[Obligation, ...]) -> Obligation | None:
    """The first thing owed that this person may do; a nurse is never shown a signature."""
    return next((o for o in obligations if o.act and role in MAY_GIVE[o.act]), None)


def late(obligation: Obligation, now: datetime) -> bool:
    return now > obligation.due
