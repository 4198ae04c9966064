"""Patients for whom a patch needs a word more: in the consent, and in the plan.

None of these is a reason not to patch. Each is a reason to have talked about it or planned it
beforehand, and to have written down that this was done.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal

from bloodpatch.pathway.clinical import HistoryItem
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Finding, Findings, Level, declare
from bloodpatch.pathway.queries.childbirth import how_far, late_in_pregnancy
from bloodpatch.pathway.queries.conditions import conditions
from bloodpatch.pathway.queries.weight import weight_kg
from bloodpatch.pathway.rules.blood_values import blood_was_counted
from bloodpatch.pathway.stages.assessment.statements import Obstetrics
from bloodpatch.pathway.stages.preparation.statements import PregnancyQuestion
from bloodpatch.pathway.stages.recovery.events import RestStarted
from bloodpatch.pathway.stages.recovery.statements import RestPosition
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

LATE = "procedure.tilted_from_weeks"
ON_HER_SIDE = declare(
    code="special_patient.on_her_side",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{weeks}: not prone, not flat on the back. She lies on her left side.",
    rule="Late in pregnancy a woman lies on her left side, so that the womb presses on no vessel.",
    clears="Nothing to clear: have the table and the bay ready for it.",
    value=LATE,
    hazards=("H20",),
    treatment=("T6",),
)
RESTS_ON_THE_BACK = declare(
    code="special_patient.rests_on_the_back",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{weeks}: she rests {position}. Turn her on her left side.",
    rule="Late in pregnancy a woman rests on her left side, not flat on the back.",
    clears="Turn her, and record the position.",
    value=LATE,
    hazards=("H20",),
    treatment=("T8",),
)
FETUS_NOT_ASKED = declare(
    code="special_patient.fetus_not_asked",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="{weeks}. Not recorded for this visit: {parts}.",
    rule="Late in pregnancy the fetus is looked after, and the labour ward knows, before a needle.",
    clears="Ask, and record it with the question for pregnancy.",
    asks="preparation.record_pregnancy_question",
    value=LATE,
    hazards=("H20",),
    treatment=("T6",),
    fact="special_patient.fetus",
    replay=("ESCALATE", "MISSING_DATA"),
)
FETUS_NOT_WELL = declare(
    code="special_patient.fetus_not_well",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="The fetus is not well: obstetrics now, before anything else.",
    rule="A child in danger comes before a headache.",
    clears="Obstetrics looks, and the answer is recorded again.",
    source="clinic",
    hazards=("H20",),
    treatment=("T6",),
    fact="special_patient.fetus",
    replay=("ESCALATE", "HOLD_PATCH"),
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
    yield from (TOPICS[c] for c in HistoryItem if c in conditions(episode) and c in TOPICS)
    if any(
        getattr(h.event, "planned_route", None) == "transforaminal"
        or getattr(h.event, "route", None) == "transforaminal"
        for h in episode.standing
    ):
        yield "transforaminal"


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


def lies_on_her_side(episode: Episode, context: Context) -> Findings:
    """Whatever the protocol has."""
    if late_in_pregnancy(episode, context.protocol):
        yield ON_HER_SIDE(context, weeks=how_far(episode, context.protocol))


def rests_on_her_side(episode: Episode, context: Context) -> Findings:
    rest = episode.now.recovery.latest(RestStarted)
    on_the_womb = rest is not None and rest.event.position in ON_THE_WOMB
    if rest and on_the_womb and late_in_pregnancy(episode, context.protocol):
        position = str(getattr(rest.event.position, "label", "")).lower()
        yield RESTS_ON_THE_BACK(
            context, weeks=how_far(episode, context.protocol), position=position
        )


ON_THE_WOMB = frozenset({RestPosition.FLAT, RestPosition.PRONE})


def fetus_is_well(episode: Episode, context: Context) -> Findings:
    """Told for this visit, to obstetrics or here; the newest word counts."""
    if not late_in_pregnancy(episode, context.protocol):
        return
    told = told_of_the_fetus(episode, context)
    well = next((e.fetus_well for e in reversed(told) if e.fetus_well in SAID), None)
    ward = any(isinstance(e, PregnancyQuestion) and e.labour_ward_told is Answer.YES for e in told)
    if well is Answer.NO:
        yield FETUS_NOT_WELL(context)
        return
    asked = {"that the fetus is well": well is not None, "that the labour ward knows": ward}
    if parts := [words for words, known in asked.items() if not known]:
        weeks = how_far(episode, context.protocol)
        yield FETUS_NOT_ASKED(context, weeks=weeks, parts=", ".join(parts))


def told_of_the_fetus(episode: Episode, context: Context) -> list[Obstetrics | PregnancyQuestion]:
    hours = timedelta(hours=context.protocol.preparation.answers_valid_hours)
    entries = (*episode.assessment.events, *episode.now.preparation.events)
    recent = [h for h in entries if h.occurred.earliest >= context.now - hours]
    in_time = sorted(recent, key=lambda h: h.order)
    return [h.event for h in in_time if isinstance(h.event, Obstetrics | PregnancyQuestion)]


SAID = (Answer.YES, Answer.NO)
WHEN_RECORDED = (rests_on_her_side,)
BEFORE_TIME_OUT = (
    lies_on_her_side,
    fetus_is_well,
    age_is_known,
    consent_covers_it,
    child_has_a_guardian,
    child_can_tell,
    child_has_a_weight,
    blood_was_counted,
)
