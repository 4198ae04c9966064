"""What can stand on an entry of the follow-up. It refuses nothing: it is work for somebody."""

from typing import TYPE_CHECKING, Any

from bloodpatch.pathway.clinical import RED_FLAGS_ASKED
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.rules.red_flag import labels
from bloodpatch.pathway.stages.followup import contact_reading as reading
from bloodpatch.pathway.stages.followup.choices import Effect
from bloodpatch.pathway.stages.followup.statements import Contact

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode

RED_FLAG = declare(
    code="followup.red_flag",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Red flag at home: {flags}. A physician calls within {minutes} minutes.",
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


def next_contact_is_set(episode: "Episode", context: Context) -> Findings:
    """After a patch, until the departure from which the protocol's contacts are counted."""
    here = episode.now
    if here.procedure.patch_given and not here.discharge.departed and not here.followup.promised:
        yield NOTHING_PLANNED(context)


def red_flag_goes_to_a_physician(_: "Episode", command: Any, context: Context) -> Findings:
    if flags := reading.flagged(command):
        minutes = context.protocol.followup.red_flag_call_minutes
        yield RED_FLAG(context, flags=labels(flags), minutes=minutes)


def complaint_is_an_adverse_event_until_looked_at(
    _: "Episode", command: Any, context: Context
) -> Findings:
    if told := [words for words, _ in reading.complaints(command)]:
        yield COMPLAINT(context, complaints="; ".join(told))


def headache_stays_or_came_back(_: "Episode", command: Any, context: Context) -> Findings:
    if reading.stays_or_came_back(command, context.protocol):
        yield HEADACHE_STAYS(context, hours=context.protocol.repeat.decision_due_hours)


def everything_was_asked(_: "Episode", command: Contact, context: Context) -> Findings:
    """Where the patient was reached; nobody can be asked who did not answer."""
    if not reading.was_reached(command):
        return
    if parts := unasked(command):
        yield NOT_ASKED(context, parts=", ".join(parts))


def unasked(command: Contact) -> list[str]:
    missing = [f for f in RED_FLAGS_ASKED if not command.flags or f not in command.flags.asked]
    told = command.adverse_effects
    effects = [e for e in Effect if not told or e not in told.asked]
    parts = []
    if missing:
        parts.append(
            "red flags" if len(missing) == len(RED_FLAGS_ASKED) else labels(tuple(missing))
        )
    if effects:
        whole = len(effects) == len(Effect)
        parts.append("adverse effects" if whole else "; ".join(e.label for e in effects))
    if command.pain_upright is None:
        parts.append("pain upright")
    if command.pain_lying is None:
        parts.append("pain lying")
    return parts


def enough_was_tried(episode: "Episode", context: Context) -> Findings:
    tried, needed = episode.now.followup, context.protocol.followup
    if not tried.exhausted(context.protocol):
        yield TOO_LITTLE_TRIED(
            context,
            attempts=tried.attempts,
            channels=len(tried.channels),
            needed=needed.attempts_before_escalation,
            ways=needed.channels_before_escalation,
        )
