"""Blood that may go in through a closed circuit only: asked at the draw, and never broken."""

from bloodpatch.pathway.clinical import HistoryItem
from bloodpatch.pathway.clinical.blood_use import (
    BloodUse,
    SpecialConsent,
)
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.conditions import conditions
from bloodpatch.pathway.stages.procedure.choices import Circuit
from bloodpatch.pathway.stages.procedure.commands import RecordDraw, RecordPatch
from bloodpatch.pathway.stages.procedure.volumes import elsewhere
from bloodpatch.pathway.values import Answer

CIRCUIT_BROKEN = declare(
    code="procedure.circuit_broken",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Agreed in a closed circuit only, and the blood came into a syringe: it is not injected.",
    rule="Vein and needle are joined by a primed line and a tap; nothing is parted or stored.",
    clears="Throw it away and draw through a closed circuit; a physician talks with the patient.",
    source="jw2018",
    certainty="verified",
    hazards=("H14",),
    treatment=("T1", "T13"),
    fact="procedure.circuit",
    replay=("STOP_RULE", "CONSENT_SPECIAL"),
)
CIRCUIT_NOT_TOLD = declare(
    code="procedure.circuit_not_told",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Agreed in a closed circuit only, and nobody says how the blood is led to the needle.",
    rule="Vein and needle are joined by a primed line and a tap; nothing is parted or stored.",
    clears="Correct the draw: say whether the circuit stayed closed.",
    source="jw2018",
    certainty="verified",
    hazards=("H14",),
    treatment=("T1", "T13"),
    fact="procedure.circuit",
    replay=("CONSENT_SPECIAL", "MISSING_DATA"),
)


def closed_only(episode: Episode) -> bool:
    """As the patient said; a Jehovah's Witness who was not asked is taken to wish it closed."""
    consent = episode.now.preparation.consent
    if consent is not None:
        if consent.event.blood_use is BloodUse.ACCEPTED_CLOSED_CIRCUIT:
            return True
        if consent.event.continuity_wished in (Answer.YES, Answer.NO):
            return consent.event.continuity_wished is Answer.YES
        talked = SpecialConsent.JEHOVAHS_WITNESS in (consent.event.special or ())
        if talked and consent.event.blood_use is BloodUse.ACCEPTED:
            return False
    return HistoryItem.JEHOVAHS_WITNESS in conditions(episode)


def stays_closed(episode: Episode, command: RecordDraw | RecordPatch, context: Context) -> Findings:
    others = isinstance(command, RecordPatch) and elsewhere(command.by)
    if others or not closed_only(episode):
        return
    if command.circuit is Circuit.SYRINGE:
        yield CIRCUIT_BROKEN(context)
    elif command.circuit is None:
        yield CIRCUIT_NOT_TOLD(context)
