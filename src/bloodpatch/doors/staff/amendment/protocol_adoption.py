"""Moving an episode to the rules that the clinic runs now: what differs, and one signature."""

from typing import Any, ClassVar

from bloodpatch.doors.staff.acts.act_form import Asked
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.staff.rules.protocol_values import Value, changed
from bloodpatch.doors.ui.forms import CommandForm
from bloodpatch.doors.ui.forms.value_field import FaultError
from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.protocol import Protocol, difference
from bloodpatch.pathway.values import ValueFault

OTHERWISE = ValueFault(
    "Something else has come into force since this page was opened.",
    "What changes for this patient is not what you read.",
    "Read it again, then sign.",
)


class Moving(CommandForm):
    """A form that is signed for the rules that were read, and for no others."""

    unread: ClassVar[bool] = False

    def clean(self) -> None:
        if self.unread:
            self.add_error(None, FaultError(OTHERWISE))
        super().clean()


class AskedToMove(Asked):
    """The rules that the episode follows, those in force, and each value that would change."""

    pinned: Protocol
    current: Protocol
    changed: tuple[Value, ...] = ()

    def __init__(self, desk: Desk, act: Act, data: Any, current: Protocol) -> None:
        self.current = current
        self.unread = data is not None and data.get("read") != current.hash
        super().__init__(desk, act, data, given={"protocol": Code(current.hash)})

    def dressed(self, form: type[CommandForm]) -> type[CommandForm]:
        kind: Any = type(form)
        made: type[CommandForm] = kind("MovingForm", (Moving, form), {"unread": self.unread})
        return made

    @property
    def moves(self) -> bool:
        return self.pinned.hash != self.current.hash


def known(desk: Desk, hash: str | None) -> Protocol:
    protocol: Protocol = desk.request.record.protocols.known(desk.request.actor.clinic, hash)
    return protocol


def adopt(desk: Desk, act: Act, data: Any) -> Asked:
    pinned = known(desk, desk.episode.protocol)
    current = known(desk, desk.context.facts.protocol_in_force)
    asked = AskedToMove(desk, act, data, current)
    asked.pinned = pinned
    asked.changed = tuple(changed(one, current) for one in difference(pinned, current))
    return asked
