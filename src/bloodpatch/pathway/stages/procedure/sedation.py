"""Sedation in the procedure room: what was given, and whether the patient could tell of pain."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bloodpatch.pathway.clinical import SedationLevel
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.rules.sedation import CAN_TELL, judged
from bloodpatch.pathway.stages.procedure.commands import (
    Injected,
    RecordInjection,
    RecordSedationGiven,
    Sedated,
)
from bloodpatch.pathway.values import Answer, Dose

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode

COULD_NOT_TELL = declare(
    code="procedure.could_not_tell",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Sedated too deeply to report pressure or tingling while the blood went in.",
    rule=CAN_TELL,
    clears="A physician examines the legs as soon as the patient is awake.",
    source="clinic",
    hazards=("H16", "H23"),
    treatment=("T5", "T14"),
    fact="procedure.awake",
    replay=("SEDATION_RULE", "STOP_RULE"),
)
AWAKE_NOT_TOLD = declare(
    code="procedure.awake_not_told",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="Sedated, and nobody says whether the patient could report pressure or tingling.",
    rule=CAN_TELL,
    clears="Record it with the injection.",
    source="clinic",
    hazards=("H23",),
    treatment=("T5",),
    fact="procedure.awake",
    replay=("SEDATION_RULE", "MISSING_DATA"),
)

SAID = (Answer.YES, Answer.NO)


def given_doses_are_usual(
    episode: "Episode", command: RecordSedationGiven, context: Context
) -> Findings:
    """Each drug of this entry, with what of it was given before."""
    yield from judged_with_those_before(command.drugs or (), episode, context)


def sedatives_with_the_blood_are_usual(
    episode: "Episode", command: RecordInjection, context: Context
) -> Findings:
    """A sedative told with the injection counts like one told by itself."""
    yield from judged_with_those_before(sedatives(command, context), episode, context)


def judged_with_those_before(
    new: tuple[Dose, ...], episode: "Episode", context: Context
) -> Findings:
    drugs = {dose.drug for dose in new}
    before = (dose for dose in already_given(episode, context) if dose.drug in drugs)
    yield from judged((*before, *new), episode, context)


def already_given(episode: "Episode", context: Context) -> Iterator[Dose]:
    """At this visit, in whichever try: to give a procedure up takes no drug out of the patient."""
    arrived = episode.now.preparation.arrived
    for entry in episode.now.procedure.all(Sedated, Injected):
        if arrived is None or entry.occurred.latest >= arrived.occurred.earliest:
            yield from doses_of(entry.event, context)


def doses_of(event: Event, context: Context) -> tuple[Dose, ...]:
    if isinstance(event, Injected):
        return sedatives(event, context)
    return (event.drugs or ()) if isinstance(event, Sedated) else ()


def sedatives(injection: RecordInjection | Injected, context: Context) -> tuple[Dose, ...]:
    """Those of the drugs told with the blood that the clinic sedates with; others are no part of
    the sedation."""
    known = {row.code for row in context.protocol.preparation.sedation_doses}
    return tuple(dose for dose in injection.drugs_given or () if dose.drug in known)


def patient_could_tell(episode: "Episode", command: RecordInjection, context: Context) -> Findings:
    """What the injection says of it; else the newest word of the sedation."""
    given = [h.event for h in episode.now.procedure.attempt.all(Sedated)]
    sedated = any(event.level is not SedationLevel.NONE for event in given)
    if not sedated and not sedatives(command, context):
        return
    words = (command.awake_throughout, *(event.awake_at_injection for event in reversed(given)))
    answer = next((word for word in words if word in SAID), None)
    if answer is Answer.NO:
        yield COULD_NOT_TELL(context)
    elif answer is None:
        yield AWAKE_NOT_TOLD(context)


def patient_could_not_tell(
    episode: "Episode", command: RecordSedationGiven, context: Context
) -> Findings:
    """Told only afterwards, when the blood was in."""
    injected = episode.now.procedure.attempt.has(Injected)
    if injected and command.awake_at_injection is Answer.NO:
        yield COULD_NOT_TELL(context)
