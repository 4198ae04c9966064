"""Who has to agree before a patch: what this clinic does not decide alone."""

from collections.abc import Iterator, Mapping
from typing import Any

from bloodpatch.pathway.clinical import Specialty
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.childbirth import is_pregnant
from bloodpatch.pathway.queries.standing_facts import standing, words
from bloodpatch.pathway.stage_stream import later
from bloodpatch.pathway.stages.assessment.choices import Advice, Basis
from bloodpatch.pathway.stages.assessment.statements import Decision, Obstetrics, Opinion, Plan
from bloodpatch.pathway.values import Answer

JOIN = declare(
    code="specialist.needed",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{because}: decide together with {who}, and record what they say.",
    rule="With a bleed, a clot, cancer of the blood or a pregnancy nobody decides alone.",
    clears="Record the opinion of each.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H08", "H06"),
    treatment=("T3",),
    replay=("ESCALATE",),
)
DISCUSS_FIRST = declare(
    code="specialist.blood_cancer",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="{because}, and no word of haematology is recorded.",
    rule="Cells that blood may carry into the CSF are discussed with haematology before a patch.",
    clears="Record the opinion of haematology; or a physician overrides with a reason.",
    asks="assessment.record_opinion",
    source="clinic",
    hazards=("H06", "H08"),
    treatment=("T3",),
    replay=("ESCALATE", "HOLD_PATCH"),
)

ADVISES_AGAINST = declare(
    code="specialist.advises_against",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{who} advises against a patch, or to withhold it for now.",
    rule="Whoever was asked was asked for a reason; a physician decides, and says why.",
    clears="Record a newer opinion; or a physician overrides with the reason.",
    source="clinic",
    hazards=("H08", "H10"),
    treatment=("T3",),
    replay=("HOLD_PATCH", "ESCALATE"),
)
ON_CONDITIONS = declare(
    code="specialist.on_conditions",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{who} agrees on conditions: they stand in the note of the opinion.",
    rule="What an agreement depends on is read before the needle.",
    clears="Record a newer opinion once they are met.",
    source="clinic",
    hazards=("H08",),
    treatment=("T3",),
    fact="specialist.advises_against",
    replay=("ESCALATE",),
)

WITH_WHOM: Mapping[Concept, tuple[Specialty, ...]] = {
    Concept.SUBDURAL_ON_IMAGING: (Specialty.NEUROSURGERY,),
    Concept.INTRACRANIAL_BLEED: (Specialty.NEUROSURGERY,),
    Concept.RAISED_ICP: (Specialty.NEUROSURGERY,),
    Concept.PAPILLOEDEMA: (Specialty.NEUROSURGERY,),
    Concept.SPINAL_BLEED: (Specialty.NEUROSURGERY,),
    Concept.SPINAL_INFECTION: (Specialty.NEUROSURGERY,),
    Concept.CAUDA_EQUINA: (Specialty.NEUROSURGERY,),
    Concept.VENOUS_THROMBOSIS: (Specialty.NEUROLOGY, Specialty.HAEMATOLOGY),
    Concept.STROKE: (Specialty.NEUROLOGY,),
    Concept.HAEMATOLOGICAL_MALIGNANCY: (Specialty.HAEMATOLOGY,),
}
RESTS_ON: Mapping[Basis, Specialty] = {
    basis: Specialty(basis.value) for basis in Basis if basis.value in set(Specialty)
}
"""A decision names who it rests on, and who took part in it."""


def reasons(episode: Episode, context: Context) -> Iterator[tuple[str, Specialty, Any]]:
    """Why, who, and since which entry; a pregnancy is known throughout."""
    for fact in (f for f in standing(episode, context.protocol) if not f.reviewed):
        for who in WITH_WHOM.get(fact.concept, ()):
            yield fact.words, who, fact.first
    if is_pregnant(episode):
        yield "Pregnancy", Specialty.OBSTETRICS, None


def has_joined(episode: Episode, who: Specialty, since: Happened[Any] | None) -> bool:
    """Heard since then: an opinion, a part in the decision, a review by obstetrics."""
    heard = (h for h in episode.assessment.events if who in heard_in(h.event))
    return any(later(h, since) for h in heard)


def heard_in(event: Any) -> set[Specialty]:
    """Whose word an entry brings. "No opinion yet" is none."""
    match event:
        case Opinion():
            return set() if event.advice is Advice.NO_OPINION_YET else {event.specialty}
        case Obstetrics():
            reviewed = event.obstetric_review is Answer.YES
            return {Specialty.OBSTETRICS} if reviewed else set()
        case Decision():
            took_part = {RESTS_ON[b] for b in event.basis or () if b in RESTS_ON}
            return took_part | set(event.decided_by or ())
        case Plan():
            return {RESTS_ON[b] for b in event.basis or () if b in RESTS_ON}
    return set()


def specialists_have_joined(episode: Episode, context: Context) -> Findings:
    told_of = reasons(episode, context)
    if open_ := [(why, who) for why, who, at in told_of if not has_joined(episode, who, at)]:
        why = ", ".join(dict.fromkeys(why for why, _ in open_))
        who = ", ".join(dict.fromkeys(who.label for _, who in open_))
        yield JOIN(context, because=why, who=who)


def cancer_of_the_blood_was_discussed(episode: Episode, context: Context) -> Findings:
    """At the time-out what is only advised elsewhere holds, unless haematology was heard."""
    for fact in standing(episode, context.protocol):
        cancer = fact.concept is Concept.HAEMATOLOGICAL_MALIGNANCY
        if cancer and not has_joined(episode, Specialty.HAEMATOLOGY, fact.first):
            yield DISCUSS_FIRST(context, because=fact.words)


def nobody_advises_against(episode: Episode, context: Context) -> Findings:
    """The newest word of each specialty, until it is another."""
    facts = standing(episode, context.protocol)
    if against := [f for f in facts if f.concept is Concept.ADVISED_AGAINST]:
        newest = max(fact.newest.latest for fact in against)
        yield ADVISES_AGAINST(context, who=words(against), since=newest)
    if who := words(f for f in facts if f.concept is Concept.ON_CONDITIONS):
        yield ON_CONDITIONS(context, who=who)


CALLED_FOR = (specialists_have_joined, nobody_advises_against)
