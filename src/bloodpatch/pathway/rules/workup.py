"""What a red flag calls for beside imaging: a look for infection, for pre-eclampsia.

A flag recorded anywhere calls for its examination until one is recorded as done. Nothing here
refuses: the flag itself holds the permits. This tells whoever recorded it what comes next.
"""

from collections.abc import Iterator
from typing import Any

from bloodpatch.pathway.clinical import (
    Investigation,
)
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, FindingKind, Findings, Level, declare
from bloodpatch.pathway.queries.blood_pressure import (
    pressure_of,
    severe_pressure,
    speaks_of_blood_pressure,
)
from bloodpatch.pathway.queries.childbirth import pre_eclampsia_is_possible
from bloodpatch.pathway.queries.investigations_done import (
    done_so_far,
    kinds,
    of_the_veins,
    unanswered,
)
from bloodpatch.pathway.queries.obstetric_review import by_obstetrics, for_eclampsia
from bloodpatch.pathway.queries.standing_facts import standing, words
from bloodpatch.pathway.rules.fever import measured_lately

C = Concept


def called(code: str, says: str, rule: str, clears: str, **more: Any) -> FindingKind:
    """An examination that is called for: shown at once, and holding nothing back by itself."""
    more = {"level": Level.ADVISE, "cause": Cause.PRESENT, "treatment": ("T3",)} | more
    return declare(code=code, says=says, rule=rule, clears=clears, **more)


LOOK_FOR_INFECTION = called(
    "workup.infection",
    "{because}: blood cultures, CRP, white cells. If meningitis is possible: antibiotics now; no "
    "lumbar puncture through infected skin, or before a scan where pressure may be raised.",
    "With an infection the headache may be meningitis, and injected blood may carry it in.",
    "Record what was looked for and what it showed.",
    source="acog2022",
    certainty="secondary",
    hazards=("H07",),
    replay=("INFECTION_WORKUP", "RED_FLAG"),
)
LOOK_FOR_ECLAMPSIA = called(
    "workup.pre_eclampsia",
    "{because}: obstetric review now; urine protein, platelets and liver values.",
    "In pregnancy and after birth a headache with high blood pressure is pre-eclampsia until shown "
    "otherwise.",
    "Record the urine or the bloods, or that obstetrics has seen her.",
    also=("assessment.high_systolic_mmhg", "assessment.high_diastolic_mmhg"),
    source="acog2022",
    certainty="secondary",
    hazards=("H08",),
    replay=("BP_WORKUP", "ESCALATE"),
)
SEIZURE_AFTER_BIRTH = called(
    "workup.seizure_after_birth",
    "Seizure, pregnant or after birth: eclampsia until shown otherwise. Obstetrics now, blood "
    "pressure, magnesium; then CT or MR with veins.",
    "A seizure in pregnancy or after birth is eclampsia until shown otherwise; a clot or a bleed "
    "may do the same.",
    "Record that obstetrics has seen her, and the imaging of the head with its veins.",
    source="acog2022",
    certainty="memory-medium",
    hazards=("H08",),
    replay=("BP_WORKUP", "ESCALATE"),
)
SEVERE_PRESSURE = called(
    "workup.severe_pressure",
    "{pressure}: severe. Obstetrics now, and treat it within {minutes} minutes of {at}.",
    "In pregnancy and after birth a severe blood pressure can cause a stroke: no time is lost.",
    "Record the next blood pressure below {systolic}/{diastolic}; or a physician overrides.",
    level=Level.HOLD,
    value="assessment.severe_systolic_mmhg",
    also=("assessment.severe_diastolic_mmhg", "assessment.severe_pressure_minutes"),
    hazards=("H08",),
    fact="workup.pre_eclampsia",
    replay=("BP_WORKUP", "ESCALATE"),
)
PRESSURE_NOT_TAKEN = called(
    "workup.blood_pressure_not_taken",
    "Pregnant or after birth, and no blood pressure is recorded: take it, and test the urine.",
    "In pregnancy and after birth a headache with high blood pressure is pre-eclampsia until shown "
    "otherwise.",
    "Record the blood pressure.",
    cause=Cause.MISSING,
    source="acog2022",
    certainty="secondary",
    hazards=("H08",),
    fact="workup.pre_eclampsia",
    replay=("BP_WORKUP", "MISSING_DATA"),
)

INFECTION = frozenset(
    {
        C.FEVER,
        C.REPORTED_FEVER,
        C.RIGORS,
        C.MENINGISM,
        C.RAISED_INFLAMMATION,
        C.INFECTION_SOURCE,
        C.SITE_INFECTION,
        C.SPINAL_INFECTION,
        C.MENINGITIS,
        C.SEPSIS,
    }
)
PRESSURE_OF_BLOOD = frozenset({C.HIGH_BLOOD_PRESSURE, C.PROTEINURIA})
FOR_INFECTION = frozenset(
    {
        Investigation.BLOOD_CULTURE,
        Investigation.CRP,
        Investigation.WHITE_CELLS,
        Investigation.FULL_BLOOD_COUNT,
        Investigation.LUMBAR_PUNCTURE,
        Investigation.WOUND_SWAB,
    }
)

NO_DEVICE = frozenset({"none"})


def for_infection(event: Any) -> bool:
    return bool(FOR_INFECTION & kinds(event))


def infection_workup(episode: Episode, context: Context) -> Findings:
    yield from missing_infection_steps(episode, context, INFECTION)


def infection_workup_at_time_out(episode: Episode, context: Context) -> Findings:
    """At the time-out, where a fever that was measured lately has a hold of its own."""
    held = {C.FEVER} if measured_lately(episode, context) else set()
    yield from missing_infection_steps(episode, context, INFECTION - held)


def missing_infection_steps(
    episode: Episode, context: Context, concepts: frozenset[Concept]
) -> Findings:
    because = [s.words for s in unanswered(episode, context, concepts, for_infection)]
    if not done_so_far(episode, for_infection):
        because += ways_in(episode, context)
    if because:
        yield LOOK_FOR_INFECTION(context, because=", ".join(dict.fromkeys(because)))


def ways_in(episode: Episode, context: Context) -> Iterator[str]:
    """By which germs may already have come in: something left in place, a leak through the skin."""
    for puncture in episode.referral.punctures:
        if (left := puncture.event.device_left) is not None and left not in NO_DEVICE:
            yield left.label
    leaks = (f for f in standing(episode, context.protocol) if f.concept is Concept.SKIN_LEAK)
    yield from (fact.words for fact in leaks)


def pre_eclampsia_is_looked_for(episode: Episode, context: Context) -> Findings:
    because = unanswered(episode, context, PRESSURE_OF_BLOOD, for_eclampsia)
    if because and pre_eclampsia_is_possible(episode, context.protocol):
        yield LOOK_FOR_ECLAMPSIA(context, because=words(because))


def seizure_after_birth_is_eclampsia(episode: Episode, context: Context) -> Findings:
    """Until obstetrics has seen her and the veins were imaged: this says what `imaging` would."""
    if not pre_eclampsia_is_possible(episode, context.protocol):
        return
    seen = unanswered(episode, context, frozenset({C.SEIZURE, C.ECLAMPSIA}), by_obstetrics)
    if seen or unanswered(episode, context, frozenset({C.SEIZURE, C.ECLAMPSIA}), of_the_veins):
        yield SEIZURE_AFTER_BIRTH(context)


def blood_pressure_is_taken(episode: Episode, context: Context) -> Findings:
    taken = any(speaks_of_blood_pressure(h.event) for h in episode.standing)
    if not taken and pre_eclampsia_is_possible(episode, context.protocol):
        yield PRESSURE_NOT_TAKEN(context)


def pressure_is_not_severe(episode: Episode, context: Context) -> Findings:
    if (reading := severe_pressure(episode, context.protocol)) is not None:
        limits = context.protocol.assessment
        yield SEVERE_PRESSURE(
            context,
            pressure=pressure_of(reading.event),
            minutes=limits.severe_pressure_minutes,
            at=min(reading.occurred.latest, reading.recorded_at),
            systolic=limits.severe_systolic_mmhg,
            diastolic=limits.severe_diastolic_mmhg,
        )


CALLED_FOR = (
    seizure_after_birth_is_eclampsia,
    infection_workup,
    pre_eclampsia_is_looked_for,
    pressure_is_not_severe,
)
