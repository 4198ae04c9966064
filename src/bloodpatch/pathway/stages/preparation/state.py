"""What is known before the patch of this round."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any, Self

from bloodpatch.pathway.clinical import SedationLevel
from bloodpatch.pathway.clinical.drugs import AGAINST_PLATELETS
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stage_stream import StageStream, later, question, surely_later
from bloodpatch.pathway.stages.preparation.choices import Identifier
from bloodpatch.pathway.stages.preparation.events import (
    AccessRecorded,
    AllergiesRecorded,
    AntithromboticRecorded,
    AnxietyRecorded,
    Arrived,
    BleedingHistoryRecorded,
    Consented,
    ConsentWithdrawn,
    EscortRecorded,
    FastingRecorded,
    LabsRecorded,
    NeurologyRecorded,
    PregnancyAsked,
    ScreenedAgain,
    SedationPlanned,
    TimeOutTaken,
)
from bloodpatch.pathway.stages.preparation.statements import (
    DRUG_QUESTIONS,
    MEALS,
    OF_PLATELETS,
    BleedingHistory,
)
from bloodpatch.pathway.standing_answer import standing
from bloodpatch.pathway.values import Answer, ApaisAnxiety, Hours


class Preparation(StageStream):
    """Each question has one answer: the newest that was given."""

    def since(self, instant: datetime) -> Self:
        """What was asked, told or examined from then on; where the time is known roughly, only
        what cannot be older."""
        return type(self)(tuple(h for h in self.events if h.occurred.earliest >= instant))

    @question
    def begun(self) -> bool:
        return self.arrived is not None

    @question
    def arrived(self) -> Happened[Arrived] | None:
        return self.latest(Arrived)

    @question
    def identifiers(self) -> frozenset[Identifier]:
        return frozenset(one for h in self.all(Arrived) for one in (h.event.identity or ()))

    @question
    def screens(self) -> tuple[Happened[ScreenedAgain], ...]:
        return self.all(ScreenedAgain)

    @question
    def infection(self) -> Answer | None:
        return standing((h, h.event.infection) for h in self.screens)

    @question
    def baseline_neurology(self) -> Happened[NeurologyRecorded] | None:
        return self.latest(NeurologyRecorded)

    @question
    def examinations(self) -> tuple[Happened[NeurologyRecorded], ...]:
        return self.all(NeurologyRecorded)

    @question
    def bleeding_asked(self) -> Happened[BleedingHistoryRecorded] | None:
        return self.latest(BleedingHistoryRecorded)

    @question
    def bleeding(self) -> Mapping[str, Answer]:
        """The answer that stands to each question; what nobody asked is not in it."""
        told = self.all(BleedingHistoryRecorded)
        questions = [f.name for f in fields(BleedingHistory)]
        answers = {name: standing((h, getattr(h.event, name)) for h in told) for name in questions}
        return {name: answer for name, answer in answers.items() if answer is not None}

    @question
    def takes(self) -> frozenset[str]:
        """The questions for a drug against clotting or platelets that were answered yes."""
        return frozenset(q for q in DRUG_QUESTIONS if self.bleeding.get(q) is Answer.YES)

    @question
    def named(self) -> frozenset[str]:
        """The questions that a named drug answers: the one for its own kind, and no other."""
        kinds = {h.event.drug in AGAINST_PLATELETS for h in self.antithrombotics}
        return frozenset(q for q in DRUG_QUESTIONS if (q == OF_PLATELETS) in kinds)

    @question
    def asked(self) -> frozenset[str]:
        """The questions of the bleeding history that are answered, by an answer or by a drug."""
        return frozenset(self.bleeding) | self.named

    @question
    def antithrombotics(self) -> tuple[Happened[AntithromboticRecorded], ...]:
        """The newest entry about each drug."""
        newest = {h.event.drug: h for h in self.all(AntithromboticRecorded)}
        return tuple(newest.values())

    @question
    def laboratory(self) -> tuple[Happened[LabsRecorded], ...]:
        return self.all(LabsRecorded)

    @question
    def allergies(self) -> Happened[AllergiesRecorded] | None:
        return self.latest(AllergiesRecorded)

    @question
    def pregnancy_asked(self) -> bool:
        answers = (h.event.pregnant for h in self.all(PregnancyAsked))
        return any(a in (Answer.YES, Answer.NO) for a in answers)

    @question
    def access(self) -> Happened[AccessRecorded] | None:
        return self.latest(AccessRecorded)

    @question
    def anxiety(self) -> ApaisAnxiety | None:
        scores = [h.event.anxiety for h in self.all(AnxietyRecorded) if h.event.anxiety]
        return scores[-1] if scores else None

    @question
    def sedation_plan(self) -> Happened[SedationPlanned] | None:
        return self.latest(SedationPlanned)

    @question
    def sedation_planned(self) -> bool:
        plan = self.sedation_plan
        return plan is not None and plan.event.plan is not SedationLevel.NONE

    @question
    def fasting(self) -> Mapping[str, Hours]:
        """Of each drink and meal the newest time that was told."""
        return {
            name: hours
            for happened in self.all(FastingRecorded)
            for name in MEALS
            if (hours := getattr(happened.event, name)) is not None
        }

    @question
    def escort_named(self) -> bool:
        escort = self.latest(EscortRecorded)
        return escort is not None and escort.event.escort is Answer.YES

    @question
    def consent(self) -> Happened[Consented] | None:
        given, withdrawn = self.latest(Consented), self.latest(ConsentWithdrawn)
        return given if surely_later(given, withdrawn) else None

    @question
    def consent_withdrawn(self) -> Happened[ConsentWithdrawn] | None:
        """The withdrawal that no newer consent has followed."""
        return None if self.consent else self.latest(ConsentWithdrawn)

    @question
    def timed_out(self) -> Happened[TimeOutTaken] | None:
        """The time-out of this visit; a consent that is withdrawn, or was since, voids it."""
        taken = self.latest(TimeOutTaken)
        stands = later(taken, self.latest(Arrived, ConsentWithdrawn))
        return taken if stands and self.consent_withdrawn is None else None

    @question
    def last(self) -> Happened[Any] | None:
        return self.events[-1] if self.events else None
