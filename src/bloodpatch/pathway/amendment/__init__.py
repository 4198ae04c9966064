"""Correction without erasure: a field put right, events struck as entered in error, a note; what
was entered for the wrong patient; and what would not have been permitted by today's knowledge.

Nothing is ever changed or deleted. A correction is an event; the state of an episode is the fold
of the corrected list, and the old value stays visible beside the new one.
"""

from bloodpatch.pathway.amendment.corrected_history import corrected, new_value, put_right
from bloodpatch.pathway.amendment.hindsight import (
    not_looked_at,
    permit_is_looked_at_again,
    would_not_have_been_permitted,
)
from bloodpatch.pathway.amendment.rules import ACTS
from bloodpatch.pathway.amendment.statements import (
    AddNote,
    AdoptProtocol,
    Correct,
    Corrected,
    Correction,
    EntriesExpected,
    ExpectEntries,
    FinishReentry,
    Noted,
    ProtocolAdopted,
    ReentryFinished,
    StrikeEntries,
    Struck,
)
from bloodpatch.pathway.queries.concerned_entries import concerned
from bloodpatch.pathway.queries.reentry import what_was_struck_elsewhere_is_entered
from bloodpatch.pathway.stage_stream import Drawer, question

__all__ = [
    "ACTS",
    "OWES",
    "AddNote",
    "AdoptProtocol",
    "Amendment",
    "Correct",
    "Corrected",
    "Correction",
    "EntriesExpected",
    "ExpectEntries",
    "FinishReentry",
    "Noted",
    "ProtocolAdopted",
    "ReentryFinished",
    "StrikeEntries",
    "Struck",
    "concerned",
    "corrected",
    "new_value",
    "not_looked_at",
    "put_right",
    "would_not_have_been_permitted",
]

OWES = (permit_is_looked_at_again, what_was_struck_elsewhere_is_entered)


class Amendment(Drawer):
    """What was put right in this episode."""

    @question
    def protocol(self) -> str | None:
        adopted = self.latest(ProtocolAdopted)
        return adopted.event.protocol.plain() if adopted else None
