"""Allergies are compared with what is planned: told when recorded, agreed on at the time-out.

What touches the patient all the same is found at the step (`stages/procedure/allergens.py`).
"""

from collections.abc import Iterator

from bloodpatch.pathway.clinical import ImagingGuide
from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.person_facts import allergic_to

SUBSTITUTE = declare(
    code="allergy.substitute",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Allergic to {told}. Agree on what is used instead: {instead}.",
    rule="What a patient is allergic to is replaced, and all in the room know by what.",
    clears="Nothing to clear: agree on it at the time-out.",
    value="preparation.substitutes",
    hazards=("H11",),
    treatment=("T6",),
)
PLANNED = declare(
    code="allergy.planned",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Allergic to {told}, and it is planned: {plan}.",
    rule="What a patient is allergic to is not planned.",
    clears="Plan something else; or a physician overrides with a reason.",
    value="preparation.substitutes",
    hazards=("H11",),
    treatment=("T5", "T6"),
)


def named(allergies: frozenset[Allergy]) -> str:
    """In the order of the list, as they stand in a sentence."""
    words = {Allergy.OTHER: "something else (see the note)"}
    return ", ".join(words.get(a, a.label.lower()) for a in Allergy if a in allergies)


def instead(allergies: frozenset[Allergy], context: Context) -> str:
    """From the clinic's list; what is not on it, a physician names."""
    listed = {row.code: row.instead for row in context.protocol.preparation.substitutes}
    told = [listed.get(a) for a in Allergy if a in allergies]
    unlisted = ["what a physician names"] if None in told else []
    return "; ".join([*(words for words in told if words), *unlisted])


def substitutes_are_agreed(episode: Episode, context: Context) -> Findings:
    if allergies := allergic_to(episode, context.facts):
        told, other = named(allergies), instead(allergies, context)
        yield SUBSTITUTE(context, told=told, instead=other)


def planned(episode: Episode) -> Iterator[tuple[Allergy, str]]:
    preparation = episode.now.preparation
    if episode.now.booking.imaging_plan is ImagingGuide.CONTRAST:
        yield Allergy.CONTRAST, "imaging with contrast"
    if preparation.sedation_plan and preparation.sedation_planned:
        drugs = ", ".join(dose.drug for dose in preparation.sedation_plan.event.drugs or ())
        yield Allergy.SEDATIVE, f"sedation with {drugs}" if drugs else "sedation"


def nothing_planned_is_an_allergen(episode: Episode, context: Context) -> Findings:
    allergies = allergic_to(episode, context.facts)
    if met := [(one, words) for one, words in planned(episode) if one in allergies]:
        told = named(frozenset(one for one, _ in met))
        yield PLANNED(context, told=told, plan=", ".join(words for _, words in met))


BEFORE_TIME_OUT = (substitutes_are_agreed, nothing_planned_is_an_allergen)
WHEN_RECORDED = (substitutes_are_agreed,)
