"""Moving an episode to the rules that the clinic runs now: what differs, and one signature."""

from typing import Any

from bloodpatch.doors.staff.acts.asking import Asked
from bloodpatch.doors.staff.desk import Desk
from bloodpatch.doors.staff.rules.values import Value, changed
from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.protocol import Protocol, difference


class AskedToMove(Asked):
    """The rules that the episode follows, those in force, and each value that would change."""

    pinned: Protocol
    current: Protocol
    changed: tuple[Value, ...] = ()

    @property
    def moves(self) -> bool:
        return self.pinned.hash != self.current.hash


def known(desk: Desk, hash: str | None) -> Protocol:
    protocol: Protocol = desk.request.record.protocols.known(desk.request.actor.clinic, hash)
    return protocol


def adopt(desk: Desk, act: Act, data: Any) -> Asked:
    pinned = known(desk, desk.episode.protocol)
    current = known(desk, desk.context.facts.protocol_in_force)
    asked = AskedToMove(desk, act, data, given={"protocol": Code(current.hash)})
    asked.pinned, asked.current = pinned, current
    asked.changed = tuple(changed(one, current) for one in difference(pinned, current))
    return asked
