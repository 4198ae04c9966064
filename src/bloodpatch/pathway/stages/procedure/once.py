"""What happens once in a try is told once: a second telling is a finding, and refuses nothing."""

from typing import Any

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.stage_stream import later
from bloodpatch.pathway.stages.procedure.commands import RecordPatch
from bloodpatch.pathway.stages.procedure.events import (
    Abandoned,
    Injected,
    NeedleOut,
    NeedlePlaced,
    Started,
)
from bloodpatch.pathway.stages.procedure.volumes import elsewhere

TOLD_TWICE = declare(
    code="procedure.told_twice",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{what} at {at} already, and once more now: strike one, if it is the same.",
    rule="What happens once in a try is told once.",
    clears="Strike the entry that was made twice, or correct its time.",
    source="clinic",
    hazards=("H24",),
    treatment=("T6",),
)
IN_DETAIL = declare(
    code="procedure.told_in_detail",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="The patch of {at} is told step by step already: this line counts as another patch.",
    rule="One patch is told once: step by step where it was given here, in one line elsewhere.",
    clears="Strike the line if it is the same patch; or say who gave it.",
    source="clinic",
    hazards=("H24",),
    treatment=("T15",),
    fact="procedure.told_twice",
)


def twice(first: Happened[Any] | None, what: str, context: Context) -> Findings:
    if first is not None:
        yield TOLD_TWICE(context, what=what, at=first.occurred.at)


def started_once(episode: Episode, context: Context) -> Findings:
    """After a try that was given up, another one starts."""
    started = episode.now.procedure.attempt.latest(Started)
    first = started if later(started, episode.now.procedure.given_up) else None
    yield from twice(first, "The procedure was started", context)


def given_up_once(episode: Episode, context: Context) -> Findings:
    given_up = episode.now.procedure.attempt.latest(Abandoned)
    yield from twice(given_up, "The procedure was given up", context)


def out_once(episode: Episode, context: Context) -> Findings:
    """Each needle comes out once."""
    attempt = episode.now.procedure.attempt
    out = attempt.latest(NeedleOut)
    first = out if later(out, attempt.latest(NeedlePlaced)) else None
    yield from twice(first, "The needle was taken out", context)


def not_told_in_detail(episode: Episode, command: RecordPatch, context: Context) -> Findings:
    """A line about a patch of before says which: another hospital, or patches of a count."""
    injected = episode.now.procedure.attempt.latest(Injected)
    if injected and not elsewhere(command.by):
        yield IN_DETAIL(context, at=injected.occurred.at)
