"""What is known of the clearance in this round."""

from collections.abc import Mapping

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stage_stream import StageStream, last_of, later, question
from bloodpatch.pathway.stages.clearance.events import (
    Cleared,
    Deferred,
    PatientTold,
    RestrictionChanged,
)
from bloodpatch.pathway.values import Answer


class Clearance(StageStream):
    @question
    def cleared(self) -> Happened[Cleared] | None:
        """The clearance in force: a physician who defers afterwards takes it back."""
        cleared = self.latest(Cleared)
        return cleared if later(cleared, self.latest(Deferred)) else None

    @question
    def deferred(self) -> Happened[Deferred] | None:
        """The deferral in force."""
        deferred = self.latest(Deferred)
        return deferred if later(deferred, self.latest(Cleared)) else None

    @question
    def told(self) -> bool:
        """Whether the patient knows of the clearance in force."""
        cleared = self.cleared
        if cleared is None or cleared.event.told is Answer.YES:
            return True
        return later(self.latest(PatientTold), cleared)

    @question
    def changes(self) -> Mapping[str, Happened[RestrictionChanged]]:
        """The newest word on each restriction that was lifted early or extended."""
        return {h.event.restriction.plain(): h for h in self.all(RestrictionChanged)}

    @question
    def last(self) -> Happened[Cleared] | Happened[Deferred] | None:
        return last_of((self.latest(Cleared), self.latest(Deferred)))
