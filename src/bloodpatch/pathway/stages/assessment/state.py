"""What is known from assessments, the first and every later one."""

from typing import Any

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stage_stream import StageStream, question
from bloodpatch.pathway.stages.assessment.choices import Decided, ObstetricState
from bloodpatch.pathway.stages.assessment.events import (
    ConservativeRecorded,
    DecisionRecorded,
    DiagnosisRecorded,
    HeadacheRecorded,
    HistoryRecorded,
    InvestigationRecorded,
    ObstetricRecorded,
    OpinionRecorded,
    PatchDecided,
    RedFlagsScreened,
)
from bloodpatch.pathway.values import Answer, Pain, When


class Assessment(StageStream):
    """The headache, the flags, what was tried, what was decided."""

    @question
    def assessed(self) -> Happened[HeadacheRecorded] | None:
        return self.latest(HeadacheRecorded)

    @question
    def decided(self) -> Happened[Any] | None:
        """The latest decision; its event has `way`."""
        return self.latest(PatchDecided, DecisionRecorded)

    @question
    def preventive(self) -> Happened[DecisionRecorded] | None:
        """The latest decision, where it is for a patch before there is any headache."""
        decided = self.decided
        told = decided.event if decided else None
        here = isinstance(told, DecisionRecorded) and told.decision is Decided.IMMEDIATE_PATCH
        return decided if here else None

    @question
    def diagnosed(self) -> Happened[DiagnosisRecorded] | None:
        return self.latest(DiagnosisRecorded)

    @question
    def posture_known(self) -> bool:
        """Said outright, or told by a pain score in each position."""
        return any(
            h.event.position_dependent in POSTURE_SAID
            or (h.event.pain_lying is not None and h.event.pain_upright is not None)
            for h in self.all(HeadacheRecorded)
        )

    @question
    def screens(self) -> tuple[Happened[RedFlagsScreened], ...]:
        return self.all(RedFlagsScreened)

    @question
    def pain(self) -> tuple[tuple[When, Pain], ...]:
        """Every score with its position, earliest first."""
        return tuple(
            (h.occurred, pain)
            for h in self.all(HeadacheRecorded)
            for pain in (h.event.pain_lying, h.event.pain_upright, *(h.event.pain or ()))
            if pain is not None
        )

    @question
    def pregnancy_told(self) -> Happened[ObstetricRecorded] | None:
        """The newest word on pregnancy and birth, if it is one; None: nobody asked."""
        told = [h for h in self.all(ObstetricRecorded) if h.event.state]
        return told[-1] if told and told[-1].event.state is not ObstetricState.NOT_TOLD else None

    @question
    def pregnant(self) -> bool | None:
        """None: nobody asked."""
        told = self.pregnancy_told
        if told is None:
            return None
        return told.event.state in (ObstetricState.PREGNANT, ObstetricState.IN_LABOUR)

    @question
    def history(self) -> tuple[Happened[HistoryRecorded], ...]:
        return self.all(HistoryRecorded)

    @question
    def investigations(self) -> tuple[Happened[InvestigationRecorded], ...]:
        return self.all(InvestigationRecorded)

    @question
    def opinions(self) -> tuple[Happened[OpinionRecorded], ...]:
        """What specialists said."""
        return self.all(OpinionRecorded)

    @question
    def care(self) -> tuple[Happened[ConservativeRecorded], ...]:
        return self.all(ConservativeRecorded)


POSTURE_SAID = frozenset({Answer.YES, Answer.NO})
