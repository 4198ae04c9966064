"""What speaks against closing, in order of precedence."""

from dataclasses import dataclass
from typing import Any

from bloodpatch.pathway.amendment.hindsight import permits_not_looked_at
from bloodpatch.pathway.clinical.concepts import Concept, Weight
from bloodpatch.pathway.context import Context, Facts
from bloodpatch.pathway.episode import Episode, Round
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.adverse_event_drafts import open_drafts
from bloodpatch.pathway.queries.contacts import counts_as, hours_after_patch, next_planned
from bloodpatch.pathway.queries.person_facts import died_at
from bloodpatch.pathway.queries.standing_facts import open_stops, standing, with_concepts, words
from bloodpatch.pathway.queries.urgent_facts import urgent
from bloodpatch.pathway.rules.imaging import collection_was_imaged_again
from bloodpatch.pathway.rules.reentry import all_is_entered_here
from bloodpatch.pathway.stages.closure import findings as found
from bloodpatch.pathway.stages.closure.statements import WELL, OutcomeTold, Signature, Status
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment_way import Way
from bloodpatch.pathway.values import Answer
from bloodpatch.pathway.values.units import HOURS_A_DAY

LEFT = frozenset({Way.WITHDRAWN, Way.OTHER_PATHWAY})
"""What they have left is for others to follow; what we know of it is signed."""


def not_closed_yet(episode: Episode, context: Context) -> Findings:
    closing = episode.closure.closing
    if episode.closure.closed and closing:
        yield found.ALREADY_CLOSED(context, at=closing.occurred.at)


def followed_elsewhere(episode: Episode, facts: Facts) -> bool:
    """Died, left, on another pathway, or lost: what follows is not ours to hear."""
    died = died_at(episode, facts) is not None
    return died or episode.way in LEFT or episode.now.followup.lost is not None


def treatment_has_ended(episode: Episode, context: Context) -> Findings:
    declined = episode.way is Way.DECLINED
    cleared = episode.now.clearance.cleared is not None
    if not (cleared or declined or followed_elsewhere(episode, context.facts)):
        yield found.NOT_CLEARED(context)


def adverse_events_are_settled(episode: Episode, context: Context) -> Findings:
    events = episode.adverse_event
    if events.open_events:
        kinds = [kind.label for h in events.open_events for kind in h.event.kinds or ()]
        yield found.EVENT_OPEN(context, what=", ".join(kinds) or "an adverse event")
    if drafts := open_drafts(episode):
        yield found.DRAFT_OPEN(context, what="; ".join(dict.fromkeys(d.says for d in drafts)))


def everything_was_looked_at(episode: Episode, context: Context) -> Findings:
    looked = episode.review.acknowledged
    waiting = [h.position for h in episode.standing if h.against and h.position not in looked]
    if waiting:
        yield found.REVIEW_OPEN(context, entries=", ".join(map(str, waiting)))
    if unseen := permits_not_looked_at(episode, context.protocol):
        yield found.PERMIT_OPEN(context, entries=", ".join(map(str, unseen)))


def it_is_over(episode: Episode, context: Context) -> Findings:
    """T10: gone, and gone for long enough; unless the patient is out of our hands."""
    if followed_elsewhere(episode, context.facts):
        return
    word, patched = last_word(episode), last_patched(episode)
    days = context.protocol.closure.sustained_relief_days
    if word is not None and not word.over:
        yield found.NOT_RESOLVED(context, word=word.says)
    elif patched is None and word is None:
        yield found.NOT_HEARD(context)
    elif patched is not None and not lasted(word, patched, context.protocol):
        yield found.NOT_LASTING(context, days=days)


@dataclass(frozen=True, kw_only=True)
class Word:
    """The newest thing that is known about how it ended."""

    said: Happened[Any]
    over: bool
    says: str


def last_word(episode: Episode) -> Word | None:
    words = [
        Word(said=h, over=bool(round.followup.headache_gone), says="the headache is there")
        for round in episode.rounds
        if (h := round.followup.headache) is not None
    ]
    if (told := episode.closure.outcome) and says_how_it_ended(told.event):
        words.append(Word(said=told, over=is_over(told.event), says=says(told.event)))
    return max(words, key=lambda word: word.said.order, default=None)


def says_how_it_ended(outcome: OutcomeTold) -> bool:
    free = outcome.symptom_free in (Answer.YES, Answer.NO)
    return bool(outcome.status or free or outcome.deficits or outcome.harms)


def is_over(outcome: OutcomeTold) -> bool:
    left = outcome.deficits or outcome.harms or outcome.symptom_free is Answer.NO
    return not left and (outcome.status is None or outcome.status in WELL)


def says(outcome: OutcomeTold) -> str:
    left = ", ".join(one.label for one in (*(outcome.deficits or ()), *(outcome.harms or ())))
    return left or (outcome.status.label if outcome.status else "symptoms are left")


def last_patched(episode: Episode) -> Round | None:
    """The round of the last patch; None where there was none."""
    return next((r for r in reversed(episode.rounds) if r.procedure.patch_given), None)


def lasted(word: Word | None, round: Round, protocol: Protocol) -> bool:
    """Whether that word was told late enough after the patch, by the clock, as it was told, or
    because it was the planned contact of that time."""
    if word is None:
        return False
    days = protocol.closure.sustained_relief_days
    event = word.said.event
    known = getattr(event, "last_follow_up", None) or event.timing
    hours = hours_after_patch(known, word.said.occurred, round)
    counts = counts_as(word.said, round, protocol)
    planned = 0 if counts is None else protocol.followup.contacts[counts].after_hours
    return max(planned, hours or 0) >= days * HOURS_A_DAY


def outcome_fits(episode: Episode, command: Signature, context: Context) -> Findings:
    """What is signed is what is known."""
    died = died_at(episode, context.facts) is not None
    lost = episode.now.followup.lost is not None
    why = ""
    if died != (command.status is Status.DIED):
        why = "a death is recorded" if died else "no death is recorded"
    elif lost and command.status in WELL:
        why = "the patient is lost, so nobody knows"
    elif command.status in WELL and (command.deficits or command.harms):
        why = "something is left"
    if why:
        yield found.OUTCOME_DOES_NOT_FIT(context, status=command.status.label, why=why)


def lost_is_no_outcome(episode: Episode, context: Context) -> Findings:
    if episode.now.followup.lost and not died_at(episode, context.facts):
        yield found.LOST(context)


def no_contact_is_left(episode: Episode, context: Context) -> Findings:
    if followed_elsewhere(episode, context.facts) or episode.now.discharge.departed is None:
        return
    if upcoming := next_planned(episode.now, context.protocol):
        yield found.CONTACTS_LEFT(context, contact=upcoming.words)


def stops_are_in_good_hands(episode: Episode, context: Context) -> Findings:
    """A stop that stands is not held for ever: whoever closes says who has taken it over."""
    stops = open_stops(episode, context.protocol)
    if stops and not died(episode):
        facts = ", ".join(fact.concept for fact in stops)
        yield found.NOBODY_TOOK_OVER(context, flags=words(stops), facts=facts)


def what_was_told_is_answered(episode: Episode, context: Context) -> Findings:
    """The signature itself would count as an answer. What stops, and how it was told to have ended,
    have findings of their own."""
    waiting = urgent(episode, context.protocol)
    told = [one.fact for one in waiting if not isinstance(one.told.event, OutcomeTold)]
    if held := [f for f in told if f.weight is Weight.HOLD and f.concept not in COLLECTION]:
        since = max(fact.since for fact in held)
        yield found.NOT_ANSWERED(context, flags=words(held), since=since)


def collection_is_followed(episode: Episode, context: Context) -> Findings:
    """It kills when nobody follows it: seen gone, or in the hands of somebody who is named."""
    facts = standing(episode, context.protocol)
    told = with_concepts(facts, COLLECTION)
    if told and not died(episode) and any(collection_was_imaged_again(episode, context)):
        yield found.COLLECTION_OPEN(context, what=words(told))


COLLECTION = frozenset({Concept.SUBDURAL_ON_IMAGING})


def died(episode: Episode) -> bool:
    return episode.closure.died is not None


def is_seen_to(command: Command) -> bool:
    """Somebody has taken over; or a physician signs that it ended well and nothing is left."""
    if not isinstance(command, Signature):
        return False
    return command.taken_over_by is not None or nothing_is_left(command)


def nothing_is_left(signed: Signature) -> bool:
    """The signature is a physician's look. A headache that is gone is not enough: a collection
    may grow without one, so the images are signed as clear too."""
    free = signed.symptom_free is Answer.YES and signed.imaging_clear is Answer.YES
    return free and signed.status in WELL and not (signed.deficits or signed.harms)


def something_was_closed(episode: Episode, command: Command, context: Context) -> Findings:
    """Of a reopening told with an earlier time this cannot be judged: the closing came later."""
    if command.occurred is None and not episode.closure.closed:
        yield found.NOTHING_CLOSED(context)


BEFORE_CLOSING = (
    not_closed_yet,
    treatment_has_ended,
    stops_are_in_good_hands,
    what_was_told_is_answered,
    adverse_events_are_settled,
    all_is_entered_here,
    everything_was_looked_at,
    it_is_over,
    lost_is_no_outcome,
    no_contact_is_left,
    collection_is_followed,
)
