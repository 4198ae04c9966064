"""The events of repeat: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.repeat import statements


class RepeatDecided(statements.AnotherPatch, Event):
    name = "repeat.decided"

    @property
    def opens_round(self) -> bool:
        """T15: the treatment goes round again."""
        return True


class RepeatDecisionRecorded(statements.Decision, Event):
    name = "repeat.decision_recorded"

    @property
    def opens_round(self) -> bool:
        """Only where another patch was decided on."""
        return self.decision is statements.Verdict.REPEAT
