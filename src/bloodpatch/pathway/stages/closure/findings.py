"""What can speak against closing an episode."""

from bloodpatch.pathway.findings import Cause, Level, declare

ALREADY_CLOSED = declare(
    code="closure.already_closed",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="The episode was closed on {at}.",
    rule="An episode that is closed is reopened before it is closed again.",
    clears="Reopen it, if something came back.",
    source="clinic",
)

NOT_CLEARED = declare(
    code="closure.not_cleared",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="The patient has neither been cleared, nor signed as lost, nor left, declined or died.",
    rule="An episode ends with the clearance, or with a physician's word why there is none.",
    clears="Clear the patient; or record departure, refusal, treatment elsewhere or loss.",
    asks="clearance.clear",
    hazards=("H36", "H37"),
    treatment=("T12",),
    replay=("KEEP_OPEN", "NO_CLEARANCE"),
)

NOBODY_TOOK_OVER = declare(
    code="closure.nobody_took_over",
    level=Level.STOP,
    cause=Cause.MISSING,
    says="Not reviewed: {flags}. Who has taken over?",
    rule="A sign that stops is reviewed, or in the hands of somebody who is named, before the end.",
    clears="Say who has taken over; or a physician records the review.",
    source="clinic",
    hazards=("H08", "H36"),
    treatment=("T12", "T14"),
    replay=("NO_CLEARANCE", "ESCALATE"),
)

NOT_ANSWERED = declare(
    code="closure.not_answered",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{flags}: told, and no physician has answered. Call the patient first.",
    rule="What the patient told from home is answered by a physician before the end.",
    clears="A physician calls; or say who has taken over; or override with a reason.",
    source="clinic",
    hazards=("H36",),
    treatment=("T12", "T14"),
    replay=("NO_CLEARANCE", "ESCALATE"),
)


COLLECTION_OPEN = declare(
    code="closure.collection_open",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{what}: not seen gone on a later image. Who follows it?",
    rule="A collection in the head is imaged again before the end, also without a headache.",
    clears="Record the image that shows it gone, or say who has taken over.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H08", "H36"),
    treatment=("T12", "T14"),
    replay=("NO_CLEARANCE", "FOLLOW_UP"),
)


EVENT_OPEN = declare(
    code="closure.event_open",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="An adverse event is not settled: {what}.",
    rule="An episode stays open until a physician has settled each adverse event.",
    clears="Review it, and settle it.",
    hazards=("H38", "H48"),
    treatment=("T14",),
    fact="closure.event",
    replay=("KEEP_OPEN", "AE_OPEN"),
)

DRAFT_OPEN = declare(
    code="closure.draft_open",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Neither opened as an adverse event nor dismissed: {what}.",
    rule="Whatever may be an adverse event is opened or dismissed before the episode is closed.",
    clears="Open the adverse event; or say why it is none.",
    asks="adverse_event.open",
    hazards=("H23", "H48"),
    treatment=("T14",),
    fact="closure.event",
    replay=("KEEP_OPEN", "AE_OPEN"),
)

REVIEW_OPEN = declare(
    code="closure.review_open",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Recorded against a rule and not looked at: entries {entries}.",
    rule="What was recorded against a rule is looked at by a physician before closing.",
    clears="Look at those entries and acknowledge them.",
    asks="review.acknowledge",
    value="closure.review_due_hours",
    hazards=("H06", "H48"),
    replay=("KEEP_OPEN",),
)

PERMIT_OPEN = declare(
    code="closure.permit_open",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Would not have been permitted by what is known today, and not looked at since: entries "
    "{entries}.",
    rule="Where a permit no longer has its basis, a physician looks at it before closing.",
    clears="Look at those entries and acknowledge them.",
    asks="review.acknowledge",
    value="closure.review_due_hours",
    hazards=("H06", "H48"),
    replay=("KEEP_OPEN",),
)

NOT_RESOLVED = declare(
    code="closure.not_resolved",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="The last word is that it is not over: {word}.",
    rule="An episode stays open while the headache or a deficit is there.",
    clears="Ask again; or a physician closes with a reason, and says who goes on.",
    hazards=("H36",),
    treatment=("T10", "T12"),
    fact="closure.lasting",
    replay=("KEEP_OPEN",),
)

NOT_LASTING = declare(
    code="closure.not_lasting",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Nobody has heard that the headache is still gone {days} days after the patch.",
    rule="Headache often comes back: relief counts once it has lasted.",
    clears="Ask the patient then; or a physician closes earlier with a reason.",
    asks="followup.record_contact",
    value="closure.sustained_relief_days",
    hazards=("H36",),
    treatment=("T10",),
    fact="closure.lasting",
    replay=("KEEP_OPEN", "FOLLOW_UP"),
)

NOT_HEARD = declare(
    code="closure.not_heard",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Nobody has heard that the headache is gone.",
    rule="A headache without a patch is followed until it is gone.",
    clears="Ask the patient; or a physician closes with a reason.",
    asks="followup.record_contact",
    source="oaa2019",
    certainty="secondary",
    hazards=("H36",),
    treatment=("T3",),
    fact="closure.lasting",
    replay=("KEEP_OPEN", "FOLLOW_UP"),
)

LOST = declare(
    code="closure.lost",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="The patient was signed as lost: the outcome stays unknown.",
    rule="Nobody knows how a lost patient went on; lost is no outcome.",
    clears="Nothing to clear, unless the patient is found.",
    source="clinic",
    hazards=("H36", "H69"),
    treatment=("T14",),
    replay=("KEEP_OPEN",),
)

CONTACTS_LEFT = declare(
    code="closure.contacts_left",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="The next planned contact, {contact}, will not be made.",
    rule="The protocol asks again later for what shows late.",
    clears="Wait for it; or close without.",
    value="followup.contacts",
    hazards=("H36",),
    treatment=("T10", "T14"),
)

OUTCOME_DOES_NOT_FIT = declare(
    code="closure.outcome_does_not_fit",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says='The outcome is given as "{status}", but {why}.',
    rule="The outcome that is signed is the one that was recorded.",
    clears="Choose the outcome that fits, or correct what was recorded.",
    source="clinic",
    hazards=("H69",),
    replay=("KEEP_OPEN",),
)

NOTHING_CLOSED = declare(
    code="closure.nothing_closed",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="The episode was not closed.",
    rule="What is reopened was closed before.",
    clears="Nothing to do.",
    source="clinic",
)
