"""What one entry says of the clinical facts: that one is there, or that it is not.

Each statement has its reader; what a word means stands beside the word (`MEANS` in each
`choices.py` and in `clinical/`). What an entry does not speak of is not a no.
"""

from collections.abc import Callable
from typing import Any

from bloodpatch.pathway.clinical import (
    RedFlag,
    RedFlagScreen,
    VitalSigns,
    red_flags,
)
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.clinical.shared_statements import Deficit, ReliefTold
from bloodpatch.pathway.clinical.words_that_compare import PRESSURES
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries import told_at_assessment as before
from bloodpatch.pathway.queries import told_of_a_patch as after
from bloodpatch.pathway.queries.telling import (
    Said,
    Telling,
    answered,
    pressure,
    temperature,
)
from bloodpatch.pathway.stages.adverse_event.statements import Opening
from bloodpatch.pathway.stages.assessment.statements import (
    Examination,
    Headache,
    History,
    Naming,
    Obstetrics,
    Opinion,
    Symptoms,
)
from bloodpatch.pathway.stages.closure.statements import OutcomeTold
from bloodpatch.pathway.stages.discharge.statements import Departure, NeurologyCheck
from bloodpatch.pathway.stages.followup.statements import HowItIs, Status
from bloodpatch.pathway.stages.preparation.statements import Baseline, BleedingHistory, Rescreen
from bloodpatch.pathway.stages.procedure.statements import DuringEvent, Injection
from bloodpatch.pathway.stages.recovery.statements import Observations
from bloodpatch.pathway.stages.referral.statements import Movement, Onset

__all__ = ["READERS", "Telling", "tellings"]


def tellings(event: Any, protocol: Protocol) -> tuple[Telling, ...]:
    """All that an entry says, in the order in which it is asked."""
    return tuple(
        telling
        for statement, read in READERS
        if isinstance(event, statement)
        for telling in read(event, protocol)
    )


def flags_screened(said: RedFlagScreen, protocol: Protocol) -> Said:
    yield from answered(said.flags, red_flags.MEANS, RedFlag, "flag")
    yield from temperature(said.temperature, protocol)
    yield from temperature(said.temperature_later, protocol)
    yield from pressure(said.blood_pressure, protocol)


def vitals(said: VitalSigns, protocol: Protocol) -> Said:
    yield from temperature(said.temperature, protocol)
    yield from pressure(said.blood_pressure, protocol)
    if (word := said.blood_pressure_word) is not None:
        yield Telling(
            concept=Concept.HIGH_BLOOD_PRESSURE,
            words=Concept.HIGH_BLOOD_PRESSURE.label,
            home="measured:blood_pressure",
            there=word in PRESSURES,
        )


READERS: tuple[tuple[type, Callable[[Any, Protocol], Said]], ...] = (
    (RedFlagScreen, flags_screened),
    (VitalSigns, vitals),
    (Observations, after.observed),
    (Deficit, before.deficits),
    (Symptoms, before.other_symptoms),
    (Symptoms, before.symptoms_that_passed),
    (Headache, before.headache),
    (Obstetrics, before.obstetrics),
    (History, before.history),
    (Examination, before.examined),
    (Examination, before.scanned),
    (Naming, before.named),
    (Opinion, before.opined),
    (Opening, after.opened),
    (Opening, before.examined),
    (HowItIs, after.at_home),
    (Status, after.went_on),
    (ReliefTold, after.relief),
    (Rescreen, after.screened_again),
    (BleedingHistory, after.bleeding),
    (Baseline, after.baseline),
    (NeurologyCheck, after.examined_legs),
    (Departure, after.went_home),
    (OutcomeTold, after.ended),
    (Onset, before.began),
    (Movement, before.moved),
    (DuringEvent, after.during),
    (Injection, after.injected),
)
"""Every statement that can speak of a fact, with what it says."""
