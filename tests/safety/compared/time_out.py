"""The permit `preparation.time_out`: who and consent, what was asked again, sedation."""

from dataclasses import replace
from functools import cache

from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway.clinical import (
    HistoryItem,
    ImagingGuide,
    Power,
    SedationLevel,
    Symptom,
)
from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.clinical.blood_use import BloodUse
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.review.choices import Examination
from bloodpatch.pathway.review.events import StopLifted
from bloodpatch.pathway.rules.red_flag import red_flags_are_clear
from bloodpatch.pathway.stages.assessment.events import HistoryRecorded
from bloodpatch.pathway.stages.preparation import choices as a
from bloodpatch.pathway.stages.preparation import commands as c
from bloodpatch.pathway.stages.preparation.events import (
    AllergiesRecorded,
    AnxietyRecorded,
    Consented,
    ConsentWithdrawn,
    EscortRecorded,
    NeurologyRecorded,
    PregnancyAsked,
    ScreenedAgain,
    SedationPlanned,
)
from bloodpatch.pathway.stages.repeat.events import RepeatDecided
from bloodpatch.pathway.values import Answer, ApaisAnxiety, FreeText
from tests.safety.compared import patients as p
from tests.safety.oracle.table import Plain, Vector, harmless
from tests.safety.oracle.time_out import TIME_OUT

PLAIN = harmless(TIME_OUT)
ANSWER: dict[Plain, Answer | None] = {"yes": Answer.YES, "no": Answer.NO, "not_told": None}


def may_begin(vector: Vector) -> tuple[Finding, ...]:
    told = PLAIN | vector
    story = visit(told).at(f"{p.TODAY} 13:40")
    asked_again(story, told)
    asked_of_sedation(story, told)
    if told["allergies"] != "not_told":
        allergies = (Allergy(str(told["allergies"])),)
        story.given(AllergiesRecorded(allergies=allergies), role=NURSE)
    if told["consent"] in ("given", "withdrawn"):
        story.given(consent(told))
    story.at(f"{p.TODAY} 14:00")
    if told["consent"] == "withdrawn":
        story.wait(seconds=-1).given(ConsentWithdrawn()).wait(seconds=1)
    return p.found(story, NURSE, time_out(told))


def time_out(told: Vector) -> c.TakeTimeOut:
    """No identifier at all cannot even be stated: one is the least that can be asked about."""
    return replace(
        p.TIME_OUT,
        identity=p.BOTH if told["identifiers"] == "two" else p.BOTH[:1],
        allergies_read=ANSWER[told["allergies_read"]],
        physician=None if told["operators"] == "none" else Code("physician-1"),
        second=Code("nurse-1") if told["operators"] == "two" else None,
    )


def visit(told: Vector) -> Story:
    """The patient has come: for the first patch, or where the consent was, for another one."""
    imaging = str(told["imaging_planned"])
    if told["consent"] == "for_an_earlier_patch":
        key = tuple(str(told[name]) for name in ("risks_named", "blood_use"))
        story = p.arrived(second_round(imaging, *key))
    else:
        story = p.arrived(p.decided(imaging))
        belief(story, told)
    return story.given(p.BLEEDING, p.FASTED, role=NURSE)


def belief(story: Story, told: Vector) -> None:
    if str(told["blood_use"]).startswith("witness"):
        story.given(HistoryRecorded(condition=HistoryItem.JEHOVAHS_WITNESS))


@cache
def second_round(imaging: str, risks: str, blood: str) -> Story:
    """Consent was given before the first patch; it did not help, and another one is decided."""
    told: Vector = {"risks_named": risks, "blood_use": blood}
    story = p.decided(imaging).copy().wait(hours=1)
    belief(story, told)
    p.patch(story.given(consent(told)).given(p.event(p.TIME_OUT), role=NURSE))
    return story.given(RepeatDecided())


def consent(told: Vector) -> Consented:
    left_out = {a.ConsentItem.SECOND_PUNCTURE} if told["risks_named"] == "one_left_out" else set()
    refused = told["risks_named"] == "one_not_agreed"
    blood: dict[Plain, BloodUse | None] = {
        "accepted": BloodUse.ACCEPTED,
        "refused": BloodUse.REFUSED,
        "witness_closed_circuit": BloodUse.ACCEPTED_CLOSED_CIRCUIT,
        "witness_not_told": None,
    }
    return Consented(
        signed_by=a.SignedBy.PATIENT,
        named=tuple(item for item in a.ConsentItem if item not in left_out),
        refused=(a.ConsentItem.SECOND_PUNCTURE,) if refused else None,
        blood_use=blood[told["blood_use"]],
    )


def asked_again(story: Story, told: Vector) -> None:
    if told["flags"] == "asked_too_long_ago":
        story.given(ScreenedAgain(infection=Answer.NO), role=NURSE)
    else:
        story.given(screen(told), role=NURSE)
    if told["flags"] == "stop_class_reviewed":
        lift(story)
    taken = {name for name in ("blood_pressure", "spo2") if told[name] == "taken"}
    left_out = {name: None for name in ("blood_pressure", "spo2") if name not in taken}
    story.given(replace(p.VITALS, **left_out), role=NURSE)
    if told["neurology"] != "not_told":
        story.given(neurology(told), role=NURSE)
    pregnant = ANSWER[told["pregnant"]]
    if pregnant is not None:
        imaging = ImagingGuide(str(told["imaging_planned"]))
        story.given(PregnancyAsked(pregnant=pregnant, imaging_planned=imaging), role=NURSE)
    if told["cannula"] == "yes":
        story.given(p.ACCESS, role=NURSE)


def screen(told: Vector) -> ScreenedAgain:
    said: dict[Plain, dict[str, Answer | None]] = {
        "all_no": {},
        "one_not_told": {"seizure": None},
        "hold_class_yes": {"severe_vomiting": Answer.YES},
        "stop_class_yes": {"seizure": Answer.YES},
        "stop_class_reviewed": {"seizure": Answer.YES},
    }
    return ScreenedAgain(flags=p.flags(**said[told["flags"]]), infection=Answer.NO)


def lift(story: Story) -> None:
    """A physician records what was done about every stop that stands."""
    for stop in red_flags_are_clear(story.episode, story.context(PHYSICIAN)):
        story.given(
            StopLifted(
                finding=Code(stop.code),
                saw=PlainForm(dict(stop.seen)),
                examination=Examination.BRAIN_MRI,
                result=FreeText("Normal."),
            )
        )


def neurology(told: Vector) -> NeurologyRecorded:
    if told["neurology"] == "one_part_not_tested":
        return replace(p.NEUROLOGY, bladder=None)
    if told["neurology"] == "known_from_before":
        return replace(p.NEUROLOGY, power_left=Power(4), old_deficit=(Symptom.LEG_WEAKNESS,))
    return p.NEUROLOGY


def asked_of_sedation(story: Story, told: Vector) -> None:
    if told["plan"] != "not_told":
        plan = SedationLevel(str(told["plan"]))
        none = plan is SedationLevel.NONE
        awake = None if none else ANSWER[told["awake_for_blood"]]
        story.given(
            SedationPlanned(
                plan=plan, awake_for_blood=awake, watched=Answer.YES, antagonist=Answer.YES
            )
        )
    if isinstance(told["anxiety"], int):
        story.given(AnxietyRecorded(anxiety=ApaisAnxiety(told["anxiety"])), role=NURSE)
    escort = ANSWER[told["escort_planned"]]
    if escort is not None:
        story.given(EscortRecorded(escort=escort), role=NURSE)
