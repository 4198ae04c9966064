"""What is known of the referral."""

from typing import Any

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stage_stream import StageStream, last_of, question
from bloodpatch.pathway.stages.referral.choices import Dura, Sex, Technique
from bloodpatch.pathway.stages.referral.events import (
    Declined,
    OnsetRecorded,
    PunctureRecorded,
    Received,
    Sorted,
    Withdrawn,
)
from bloodpatch.pathway.values import When


class Referral(StageStream):
    """Where the patient came from, the puncture, the onset, and a no."""

    @question
    def referred(self) -> Happened[Received] | None:
        return self.first(Received)

    @question
    def male(self) -> bool:
        """Said to be a man; other and not told say nothing of what is asked."""
        told = [h.event.sex for h in self.all(Received) if h.event.sex]
        return bool(told) and told[-1] is Sex.MALE

    @question
    def sorted(self) -> Happened[Sorted] | None:
        return self.latest(Sorted)

    @question
    def punctures(self) -> tuple[Happened[PunctureRecorded], ...]:
        return self.all(PunctureRecorded)

    @question
    def puncture(self) -> PunctureRecorded | None:
        """The puncture that this episode is about: the first that was recorded."""
        return self.punctures[0].event if self.punctures else None

    @question
    def puncture_at(self) -> When | None:
        """When the first puncture was; the clock of the headache starts here."""
        stated = (h.event.punctured_at for h in self.punctures)
        return min((at for at in stated if at), key=lambda at: at.earliest, default=None)

    @question
    def onsets(self) -> tuple[Happened[OnsetRecorded], ...]:
        return self.all(OnsetRecorded)

    @question
    def onset_at(self) -> When | None:
        stated = (h.event.onset_at for h in self.all(OnsetRecorded))
        return min((at for at in stated if at), key=lambda at: at.earliest, default=None)

    @question
    def no_puncture(self) -> bool:
        """Said outright that there was none: a spontaneous leak, or no procedure."""
        last = self.punctures[-1].event if self.punctures else None
        return last is not None and (
            last.dura in (Dura.NOT_PUNCTURED, Dura.NO_PROCEDURE) or last.technique is Technique.NONE
        )

    @question
    def turned(self) -> Happened[Any] | None:
        """The last time that the patient declined a patch, or left. Its event has `way`."""
        declined = (h for h in self.all(Declined) if h.event.way is not None)
        return last_of((*declined, self.latest(Withdrawn)))
