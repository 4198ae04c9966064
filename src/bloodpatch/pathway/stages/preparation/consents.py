"""What the patient agreed to, beside the consent itself: the own blood, and each risk by name."""

from bloodpatch.pathway.clinical.blood_use import BloodUse
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.stages.preparation.choices import ConsentItem

BLOOD_REFUSED = declare(
    code="preparation.blood_refused",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="The patient does not agree to the use of her or his own blood.",
    rule="Without consent there is no patch, and a patch is the patient's own blood.",
    clears="Only a new consent of the patient.",
    source="clinic",
    hazards=("H14",),
    treatment=("T1",),
    fact="preparation.no_consent",
    replay=("HOLD_PATCH",),
)

CONSENT_LEAVES_OUT = declare(
    code="preparation.consent_leaves_out",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="The consent does not name, or does not agree to: {risks}.",
    rule="A consent names another puncture, back pain, nerves, failure and another patch.",
    clears="Talk about it, and record the consent again.",
    asks="preparation.record_consent",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H14",),
    treatment=("T14", "T15"),
    replay=("CONSENT_SPECIAL",),
)

CLOSED_CIRCUIT = declare(
    code="preparation.closed_circuit",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Agreed in a closed circuit only: vein and needle are joined, and nothing is interrupted.",
    rule="Whoever agrees to a closed circuit only gets the blood through one, without a break.",
    clears="Nothing to clear: prepare tubing and tap.",
    source="clinic",
    hazards=("H14",),
    treatment=("T1", "T13"),
)

ALWAYS_NAMED = (
    ConsentItem.SECOND_PUNCTURE,
    ConsentItem.BACK_PAIN,
    ConsentItem.NERVE_INJURY,
    ConsentItem.FAILURE,
    ConsentItem.REPEAT,
)


def own_blood_is_agreed(episode: Episode, context: Context) -> Findings:
    consent = episode.now.preparation.consent
    if consent is None:
        return
    if consent.event.blood_use is BloodUse.REFUSED:
        yield BLOOD_REFUSED(context)
    elif consent.event.blood_use is BloodUse.ACCEPTED_CLOSED_CIRCUIT:
        yield CLOSED_CIRCUIT(context)


def risks_were_named(episode: Episode, context: Context) -> Findings:
    consent = episode.now.preparation.consent
    if consent is None or not consent.event.named:
        return
    named, refused = set(consent.event.named), consent.event.refused or ()
    left_out = [item for item in ALWAYS_NAMED if item not in named]
    if risks := dict.fromkeys((*left_out, *refused)):
        yield CONSENT_LEAVES_OUT(context, risks=", ".join(item.label for item in risks))


BEFORE_TIME_OUT = (own_blood_is_agreed, risks_were_named)
