"""What the entries around a patch and after it tell: legs, the table, home, adverse events."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bloodpatch.pathway.clinical import Course, Symptom, symptoms
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.clinical.diagnoses import HAPPENED
from bloodpatch.pathway.clinical.neurology import Neurology
from bloodpatch.pathway.clinical.shared_statements import ReliefTold
from bloodpatch.pathway.clinical.symptoms import Examined, LegRaise
from bloodpatch.pathway.clinical.words_that_compare import AFTER_A_PATCH
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.telling import (
    Said,
    Telling,
    answered,
    by_posture,
    diagnosed,
    listed,
    one,
    pressure,
    relieved,
)
from bloodpatch.pathway.stages.adverse_event.statements import Opening
from bloodpatch.pathway.stages.closure.statements import OutcomeTold
from bloodpatch.pathway.stages.discharge.statements import Departure, NeurologyCheck
from bloodpatch.pathway.stages.followup.choices import MEANS as AT_HOME_MEANS
from bloodpatch.pathway.stages.followup.choices import Effect
from bloodpatch.pathway.stages.followup.statements import HowItIs, Status
from bloodpatch.pathway.stages.preparation.statements import Baseline, BleedingHistory, Rescreen
from bloodpatch.pathway.stages.procedure.choices import MEANS as DURING_MEANS
from bloodpatch.pathway.stages.procedure.choices import STOPS_MEAN
from bloodpatch.pathway.stages.procedure.statements import DuringEvent, Injection
from bloodpatch.pathway.stages.recovery.statements import LEGS_MEAN, Legs, Observations

C = Concept
KNOWN = frozenset({Examined.NORMAL, Examined.CHANGED, LegRaise.NORMAL, LegRaise.LIMITED})
CHANGED = frozenset({Examined.CHANGED, LegRaise.LIMITED})
LEGS, EXAMINED = "legs:power", "legs:examined"
"""As observed in recovery, and as examined and compared (`legs_after_patch`)."""
SADDLE, BLADDER, FEELING = "legs:saddle", "legs:bladder", "legs:feeling"
OLD: Mapping[str, frozenset[Symptom]] = {
    LEGS: frozenset({Symptom.LEG_WEAKNESS, Symptom.HEMIPARESIS}),
    SADDLE: frozenset({Symptom.SADDLE_NUMBNESS}),
    BLADDER: frozenset({Symptom.BLADDER_CHANGE, Symptom.BOWEL_CHANGE}),
    FEELING: frozenset({Symptom.LEG_NUMBNESS, Symptom.HEMISENSORY_LOSS, Symptom.LEG_PAIN}),
}
"""Which old deficit explains which part of the examination."""


OBSERVED = {
    Legs.NORMAL: "Legs as before",
    Legs.WEAK: "Legs weaker than before",
    Legs.NUMB: "Legs numb or tingling",
}
"""Both are a spine until a physician has examined it (yentis2020, secondary)."""


def observed(said: Observations, protocol: Protocol) -> Said:
    yield from pressure(said.blood_pressure, protocol)
    if said.legs is not None:
        words, there = OBSERVED[said.legs], said.legs in LEGS_MEAN
        yield Telling(concept=C.LEG_WEAKNESS, words=words, home=LEGS, there=there)


def baseline(said: Baseline, _: Protocol) -> Said:
    """Before the needle, what is known from before is no new sign; feeling and reflexes alone are
    looked at, and stop nobody."""
    old = frozenset(said.old_deficit or ())
    for telling in legs(said, C.LEG_NUMBNESS):
        known = telling.there and OLD[telling.home] & old
        if not known:
            yield telling


def examined_legs(said: NeurologyCheck, _: Protocol) -> Said:
    """Full power in both is a no to what was seen; what is worse is told by the comparison with
    the examination before (`legs_after_patch`)."""
    powers = (said.power_left, said.power_right)
    if all(p is not None and int(p) == p.maximum for p in powers):
        words = C.LEG_WEAKNESS.label
        yield Telling(concept=C.LEG_WEAKNESS, words=words, home=LEGS, there=False)


def legs(said: Neurology, numb: Concept) -> Said:
    powers = [p for p in (said.power_left, said.power_right) if p is not None]
    if powers:
        weak = any(int(p) < p.maximum for p in powers)
        if weak or len(powers) > 1:
            words = C.LEG_WEAKNESS.label
            yield Telling(concept=C.LEG_WEAKNESS, words=words, home=LEGS, there=weak)
    parts = (
        (C.SADDLE_NUMBNESS, SADDLE, (said.saddle,)),
        (C.BLADDER_BOWEL_CHANGE, BLADDER, (said.bladder,)),
        (numb, FEELING, (said.sensation, said.straight_leg_left, said.straight_leg_right)),
    )
    for concept, home, found in parts:
        if known := [one_ for one_ in found if one_ in KNOWN]:
            words = "Feeling or straight leg raise changed" if home == FEELING else concept.label
            there = any(one_ in CHANGED for one_ in known)
            if there or len(known) == len(found):
                yield Telling(concept=concept, words=words, home=home, there=there)


def went_home(said: Departure, _: Protocol) -> Said:
    """What somebody still had on leaving."""
    yield from listed(said.with_symptoms, symptoms.MEANS, "symptom")
    if said.neurology in (Examined.NORMAL, Examined.CHANGED):
        yield Telling(
            concept=C.LEG_WEAKNESS,
            words="Legs, feeling or bladder changed on leaving",
            home="legs:on_leaving",
            there=said.neurology is Examined.CHANGED,
        )


def ended(said: OutcomeTold, _: Protocol) -> Said:
    """What is left at the end, and what was there and is gone: told only now, no physician may
    have seen it."""
    yield from left(said.deficits, said.deficits_recovered, symptoms.MEANS, "symptom")
    yield from left(said.harms, said.harms_recovered, HAPPENED, "adverse")


def left(
    there: tuple[Any, ...] | None,
    gone: tuple[Any, ...] | None,
    means: Mapping[Any, Concept],
    kind: str,
) -> Said:
    yield from listed((*(there or ()), *(gone or ())), means, kind)
    for telling in listed(gone, means, kind):
        yield replace(telling, there=False)


def opened(said: Opening, _: Protocol) -> Said:
    yield from listed(said.kinds, HAPPENED, "adverse")
    yield from diagnosed(said.cause)


def at_home(said: HowItIs, protocol: Protocol) -> Said:
    yield from answered(said.symptoms, symptoms.MEANS, Symptom, "symptom")
    yield from answered(said.adverse_effects, AT_HOME_MEANS, Effect, "effect")
    yield from by_posture(said.pain_lying, said.pain_upright, protocol)
    if said.headache is not None and said.headache in AT_HOME_MEANS:
        words = f"Headache {said.headache.label.lower()}"
        yield Telling(concept=AT_HOME_MEANS[said.headache], words=words, home="headache")
    yield from relieved(said.relief, said.recurred)


def went_on(said: Status, _: Protocol) -> Said:
    if said.course is Course.REVERSED_POSTURE:
        yield Telling(concept=C.POSTURE_LOST_OR_REVERSED, words=said.course.label, home="course")
    if said.course is not None and said.course in AFTER_A_PATCH:
        words = f"Headache {said.course.label.lower()}"
        yield Telling(concept=AFTER_A_PATCH[said.course], words=words, home="headache")


def relief(said: ReliefTold, _: Protocol) -> Said:
    yield from relieved(said.relief, said.recurred)


def screened_again(said: Rescreen, _: Protocol) -> Said:
    yield from one(said.infection, C.INFECTION_SOURCE, "infection", "An infection now")


def bleeding(said: BleedingHistory, _: Protocol) -> Said:
    yield from one(said.bleeding_history, C.BLEEDING_TENDENCY, "bleeding_history")
    yield from one(said.antithrombotic, C.TAKES_ANTITHROMBOTIC, "antithrombotic")


def during(said: DuringEvent, _: Protocol) -> Said:
    yield from listed((said.kind,), DURING_MEANS, "during")


def injected(said: Injection, _: Protocol) -> Said:
    yield from answered(said.symptoms_during, symptoms.MEANS, Symptom, "symptom")
    if said.stop_reason is not None:
        yield from listed((said.stop_reason,), STOPS_MEAN, "stopped")
