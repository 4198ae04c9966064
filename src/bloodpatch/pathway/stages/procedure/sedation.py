"""Sedation in the procedure room: what was given, and whether the patient could tell of pain."""

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.rules.sedation import CAN_TELL, judged
from bloodpatch.pathway.stages.procedure.commands import (
    RecordInjection,
    RecordSedationGiven,
)
from bloodpatch.pathway.stages.procedure.events import (
    Injected,
    Sedated,
)
from bloodpatch.pathway.stages.procedure.state import Procedure, tells_of
from bloodpatch.pathway.values import Answer, Dose

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
    episode: Episode, command: RecordSedationGiven, context: Context
) -> Findings:
    """Each drug of this entry, with what of it was given before."""
    yield from judged_with_those_before(command.doses, episode, context)


def sedatives_with_the_blood_are_usual(
    episode: Episode, command: RecordInjection, context: Context
) -> Findings:
    """A sedative told with the injection counts like one told by itself; other drugs are no part
    of the sedation."""
    sedatives = context.protocol.preparation.sedatives
    drugs = tuple(dose for dose in command.doses if dose.drug in sedatives)
    yield from judged_with_those_before(drugs, episode, context)


def judged_with_those_before(new: tuple[Dose, ...], episode: Episode, context: Context) -> Findings:
    drugs = {dose.drug for dose in new}
    entries = at_this_visit(episode).with_drugs
    before = (dose for entry in entries for dose in entry.event.doses if dose.drug in drugs)
    yield from judged((*before, *new), episode, context)


def at_this_visit(episode: Episode) -> Procedure:
    """In whichever try: to give a procedure up takes no drug out of the patient."""
    arrived = episode.now.preparation.arrived
    here = episode.now.procedure.events
    since = (h for h in here if not arrived or h.occurred.latest >= arrived.occurred.earliest)
    return Procedure(tuple(since))


def patient_could_tell(episode: Episode, command: RecordInjection, context: Context) -> Findings:
    """What the injection says of it; else the newest word of the sedation."""
    sedatives, attempt = context.protocol.preparation.sedatives, episode.now.procedure.attempt
    before = at_this_visit(episode).sedated(sedatives) or attempt.sedated(sedatives)
    if before is None and not tells_of(command, sedatives):
        return
    given = reversed(attempt.all(Sedated))
    words = (command.awake_throughout, *(h.event.awake_at_injection for h in given))
    answer = next((word for word in words if word in SAID), None)
    if answer is Answer.NO:
        yield COULD_NOT_TELL(context)
    elif answer is None:
        yield AWAKE_NOT_TOLD(context)


def patient_could_not_tell(
    episode: Episode, command: RecordSedationGiven, context: Context
) -> Findings:
    """Told only afterwards, when the blood was in."""
    injected = episode.now.procedure.attempt.has(Injected)
    if injected and command.awake_at_injection is Answer.NO:
        yield COULD_NOT_TELL(context)
