"""What is known of the end of an episode."""

from bloodpatch.pathway.drawers import Drawer, later
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stages.closure.commands import Closed, Died, OutcomeRecorded, Reopened


class Closure(Drawer):
    @property
    def closing(self) -> Happened[Closed] | None:
        """The last time that it was closed, whether it still is or not."""
        return self.latest(Closed)

    @property
    def closed(self) -> bool:
        """Closed and not reopened. What is recorded afterwards does not open it by itself: a
        physician is told, and reopens it or leaves it closed."""
        return later(self.closing, self.latest(Reopened))

    @property
    def reopened(self) -> Happened[Reopened] | None:
        """The reopening in force."""
        reopened = self.latest(Reopened)
        return reopened if later(reopened, self.closing) else None

    @property
    def outcome(self) -> Happened[OutcomeRecorded] | None:
        """The newest outcome that was told."""
        return self.latest(OutcomeRecorded)

    @property
    def died(self) -> Happened[Died] | None:
        return self.latest(Died)
