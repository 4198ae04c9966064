"""What is measured, ready and said aloud before the needle: vital signs, who does what,
allergies, X-rays."""

from collections.abc import Iterable
from typing import Any, TypeVar

from bloodpatch.pathway.clinical import RedFlagScreen, VitalSigns
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.childbirth import is_pregnant
from bloodpatch.pathway.rules.sedation import DEEP
from bloodpatch.pathway.rules.vital_signs import out_of_the_ordinary
from bloodpatch.pathway.stage_stream import later
from bloodpatch.pathway.stages.preparation.findings import missing
from bloodpatch.pathway.stages.preparation.visit_time import X_RAYS, for_this_visit
from bloodpatch.pathway.values import Answer

T = TypeVar("T")

VITALS_NOT_TAKEN = missing(
    "vitals_not_taken",
    "Not measured for this visit: {signs}.",
    "Blood pressure and oxygen are known before a needle, so that a change is seen.",
    "Measure and record them.",
    asks="preparation.record_vitals",
    source="clinic",
    hazards=("H09",),
    treatment=("T4",),
)

VITALS_UNSTABLE = declare(
    code="preparation.vitals_unstable",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{signs}: find out why, and measure again, before the needle.",
    rule="A needle waits while blood pressure, pulse or oxygen say that something else is wrong.",
    clears="Treat the cause and measure again; or a physician overrides with a reason.",
    value="preparation.systolic_hold_below",
    also=(
        "preparation.pulse_hold_below",
        "preparation.pulse_hold_above",
        "preparation.spo2_hold_below",
    ),
    hazards=("H09",),
    treatment=("T4", "T14"),
    replay=("HOLD_PATCH", "MONITOR"),
)

TIMED_OUT_ALREADY = declare(
    code="preparation.timed_out_already",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="The time-out was taken at {at} already.",
    rule="What happens once is told once.",
    clears="Nothing to clear: start the procedure; strike the time-out that was entered twice.",
    source="clinic",
    hazards=("H24",),
    treatment=("T6",),
)

ALLERGIES_NOT_READ = missing(
    "allergies_not_read",
    "Allergies were not read aloud.",
    "Everybody hears the allergies before anything touches the skin.",
    "Read them aloud, and say so at the time-out.",
    source="clinic",
    hazards=("H11",),
)

NOT_ENOUGH_OPERATORS = missing(
    "not_enough_operators",
    "{named} of {needed} operators are named.",
    "One finds the epidural space, another one draws the blood when the first is ready.",
    "Name who gives the patch and who draws the blood.",
    value="preparation.min_operators",
    hazards=("H04",),
    treatment=("T6", "T7"),
)

X_RAYS_IN_PREGNANCY = declare(
    code="preparation.x_rays_in_pregnancy",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="X-rays are planned, and the patient is or may be pregnant.",
    rule="X-rays are avoided in pregnancy.",
    clears="Plan ultrasound or no imaging; or a physician overrides with a reason.",
    source="clinic",
    fact="preparation.pregnancy_not_asked",
)

SEDATION_DEEP = declare(
    code="preparation.sedation_deep",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{plan} sedation is planned: minimal or light moderate leaves the patient able to tell.",
    rule="Who gets blood into the back stays awake enough to tell of pressure and tingling.",
    clears="Plan less.",
    source="clinic",
    hazards=("H16", "H23"),
    treatment=("T5", "T7"),
    fact="sedation.too_deep",
    replay=("SEDATION_RULE",),
)

MEASURED = {"blood_pressure": "blood pressure", "spo2": "oxygen saturation"}


def not_measured(episode: Episode, context: Context) -> list[str]:
    told = [h.event for h in for_this_visit(episode, context).events]
    return [
        words
        for name, words in MEASURED.items()
        if all(getattr(event, name, None) is None for event in told)
    ]


def vital_signs_are_known(episode: Episode, context: Context) -> Findings:
    if missed := not_measured(episode, context):
        yield VITALS_NOT_TAKEN(context, signs=", ".join(missed))


def vital_signs_are_stable(episode: Episode, context: Context) -> Findings:
    """The newest of each that was measured since this visit began counts, on whichever form."""
    visit = for_this_visit(episode, context)
    began = min((h.order for h in visit.events), default=None)
    here = [h.event for h in episode.standing if began is not None and h.order >= began]
    told = [e for e in here if isinstance(e, VitalSigns | RedFlagScreen)]
    measured = [e for e in told if isinstance(e, VitalSigns)]
    pressure = newest(e.blood_pressure for e in told)
    pulse = newest(e.heart_rate for e in measured)
    oxygen = newest(e.spo2 for e in measured)
    if signs := ", ".join(out_of_the_ordinary(pressure, pulse, oxygen, context)):
        yield VITALS_UNSTABLE(context, signs=signs)


def newest(told: Iterable[T | None]) -> T | None:
    """Of what was told in this order; what was left out says nothing."""
    known = [one for one in told if one is not None]
    return known[-1] if known else None


def not_timed_out_before(episode: Episode, context: Context) -> Findings:
    """Everybody stops again only for another try, or after a new consent."""
    taken, procedure = episode.now.preparation.timed_out, episode.now.procedure
    if taken and later(taken, procedure.given_up) and later(taken, procedure.in_vain):
        yield TIMED_OUT_ALREADY(context, at=taken.occurred.at)


def allergies_were_read(_: Episode, command: Any, context: Context) -> Findings:
    if command.allergies_read is not Answer.YES:
        yield ALLERGIES_NOT_READ(context)


def operators_are_named(_: Episode, command: Any, context: Context) -> Findings:
    named = len({command.physician, command.second} - {None})
    needed = context.protocol.preparation.min_operators
    if named < needed:
        yield NOT_ENOUGH_OPERATORS(context, named=named, needed=needed)


def no_x_rays_in_pregnancy(episode: Episode, context: Context) -> Findings:
    if episode.now.booking.imaging_plan in X_RAYS and is_pregnant(episode):
        yield X_RAYS_IN_PREGNANCY(context)


def sedation_is_light(episode: Episode, context: Context) -> Findings:
    plan = episode.now.preparation.sedation_plan
    if plan is not None and plan.event.plan in DEEP:
        yield SEDATION_DEEP(context, plan=plan.event.plan)


BEFORE_TIME_OUT = (
    vital_signs_are_stable,
    not_timed_out_before,
    no_x_rays_in_pregnancy,
    sedation_is_light,
)
ALOUD = (allergies_were_read, operators_are_named)
