"""Which investigations were done, and which fact they came after."""

from collections.abc import Callable
from typing import Any

from bloodpatch.pathway.clinical import Investigation
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.queries.standing_facts import Fact, standing
from bloodpatch.pathway.stage_stream import later
from bloodpatch.pathway.stages.assessment.choices import Progress
from bloodpatch.pathway.stages.assessment.statements import Examination

NOT_DONE = frozenset({Progress.REQUESTED, Progress.REFUSED})

Answers = Callable[[Any], bool]


def unanswered(
    episode: Episode, context: Context, concepts: frozenset[Concept], answers: Answers
) -> tuple[Fact, ...]:
    """The standing facts among these after which nothing is recorded that answers them, a
    physician's review least of all."""
    done = done_so_far(episode, answers)
    facts = standing(episode, context.protocol)
    told = (f for f in facts if f.concept in concepts and not f.reviewed)
    return tuple(f for f in told if not is_answered(f.newest, done))


def done_so_far(episode: Episode, answers: Answers) -> list[Happened[Any]]:
    return [h for h in episode.assessment.events if is_done(h.event) and answers(h.event)]


def is_answered(entry: Happened[Any], done: list[Happened[Any]]) -> bool:
    """By itself, or by what came after it."""
    return any(h.position == entry.position or later(h, entry) for h in done)


def is_done(event: Any) -> bool:
    """Asked for is not done, and refused is not done."""
    return not (isinstance(event, Examination) and event.done in NOT_DONE)


def kinds(event: Any) -> frozenset[Investigation]:
    """Which investigations an entry records; none, where it records something else."""
    return frozenset(event.kind) if isinstance(event, Examination) else frozenset()
