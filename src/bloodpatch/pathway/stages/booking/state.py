"""What is known of the booking of this round."""

from typing import Any

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stage_stream import StageStream, later, question
from bloodpatch.pathway.stages.booking.events import (
    Booked,
    Cancelled,
    Confirmed,
    Deferred,
    DidNotAttend,
)
from bloodpatch.pathway.values import Answer


class Booking(StageStream):
    """The booking that stands, or what became of it."""

    @question
    def called_off(self) -> Happened[Any] | None:
        """The last time that a booking was cancelled, deferred or not kept."""
        return self.latest(Cancelled, Deferred, DidNotAttend)

    @question
    def in_force(self) -> Happened[Booked] | None:
        booked = self.latest(Booked)
        # Booked and called off in the same minute: what was recorded later stands.
        return booked if later(booked, self.called_off) else None

    @question
    def missed(self) -> bool:
        last = self.latest(Booked, Cancelled, Deferred, DidNotAttend)
        return last is not None and isinstance(last.event, DidNotAttend)

    @question
    def provisional(self) -> bool:
        booked = self.in_force
        return (
            booked is not None
            and booked.event.provisional is Answer.YES
            and not later(self.latest(Confirmed), booked)
        )

    @question
    def imaging_plan(self) -> str | None:
        booked = self.in_force
        return booked.event.imaging_plan if booked else None
