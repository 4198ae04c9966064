"""What was put right in this episode."""

from bloodpatch.pathway.amendment.events import ProtocolAdopted
from bloodpatch.pathway.stage_stream import StageStream, question


class Amendment(StageStream):
    """Corrections, strikes, notes, and the protocols that the episode was moved to."""

    @question
    def protocol(self) -> str | None:
        adopted = self.latest(ProtocolAdopted)
        return adopted.event.protocol.plain() if adopted else None
