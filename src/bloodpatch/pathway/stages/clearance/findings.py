"""What can speak against clearance. The thresholds are proposals, and marked so."""

from bloodpatch.pathway.findings import Cause, Level, declare

ALREADY_CLEARED = declare(
    code="clearance.already_cleared",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="Normal activity was cleared already: {at}.",
    rule="Clearance is given once; what has changed since is deferred first.",
    clears="Defer it first, if it is to be given again.",
    source="clinic",
    treatment=("T12",),
)

TOO_EARLY = declare(
    code="clearance.too_early",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="The patient has not gone home after a patch, and none was decided against.",
    rule="Normal activity is cleared after the treatment.",
    clears="Record the departure, or the decision for care without a patch.",
    asks="discharge.record_departure",
    hazards=("H37",),
    treatment=("T12",),
    replay=("NO_CLEARANCE",),
)

EVENT_OPEN = declare(
    code="clearance.event_open",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Not yet looked at by a physician: {what}.",
    rule="Nobody is cleared while an adverse event waits for its review.",
    clears="A physician reviews it.",
    hazards=("H38", "H48"),
    treatment=("T12", "T14"),
    fact="clearance.event",
    replay=("NO_CLEARANCE", "AE_OPEN"),
)

DRAFT_OPEN = declare(
    code="clearance.draft_open",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Neither opened as an adverse event nor dismissed: {what}.",
    rule="Whatever may be an adverse event is opened or dismissed before anybody is cleared.",
    clears="Open the adverse event; or a physician says why it is none.",
    asks="adverse_event.open",
    hazards=("H23", "H38"),
    treatment=("T12", "T14"),
    fact="clearance.event",
    replay=("NO_CLEARANCE", "AE_OPEN"),
)

FEVER = declare(
    code="clearance.fever",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Temperature {temperature} at home.",
    rule="Who has a fever after a needle in the back is not cleared until its cause is known.",
    clears="Look for an infection; a later temperature, or a physician clears with a reason.",
    value="preparation.fever_hold_c",
    hazards=("H38",),
    treatment=("T12", "T14"),
    replay=("NO_CLEARANCE", "INFECTION_WORKUP"),
)

NO_CONTACT = declare(
    code="clearance.no_contact",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Nobody has heard from the patient since the departure.",
    rule="Clearance rests on how the patient is at home.",
    clears="Call the patient, and record it.",
    asks="followup.record_contact",
    hazards=("H36",),
    treatment=("T12", "T14"),
    fact="clearance.contact",
    replay=("NO_CLEARANCE", "FOLLOW_UP"),
)

CONTACT_OLD = declare(
    code="clearance.contact_old",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="The last contact was on {at}: longer ago than {hours} hours.",
    rule="Clearance rests on a contact that is not long past.",
    clears="Call the patient again.",
    asks="followup.record_contact",
    value="clearance.decision_due_hours",
    hazards=("H36",),
    treatment=("T12",),
    fact="clearance.contact",
    replay=("NO_CLEARANCE", "FOLLOW_UP"),
)

FLAGS_NOT_ASKED = declare(
    code="clearance.flags_not_asked",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Red flags not asked at home: {flags}.",
    rule="Every red flag is asked at home before anybody is cleared; not asked is never no.",
    clears="Ask, and record the answers.",
    asks="followup.record_contact",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H36", "H38"),
    treatment=("T12", "T14"),
    replay=("NO_CLEARANCE", "MISSING_DATA"),
)

PAIN_NOT_ASKED = declare(
    code="clearance.pain_not_asked",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Nobody has asked for the pain upright since the patch.",
    rule="Clearance rests on the pain upright.",
    clears="Ask for it, upright.",
    asks="followup.record_contact",
    value="clearance.max_upright_nrs",
    hazards=("H36",),
    treatment=("T10", "T12"),
    fact="clearance.pain",
    replay=("NO_CLEARANCE", "MISSING_DATA"),
)

PAIN_UPRIGHT = declare(
    code="clearance.pain_upright",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Pain upright is {score}, more than {most}.",
    rule="Normal activity is offered when the pain upright is low (a proposal of the protocol).",
    clears="Wait for the next contact.",
    value="clearance.max_upright_nrs",
    hazards=("H38",),
    treatment=("T10", "T12"),
    fact="clearance.pain",
    replay=("NO_CLEARANCE", "REVIEW_DIAGNOSIS"),
)

NOT_STABLE = declare(
    code="clearance.not_stable",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Pain upright has been low since {since} only, less than {hours} hours.",
    rule="Headache often comes back; low pain should have lasted (a proposal of the protocol).",
    clears="Wait for the next contact.",
    value="clearance.min_stable_hours",
    hazards=("H36",),
    treatment=("T10", "T12"),
    replay=("FOLLOW_UP",),
)

BACK_PAIN = declare(
    code="clearance.back_pain",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Back pain is {score}, more than {most}.",
    rule="Back pain should be low before heavy work (a proposal of the protocol).",
    clears="Ask again, or keep the restriction on lifting.",
    value="clearance.max_back_pain_nrs",
    hazards=("H38",),
    treatment=("T12", "T14"),
)

PAINKILLERS = declare(
    code="clearance.strong_painkillers",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="The patient still needs strong painkillers.",
    rule="A patient who needs opioids to get through the day is not yet well.",
    clears="Ask again when they are no longer needed.",
    source="clinic",
    hazards=("H38",),
    treatment=("T12",),
)
