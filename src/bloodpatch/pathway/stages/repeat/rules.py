"""What speaks against another patch (H49): too early, too often, without a new look."""

from datetime import timedelta

from bloodpatch.pathway.clinical import AdverseKind
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.queries.patches import (
    last_patch,
    last_try,
    patches_given,
)
from bloodpatch.pathway.queries.standing_facts import standing
from bloodpatch.pathway.rules.closed_episode import episode_is_open
from bloodpatch.pathway.rules.collected import advice_stands
from bloodpatch.pathway.rules.decision import has_helped, not_too_early
from bloodpatch.pathway.rules.drug_wait import patch_waits_for_drugs
from bloodpatch.pathway.rules.fever import no_fever_was_measured
from bloodpatch.pathway.rules.red_flag import asked_at, red_flags_are_clear
from bloodpatch.pathway.rules.reentry import all_is_entered_here
from bloodpatch.pathway.rules.weighed import WEIGHED
from bloodpatch.pathway.stage_stream import later, surely_later
from bloodpatch.pathway.stages.repeat.failed_patches import imaging_came_first
from bloodpatch.pathway.stages.repeat.findings import (
    EVENT_OPEN,
    FLAGS_NOT_ASKED,
    LAST_PATCH_UNTIMED,
    NO_PATCH,
    NOT_REASSESSED,
    REASSESSED_LONG_AGO,
    SPECIALIST_FIRST,
    THINK_AGAIN,
    TOO_SOON,
)
from bloodpatch.pathway.stages.repeat.statements import Decision, Verdict
from bloodpatch.pathway.values import Precision

REASON_TO_REPEAT = frozenset(
    {AdverseKind.NO_RELIEF, AdverseKind.RECURRENCE, AdverseKind.WORSE_HEADACHE}
)
"""Why another patch is thought of at all: that it is open does not speak against one."""


def a_patch_was_given(episode: Episode, context: Context) -> Findings:
    if not episode.now.procedure.finished and not episode.now.procedure.patch_given:
        yield NO_PATCH(context)


def reassessed_since_the_patch(episode: Episode, context: Context) -> Findings:
    assessed, patch = episode.assessment.assessed, last_try(episode)
    hours = context.protocol.repeat.reassessment_valid_hours
    if patch is None:
        return
    if not surely_later(assessed, patch):
        yield NOT_REASSESSED(context)
    elif assessed and context.now > assessed.occurred.earliest + timedelta(hours=hours):
        yield REASSESSED_LONG_AGO(context, at=assessed.occurred, hours=hours)


def red_flags_were_asked_again(episode: Episode, context: Context) -> Findings:
    asked, patch = asked_at(episode), last_try(episode)
    hours = context.protocol.repeat.reassessment_valid_hours
    if patch is None:
        return
    stale = asked is None or context.now > asked + timedelta(hours=hours)
    if stale or (asked is not None and asked < patch.latest):
        yield FLAGS_NOT_ASKED(context, hours=hours)


def some_time_has_passed(episode: Episode, context: Context) -> Findings:
    patch = last_patch(episode)
    if patch is None:
        return
    hours = context.protocol.repeat.min_interval_hours
    until = patch.latest + timedelta(hours=hours)
    if patch.occurred.precision is Precision.UNKNOWN:
        # Taken for just now, and said to be unknown: what is missing is never told as a fact.
        if context.now < until:
            yield LAST_PATCH_UNTIMED(context, hours=hours)
    elif context.now < until:
        yield TOO_SOON(context, hours=hours, until=until)


def specialist_looked_first(episode: Episode, context: Context) -> Findings:
    patches, patch = patches_given(episode), last_patch(episode)
    if patches < context.protocol.repeat.specialist_review_after_patches:
        return
    if not any(surely_later(opinion, patch) for opinion in episode.assessment.opinions):
        yield SPECIALIST_FIRST(context, patches=patches)


def diagnosis_was_thought_of_again(episode: Episode, context: Context) -> Findings:
    """Where the last patch did nothing, or the headache came back, and nobody named it since."""
    facts = standing(episode, context.protocol)
    stays = [f for f in facts if f.concept is Concept.PERSISTS_AFTER_PATCH]
    named = episode.assessment.diagnosed
    if stays and not later(named, stays[-1].newest):
        because = "The headache came back" if has_helped(episode) else "The patch has not helped"
        yield THINK_AGAIN(context, because=because)


def adverse_events_were_looked_at(episode: Episode, context: Context) -> Findings:
    kinds = [
        kind.label
        for h in episode.adverse_event.unreviewed
        for kind in h.event.kinds or (AdverseKind.OTHER,)
        if kind not in REASON_TO_REPEAT
    ]
    if kinds:
        yield EVENT_OPEN(context, what=", ".join(kinds))


def speaks_against_repeating(episode: Episode, command: Decision, context: Context) -> Findings:
    """On a decision that was told: what a permit would have been refused for by a fact."""
    if command.decision is Verdict.REPEAT:
        yield from red_flags_are_clear(episode, context)
        yield from some_time_has_passed(episode, context)
        yield from specialist_looked_first(episode, context)


BEFORE_REPEATING = (
    episode_is_open,
    all_is_entered_here,
    a_patch_was_given,
    red_flags_are_clear,
    no_fever_was_measured,
    adverse_events_were_looked_at,
    reassessed_since_the_patch,
    red_flags_were_asked_again,
    some_time_has_passed,
    specialist_looked_first,
    imaging_came_first,
    diagnosis_was_thought_of_again,
    not_too_early,
    advice_stands,
    *WEIGHED,
    patch_waits_for_drugs,
)
