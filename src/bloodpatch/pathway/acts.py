"""The two kinds of command: a permit asks beforehand, a record says what happened.

An `Act` ties a command to the event that follows and to the rungs that it must climb. The rungs
of a *permit* can refuse it. The rungs of a *record* never do: what they find is noted on the
event, because a pen cannot refuse to write.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.statements import Command

StateRung = Callable[[Episode, Context], Findings]
"""Needs no field: asked beforehand, to draw a button, and again to decide."""

FieldRung = Callable[[Episode, Any, Context], Findings]
"""Needs what was stated."""


Waived = tuple[Callable[[Command], bool], tuple[StateRung, ...]]
"""Which statements need not climb which rungs."""

ACT_BEHIND: dict[type[Event], "Act"] = {}
"""The act behind each event. `treatment` fills it: the desks that read it are rooms of it too."""


@dataclass(frozen=True, kw_only=True)
class Act:
    """One command and all that is decided about it.

    `contradicts` are rungs that look at the whole episode, also at what happened later: a statement
    that cannot be true beside another is refused until one of the two is corrected.
    `depends_on` are prefixes of event names: where one of them was recorded since the page was
    drawn, the person is shown what happened instead of having the command decided on it.
    `waived` are rungs that some statements need not climb: a provisional booking waits for the very
    scan that a red flag asks for.
    """

    command: type[Command]
    becomes: type[Event]
    permit: bool
    state: tuple[StateRung, ...] = ()
    fields: tuple[FieldRung, ...] = ()
    contradicts: tuple[FieldRung, ...] = ()
    depends_on: tuple[str, ...] = ()
    waived: Waived | None = None

    def climbed_by(self, command: Command | None) -> tuple[StateRung, ...]:
        """The state rungs for this statement; all of them, before anything is stated."""
        if command is None or self.waived is None or not self.waived[0](command):
            return self.state
        return tuple(rung for rung in self.state if rung not in self.waived[1])

    @property
    def name(self) -> str:
        return self.command.name

    @property
    def stage(self) -> str:
        return self.command.name.partition(".")[0]


def permit(
    command: type[Command],
    *,
    becomes: type[Event],
    state: tuple[StateRung, ...] = (),
    fields: tuple[FieldRung, ...] = (),
    depends_on: tuple[str, ...] = (),
    waived: Waived | None = None,
) -> Act:
    """An act that is asked for beforehand and can be refused."""
    return Act(
        command=command,
        becomes=becomes,
        permit=True,
        state=state,
        fields=fields,
        depends_on=depends_on,
        waived=waived,
    )


def record(
    command: type[Command],
    *,
    becomes: type[Event],
    judged_by: tuple[StateRung, ...] = (),
    fields: tuple[FieldRung, ...] = (),
    contradicts: tuple[FieldRung, ...] = (),
    depends_on: tuple[str, ...] = (),
) -> Act:
    """Something that happened. `judged_by` are the rungs of the permit it should have had."""
    return Act(
        command=command,
        becomes=becomes,
        permit=False,
        state=judged_by,
        fields=fields,
        contradicts=contradicts,
        depends_on=depends_on,
    )
