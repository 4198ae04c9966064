"""The rungs of review."""

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import KINDS, Findings, Level
from bloodpatch.pathway.review.commands import LiftStop, OverrideHold
from bloodpatch.pathway.review.findings import NOT_A_HOLD, NOT_LIFTED_BY_REVIEW


def is_a_hold(_: Episode, command: OverrideHold, context: Context) -> Findings:
    kind = KINDS.get(command.finding.plain())
    if kind is None or kind.level is not Level.HOLD:
        yield NOT_A_HOLD(context, finding=command.finding)


def can_be_lifted(_: Episode, command: LiftStop, context: Context) -> Findings:
    kind = KINDS.get(command.finding.plain())
    if kind is None or not kind.lifted_by_review:
        yield NOT_LIFTED_BY_REVIEW(context, finding=command.finding)
