"""Every word of a physician on a finding of this episode."""

from collections.abc import Iterator
from typing import Any

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.review.events import Acknowledged
from bloodpatch.pathway.stage_stream import StageStream, question


class Review(StageStream):
    """Every word of a physician on a finding of this episode."""

    @question
    def acknowledged(self) -> frozenset[int]:
        entries = self.all(Acknowledged)
        return frozenset(int(p.value) for h in entries for p in h.event.positions)

    def looked_at(self, entry: Happened[Any]) -> Iterator[Happened[Acknowledged]]:
        """The acknowledgements of this entry."""
        for h in self.all(Acknowledged):
            if entry.position in {int(p.value) for p in h.event.positions}:
                yield h
