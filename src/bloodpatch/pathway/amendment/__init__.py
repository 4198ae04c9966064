"""Correction without erasure: a field put right, events struck as entered in error, a note.

Nothing is ever changed or deleted. A correction is an event; the state of an episode is the fold
of the corrected list, and the old value stays visible beside the new one.
"""

from bloodpatch.pathway.amendment.corrected import corrected, new_value, put_right
from bloodpatch.pathway.amendment.rules import ACTS, concerned
from bloodpatch.pathway.amendment.said import (
    AddNote,
    AdoptProtocol,
    Correct,
    Corrected,
    Correction,
    Noted,
    ProtocolAdopted,
    StrikeEntries,
    Struck,
)
from bloodpatch.pathway.drawers import Drawer

__all__ = [
    "ACTS",
    "AddNote",
    "AdoptProtocol",
    "Amendment",
    "Correct",
    "Corrected",
    "Correction",
    "Noted",
    "ProtocolAdopted",
    "StrikeEntries",
    "Struck",
    "concerned",
    "corrected",
    "new_value",
    "put_right",
]


class Amendment(Drawer):
    """What was put right in this episode."""

    @property
    def protocol(self) -> str | None:
        adopted = self.latest(ProtocolAdopted)
        return adopted.event.protocol.plain() if adopted else None
