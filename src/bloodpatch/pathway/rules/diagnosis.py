"""Is it this headache at all: what was there before, what else it is, where it belongs.

The diagnosis is clinical. No puncture, or a leak elsewhere, means that another pathway is right.
"""

from collections.abc import Iterator
from typing import Any

from bloodpatch.pathway.clinical import Diagnosis, HistoryItem
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.conditions import conditions
from bloodpatch.pathway.queries.standing_facts import standing
from bloodpatch.pathway.values import Region

OLD_DEFICIT = declare(
    code="diagnosis.deficit_before",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{deficit}, known from before: have it explained, and write down what is old.",
    rule="What was weak or numb before must not hide what is new.",
    clears="Record the opinion of neurology.",
    source="clinic",
    hazards=("H10", "H34"),
    treatment=("T3",),
    replay=("REVIEW_DIAGNOSIS", "MISSING_DATA"),
)
ANOTHER_PATHWAY = declare(
    code="diagnosis.another_pathway",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{why}: this is not the headache that this treatment is for.",
    rule="A leak without a puncture, or one far from the lumbar spine, has a pathway of its own.",
    clears="A specialist joins, and a physician overrides with the reason.",
    source="jnnp2023",
    certainty="memory-medium",
    hazards=("H10",),
    treatment=("T3",),
    replay=("OTHER_PATHWAY", "IMAGE_FIRST"),
)
AIR = declare(
    code="diagnosis.air",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Air in the head: oxygen and rest first; a patch does not remove it.",
    rule="Air in the head is usually absorbed within days.",
    clears="Record that the air is gone.",
    source="accessanesthesiology",
    certainty="verified",
    hazards=("H10",),
    treatment=("T3",),
    replay=("ALT_TREATMENT", "REVIEW_DIAGNOSIS"),
)

DEFICITS = frozenset(
    {
        HistoryItem.ARM_DEFICIT,
        HistoryItem.ARM_WEAKNESS,
        HistoryItem.LIMB_WEAKNESS,
        HistoryItem.FACIAL_NUMBNESS,
        HistoryItem.MULTIPLE_SCLEROSIS,
        HistoryItem.SEIZURE_DISORDER,
        HistoryItem.INTRACRANIAL_LESION,
    }
)

DIAGNOSED = "assessment.diagnosis_recorded"
EXCLUDED = frozenset({"excluded"})
NOT_CERTAIN = frozenset({"excluded", "alternative"})


def diagnoses(episode: Episode, without: frozenset[str] = EXCLUDED) -> frozenset[Diagnosis]:
    """What was named and still stands: the newest word on each."""
    newest: dict[Diagnosis, Any] = {}
    named = (h for h in episode.assessment.events if h.event.name == DIAGNOSED)
    for entry in named:
        newest |= dict.fromkeys(entry.event.diagnosis, entry.event.standing)
    return frozenset(d for d, standing in newest.items() if standing not in without)


def elsewhere(episode: Episode) -> Iterator[str]:
    """Why it belongs somewhere else, in words."""
    if episode.referral.no_puncture:
        yield "There was no puncture"
    if Diagnosis.SIH in diagnoses(episode, without=NOT_CERTAIN):
        yield "A spontaneous leak was diagnosed"
    regions = {region_of(h.event) for h in episode.referral.punctures}
    if Region.CERVICAL in regions:
        yield "The puncture was in the neck"
    if HistoryItem.CSF_RHINORRHOEA in conditions(episode):
        yield "CSF also leaks from the nose"


def region_of(puncture: Any) -> Region | None:
    if puncture.level is not None:
        return Region(puncture.level.region)
    return puncture.region or (puncture.vertebra.region if puncture.vertebra else None)


def old_deficits_are_explained(episode: Episode, context: Context) -> Findings:
    left = DEFICITS & conditions(episode)
    old = [c.label for c in HistoryItem if c in left]
    facts = standing(episode, context.protocol)
    old += [f.words for f in facts if f.concept is Concept.OLD_FOCAL_SIGN]
    if old and not any(o.event.specialty == "neurology" for o in episode.assessment.opinions):
        yield OLD_DEFICIT(context, deficit=", ".join(old))


def it_is_this_pathway(episode: Episode, context: Context) -> Findings:
    if why := "; ".join(elsewhere(episode)):
        yield ANOTHER_PATHWAY(context, why=why)


def no_air_in_the_head(episode: Episode, context: Context) -> Findings:
    """The newest word on it: a sign that is gone is gone."""
    if any(f.concept is Concept.PNEUMOCEPHALUS for f in standing(episode, context.protocol)):
        yield AIR(context)


CALLED_FOR = (old_deficits_are_explained, no_air_in_the_head)
