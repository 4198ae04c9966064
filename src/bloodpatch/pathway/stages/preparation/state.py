"""What is known before the patch of this round."""

from typing import Any

from bloodpatch.pathway.clinical import SedationLevel
from bloodpatch.pathway.drawers import Drawer, later
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stages.preparation.answers import Identifier
from bloodpatch.pathway.stages.preparation.commands import (
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
    NeurologyRecorded,
    PregnancyAsked,
    ScreenedAgain,
    SedationPlanned,
    TimeOutTaken,
    VitalsRecorded,
)
from bloodpatch.pathway.values import Answer, ApaisAnxiety, Celsius, When


class Preparation(Drawer):
    """Each question has one answer: the newest that was given."""

    @property
    def begun(self) -> bool:
        return self.arrived is not None

    @property
    def arrived(self) -> Happened[Arrived] | None:
        return self.latest(Arrived)

    @property
    def identifiers(self) -> frozenset[Identifier]:
        return frozenset(one for h in self.all(Arrived) for one in (h.event.identity or ()))

    @property
    def screens(self) -> tuple[Happened[ScreenedAgain], ...]:
        return self.all(ScreenedAgain)

    @property
    def temperatures(self) -> tuple[tuple[When, Celsius], ...]:
        taken: list[Happened[Any]] = [*self.all(VitalsRecorded), *self.all(ScreenedAgain)]
        return tuple((h.occurred, t) for h in taken if (t := h.event.temperature) is not None)

    @property
    def infection(self) -> Answer | None:
        answers = [h.event.infection for h in self.screens if h.event.infection is not None]
        return answers[-1] if answers else None

    @property
    def baseline_neurology(self) -> Happened[NeurologyRecorded] | None:
        return self.latest(NeurologyRecorded)

    @property
    def bleeding_asked(self) -> Happened[BleedingHistoryRecorded] | None:
        return self.latest(BleedingHistoryRecorded)

    @property
    def antithrombotics(self) -> tuple[Happened[AntithromboticRecorded], ...]:
        """The newest entry about each drug."""
        newest = {h.event.drug: h for h in self.all(AntithromboticRecorded)}
        return tuple(newest.values())

    @property
    def allergies(self) -> Happened[AllergiesRecorded] | None:
        return self.latest(AllergiesRecorded)

    @property
    def pregnancy_asked(self) -> bool:
        answers = (h.event.pregnant for h in self.all(PregnancyAsked))
        return any(a in (Answer.YES, Answer.NO) for a in answers)

    @property
    def access(self) -> Happened[AccessRecorded] | None:
        return self.latest(AccessRecorded)

    @property
    def anxiety(self) -> ApaisAnxiety | None:
        scores = [h.event.anxiety for h in self.all(AnxietyRecorded) if h.event.anxiety]
        return scores[-1] if scores else None

    @property
    def sedation_plan(self) -> Happened[SedationPlanned] | None:
        return self.latest(SedationPlanned)

    @property
    def sedation_planned(self) -> bool:
        plan = self.sedation_plan
        return plan is not None and plan.event.plan is not SedationLevel.NONE

    @property
    def fasting(self) -> Happened[FastingRecorded] | None:
        return self.latest(FastingRecorded)

    @property
    def escort_named(self) -> bool:
        escort = self.latest(EscortRecorded)
        return escort is not None and escort.event.escort is Answer.YES

    @property
    def consent(self) -> Happened[Consented] | None:
        given = self.latest(Consented)
        return given if later(given, self.latest(ConsentWithdrawn)) else None

    @property
    def consent_withdrawn(self) -> Happened[ConsentWithdrawn] | None:
        """The withdrawal that no newer consent has followed."""
        withdrawn = self.latest(ConsentWithdrawn)
        return withdrawn if later(withdrawn, self.latest(Consented)) else None

    @property
    def timed_out(self) -> Happened[TimeOutTaken] | None:
        """The time-out of this round; a consent withdrawn since voids it."""
        taken = self.latest(TimeOutTaken)
        return taken if later(taken, self.latest(ConsentWithdrawn)) else None

    @property
    def last(self) -> Happened[Any] | None:
        return self.events[-1] if self.events else None
