"""Fever and infection at the door: who goes home with one goes home seen."""

from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.standing_facts import standing, with_concepts, words

FEVER_IN_THE_HOUSE = declare(
    code="infection.before_going_home",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{flags}: a physician looks before the patient goes home.",
    rule="Fever or infection after a needle in the back goes the way of an infection, not home.",
    clears="A physician looks, and overrides with a reason; or it is told gone.",
    source="clinic",
    hazards=("H34",),
    treatment=("T11", "T14"),
    replay=("RED_FLAG", "NO_CLEARANCE"),
)

INFECTION = frozenset(
    {Concept.FEVER, Concept.REPORTED_FEVER, Concept.RIGORS, Concept.INFECTION_SOURCE}
)


def no_infection_goes_home_unseen(episode: Episode, context: Context) -> Findings:
    if told := with_concepts(standing(episode, context.protocol), INFECTION):
        yield FEVER_IN_THE_HOUSE(context, flags=words(told))
