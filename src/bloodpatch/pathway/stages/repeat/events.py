"""The events of repeat: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.repeat import statements as said


class RepeatDecided(said.AnotherPatch, Event):
    name = "repeat.decided"

    @property
    def opens_round(self) -> bool:
        """T15: the treatment goes round again."""
        return True


class RepeatDecisionRecorded(said.Decision, Event):
    name = "repeat.decision_recorded"

    @property
    def opens_round(self) -> bool:
        """Only where another patch was decided on."""
        return self.decision is said.Verdict.REPEAT
