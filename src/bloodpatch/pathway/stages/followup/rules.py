"""What can stand on an entry of the follow-up. It refuses nothing: it is work for somebody."""

from typing import Any

from bloodpatch.pathway.clinical import RED_FLAGS_ASKED
from bloodpatch.pathway.clinical.concepts import MEANING, AtHome, Concept, Weight
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.queries.tellings import tellings
from bloodpatch.pathway.rules.red_flag import labels
from bloodpatch.pathway.stages.followup import contact_reading
from bloodpatch.pathway.stages.followup.choices import Effect
from bloodpatch.pathway.stages.followup.findings import (
    COMPLAINT,
    HEADACHE_STAYS,
    NOT_ASKED,
    NOTHING_PLANNED,
    RED_FLAG,
    RESTRICTED_AGAIN,
    TOO_LITTLE_TRIED,
)
from bloodpatch.pathway.stages.followup.statements import Contact, Report


def next_contact_is_set(episode: Episode, context: Context) -> Findings:
    """After a patch, until the departure from which the protocol's contacts are counted."""
    here = episode.now
    if here.procedure.patch_given and not here.discharge.departed and not here.followup.promised:
        yield NOTHING_PLANNED(context)


def red_flag_goes_to_a_physician(_: Episode, command: Any, context: Context) -> Findings:
    """A2: by what it means, whichever list it was ticked on."""
    told = [t for t in tellings(command, context.protocol) if t.there and calls(t.concept)]
    if told:
        now = any(MEANING[t.concept].at_home is AtHome.AMBULANCE for t in told)
        yield RED_FLAG(
            context,
            urgency="Ambulance now" if now else "Red flag at home",
            flags=", ".join(dict.fromkeys(t.words for t in told)),
            minutes=context.protocol.followup.red_flag_call_minutes,
        )


def calls(concept: Concept) -> bool:
    meaning = MEANING[concept]
    return meaning.weight is Weight.STOP or meaning.at_home is not AtHome.NOTHING


def complaint_is_an_adverse_event_until_looked_at(
    _: Episode, command: Any, context: Context
) -> Findings:
    if told := [words for words, _ in contact_reading.complaints(command)]:
        yield COMPLAINT(context, complaints="; ".join(told))


def headache_stays_or_came_back(_: Episode, command: Any, context: Context) -> Findings:
    if contact_reading.stays_or_came_back(command, context.protocol):
        yield HEADACHE_STAYS(context, hours=context.protocol.repeat.decision_due_hours)


def everything_was_asked(_: Episode, command: Contact, context: Context) -> Findings:
    """Where the patient was reached; nobody can be asked who did not answer."""
    if not contact_reading.was_reached(command):
        return
    if parts := unasked(command):
        yield NOT_ASKED(context, parts=", ".join(parts))


def red_flags_were_asked(_: Episode, command: Report, context: Context) -> Findings:
    """In words of her own a patient may tell the gravest thing, and no rule reads it."""
    if not (command.flags and command.flags.asked):
        yield NOT_ASKED(context, parts="red flags")


def restrictions_hold_again(episode: Episode, command: Any, context: Context) -> Findings:
    """T12: what came back after normal activity was cleared."""
    cleared = episode.now.clearance.cleared
    if cleared is not None and contact_reading.stays_or_came_back(command, context.protocol):
        yield RESTRICTED_AGAIN(context, at=cleared.occurred.at)


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


def enough_was_tried(episode: Episode, context: Context) -> Findings:
    tried, needed = episode.now.followup, context.protocol.followup
    if not tried.exhausted(context.protocol):
        yield TOO_LITTLE_TRIED(
            context,
            attempts=tried.attempts,
            channels=len(tried.channels),
            needed=needed.attempts_before_escalation,
            ways=needed.channels_before_escalation,
        )
