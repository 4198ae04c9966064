"""What stands on record at a step, read from the plain list and never through a rule."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bloodpatch.pathway.clinical import RED_FLAGS_ASKED
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.decide import Accepted, Refused
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Event, Happened
from bloodpatch.pathway.review.events import (
    HoldOverridden,
    StopLifted,
)
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.events import RedFlagsScreened
from bloodpatch.pathway.stages.followup.events import (
    Contacted,
    Reported,
)
from bloodpatch.pathway.stages.preparation.events import ScreenedAgain
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer


@dataclass(slots=True)
class Step:
    """One command at one state, and what became of it."""

    before: Episode
    command: Command
    outcome: Accepted | Refused
    after: Episode
    context: Context
    kept: tuple[Any, ...]

    @property
    def accepted(self) -> bool:
        return isinstance(self.outcome, Accepted)

    @property
    def against(self) -> tuple[str, ...]:
        return self.after.history[-1].against if self.accepted else ()


def standing(episode: Episode, *kinds: type[Event]) -> list[Happened[Any]]:
    """What stands on record of these kinds, in the order in which it happened."""
    found = [h for h in episode.standing if isinstance(h.event, kinds)]
    return sorted(found, key=lambda h: h.order)


def here(episode: Episode, *kinds: type[Event]) -> list[Happened[Any]]:
    """The same, since another patch was decided on."""
    again = [h.position for h in episode.standing if h.event.opens_round]
    since = again[-1] if again else 0
    return [h for h in standing(episode, *kinds) if h.position > since]


def after(one: list[Happened[Any]], *others: list[Happened[Any]]) -> bool:
    """Whether the newest of one is there and newer than every other."""
    return bool(one) and all(not other or one[-1].order > other[-1].order for other in others)


def overridden(step: Step, *topics: str) -> bool:
    """By a physician, for this act and this patch, on a finding of one of these topics."""
    return any(
        h.by.role is Role.PHYSICIAN
        and h.event.act.plain() == step.command.name
        and int(h.event.patch_number.value) == step.before.patch_number
        and h.event.finding.plain().startswith(topics)
        for h in standing(step.before, HoldOverridden)
    )


def flags_asked_since(step: Step, hours: int, since: Any = None) -> bool:
    """Every flag of the list, within these hours, and after an entry if one is named."""
    earliest = step.context.now - timedelta(hours=hours)
    screens = standing(step.before, RedFlagsScreened, ScreenedAgain, Contacted, Reported)
    recent = [
        h.event.flags
        for h in screens
        if h.event.flags
        and h.occurred.earliest >= earliest
        and (since is None or h.order > since.order)
    ]
    return all(any(f.get(flag) is not Answer.NOT_ASKED for f in recent) for flag in RED_FLAGS_ASKED)


def flag_is_up(step: Step) -> bool:
    """The newest answer to some flag of the bedside list is yes, and nobody lifted or overrode."""
    newest: dict[str, Answer] = {}
    kinds = (RedFlagsScreened, ScreenedAgain, Contacted, Reported)
    for h in standing(step.before, *kinds):
        for flag in RED_FLAGS_ASKED:
            if h.event.flags and (said := h.event.flags.get(flag)) is not Answer.NOT_ASKED:
                newest[flag] = said
    lifted = bool(standing(step.before, StopLifted)) or overridden(step, "red_flag.")
    return Answer.YES in newest.values() and not lifted


def inside(episode: Episode) -> tuple[Any, ...]:
    """Everything that an episode holds, each by what it is."""
    return tuple(getattr(episode, name) for name in Episode.__dataclass_fields__)
