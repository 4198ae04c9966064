"""Blood pressure, pulse and oxygen after the patch: what is out of the ordinary is looked at before
the patient stands or goes home; a severe pressure before she is cleared, too."""

from collections.abc import Iterator

from bloodpatch.pathway.clinical import VitalSigns
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.blood_pressure import is_severe, pressure_of
from bloodpatch.pathway.queries.childbirth import pre_eclampsia_is_possible
from bloodpatch.pathway.stage_stream import last_of
from bloodpatch.pathway.stages.recovery.statements import Observations
from bloodpatch.pathway.values import BeatsPerMinute, BloodPressure, SpO2Percent

UNSTEADY = declare(
    code="vital_signs.unsteady",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{signs}: find out why, and measure again, before the patient stands or goes home.",
    rule="Blood pressure, pulse and oxygen are in order before the patient stands or goes home.",
    clears="Treat the cause and measure again; or a physician overrides with a reason.",
    value="preparation.systolic_hold_below",
    also=(
        "preparation.pulse_hold_below",
        "preparation.pulse_hold_above",
        "preparation.spo2_hold_below",
    ),
    hazards=("H35",),
    treatment=("T9", "T11"),
    replay=("MONITOR", "ESCALATE"),
)

SEVERE = declare(
    code="vital_signs.severe_pressure",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{pressure}: severe. A physician treats it first.",
    rule="Nobody goes home, or is told that all is well, with a severe blood pressure.",
    clears="Record a lower one; or a physician overrides with a reason.",
    value="assessment.severe_systolic_mmhg",
    hazards=("H08",),
    treatment=("T11", "T12"),
    replay=("BP_WORKUP", "ESCALATE"),
)


def vital_signs_are_steady(episode: Episode, context: Context) -> Findings:
    """The newest of each, wherever it was measured."""
    if signs := ", ".join(out_of_the_ordinary(*newest(episode), context)):
        yield UNSTEADY(context, signs=signs)


def out_of_the_ordinary(
    pressure: BloodPressure | None,
    pulse: BeatsPerMinute | None,
    oxygen: SpO2Percent | None,
    context: Context,
) -> Iterator[str]:
    """In words, what the protocol would have measured again; it has nothing on what is None."""
    limits = context.protocol.preparation
    if pressure and pressure.systolic < limits.systolic_hold_below:
        yield f"Blood pressure {pressure}"
    if pulse and not limits.pulse_hold_below <= pulse.value <= limits.pulse_hold_above:
        yield f"Pulse {pulse}"
    if oxygen and oxygen.value < limits.spo2_hold_below:
        yield f"Oxygen saturation {oxygen}"


def newest(
    episode: Episode,
) -> tuple[BloodPressure | None, BeatsPerMinute | None, SpO2Percent | None]:
    pressure: BloodPressure | None = None
    pulse: BeatsPerMinute | None = None
    oxygen: SpO2Percent | None = None
    for happened in sorted(episode.standing, key=lambda h: h.order):
        read = pressure_of(happened.event)
        pressure = read if isinstance(read, BloodPressure) else pressure
        match happened.event:
            case VitalSigns(heart_rate=beats, spo2=spo2):
                pulse, oxygen = beats or pulse, spo2 or oxygen
            case Observations(heart_rate=beats, oxygen=spo2):
                pulse, oxygen = beats or pulse, spo2 or oxygen
    return pressure, pulse, oxygen


def pressure_is_not_severe_in_anybody(episode: Episode, context: Context) -> Findings:
    """A19: where pregnancy and birth have no say in it; there `workup` says it, and more."""
    if pre_eclampsia_is_possible(episode, context.protocol):
        return
    read = last_of(h for h in episode.standing if pressure_of(h.event) is not None)
    if read is not None and is_severe(pressure_of(read.event), context.protocol):
        yield SEVERE(context, pressure=pressure_of(read.event))
