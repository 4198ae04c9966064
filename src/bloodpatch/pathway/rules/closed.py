"""A closed episode takes every record and no permit: before anything new it is reopened.

Else a patient could be booked, patched and sent home while every list says that she is closed.
"""

from typing import TYPE_CHECKING

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.findings import Cause, Findings, Level, declare

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode

REOPEN_FIRST = declare(
    code="closure.reopen_first",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="The episode was closed on {at}.",
    rule="Nothing is planned or permitted on a closed episode; what happens is recorded.",
    clears="Reopen it, and go on.",
    source="clinic",
    hazards=("H36", "H37"),
)


def episode_is_open(episode: "Episode", context: Context) -> Findings:
    closing = episode.closure.closing
    if episode.closure.closed and closing:
        yield REOPEN_FIRST(context, at=closing.occurred.at)
