"""The permit `preparation.time_out`: the values of the blood."""

from datetime import timedelta
from functools import cache

from clotting import REGIONAL, follows
from story import NURSE, ZONE, Story, moment

from bloodpatch.pathway.clinical import (
    Antithrombotic,
    DoseClass,
    HistoryItem,
    Measured,
    ResultWord,
    Specialty,
)
from bloodpatch.pathway.clinical.blood_use import SpecialConsent
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.stages.assessment.choices import Advice, ObstetricState
from bloodpatch.pathway.stages.assessment.events import (
    HistoryRecorded,
    ObstetricRecorded,
    OpinionRecorded,
)
from bloodpatch.pathway.stages.preparation.events import (
    AntithromboticRecorded,
    BleedingHistoryRecorded,
    Consented,
    LabsRecorded,
)
from bloodpatch.pathway.values import Answer, Inr, PlateletCount, Precision, When
from tests.safety.compared import patients as p
from tests.safety.oracle.table import Plain, Vector

ANSWER: dict[Plain, Answer | None] = {"yes": Answer.YES, "no": Answer.NO, "not_told": None}
DISEASE: dict[Plain, HistoryItem] = {
    "itp": HistoryItem.ITP,
    "leukaemia": HistoryItem.LEUKAEMIA,
    "bleeding_tendency": HistoryItem.BLEEDING_TENDENCY,
}
APTT: dict[Plain, tuple[str, ResultWord]] = {
    "normal": ("aptt 30 s", ResultWord.NORMAL),
    "raised": ("aptt 50 s", ResultWord.RAISED),
}
DRUGS: dict[Plain, Antithrombotic] = {
    "warfarin": Antithrombotic.WARFARIN,
    "heparin_iv": Antithrombotic.HEPARIN_IV,
}


def may_begin(vector: Vector) -> tuple[Finding, ...]:
    told = ("bleeding_history", "long_on_heparin", "obstetric", "blood_disease", "drug")
    story = asked(*(vector[name] for name in told)).copy()
    if vector["haematology"] == "agrees":
        story.given(OpinionRecorded(specialty=Specialty.HAEMATOLOGY, advice=Advice.AGREES))
    story.given(*values(vector, story), role=NURSE)
    return p.found(story, NURSE, p.TIME_OUT)


@cache
def asked(bleeding: Plain, heparin: Plain, obstetric: Plain, disease: Plain, drug: Plain) -> Story:
    """Everything but the values and the opinion; it is 14:00."""
    story = p.arrived(p.decided())
    if obstetric != "no":
        high = Answer.YES if obstetric == "hypertension" else None
        story.given(ObstetricRecorded(state=ObstetricState.POSTPARTUM, hypertension=high))
    if obstetric == "hellp":
        story.given(HistoryRecorded(condition=HistoryItem.HELLP))
    if disease in DISEASE:
        story.given(HistoryRecorded(condition=DISEASE[disease]))
    follows(story, REGIONAL)
    taken = [over(DRUGS[drug])] if drug in DRUGS else []
    if heparin == "yes":
        taken.append(over(Antithrombotic.ENOXAPARIN, dose_class=DoseClass.LOW_PROPHYLACTIC))
    history = BleedingHistoryRecorded(
        bleeding_history=ANSWER[bleeding],
        antithrombotic=Answer.YES if taken else Answer.NO,
        antiplatelet=Answer.NO,
        long_on_heparin=ANSWER[heparin],
    )
    consent = Consented(
        signed_by=p.CONSENT.signed_by,
        named=p.CONSENT.named,
        special=(SpecialConsent.HAEMATOLOGICAL_CANCER,),
        blood_use=p.CONSENT.blood_use,
    )
    p.checked(story, history).given(*taken, role=NURSE)
    return story.given(consent).at(f"{p.TODAY} 14:00")


def over(drug: Antithrombotic, **told: DoseClass) -> Event:
    """Taken long ago, and its row is signed."""
    return AntithromboticRecorded(drug=drug, last_dose=moment("2026-11-06 08:00"), **told)


def values(vector: Vector, story: Story) -> list[Event]:
    """Each value in a report of its own, for a report has one word for what it found."""
    age = vector["platelets_age_min"]
    at = story.now - timedelta(minutes=age if isinstance(age, int) else 60)
    exact = Precision.MINUTE if isinstance(age, int) else Precision.UNKNOWN
    fresh = When.exact(story.now - timedelta(minutes=60), ZONE)
    told: list[Event] = []
    if vector["platelets"] != "not_told":
        count = PlateletCount.parse(f"{vector['platelets']}")
        told.append(LabsRecorded(platelets=count, taken=When(at, ZONE, exact)))
    if vector["inr"] != "not_told":
        told.append(LabsRecorded(inr=Inr.parse(str(vector["inr"])), taken=fresh))
    if vector["aptt"] in APTT:
        text, word = APTT[vector["aptt"]]
        told.append(LabsRecorded(values=(Measured.parse(text),), word=word, taken=fresh))
    return told
