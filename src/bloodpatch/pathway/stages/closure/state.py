"""What is known of the end of an episode."""

from typing import TypeVar

from bloodpatch.pathway.events import Event, Happened
from bloodpatch.pathway.stage_stream import StageStream, question
from bloodpatch.pathway.stages.closure.events import (
    Closed,
    Died,
    OutcomeRecorded,
    Reopened,
)

E = TypeVar("E", bound=Event)


class Closure(StageStream):
    """Closing and reopening are words on the record, and count from when they are recorded: who
    reopens it with the day on which the headache came back has reopened it now."""

    @question
    def closing(self) -> Happened[Closed] | None:
        """The last time that it was closed, whether it still is or not."""
        return self.last_recorded(Closed)

    @question
    def closed(self) -> bool:
        """Closed and not reopened. What is recorded afterwards does not open it by itself: a
        physician is told, and reopens it or leaves it closed."""
        return self.closing is not None and self.reopened is None

    @question
    def reopened(self) -> Happened[Reopened] | None:
        """The reopening in force."""
        reopened, closing = self.last_recorded(Reopened), self.closing
        if reopened is None or closing is None:
            return reopened
        return reopened if reopened.position > closing.position else None

    def last_recorded(self, kind: type[E]) -> Happened[E] | None:
        return max(self.all(kind), key=lambda h: h.position, default=None)

    @question
    def outcome(self) -> Happened[OutcomeRecorded] | None:
        """The newest outcome that was told."""
        return self.latest(OutcomeRecorded)

    @question
    def died(self) -> Happened[Died] | None:
        return self.latest(Died)
