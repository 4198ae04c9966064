"""Red flags: asked everywhere by the same list, answered yes, no or not asked.

*Not asked* is never *no*: what nobody asked holds back a patch just as an answer does. Which
flags stop and which hold is design, not protocol: no clinic can switch a stop off. Which imaging
a flag calls for, and whom to call, is said by `imaging` and `workup`.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from bloodpatch.pathway.clinical import RED_FLAGS_ASKED, RedFlag
from bloodpatch.pathway.clinical.concepts import Concept, Weight
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.blood_pressure import severe_pressure
from bloodpatch.pathway.queries.changed_legs import is_of_the_legs
from bloodpatch.pathway.queries.childbirth import pre_eclampsia_is_possible
from bloodpatch.pathway.queries.investigations_done import (
    done_so_far,
    is_answered,
    of_the_head,
)
from bloodpatch.pathway.queries.obstetric_review import obstetrics_has_looked
from bloodpatch.pathway.queries.patches import last_try
from bloodpatch.pathway.queries.relapse import is_a_relapse
from bloodpatch.pathway.queries.standing_facts import (
    STOP_CODE,
    Fact,
    open_stops,
    standing,
    with_concepts,
    words,
)
from bloodpatch.pathway.values import Answer

STOP_FLAG = declare(
    code=STOP_CODE,
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="Red flag: {flags}.",
    rule="With such a sign a dangerous cause is assumed until it has been excluded.",
    clears="Urgent examination or imaging; a physician records what was done and what it showed.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H08", "H09"),
    treatment=("T3",),
    lifted_by_review=True,
    replay=("RED_FLAG", "HOLD_PATCH"),
)

HOLD_FLAG = declare(
    code="red_flag.hold",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Red flags: {flags}. A physician looks before any patch.",
    rule="Such a sign calls for review by a senior physician before a patch.",
    clears="A physician looks at it, and overrides with a reason if a patch is still right.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H08", "H10"),
    treatment=("T3",),
    replay=("RED_FLAG", "HOLD_PATCH"),
)

BACKGROUND_FLAG = declare(
    code="red_flag.background",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{flags}: a lower threshold to scan if anything is unusual.",
    rule="Some patients bleed or clot more easily; the threshold for imaging is lower.",
    clears="Nothing to clear: it is a fact about the patient.",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H08",),
    treatment=("T3",),
    replay=("RED_FLAG",),
)

NOT_ASKED = declare(
    code="red_flag.not_asked",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Red flags not asked: {flags}.",
    rule="Every red flag is asked; not asked is never no.",
    clears="Ask, and record the answers.",
    asks="assessment.screen_red_flags",
    source="uppal2023",
    certainty="memory-medium",
    hazards=("H08",),
    treatment=("T3",),
    replay=("MISSING_DATA",),
)

OUT_OF_DATE = declare(
    code="red_flag.out_of_date",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Red flags were last asked {asked}; they are asked again on the day.",
    rule="A patient can change between the decision and the patch.",
    clears="Ask again now.",
    asks="preparation.screen_again",
    value="booking.red_flag_screen_valid_hours",
    hazards=("H09",),
    treatment=("T3",),
    fact="red_flag.not_asked",
    replay=("MISSING_DATA",),
)

BEFORE_THE_NEEDLE = declare(
    code="red_flag.before_the_needle",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Red flags were last asked {asked}, before the last needle.",
    rule="A needle may have done something, so they are asked again before the next.",
    clears="Ask again now.",
    asks="preparation.screen_again",
    source="clinic",
    hazards=("H09",),
    treatment=("T3",),
    fact="red_flag.not_asked",
    replay=("MISSING_DATA",),
)


def screens(episode: Episode) -> Iterator[Happened[Any]]:
    """Every pass through the list, wherever in the treatment it was made."""
    yield from episode.assessment.screens
    for round in episode.rounds:
        yield from round.preparation.screens
        yield from round.followup.screens


def in_order(episode: Episode) -> list[Happened[Any]]:
    """Every pass, earliest first."""
    return sorted(screens(episode), key=lambda h: h.order)


def answers(episode: Episode) -> dict[RedFlag, Happened[Any]]:
    """For each flag the newest screen that has an answer to it."""
    newest: dict[RedFlag, Happened[Any]] = {}
    for screen in in_order(episode):
        for flag in RedFlag:
            if asked(screen, flag):
                newest[flag] = screen
    return newest


def asked_at(episode: Episode) -> datetime | None:
    """The oldest of the newest answers to the flags of the bedside list; None: not all asked."""
    newest = answers(episode)
    if any(flag not in newest for flag in RED_FLAGS_ASKED):
        return None
    return min(newest[flag].occurred.earliest for flag in RED_FLAGS_ASKED)


def asked(screen: Happened[Any], flag: RedFlag) -> bool:
    flags = screen.event.flags
    return flags is not None and flags.get(flag) is not Answer.NOT_ASKED


def labels(flags: Iterator[RedFlag] | tuple[RedFlag, ...]) -> str:
    return ", ".join(flag.label for flag in flags)


def holding(episode: Episode, protocol: Protocol) -> tuple[Fact, ...]:
    """The facts that hold, but for those that a rule of their own holds by their number."""
    facts = standing(episode, protocol)
    held = (f for f in facts if f.weight is Weight.HOLD and not has_a_rule(f, episode, protocol))
    return tuple(held)


def has_a_rule(fact: Fact, episode: Episode, protocol: Protocol) -> bool:
    """A measured fever has its number and its time. A blood pressure is a matter of pregnancy and
    birth, until obstetrics has looked at it, and a severe one says so itself. Of some facts another
    rule says more than that a physician looks."""
    if is_measured_fever(fact) or fact.concept in SAID_ELSEWHERE or is_a_relapse(fact, episode):
        return True
    if fact.concept in OF_ONE_NERVE:
        return is_answered(fact.newest, done_so_far(episode, of_the_head))
    if fact.concept in OF_PREGNANCY:
        possible = pre_eclampsia_is_possible(episode, protocol)
        severe = severe_pressure(episode, protocol) is not None
        return not possible or severe or obstetrics_has_looked(episode, fact)
    return False


OF_ONE_NERVE = frozenset({Concept.CRANIAL_NERVE_SIGN, Concept.DIPLOPIA})
"""They belong to this headache, and speak for a patch; they hold it until the head was imaged."""
OF_PREGNANCY = frozenset({Concept.HIGH_BLOOD_PRESSURE, Concept.PROTEINURIA})
SAID_ELSEWHERE = frozenset(
    {
        Concept.IMMEDIATE_ONSET,
        Concept.SPONTANEOUS_LEAK,
        Concept.NOT_THIS_HEADACHE,
        Concept.NO_PUNCTURE,
        Concept.ANOTHER_HEADACHE,
        Concept.SKIN_LEAK,
        Concept.ADVISED_AGAINST,
    }
)
"""Held by `headache_duration`, `diagnosis` and `specialist`, in their own words."""


def stops_are_reviewed(episode: Episode, context: Context) -> Findings:
    """What stands in the way of every permit, whatever it is for."""
    yield from stopped_by(open_stops(episode, context.protocol), context)


def stopped_by(stops: tuple[Fact, ...], context: Context) -> Findings:
    if stops:
        yield STOP_FLAG(
            context,
            flags=words(stops),
            since=max(fact.since for fact in stops),
            facts=", ".join(fact.concept for fact in stops),
        )


def red_flags_are_clear(episode: Episode, context: Context) -> Findings:
    yield from stops_are_reviewed(episode, context)
    yield from speaks_against_a_patch(holding(episode, context.protocol), context)
    yield from background(episode, context)


def red_flags_are_clear_at_home(episode: Episode, context: Context) -> Findings:
    """Of a leak through the skin no other rule says anything after the patch."""
    yield from stops_are_reviewed(episode, context)
    held = holding(episode, context.protocol)
    leaks = with_concepts(standing(episode, context.protocol), frozenset({Concept.SKIN_LEAK}))
    yield from speaks_against_a_patch((*held, *leaks), context)
    yield from background(episode, context)


def background(episode: Episode, context: Context) -> Findings:
    facts = standing(episode, context.protocol)
    if lower := tuple(f for f in facts if f.concept in LOWERS_THE_THRESHOLD):
        yield BACKGROUND_FLAG(context, flags=words(lower))


def red_flags_are_clear_at_the_table(episode: Episode, context: Context) -> Findings:
    """At the time-out an infection has a question and a finding of its own."""
    yield from stops_are_reviewed(episode, context)
    facts = holding(episode, context.protocol)
    asked_here = tuple(f for f in facts if f.concept is not Concept.INFECTION_SOURCE)
    answered = episode.now.preparation.infection is Answer.YES
    yield from speaks_against_a_patch(asked_here if answered else facts, context)


def nothing_was_told_since_the_time_out(episode: Episode, context: Context) -> Findings:
    """What the time-out could not know of is said at the start, and before the needle."""
    yield from stops_are_reviewed(episode, context)
    if (timed_out := episode.now.preparation.timed_out) is None:
        return
    facts, held = standing(episode, context.protocol), holding(episode, context.protocol)
    against = (f for f in facts if f in held or is_measured_fever(f))
    new = tuple(f for f in against if f.since > timed_out.latest)
    yield from speaks_against_a_patch(new, context)


def is_measured_fever(fact: Fact) -> bool:
    return fact.concept is Concept.FEVER and fact.measured_only


def speaks_against_a_patch(facts: tuple[Fact, ...], context: Context) -> Findings:
    if facts:
        since = max(fact.since for fact in facts)
        yield HOLD_FLAG(context, flags=words(facts).replace(", ", "; "), since=since)


LOWERS_THE_THRESHOLD = frozenset(
    {
        Concept.AVM,
        Concept.OLDER_AGE,
        Concept.OLD_FOCAL_SIGN,
        Concept.IMMUNOSUPPRESSED,
        Concept.CLOTTING_TENDENCY,
        Concept.BLEEDING_TENDENCY,
    }
)


def red_flags_were_asked(episode: Episode, context: Context) -> Findings:
    newest = answers(episode)
    if missing := tuple(f for f in RED_FLAGS_ASKED if f not in newest):
        yield NOT_ASKED(context, flags=labels(missing))


def red_flags_were_asked_today(episode: Episode, context: Context) -> Findings:
    """At the time-out the answers must be fresh, and from after the last needle; where that one
    gave the patch of this round, no other is prepared."""
    yield from red_flags_were_asked(episode, context)
    asked = asked_at(episode)
    if asked is None:
        return
    hours = timedelta(hours=context.protocol.booking.red_flag_screen_valid_hours)
    needle = None if episode.now.procedure.attempt.patch_given else last_try(episode)
    if needle is not None and asked < needle.latest:
        yield BEFORE_THE_NEEDLE(context, asked=asked)
    elif context.now > asked + hours:
        yield OUT_OF_DATE(context, asked=asked)


def other_stops_are_reviewed(episode: Episode, context: Context) -> Findings:
    stops = open_stops(episode, context.protocol)
    yield from stopped_by(tuple(f for f in stops if not is_of_the_legs(f)), context)
