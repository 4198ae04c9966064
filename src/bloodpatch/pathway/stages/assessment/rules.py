"""The rungs of assessment: questions whose answers are findings."""

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.rules.red_flag import red_flags_are_clear
from bloodpatch.pathway.stages.assessment import statements
from bloodpatch.pathway.stages.assessment.commands import RecordDecision
from bloodpatch.pathway.stages.assessment.findings import (
    NOT_ASSESSED,
    POSTURE_NOT_ASKED,
    PUNCTURE_NOT_RECORDED,
)


def headache_was_assessed(episode: Episode, context: Context) -> Findings:
    if episode.assessment.assessed is None:
        yield NOT_ASSESSED(context)
    elif not episode.assessment.posture_known:
        yield POSTURE_NOT_ASKED(context)


def puncture_is_known(episode: Episode, context: Context) -> Findings:
    if not episode.referral.punctures:
        yield PUNCTURE_NOT_RECORDED(context)


def flags_speak_against_a_patch(
    episode: Episode, command: RecordDecision, context: Context
) -> Findings:
    if command.decision in statements.PATCHES:
        yield from red_flags_are_clear(episode, context)
