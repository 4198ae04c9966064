"""The rungs of review."""

from collections.abc import Iterable, Iterator
from typing import Any

from bloodpatch.pathway.acts import ACT_BEHIND, Act
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import KINDS, Finding, Findings, Level
from bloodpatch.pathway.review.commands import LiftStop, OverrideHold
from bloodpatch.pathway.review.findings import (
    NO_SUCH_ACT,
    NOT_A_HOLD,
    NOT_LIFTED_BY_REVIEW,
    STANDS_NO_MORE,
    STANDS_OTHERWISE,
)


def is_a_hold(_: Episode, command: OverrideHold, context: Context) -> Findings:
    kind = KINDS.get(command.finding.plain())
    if kind is None or kind.level is not Level.HOLD:
        yield NOT_A_HOLD(context, finding=command.finding)


def is_for_a_permit(_: Episode, command: OverrideHold, context: Context) -> Findings:
    """Only a permit is ever held back; an override for anything else would be read by nobody."""
    if not permits_named(command.act.plain()):
        yield NO_SUCH_ACT(context, act=command.act)


def can_be_lifted(_: Episode, command: LiftStop, context: Context) -> Findings:
    kind = KINDS.get(command.finding.plain())
    if kind is None or not kind.lifted_by_review:
        yield NOT_LIFTED_BY_REVIEW(context, finding=command.finding)


def hold_is_as_it_was_seen(episode: Episode, command: OverrideHold, context: Context) -> Findings:
    """What stands at its act now. A hold on what is stated with the act, as an early slot, shows
    itself only then, and is compared then."""
    code, saw = command.finding.plain(), command.saw.plain()
    stands = standing_now(code, permits_named(command.act.plain()), episode, context)
    yield from seen_otherwise(stands, saw, context)


def stop_is_as_it_was_seen(episode: Episode, command: LiftStop, context: Context) -> Findings:
    """A review of what does not stand lifts nothing, and whoever gave it would believe it did."""
    code, saw = command.finding.plain(), command.saw.plain()
    kind = KINDS.get(code)
    if kind is None or not kind.lifted_by_review:
        return
    stands = standing_now(code, ACT_BEHIND.values(), episode, context)
    noted = any(code in happened.against for happened in episode.standing)
    if not stands and not noted:
        yield STANDS_NO_MORE(context, finding=command.finding)
    yield from seen_otherwise(stands, saw, context)


def seen_otherwise(stands: list[Finding], saw: Any, context: Context) -> Findings:
    if stands and not any(finding.still_as(saw) for finding in stands):
        yield STANDS_OTHERWISE(context, now=stands[0].says)


def permits_named(act: str) -> list[Act]:
    return [one for one in ACT_BEHIND.values() if one.permit and one.name == act]


def standing_now(
    code: str, acts: Iterable[Act], episode: Episode, context: Context
) -> list[Finding]:
    """The findings of this code that stand at any of these acts, before anything is stated."""

    def climbed() -> Iterator[Finding]:
        for rung in {rung for act in acts for rung in act.state}:
            yield from rung(episode, context)

    return [finding for finding in climbed() if finding.code == code]
