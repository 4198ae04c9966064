"""Which investigations were done, and which fact they came after."""

from collections.abc import Callable
from typing import Any

from bloodpatch.pathway.clinical import ImagedRegion, Investigation, ResultWord
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.clinical.sign_words import MEANS
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.queries.standing_facts import Fact, standing
from bloodpatch.pathway.queries.told_at_assessment import is_there
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


# WHICH PART WAS IMAGED

OF_THE_VEINS = frozenset({Investigation.CT_VENOGRAPHY, Investigation.MR_VENOGRAPHY})
OF_THE_HEAD = OF_THE_VEINS | {
    Investigation.CT,
    Investigation.MRI,
    Investigation.CT_ANGIOGRAPHY,
    Investigation.BRAIN_IMAGING,
}
OF_THE_SPINE = frozenset({Investigation.MR_MYELOGRAM, Investigation.CT_MYELOGRAM})
HEAD_REGIONS = frozenset({ImagedRegion.BRAIN, ImagedRegion.HEAD_AND_SPINE})
SPINE_REGIONS = frozenset(ImagedRegion) - {ImagedRegion.BRAIN, ImagedRegion.OTHER}


def is_back(event: Any) -> bool:
    """An image that nobody has looked at yet shows nothing."""
    return not (isinstance(event, Examination) and event.result is ResultWord.PENDING)


def regions(event: Any) -> tuple[ImagedRegion, ...]:
    return event.region or () if isinstance(event, Examination) else ()


def of_the_head(event: Any) -> bool:
    """Where no part is told, it is the head that was asked for."""
    part = set(regions(event) or {ImagedRegion.BRAIN})
    return is_back(event) and bool(OF_THE_HEAD & kinds(event)) and bool(part & HEAD_REGIONS)


def of_the_veins(event: Any) -> bool:
    """Or a clot was seen without."""
    seen = event.signs or () if isinstance(event, Examination) else ()
    clot = any(MEANS.get(s.code) is Concept.VENOUS_THROMBOSIS and is_there(s) for s in seen)
    return is_back(event) and (clot or bool(OF_THE_VEINS & kinds(event)))


def of_the_spine(event: Any) -> bool:
    """An MRI of a part that nobody told is not one of the spine."""
    part = set(regions(event))
    by_mri = Investigation.MRI in kinds(event) and bool(SPINE_REGIONS & part)
    return is_back(event) and (by_mri or bool(OF_THE_SPINE & kinds(event)))
