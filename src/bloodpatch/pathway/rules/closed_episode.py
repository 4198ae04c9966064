"""A closed episode, or one whose patient has died, takes every record and no permit.

Else a patient could be booked, patched and sent home while every list says that she is closed.
"""

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.person_facts import died_at

REOPEN_FIRST = declare(
    code="closed_episode.reopen_first",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="The episode was closed on {at}.",
    rule="Nothing is planned or permitted on a closed episode; what happens is recorded.",
    clears="Reopen it, and go on.",
    source="clinic",
    hazards=("H36", "H37"),
)


DIED = declare(
    code="closed_episode.patient_died",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="The patient's death is on record, of {at}.",
    rule="Nothing is planned or permitted for a patient who has died, whichever episode says so.",
    clears="Where the death was recorded by mistake, a physician strikes that entry.",
    source="clinic",
    hazards=("H36",),
    fact="closed_episode.reopen_first",
)


def episode_is_open(episode: Episode, context: Context) -> Findings:
    if died := died_at(episode, context.facts):
        yield DIED(context, at=died)
    closing = episode.closure.closing
    if episode.closure.closed and closing:
        yield REOPEN_FIRST(context, at=closing.occurred)
