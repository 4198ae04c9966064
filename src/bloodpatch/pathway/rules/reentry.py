"""What was struck in another record because it belongs to this patient, and is not entered yet.

Until then an allergy, a dose or a red flag of hers stands in nobody's record, and no other rule can
see it.
"""

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.reentry import not_entered_yet

NOT_ENTERED = declare(
    code="reentry.not_entered_here",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="Struck in another record because it is this patient's, and not entered here: entries "
    "{entries} of that record.",
    rule="Nothing new is permitted while something that was said of this patient is in no record.",
    clears="Enter it here, or say why it is left out.",
    asks="amendment.finish_reentry",
    source="clinic",
    hazards=("H01", "H37"),
    replay=("MISSING_DATA",),
)


def all_is_entered_here(episode: Episode, context: Context) -> Findings:
    if missing := not_entered_yet(episode):
        yield NOT_ENTERED(context, entries=", ".join(str(position) for _, position in missing))
