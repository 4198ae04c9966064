"""Red flags: asked everywhere by the same list, answered yes, no or not asked.

*Not asked* is never *no*: what nobody asked holds back a patch just as an answer does. Which
flags stop and which hold is design, not protocol: no clinic can switch a stop off. The wider
actions (which imaging, whom to call) are the next rules to be written here.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Any

from bloodpatch.pathway.clinical import RED_FLAGS_ASKED, RedFlag
from bloodpatch.pathway.clinical.red_flags import BACKGROUND, STOPS
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.patches import last_try
from bloodpatch.pathway.review.events import StopLifted
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stage_stream import surely_later
from bloodpatch.pathway.values import Answer

STOP_FLAG = declare(
    code="red_flag.stop",
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
    says="Red flag: {flags}.",
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
    says="{flags}: image sooner than usual if anything is unusual.",
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


def with_a_red_flag(episode: Episode) -> Iterator[Happened[Any]]:
    """The passes that found one."""
    for screen in screens(episode):
        said = (screen.event.flags.get(flag) for flag in RedFlag) if screen.event.flags else ()
        if Answer.YES in said:
            yield screen


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


def present(episode: Episode) -> tuple[RedFlag, ...]:
    """The flags that stand at yes, in the order of the list."""
    if not (passes := in_order(episode)):
        return ()
    said = ((flag, counted(flag, passes, episode)) for flag in RedFlag)
    return tuple(flag for flag, told in said if told and says_yes(told[-1], flag))


def counted(flag: RedFlag, passes: list[Happened[Any]], episode: Episode) -> list[Happened[Any]]:
    """The answers to a flag that count, of these passes; earliest first.

    A seizure does not un-happen: after a yes to a flag that stops, only a physician's no counts,
    or anybody's once a physician has recorded what was examined for it. Whoever else ticks no
    asked again and found nothing new; that lifts no stop.
    """
    said: list[Happened[Any]] = []
    for screen in passes:
        if not asked(screen, flag):
            continue
        stands = said and says_yes(said[-1], flag)
        if not stands or says_yes(screen, flag) or may_say_no(flag, screen, said[-1], episode):
            said.append(screen)
    return said


def may_say_no(flag: RedFlag, screen: Happened[Any], yes: Happened[Any], episode: Episode) -> bool:
    """Whether this no ends a yes: it is known to come after it, and lifts a stop only as above."""
    if not surely_later(screen, yes):
        return False
    if flag not in STOPS or screen.by.role is Role.PHYSICIAN:
        return True
    return any(
        is_about(lift, flag) and yes.order < lift.order < screen.order
        for lift in episode.review.all(StopLifted)
    )


def is_about(lift: Happened[StopLifted], flag: RedFlag) -> bool:
    """Whether this flag was among those that the physician saw: what was examined for a seizure
    says nothing about legs that grew weak while its page was open."""
    seen = str(lift.event.saw.plain())
    return lift.event.finding.plain() == STOP_FLAG.code and flag.label in seen


def says_yes(screen: Happened[Any], flag: RedFlag) -> bool:
    return screen.event.flags.get(flag) is Answer.YES


def asked_at(episode: Episode) -> datetime | None:
    """The oldest of the newest answers to the flags of the bedside list; None: not all asked."""
    newest = answers(episode)
    if any(flag not in newest for flag in RED_FLAGS_ASKED):
        return None
    return min(newest[flag].occurred.earliest for flag in RED_FLAGS_ASKED)


def since(episode: Episode, flags: tuple[RedFlag, ...]) -> datetime:
    """When the newest of these flags came up: the first yes after the last no.

    A yes after a patch, or after one that was given up, counts from then, whatever was said before
    it; so what was examined and lifted before the needle is no excuse for weak legs after it. Where
    either is told of that day only, it counts as after the patch. A yes "of today" came up by the
    time that it was written down, and not at midnight; and one that follows a no, whoever asked,
    came up again. What was lifted before answers neither.
    """
    passes = in_order(episode)
    return max(came_up(flag, passes, episode) for flag in flags)


def came_up(flag: RedFlag, passes: list[Happened[Any]], episode: Episode) -> datetime:
    patch = last_try(episode)
    newest = counted(flag, passes, episode)[-1]
    said = [s for s in passes if asked(s, flag) and s.order <= newest.order]
    after = [s for s in said if patch is None or s.latest >= patch.occurred.earliest]
    yes = takewhile(lambda s: says_yes(s, flag), reversed(after or said))
    first: datetime = min(s.latest for s in yes)
    return max(first, patch.latest) if after and patch else first


def asked(screen: Happened[Any], flag: RedFlag) -> bool:
    flags = screen.event.flags
    return flags is not None and flags.get(flag) is not Answer.NOT_ASKED


def labels(flags: Iterator[RedFlag] | tuple[RedFlag, ...]) -> str:
    return ", ".join(flag.label for flag in flags)


def red_flags_are_clear(episode: Episode, context: Context) -> Findings:
    found = present(episode)
    if stops := tuple(f for f in found if f in STOPS):
        yield STOP_FLAG(context, flags=labels(stops), since=since(episode, stops))
    if holds := tuple(f for f in found if f not in STOPS | BACKGROUND):
        yield HOLD_FLAG(context, flags=labels(holds), since=since(episode, holds))
    if background := tuple(f for f in found if f in BACKGROUND):
        yield BACKGROUND_FLAG(context, flags=labels(background))


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
