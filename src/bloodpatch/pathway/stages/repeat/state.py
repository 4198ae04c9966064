"""What was decided about another patch, and how many there have been."""

from typing import Any

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stage_stream import StageStream, question
from bloodpatch.pathway.treatment_way import Way


class Repeat(StageStream):
    """All that is filed here are decisions: each has a `way`."""

    @question
    def decided(self) -> Happened[Any] | None:
        """The latest decision, for another patch or against one."""
        return self.events[-1] if self.events else None

    @question
    def count(self) -> int:
        """How often another patch was decided on."""
        return sum(h.event.way is Way.PATCH for h in self.events)
