"""What nobody goes home with unseen: it stops nobody, and a physician looks first."""

from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.changed_legs import is_of_the_legs
from bloodpatch.pathway.queries.standing_facts import Fact, standing, with_concepts, words
from bloodpatch.pathway.queries.urgent_facts import AFTER_A_NEEDLE, since_the_needle
from bloodpatch.pathway.rules.fever import taken_lately

NOT_SEEN = declare(
    code="going_home.not_seen",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{flags}: a physician looks before the patient goes home.",
    rule="Fever, infection, a reaction or a new sign of the back is looked at in the house.",
    clears="A physician looks, and overrides with a reason; or it is told gone.",
    source="yentis2020",
    certainty="secondary",
    hazards=("H34",),
    treatment=("T11", "T14"),
    replay=("RED_FLAG", "NO_CLEARANCE"),
)

INFECTION = frozenset(
    {Concept.FEVER, Concept.REPORTED_FEVER, Concept.RIGORS, Concept.INFECTION_SOURCE}
)
OF_THIS_VISIT = AFTER_A_NEEDLE | {Concept.ALLERGIC_REACTION}


def nothing_goes_home_unseen(episode: Episode, context: Context) -> Findings:
    """What came back, or a fever that rose, is not what was overridden before."""
    facts = standing(episode, context.protocol)
    told = with_concepts(facts, INFECTION)
    here = with_concepts(since_the_needle(facts, episode), OF_THIS_VISIT)
    told += tuple(fact for fact in here if not is_of_the_legs(fact))
    if told:
        since = max(fact.since for fact in told)
        read = (t for _, t in taken_lately(episode, context)) if any(map(is_fever, told)) else ()
        hottest = max(read, key=lambda t: t.value, default="none")
        yield NOT_SEEN(context, flags=words(told), since=since, hottest=hottest)


def is_fever(fact: Fact) -> bool:
    return fact.concept is Concept.FEVER
