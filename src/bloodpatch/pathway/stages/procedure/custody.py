"""Which try, and whose blood (T13): what was drawn, what of it went in, what still waits."""

from decimal import Decimal
from typing import Any, Self

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stage_stream import StageStream, last_of, later, question
from bloodpatch.pathway.stages.procedure.events import (
    Abandoned,
    Discarded,
    Drawn,
    Injected,
    NeedlePlaced,
    PatchReported,
    Positioned,
    Started,
)
from bloodpatch.pathway.stages.procedure.volumes import by_others, injected_ml, total, volume_of

BEGINS = (Started, Positioned, Drawn, NeedlePlaced, Injected)
"""After a procedure that was given up, each of these is the beginning of another try."""


class Custody(StageStream):
    """A procedure may be given up and tried again; blood of an earlier try is never counted."""

    # which try

    @question
    def attempt(self) -> Self:
        """The events of the latest try here; what others gave is no part of it."""
        here = self.here
        for n in range(len(here) - 1, -1, -1):
            after = here[n + 1 :]
            if isinstance(here[n].event, Abandoned) and any(
                isinstance(h.event, BEGINS) for h in after
            ):
                return type(self)(after)
        return type(self)(here)

    @question
    def here(self) -> tuple[Happened[Any], ...]:
        return tuple(h for h in self.events if not by_others(h))

    @question
    def elsewhere(self) -> tuple[Happened[PatchReported], ...]:
        """Patches that others gave."""
        return tuple(h for h in self.all(PatchReported) if by_others(h))

    @question
    def begun(self) -> bool:
        return bool(self.here)

    @question
    def first_needle(self) -> Happened[Any] | None:
        """The first of these events; what tells of a try, where nobody told of its needle."""
        here = type(self)(self.here)
        needle = here.first(NeedlePlaced, Injected, PatchReported)
        return needle or here.first(Started, Abandoned)

    @question
    def last_needle(self) -> Happened[Any] | None:
        """The last that was placed, or the first of a later try."""
        return last_of((self.latest(NeedlePlaced), self.attempt.first_needle))

    # the blood

    @question
    def blood(self) -> Self:
        """What was recorded since blood was last thrown away: only what was drawn since counts."""
        now = self.attempt
        thrown = now.latest(Discarded)
        return now if thrown is None else type(self)(now.after(thrown))

    def after(self, happened: Happened[Any]) -> tuple[Happened[Any], ...]:
        return tuple(h for h in self.events if h.order > happened.order)

    @question
    def first_draw(self) -> Happened[Drawn] | None:
        """The first of this round, in whichever try."""
        return self.first(Drawn)

    @question
    def draw(self) -> Happened[Drawn] | None:
        """The latest draw whose blood was not thrown away."""
        return self.blood.latest(Drawn)

    @question
    def waiting(self) -> tuple[Happened[Drawn], ...]:
        """The draws since the last injection, whose blood was not thrown away; oldest first."""
        last = self.blood.latest(Injected)
        return tuple(draw for draw in self.blood.all(Drawn) if later(draw, last))

    @question
    def volume_drawn(self) -> Decimal | None:
        """mL drawn for this patch; None where it was not told."""
        return total(draw.event.volume_ml_drawn for draw in self.blood.all(Drawn))

    @question
    def volume_injected(self) -> Decimal | None:
        """mL injected with this patch; None where it was not told."""
        given: tuple[Happened[Injected] | Happened[PatchReported], ...] = (
            *self.blood.all(Injected),
            *self.blood.all(PatchReported),
        )
        return total(volume_of(h.event) for h in given)

    @question
    def blood_ml_injected(self) -> Decimal:
        """mL of the blood at hand that went in, as far as it was told."""
        return injected_ml(self.blood.all(Injected))
