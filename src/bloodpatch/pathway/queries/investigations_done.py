"""Which investigations were done, and which fact they came after."""

from collections.abc import Callable
from typing import Any

from bloodpatch.pathway.clinical import (
    Investigation,
    RedFlag,
)
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.queries.flags_told import Seen, seen
from bloodpatch.pathway.stage_stream import later

NOT_DONE = frozenset({"requested", "refused"})


Answers = Callable[[Any], bool]


def unanswered(
    episode: Episode, context: Context, flags: frozenset[RedFlag], answers: Answers
) -> tuple[Seen, ...]:
    """The flags among these after which nothing is recorded that answers them."""
    done = done_so_far(episode, answers)
    told_of = seen(episode, context.protocol)
    return tuple(s for s in told_of if s.flag in flags and not is_answered(s.newest, done))


def done_so_far(episode: Episode, answers: Answers) -> list[Happened[Any]]:
    return [h for h in episode.assessment.events if is_done(h.event) and answers(h.event)]


def is_answered(entry: Happened[Any], done: list[Happened[Any]]) -> bool:
    """By itself, or by what came after it."""
    return any(h.position == entry.position or later(h, entry) for h in done)


def is_done(event: Any) -> bool:
    """Asked for is not done, and refused is not done."""
    return getattr(event, "done", None) not in NOT_DONE


def kinds(event: Any) -> frozenset[Investigation]:
    """Which investigations an entry records; none, where it records something else."""
    recorded = event.name == "assessment.investigation_recorded"
    return frozenset(event.kind) if recorded else frozenset()
