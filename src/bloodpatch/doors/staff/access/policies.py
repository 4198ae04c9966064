"""What an address asks of its visitor. Every address says it; one that does not is not served.

    @policy(*CLINICAL)                          a physician or a nurse
    @policy(Role.PHYSICIAN, signing=True)       and the password again, if the last time is long ago
    @policy(*EVERY_ROLE, heartbeat=True)        asked by the page itself, not by a person
    @open_to_everybody                          no sign-in

A policy decides who may open a page. Who may give a command is settled below, in
`pathway/roles.py`, whatever page it comes from.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bloodpatch.pathway.roles import Role

View = TypeVar("View", bound=Callable[..., object])

EVERY_ROLE = (
    Role.PHYSICIAN,
    Role.NURSE,
    Role.FRONT_DESK,
    Role.SERVICE_LEAD,
    Role.ADMINISTRATOR,
)
STAMP = "access_policy"


@dataclass(frozen=True)
class Policy:
    """`search` names the posted field by which this address looks people up."""

    roles: frozenset[Role]
    everybody: bool = False
    signing: bool = False
    heartbeat: bool = False
    search: str = ""

    def admits(self, role: Role) -> bool:
        return self.everybody or role in self.roles


def policy(
    *roles: Role, signing: bool = False, heartbeat: bool = False, search: str = ""
) -> Callable[[View], View]:
    if not roles:
        raise ValueError("A policy names at least one role; `open_to_everybody` is another thing.")
    return _stamp(Policy(frozenset(roles), signing=signing, heartbeat=heartbeat, search=search))


def open_to_everybody(view: View) -> View:
    """For signing in itself. What is read in here may be read by the whole world."""
    return _stamp(Policy(frozenset(), everybody=True))(view)


def policy_of(view: object) -> Policy | None:
    found = getattr(view, STAMP, None)
    return found if isinstance(found, Policy) else None


def _stamp(rule: Policy) -> Callable[[View], View]:
    def stamp(view: View) -> View:
        # On the function itself: a decorator put around it carries the mark along (`wraps`).
        setattr(view, STAMP, rule)
        return view

    return stamp
