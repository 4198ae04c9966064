"""What was decided about another patch, and how many there have been."""

from typing import TYPE_CHECKING, Any

from bloodpatch.pathway.drawers import Drawer, last_of
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.way import Way

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode


class Repeat(Drawer):
    """All that is filed here are decisions: each has a `way`."""

    @property
    def decided(self) -> Happened[Any] | None:
        """The latest decision, for another patch or against one."""
        return self.events[-1] if self.events else None

    @property
    def count(self) -> int:
        """How often another patch was decided on."""
        return sum(h.event.way is Way.PATCH for h in self.events)


def last_patch(episode: "Episode") -> Happened[Any] | None:
    """The last patch of the episode, whoever gave it."""
    return last_of(round.procedure.patch for round in episode.rounds)


def patches_given(episode: "Episode") -> int:
    """How many patches this headache has had, as far as they were recorded or told."""
    recorded = sum(round.procedure.patches for round in episode.rounds)
    told = (round.procedure.patches_before + round.procedure.patches for round in episode.rounds)
    return max(recorded, *told)
