"""What can speak against an act of followup, or is worth knowing before it."""

from bloodpatch.pathway.findings import Cause, Level, declare

RED_FLAG = declare(
    code="followup.red_flag",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{urgency}: {flags}. A physician calls within {minutes} minutes.",
    rule="A patient at home who reports a red flag is called by a physician at once.",
    clears="A physician speaks with the patient, or decides what is done.",
    value="followup.red_flag_call_minutes",
    hazards=("H36", "H44"),
    treatment=("T14",),
    replay=("RED_FLAG", "ESCALATE"),
)


COMPLAINT = declare(
    code="followup.complaint",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="To be opened as an adverse event, or dismissed by a physician: {complaints}.",
    rule="Each adverse effect that a patient tells of is graded, acted on and counted.",
    clears="Open the adverse event; or a physician says why it is none.",
    hazards=("H36", "H48"),
    treatment=("T14",),
    replay=("AE_OPEN",),
)


HEADACHE_STAYS = declare(
    code="followup.headache_stays",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="The headache stays or has come back: a physician decides within {hours} hours.",
    rule="A headache that a patch does not end may need another one, or is another headache.",
    clears="A physician looks again, and decides.",
    value="repeat.decision_due_hours",
    hazards=("H36", "H49"),
    treatment=("T10", "T15"),
    replay=("REVIEW_DIAGNOSIS", "FOLLOW_UP"),
)


NOT_ASKED = declare(
    code="followup.not_asked",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="Not asked at this contact: {parts}.",
    rule="At each contact red flags and each adverse effect are asked for; not asked is never no.",
    clears="Ask, and record the answers.",
    hazards=("H36",),
    treatment=("T10", "T14"),
    replay=("MISSING_DATA",),
)


TOO_LITTLE_TRIED = declare(
    code="followup.too_little_tried",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Signed as lost after {attempts} attempts by {channels} channels.",
    rule="A patient is looked for more than once, and by more than one channel.",
    clears="Try again: {needed} attempts by {ways} channels are asked for.",
    asks="followup.record_contact",
    value="followup.attempts_before_escalation",
    also=("followup.channels_before_escalation",),
    hazards=("H36", "H40"),
    treatment=("T14",),
    replay=("FOLLOW_UP",),
)


NOTHING_PLANNED = declare(
    code="followup.nothing_planned",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="No contact is planned: nobody would call again.",
    rule="A headache often comes back, and danger may show late: the next contact is planned.",
    clears="Record the departure, from which the contacts are counted, or plan one.",
    source="oaa2019",
    certainty="secondary",
    hazards=("H36",),
    treatment=("T10", "T14"),
    replay=("FOLLOW_UP", "KEEP_OPEN"),
)


RESTRICTED_AGAIN = declare(
    code="followup.restricted_again",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="The headache is back after normal activity was cleared on {at}: no lifting, no strain "
    "until a physician has looked again.",
    rule="The restrictions end when the patch has held; when it has not, they begin again.",
    clears="A physician looks again, and clears or defers.",
    source="treatment",
    hazards=("H36",),
    treatment=("T12", "T15"),
    replay=("FOLLOW_UP",),
)
