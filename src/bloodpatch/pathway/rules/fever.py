"""A fever on the thermometer: held by its number and its time, until the window is over."""

from collections.abc import Iterable
from datetime import timedelta

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

Readings = Iterable[tuple[When, Celsius]]


def taken_lately(episode: Episode, context: Context) -> list[tuple[When, Celsius]]:
    """The readings that may be of the protocol's window."""
    since = context.now - timedelta(hours=context.protocol.preparation.fever_window_hours)
    return [(at, read) for at, read in readings(episode) if at.latest >= since]


def no_fever_was_measured(episode: Episode, context: Context) -> Findings:
    """One finding for one fever at each permit on the way to the needle, so that a physician who
    has settled it has settled it once."""
    limit = context.protocol.preparation.fever_hold_c
    feverish = [(at, t) for at, t in taken_lately(episode, context) if t.value >= limit]
    if feverish:
        at, highest = max(feverish, key=lambda reading: reading[1].value)
        yield FEVER(context, temperature=highest, at=at)
