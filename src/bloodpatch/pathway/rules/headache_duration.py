"""The two clocks of the headache: when it began after the needle, and how long it has lasted.

Late, at once or long means that somebody looks again. Times are told more often than they are
read from a clock, and an unknown one is never taken for a short one.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from bloodpatch.pathway.clinical import Bounds, Milestone, TimeRelation, Timing, hours_between
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.investigations_done import done_so_far, of_the_head
from bloodpatch.pathway.queries.standing_facts import standing
from bloodpatch.pathway.values import Answer, When
from bloodpatch.pathway.values.units import HOURS_A_DAY, MINUTES_AN_HOUR

LATE_ONSET = declare(
    code="headache_duration.late_onset",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="It began more than {days} days after the puncture: think again what it is, and image.",
    rule="This headache begins within days of the puncture; a later one is often another.",
    clears="A senior looks again; imaging or an opinion is recorded.",
    value="assessment.max_onset_days",
    hazards=("H10",),
    treatment=("T3",),
    replay=("REVIEW_DIAGNOSIS", "IMAGE_FIRST"),
)
LONG_LASTING = declare(
    code="headache_duration.long_lasting",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="It has lasted more than {days} days: think again what it is, and image.",
    rule="This headache ends by itself or with a patch; one that goes on is looked at again.",
    clears="A senior looks again; imaging or an opinion is recorded.",
    value="assessment.reconsider_after_days",
    hazards=("H10",),
    treatment=("T3",),
    fact="headache_duration.late_onset",
    replay=("REVIEW_DIAGNOSIS", "IMAGE_FIRST"),
)
AT_ONCE = declare(
    code="headache_duration.began_at_once",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="It began at the puncture itself: think of air in the head. Oxygen, and a CT; a patch "
    "does not remove it.",
    rule="A headache that begins with the needle is seldom this one; air may have gone in with it.",
    clears="Record the imaging of the head and what it showed.",
    value="assessment.at_once_minutes",
    hazards=("H10",),
    treatment=("T3",),
    replay=("RED_FLAG", "IMAGE_FIRST"),
)
TICKED = declare(
    code="headache_duration.ticked",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="It began late, or has lasted long: think again what it is, and image.",
    rule="A headache that begins late or goes on is often another one.",
    clears="A senior looks again; imaging or an opinion is recorded.",
    value="assessment.max_onset_days",
    hazards=("H10",),
    treatment=("T3",),
    fact="headache_duration.late_onset",
    replay=("RED_FLAG", "IMAGE_FIRST"),
)
STILL_POSTURAL = declare(
    code="headache_duration.still_postural",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="It has lasted more than {days} days and is still postural: a leak may still be open. "
    "Think again what it is, and image.",
    rule="A headache that goes on is looked at again; one that is still postural may be a leak.",
    clears="A senior looks again; imaging or an opinion is recorded.",
    value="assessment.reconsider_after_days",
    hazards=("H10",),
    treatment=("T3",),
    fact="headache_duration.late_onset",
    replay=("REVIEW_DIAGNOSIS", "IMAGE_FIRST"),
)
FROM_THE_NEEDLE = frozenset(
    {
        Milestone.PUNCTURE,
        Milestone.PROCEDURE,
        Milestone.IMPLANT,
        Milestone.DELIVERY,
        Milestone.CATHETER_REMOVAL,
    }
)
"""Reports count from what the needle was for as often as from the hole that it made."""

AT_THE_NEEDLE = frozenset({Milestone.PUNCTURE, Milestone.PROCEDURE})
SAID_HOW_LONG = {
    "referral.received": "headache_for",
    "assessment.headache_recorded": "lasting",
}
"""The entries that tell for how long there has been a headache, and in which field."""

Order = tuple[datetime, int]
"""Where in the story something stands, as events are ordered."""


def onsets(episode: Episode) -> Iterator[tuple[Bounds, Happened[Any]]]:
    """Puncture to onset: at least and at most so many hours, by each entry that tells it. A
    headache that came back is not one that began."""
    at, puncture = episode.referral.onset_at, episode.referral.puncture_at
    for entry in episode.referral.onsets:
        bounds = hours_between(from_the_needle(entry.event.timing), puncture, at)
        if bounds is not None and entry.event.occasion != "recurrence":
            yield bounds, entry


def from_the_needle(timing: Timing | None) -> Timing | None:
    """A told time, where it is counted from the puncture or from what it was for."""
    if timing is None or timing.event not in FROM_THE_NEEDLE:
        return None
    after = TimeRelation.AFTER in (timing.relation, timing.link)
    return timing if after or timing.relation is TimeRelation.AT else None


def at_the_needle(timing: Timing | None) -> bool:
    """Told from the needle itself, or not told from anything that came with it."""
    counted = from_the_needle(timing)
    return counted is None or counted.event in AT_THE_NEEDLE


def durations(episode: Episode, context: Context) -> Iterator[tuple[Decimal, Order]]:
    """How long there has been a headache, at the least, and since when that is known."""
    for entry in episode.standing:
        if (field := SAID_HOW_LONG.get(entry.event.name)) is not None:
            told = (getattr(entry.event, field), from_the_needle(entry.event.timing))
            for timing in told:
                if timing and timing.hours and timing.hours[0] is not None:
                    yield timing.hours[0], entry.order
    onset = episode.referral.onset_at
    if onset and not any(r.procedure.patch_given for r in episode.rounds):
        limit = timedelta(days=context.protocol.assessment.reconsider_after_days)
        bounds = hours_between(None, onset, When.exact(context.now, context.zone))
        if bounds and bounds[0]:
            yield bounds[0], (onset.latest + limit, 0)


def flagged(episode: Episode, context: Context, concept: Concept) -> list[Order]:
    """Since when somebody has ticked it; then `red_flag` holds, and here stands what to do."""
    facts = standing(episode, context.protocol)
    return [f.newest.order for f in facts if f.concept is concept]


def looked_again(episode: Episode, since: Order) -> bool:
    """Somebody has: the head was imaged, or a specialist was heard, after that."""
    opinions = (h for h in episode.assessment.opinions if h.event.advice != "no_opinion_yet")
    looks = (*done_so_far(episode, of_the_head), *opinions)
    return any(h.order > since for h in looks)


def is_postural(episode: Episode) -> bool:
    """As it was assessed last; by the scores where nobody said it."""
    if (assessed := episode.assessment.assessed) is None:
        return False
    told, lying, upright = (
        assessed.event.position_dependent,
        assessed.event.pain_lying,
        assessed.event.pain_upright,
    )
    by_score = lying is not None and upright is not None and lying.score < upright.score
    return told is Answer.YES or (told is not Answer.NO and by_score)


def began_in_time(episode: Episode, context: Context) -> Findings:
    days = context.protocol.assessment.max_onset_days
    late = [e.order for (least, _), e in onsets(episode) if least and least > days * HOURS_A_DAY]
    ticked = flagged(episode, context, Concept.LATE_ONSET)
    if (late or ticked) and not looked_again(episode, max(late + ticked)):
        yield TICKED(context) if ticked else LATE_ONSET(context, days=days)


def did_not_begin_at_once(episode: Episode, context: Context) -> Findings:
    hours = Decimal(context.protocol.assessment.at_once_minutes) / MINUTES_AN_HOUR
    at_once = [
        entry
        for (_, most), entry in onsets(episode)
        if most is not None and most <= hours and at_the_needle(entry.event.timing)
    ]
    since = [e.order for e in at_once] + flagged(episode, context, Concept.IMMEDIATE_ONSET)
    images = done_so_far(episode, of_the_head)
    if since and not any(h.order > max(since) for h in images):
        yield AT_ONCE(context)


def has_not_lasted_too_long(episode: Episode, context: Context) -> Findings:
    days = context.protocol.assessment.reconsider_after_days
    long = [at for hours, at in durations(episode, context) if hours > days * HOURS_A_DAY]
    ticked = flagged(episode, context, Concept.LONG_LASTING)
    if not (long or ticked) or looked_again(episode, max(long + ticked)):
        return
    if ticked:
        yield TICKED(context)
    elif is_postural(episode):
        yield STILL_POSTURAL(context, days=days)
    else:
        yield LONG_LASTING(context, days=days)


CALLED_FOR = (began_in_time, did_not_begin_at_once, has_not_lasted_too_long)
