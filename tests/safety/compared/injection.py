"""The records `procedure.record_draw` and `procedure.record_injection`."""

from dataclasses import replace
from decimal import Decimal
from functools import cache

from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway.clinical import Material, SedationLevel, Symptom
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.stages.assessment.events import VitalsRecorded
from bloodpatch.pathway.stages.preparation.events import SedationPlanned
from bloodpatch.pathway.stages.procedure.choices import (
    BloodSource,
    DuringAction,
    DuringKind,
    StopReason,
)
from bloodpatch.pathway.stages.procedure.commands import (
    RecordDraw,
    RecordInjection,
)
from bloodpatch.pathway.stages.procedure.events import (
    Drawn,
    HappenedDuring,
    LocalGiven,
    NeedlePlaced,
    Sedated,
)
from bloodpatch.pathway.values import Answer, Answers, Kilograms, Millilitres, When
from tests.safety.compared import patients as p
from tests.safety.oracle.table import Plain, Vector

BLOOD: dict[Plain, tuple[BloodSource | None, Material | None]] = {
    "patient": (BloodSource.PATIENT, None),
    "donor": (BloodSource.DONOR, Material.ALLOGENEIC_BLOOD),
    "not_told": (None, None),
}
ANSWER: dict[Plain, Answer | None] = {"yes": Answer.YES, "no": Answer.NO, "not_told": None}
STOPPED: dict[Plain, StopReason] = {
    "back_pain": StopReason.BACK_PAIN,
    "leg_pain_or_tingling": StopReason.LEG_PARAESTHESIA,
    "headache": StopReason.HEADACHE,
    "slow_heart_or_faint": StopReason.BRADYCARDIA,
    "change_of_power_feeling_speech": StopReason.NEURO_CHANGE,
}
AS_A_SYMPTOM: dict[Plain, Symptom] = {
    "back_pain": Symptom.BACK_PAIN,
    "leg_pain_or_tingling": Symptom.LEG_NUMBNESS,
    "change_of_power_feeling_speech": Symptom.LEG_WEAKNESS,
}
AS_AN_EVENT: dict[Plain, HappenedDuring] = {
    "pressure_that_settled": HappenedDuring(kind=DuringKind.OTHER, action=(DuringAction.PAUSED,)),
    "headache": HappenedDuring(kind=DuringKind.HEADACHE),
    "slow_heart_or_faint": HappenedDuring(kind=DuringKind.BRADYCARDIA),
}
SEDATED: dict[Plain, tuple[SedationLevel, Answer | None]] = {
    "moderate_awake": (SedationLevel.MODERATE, Answer.YES),
    "deep_awake": (SedationLevel.DEEP, Answer.YES),
    "not_awake": (SedationLevel.MODERATE, Answer.NO),
    "awake_not_told": (SedationLevel.MODERATE, None),
}


def ml(value: object) -> Millilitres | None:
    return None if value == "not_told" else Millilitres(Decimal(str(value)))


def draw(vector: Vector) -> tuple[Finding, ...]:
    story = before_the_blood(str(vector["protocol"]))
    command = RecordDraw(volume_ml_drawn=ml(vector["drawn_ml"]), source=BloodSource.PATIENT)
    return p.found(story, NURSE, command)


@cache
def before_the_blood(under: str = "house") -> Story:
    """Up to the step before the draw, in the protocol's own order; it is 14:20."""
    story = p.in_the_room(under=under).copy()
    order = [step.value for step in story.protocol.procedure.step_order]
    needle_first = order.index("needle_in_space") < order.index("draw")
    p.patch(story, last=NeedlePlaced if needle_first else LocalGiven)
    return story.at(f"{p.TODAY} 14:20")


@cache
def sedated(under: str, how: Plain, child: bool = False) -> Story:
    story = before_the_blood(under).copy()
    if how in SEDATED:
        level, awake = SEDATED[how]
        story.given(SedationPlanned(plan=level), Sedated(level=level, awake_at_injection=awake))
    return p.with_facts(story, age_years=9) if child else story


def injection(vector: Vector) -> tuple[Finding, ...]:
    """The blood goes in at 14:40; a draw that was recorded is as old as the vector says."""
    story = sedated("house", vector["sedation"]).copy().at(f"{p.TODAY} 14:40")
    injected = Decimal(str(vector["injected_ml"]))
    waited = vector["draw_to_inject_min"]
    source, material = BLOOD[vector["blood_of"]]
    if isinstance(waited, int):
        story.wait(minutes=-waited)
        story.given(Drawn(volume_ml_drawn=drawn(injected, vector), source=source), role=NURSE)
        story.wait(minutes=waited)
    began = When.exact(story.now, "America/Denver")
    felt, stopped = vector["felt"], vector["then"] == "stopped"
    if felt in AS_AN_EVENT and not (stopped and felt in STOPPED):
        story.wait(minutes=1).given(AS_AN_EVENT[felt], role=NURSE)
    symptom = None if stopped else AS_A_SYMPTOM.get(felt)
    command = RecordInjection(
        volume_ml_injected=Millilitres(injected),
        material=material,
        stop_reason=STOPPED.get(felt) if stopped else None,
        symptoms_during=Answers({symptom: Answer.YES}) if symptom else None,
        settled=Answer.NO if felt in ("back_pain", "headache") and not stopped else None,
        stayed_sterile=ANSWER[vector["stayed_sterile"]],
        started=began,
    )
    if command.stop_reason is None:
        command = replace(command, stop_reason=StopReason.VOLUME_REACHED)
    return p.found(story.wait(minutes=1), PHYSICIAN, command)


def drawn(injected: Decimal, vector: Vector) -> Millilitres | None:
    more: dict[Plain, Decimal | None] = {
        "equal": Decimal(0),
        "less": Decimal(5),
        "more_by_0.1": Decimal("-0.1"),
        "not_told": None,
    }
    by = more[vector["against_drawn"]]
    return None if by is None else Millilitres(injected + by)


def child(vector: Vector) -> tuple[Finding, ...]:
    story = sedated("house", "none", child=True).copy()
    if vector["weight"] == "30_kg":
        story.given(VitalsRecorded(weight_kg=Kilograms.parse("30")))
    volume = ml(vector["injected_ml"])
    story.given(Drawn(volume_ml_drawn=volume, source=BloodSource.PATIENT), role=NURSE)
    command = RecordInjection(
        volume_ml_injected=volume,
        stop_reason=StopReason.VOLUME_REACHED,
        stayed_sterile=Answer.YES,
    )
    return p.found(story.wait(minutes=1), PHYSICIAN, command)
