"""A fever on the thermometer: held by its number and its time, until the window is over."""

from datetime import datetime, timedelta

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.temperature import readings
from bloodpatch.pathway.values import Celsius, When

FEVER = declare(
    code="fever.measured",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Temperature {temperature} at {at}.",
    rule="Fever holds back a patch until an infection is excluded.",
    clears="Look for an infection; a physician overrides with a reason.",
    value="preparation.fever_hold_c",
    hazards=("H07",),
    fact="preparation.temperature",
    replay=("HOLD_PATCH", "INFECTION_WORKUP"),
)


def window_begins(context: Context) -> datetime:
    return context.now - timedelta(hours=context.protocol.preparation.fever_window_hours)


def was_read_lately(episode: Episode, context: Context) -> bool:
    """A reading of an unknown hour may be a fever of today, but it is no reading of today."""
    since = window_begins(context)
    return any(at.earliest >= since for at, _ in readings(episode))


def taken_lately(episode: Episode, context: Context) -> list[tuple[When, Celsius]]:
    """The readings that may be of the protocol's window."""
    since = window_begins(context)
    return [(at, read) for at, read in readings(episode) if at.latest >= since]


def measured_lately(episode: Episode, context: Context) -> list[tuple[When, Celsius]]:
    """Those of them that are a fever."""
    limit = context.protocol.preparation.fever_hold_c
    return [(at, t) for at, t in taken_lately(episode, context) if t.value >= limit]


def no_fever_was_measured(episode: Episode, context: Context) -> Findings:
    """One finding for one fever at each permit on the way to the needle, so that a physician who
    has settled it has settled it once."""
    if fevers := measured_lately(episode, context):
        at, highest = max(fevers, key=lambda reading: reading[1].value)
        yield FEVER(context, temperature=highest, at=at)
