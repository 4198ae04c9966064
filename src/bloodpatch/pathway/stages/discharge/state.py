"""What is known of the discharge, and what the patient is asked to leave alone afterwards."""

from dataclasses import dataclass
from typing import Any

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stage_stream import StageStream, question, surely_later
from bloodpatch.pathway.stages.discharge.events import (
    Departed,
    DischargePermitted,
    Instructed,
    Left,
    NeurologyChecked,
    RestartPlanned,
    SedationScored,
)
from bloodpatch.pathway.values import Aldrete, Answer, Padss


@dataclass(frozen=True, kw_only=True)
class Scores:
    """How awake a patient is after sedation, and who goes home with her. None: not told."""

    aldrete: Aldrete | None
    padss: Padss | None
    escort: Answer | None


class Discharge(StageStream):
    @question
    def neurology(self) -> Happened[NeurologyChecked] | None:
        return self.latest(NeurologyChecked)

    @question
    def examinations(self) -> tuple[Happened[NeurologyChecked], ...]:
        return self.all(NeurologyChecked)

    def scores_after(self, sedated: Happened[Any]) -> "Scores":
        """The newest of each that is known to come after it. First the Aldrete score, then PADSS:
        a PADSS before any Aldrete score says nothing yet."""
        scored = [h for h in self.all(SedationScored) if surely_later(h, sedated)]
        aldrete = [h for h in scored if h.event.aldrete is not None]
        home = [h for h in scored if h.event.padss is not None and aldrete]
        padss = [h for h in home if h.order >= aldrete[0].order]
        escorts = [h.event.escort for h in scored if h.event.escort in (Answer.YES, Answer.NO)]
        return Scores(
            aldrete=aldrete[-1].event.aldrete if aldrete else None,
            padss=padss[-1].event.padss if padss else None,
            escort=escorts[-1] if escorts else None,
        )

    @question
    def instructed(self) -> Happened[Instructed] | None:
        return self.latest(Instructed)

    @question
    def permitted(self) -> Happened[DischargePermitted] | None:
        return self.latest(DischargePermitted)

    @question
    def departed(self) -> Happened[Departed] | Happened[Left] | None:
        """The actual departure, permitted or not."""
        return self.latest(Departed, Left)  # type: ignore[return-value]

    @question
    def left_against_advice(self) -> Happened[Left] | None:
        return self.latest(Left)

    @question
    def plans(self) -> tuple[Happened[RestartPlanned], ...]:
        """What was said of drugs that are taken again, or not."""
        return self.all(RestartPlanned)
