"""What must hold before the patient stands, in order of precedence."""

from datetime import timedelta

from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.protocol import Certainty
from bloodpatch.pathway.queries.changed_legs import changed_legs
from bloodpatch.pathway.queries.standing_facts import standing, with_concepts, words
from bloodpatch.pathway.queries.urgent_facts import AFTER_A_NEEDLE, since_the_needle
from bloodpatch.pathway.rules.closed_episode import episode_is_open
from bloodpatch.pathway.rules.red_flag import other_stops_are_reviewed
from bloodpatch.pathway.rules.vital_signs import vital_signs_are_steady
from bloodpatch.pathway.stages.recovery.commands import RecordStandAndWalk
from bloodpatch.pathway.stages.recovery.findings import (
    FAILED_TOO_OFTEN,
    GOT_UP_EARLY,
    KEPT_LYING,
    LEGS_CHANGED,
    NO_PATCH_YET,
    REST_CUT_SHORT,
    REST_NOT_OVER,
    REST_NOT_STARTED,
    REST_SHORT,
    TEST_FAILED,
)


def patch_was_given(episode: Episode, context: Context) -> Findings:
    if not episode.now.procedure.finished:
        yield NO_PATCH_YET(context)


def legs_are_as_before(episode: Episode, context: Context) -> Findings:
    """A4: until a physician has examined them, whatever a nurse finds later. Legs that grow weak
    again have come up again: who looked at them before has not seen that."""
    if changed := changed_legs(episode, context.protocol):
        facts = ", ".join(fact.concept for fact in changed)
        since = max(fact.since for fact in changed)
        yield LEGS_CHANGED(context, since=since, facts=facts)


def nothing_else_keeps_her_lying(episode: Episode, context: Context) -> Findings:
    facts = standing(episode, context.protocol)
    if told := with_concepts(since_the_needle(facts, episode), KEEPS_LYING):
        yield KEPT_LYING(context, what=words(told), since=max(fact.since for fact in told))


KEEPS_LYING = AFTER_A_NEEDLE - {Concept.SUBDURAL_ON_IMAGING} | {
    Concept.ALLERGIC_REACTION,
    Concept.FAINT,
}
"""Told after the needle; what stops has its own finding."""


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


def rest_was_started(episode: Episode, context: Context) -> Findings:
    recovery, out = episode.now.recovery, episode.now.procedure.before_recovery
    if recovery.resting_since is None and not recovery.is_up(out):
        yield REST_NOT_STARTED(context)


def got_up_early(episode: Episode, context: Context) -> Findings:
    """A visit to the toilet is noted, and calls nobody: the rest goes on when she lies down."""
    recovery, out = episode.now.recovery, episode.now.procedure.before_recovery
    ends = recovery.rest_ends(context.protocol, out)
    if ends is not None and context.now < ends:
        left = -(-(ends - context.now) // timedelta(minutes=1))
        yield GOT_UP_EARLY(context, left=left)


def failed_test_lies_down(_: Episode, command: RecordStandAndWalk, context: Context) -> Findings:
    if not command.passed:
        yield TEST_FAILED(context, minutes=context.protocol.recovery.lie_down_again_minutes)


def rest_is_as_long_as_advised(episode: Episode, context: Context) -> Findings:
    """The first rest alone: after a failed test another one, as short as it may be, comes to it."""
    recovery, out = episode.now.recovery, episode.now.procedure.before_recovery
    if context.protocol.about("recovery.rest_minutes").certainty is Certainty.CLINIC:
        return  # the clinic knows the trial, and has signed a rest of its own
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
    other_stops_are_reviewed,
    legs_are_as_before,
    nothing_else_keeps_her_lying,
    vital_signs_are_steady,
    rest_is_over,
    rest_is_as_long_as_advised,
    not_failed_too_often,
)
