"""Patients for whom a patch needs a word more: in the consent, and in the plan.

None of these is a reason not to patch. Each is a reason to have talked about it or planned it
beforehand, and to have written down that this was done.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from bloodpatch.pathway.clinical import HistoryItem
from bloodpatch.pathway.clinical.history import Activity
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Finding, Findings, Level, declare
from bloodpatch.pathway.queries.conditions import conditions
from bloodpatch.pathway.queries.weight import weight_kg
from bloodpatch.pathway.rules.blood_values import blood_was_counted
from bloodpatch.pathway.values import Answer

CONSENT_TOPICS = declare(
    code="special_patient.consent_topics",
    level=Level.HOLD,
    cause=Cause.MISSING,
    asks="preparation.record_consent",
    says="The consent must also speak of: {topics}.",
    rule="With some illnesses, beliefs and ages, consent covers more than the usual risks.",
    clears="Talk about it, and record it with the consent.",
    source="clinic",
    hazards=("H12", "H14"),
    treatment=("T5",),
    replay=("CONSENT_SPECIAL",),
)
CHILD_WITHOUT_GUARDIAN = declare(
    code="special_patient.guardian",
    level=Level.HOLD,
    cause=Cause.MISSING,
    asks="preparation.record_consent",
    says="A child of {age}: a parent or guardian consents, and the child's own yes is recorded.",
    rule="A child's parent or guardian consents; the child is asked too.",
    clears="Record who signed, and the child's assent.",
    source="clinic",
    hazards=("H12",),
    treatment=("T5",),
    replay=("CONSENT_SPECIAL",),
)
CHILD_PLAN = declare(
    code="special_patient.child_plan",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="A child: decide how pain will be noticed during the injection; awake or light is better.",
    rule="A patient who cannot say that it hurts cannot stop the injection.",
    clears="Record the plan for sedation, also where it is none.",
    source="clinic",
    hazards=("H16", "H23"),
    treatment=("T5",),
    fact="preparation.sedation",
    replay=("SEDATION_RULE",),
)

AGE_NOT_KNOWN = declare(
    code="special_patient.age_not_known",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="The age is not known: a child needs a guardian, and less blood.",
    rule="Volume, doses and who consents depend on the age.",
    clears="Enter the date of birth on the page of the patient.",
    source="clinic",
    hazards=("H12",),
    treatment=("T5",),
    replay=("MISSING_DATA",),
)
CHILD_WEIGHT = declare(
    code="special_patient.child_weight",
    level=Level.HOLD,
    cause=Cause.MISSING,
    asks="preparation.record_vitals",
    says="A child of {age}, and no body weight is recorded: the volume goes by weight.",
    rule="A child's volume goes by weight.",
    clears="Weigh the child, and record it.",
    value="procedure.child_ml_per_kg_high",
    hazards=("H12", "H21"),
    treatment=("T7",),
    fact="special_patient.child_volume",
    replay=("VOLUME_CHECK", "MISSING_DATA"),
)
CHILD_VOLUME = declare(
    code="special_patient.child_volume",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="A child of {kg} kg: {low} to {high} mL, and less as soon as it hurts.",
    rule="A child's volume goes by weight.",
    clears="Nothing to clear: it is how much to draw.",
    value="procedure.child_ml_per_kg_high",
    also=("procedure.child_ml_per_kg_low",),
    hazards=("H12", "H21"),
    treatment=("T7",),
    replay=("VOLUME_CHECK",),
)

TOPICS: Mapping[HistoryItem, str] = {
    HistoryItem.HIV: "hiv",
    HistoryItem.LEUKAEMIA: "haematological_cancer",
    HistoryItem.HAEMATOLOGICAL_CANCER: "haematological_cancer",
    HistoryItem.INTRATHECAL_CHEMOTHERAPY: "haematological_cancer",
    HistoryItem.COVID: "covid",
    HistoryItem.RECENT_INFECTION: "infection",
    HistoryItem.JEHOVAHS_WITNESS: "jehovahs_witness",
}
WORDS: Mapping[str, str] = {
    "hiv": "HIV",
    "haematological_cancer": "cells that blood may carry into the CSF",
    "covid": "COVID-19",
    "infection": "an infection that blood may carry inside",
    "jehovahs_witness": "use of the own blood in a closed circuit",
    "transforaminal": "vessel and nerve root on a way through the foramen",
}
ABOUT_THE_CIRCUIT = frozenset({"accepted_closed_circuit", "refused"})
"""Answers about the own blood that nobody gives without having talked of the circuit."""


def topics(episode: Episode, context: Context) -> Iterator[str]:
    """What a consent has to speak of beside the usual risks."""
    told = conditions(episode) - settled_by_treatment(episode)
    yield from (TOPICS[c] for c in HistoryItem if c in told and c in TOPICS)
    if any(
        getattr(h.event, "planned_route", None) == "transforaminal"
        or getattr(h.event, "route", None) == "transforaminal"
        for h in episode.standing
    ):
        yield "transforaminal"


def settled_by_treatment(episode: Episode) -> frozenset[HistoryItem]:
    """HIV that is treated, with no other infection, speaks against no patch."""
    newest = {h.event.condition: h.event.activity for h in episode.assessment.history}
    treated = newest.get(HistoryItem.HIV) is Activity.TREATED
    return frozenset({HistoryItem.HIV}) if treated else frozenset()


def consent_covers_it(episode: Episode, context: Context) -> Findings:
    consent = episode.now.preparation.consent
    covered: set[str] = set((consent and consent.event.special) or ())
    if consent and consent.event.blood_use in ABOUT_THE_CIRCUIT:
        covered.add("jehovahs_witness")
    if missing := [t for t in dict.fromkeys(topics(episode, context)) if t not in covered]:
        yield CONSENT_TOPICS(context, topics="; ".join(WORDS[t] for t in missing))


def is_child(context: Context) -> bool:
    age = context.facts.age_years
    return age is not None and age < context.protocol.preparation.adult_from_years


def child_has_a_guardian(episode: Episode, context: Context) -> Findings:
    consent = episode.now.preparation.consent
    if not is_child(context):
        return
    signed = consent is not None and consent.event.signed_by in ("parent", "both", "guardian")
    if not signed or consent is None or consent.event.assent is not Answer.YES:
        yield CHILD_WITHOUT_GUARDIAN(context, age=context.facts.age_years)


def child_can_tell(episode: Episode, context: Context) -> Findings:
    if is_child(context) and episode.now.preparation.sedation_plan is None:
        yield CHILD_PLAN(context)


def age_is_known(_: Episode, context: Context) -> Findings:
    if context.facts.age_years is None:
        yield AGE_NOT_KNOWN(context)


def child_ml(kg: Decimal, context: Context) -> tuple[Decimal, Decimal]:
    """From how much to how much blood a child of this weight gets."""
    limits = context.protocol.procedure
    low, high = kg * limits.child_ml_per_kg_low, kg * limits.child_ml_per_kg_high
    most = Decimal(limits.child_ml_most)
    return min(low, most), min(high, most)


def child_has_a_weight(episode: Episode, context: Context) -> Findings:
    if not is_child(context):
        return
    kg = weight_kg(episode)
    if kg is None:
        yield CHILD_WEIGHT(context, age=context.facts.age_years)
    else:
        yield volume_of_a_child(kg, context)


def volume_of_a_child(kg: Decimal, context: Context) -> Finding:
    low, high = child_ml(kg, context)
    return CHILD_VOLUME(context, kg=kg, low=f"{low:.1f}", high=f"{high:.1f}")


BEFORE_TIME_OUT = (
    age_is_known,
    consent_covers_it,
    child_has_a_guardian,
    child_can_tell,
    child_has_a_weight,
    blood_was_counted,
)
