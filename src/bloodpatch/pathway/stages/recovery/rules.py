"""What must hold before the patient stands, in order of precedence."""

from datetime import timedelta

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.rules.closed_episode import episode_is_open
from bloodpatch.pathway.rules.red_flag import stops_are_reviewed
from bloodpatch.pathway.stages.recovery.findings import (
    FAILED_TOO_OFTEN,
    LEGS_CHANGED,
    NO_PATCH_YET,
    REST_CUT_SHORT,
    REST_NOT_OVER,
    REST_NOT_STARTED,
    REST_SHORT,
)


def patch_was_given(episode: Episode, context: Context) -> Findings:
    if not episode.now.procedure.finished:
        yield NO_PATCH_YET(context)


def legs_are_as_before(episode: Episode, context: Context) -> Findings:
    if changed := episode.now.recovery.legs_changed:
        yield LEGS_CHANGED(context, since=changed.occurred.at)


def rest_is_over(episode: Episode, context: Context) -> Findings:
    recovery, out = episode.now.recovery, episode.now.procedure.before_recovery
    ends = recovery.rest_ends(context.protocol, out)
    if ends is None:
        if not recovery.is_up(out):
            yield REST_NOT_STARTED(context)
        elif recovery.cut_short(context.protocol, out):
            yield REST_CUT_SHORT(context)
    elif context.now < ends:
        rest = recovery.rest_minutes(context.protocol, out)
        left = ends - context.now
        rested = rest - -(-left // timedelta(minutes=1))
        yield REST_NOT_OVER(context, rested=max(rested, 0), rest=rest, until=ends)


def rest_is_as_long_as_advised(episode: Episode, context: Context) -> Findings:
    """The first rest alone: after a failed test another one, as short as it may be, comes to it."""
    recovery, out = episode.now.recovery, episode.now.procedure.before_recovery
    least = timedelta(minutes=context.protocol.recovery.rest_advise_under_minutes)
    began = recovery.resting_since
    if began is None or recovery.tests(out):
        return
    if (rested := context.now - began.latest) < least:
        minutes = rested // timedelta(minutes=1)
        yield REST_SHORT(context, rested=minutes, least=least // timedelta(minutes=1))


def not_failed_too_often(episode: Episode, context: Context) -> Findings:
    failed = episode.now.recovery.failed_tests(episode.now.procedure.before_recovery)
    if failed >= context.protocol.recovery.failed_tests_before_physician:
        yield FAILED_TOO_OFTEN(context, failed=failed)


BEFORE_STANDING = (
    episode_is_open,
    patch_was_given,
    stops_are_reviewed,
    legs_are_as_before,
    rest_is_over,
    rest_is_as_long_as_advised,
    not_failed_too_often,
)
