"""T3: what each word of each list means, written a second time; all others mean nothing."""

from collections.abc import Callable, Mapping
from enum import StrEnum

import pytest
from entries import history, investigated, symptom
from story import Story

from bloodpatch.pathway.clinical import (
    AdverseKind,
    BloodPressureWord,
    Course,
    Diagnosis,
    HistoryItem,
    Investigation,
    Relief,
    SignCode,
    Symptom,
)
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.queries.standing_facts import standing
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent
from bloodpatch.pathway.stages.assessment import commands as c
from bloodpatch.pathway.stages.followup.choices import Effect, HeadacheNow
from bloodpatch.pathway.stages.followup.commands import RecordReport, RecordStatus
from bloodpatch.pathway.stages.preparation.commands import RecordBleedingHistory, ScreenAgain
from bloodpatch.pathway.stages.procedure.choices import DuringKind, StopReason
from bloodpatch.pathway.stages.procedure.commands import RecordEventDuring, RecordInjection
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Answers

Table = dict[Concept, str]
C = Concept

SYMPTOMS: Table = {
    C.SEIZURE: "seizure",
    C.FOCAL_DEFICIT: "hemiparesis hemisensory_loss visual_loss",
    C.SPEECH_DISTURBANCE: "speech_disturbance word_finding_episodes",
    C.ALTERED_CONSCIOUSNESS: "confusion drowsiness stupor",
    C.VISUAL_CHANGE: "blurred_vision visual_episodes",
    C.DIPLOPIA: "diplopia",
    C.CRANIAL_NERVE_SIGN: "facial_weakness facial_numbness",
    C.HEARING_LOSS: "hypoacusis",
    C.REPORTED_FEVER: "fever",
    C.RIGORS: "shivering",
    C.NECK_STIFFNESS: "neck_stiffness",
    C.LEG_WEAKNESS: "leg_weakness",
    C.SADDLE_NUMBNESS: "saddle_numbness",
    C.BLADDER_BOWEL_CHANGE: "bladder_change bowel_change",
    C.LEG_PAIN: "leg_pain",
    C.LEG_NUMBNESS: "leg_numbness",
    C.SKIN_LEAK: "csf_leak_skin",
    C.FAINT: "syncope",
}
SPINAL_BLEEDS = """
    spinal_epidural_haematoma spinal_subdural_haematoma spinal_subarachnoid_haematoma"""
SPINAL_PUS = "spinal_abscess spinal_empyema"
ADVERSE: Table = {
    C.SEIZURE: "seizure",
    C.STROKE: "stroke",
    C.ALTERED_CONSCIOUSNESS: "stupor",
    C.RAISED_ICP: "raised_icp rebound_high_pressure",
    C.INTRACRANIAL_BLEED: "subarachnoid_haemorrhage",
    C.VENOUS_THROMBOSIS: "venous_thrombosis",
    C.VASOCONSTRICTION: "rcvs",
    C.PRES: "pres",
    C.SUBDURAL_ON_IMAGING: "intracranial_subdural_haematoma",
    C.CRANIAL_NERVE_SIGN: "cranial_nerve_palsy facial_palsy",
    C.HEARING_LOSS: "hearing_loss",
    C.PNEUMOCEPHALUS: "pneumocephalus",
    C.MENINGITIS: "meningitis",
    C.FEVER: "fever",
    C.SITE_INFECTION: "local_infection",
    C.SPINAL_INFECTION: SPINAL_PUS,
    C.SPINAL_BLEED: SPINAL_BLEEDS,
    C.LEG_WEAKNESS: "leg_weakness paraparesis",
    C.CAUDA_EQUINA: "cauda_equina",
    C.ARACHNOIDITIS: "arachnoiditis",
    C.LEG_PAIN: "radicular_pain",
    C.SEVERE_BACK_PAIN: "progressive_back_pain",
    C.HIGH_BLOCK: "high_block",
    C.WORSENING_AFTER_PATCH: "worse_headache",
    C.PERSISTS_AFTER_PATCH: "no_relief recurrence",
    C.ALLERGIC_REACTION: "allergic",
    C.SLOW_HEART: "bradycardia vasovagal",
}
SIGNS: Table = {
    C.PAPILLOEDEMA: "papilloedema",
    C.RAISED_ICP: "raised_pressure mass_effect midline_shift hydrocephalus cerebral_oedema",
    C.INTRACRANIAL_BLEED: "subarachnoid_blood",
    C.STROKE: "cerebral_infarct venous_infarct",
    C.VENOUS_THROMBOSIS: """
        sagittal_sinus_thrombosis transverse_sinus_thrombosis sinus_thrombosis
        cortical_vein_thrombosis""",
    C.VASOCONSTRICTION: "rcvs vasoconstriction",
    C.PRES: "pres",
    C.SUBDURAL_ON_IMAGING: "subdural_collection subdural_haematoma hygroma",
    C.PNEUMOCEPHALUS: "pneumocephalus",
    C.MENINGITIS: "organisms turbid",
    C.SPINAL_INFECTION: SPINAL_PUS,
    C.SPINAL_BLEED: SPINAL_BLEEDS,
    C.CAUDA_EQUINA: "cord_compression cauda_compression",
    C.ARACHNOIDITIS: "arachnoiditis clumped_roots roots_displaced",
    C.WIDE_VENTRICLES: "large_ventricles",
    C.LOW_TONSILS: "tonsillar_descent",
    C.SINUSITIS: "sinusitis",
    C.SPINAL_COLLECTION: "spinal_collection",
    C.BLOOD_AT_THE_SITE: "puncture_site_blood",
    C.HAEMATOLOGICAL_MALIGNANCY: "blasts",
    C.CNS_CANCER: "cns_disease",
}
DIAGNOSES: Table = {
    C.STROKE: "stroke venous_stroke",
    C.INTRACRANIAL_BLEED: "subarachnoid_haemorrhage",
    C.VENOUS_THROMBOSIS: "cvst cortical_vein_thrombosis",
    C.VASOCONSTRICTION: "rcvs",
    C.PRES: "pres",
    C.ECLAMPSIA: "eclampsia",
    C.HIGH_BLOOD_PRESSURE: "pre_eclampsia",
    C.SUBDURAL_ON_IMAGING: "subdural_haematoma subdural_hygroma",
    C.RAISED_ICP: "raised_pressure rebound_high_pressure",
    C.CRANIAL_NERVE_SIGN: "cranial_nerve_palsy",
    C.PNEUMOCEPHALUS: "pneumocephalus",
    C.MENINGITIS: "meningitis",
    C.SEPSIS: "sepsis",
    C.SPINAL_INFECTION: SPINAL_PUS,
    C.SPINAL_BLEED: SPINAL_BLEEDS,
    C.CAUDA_EQUINA: "cauda_equina",
    C.ARACHNOIDITIS: "arachnoiditis",
    C.HIGH_BLOCK: "local_anaesthetic_high_block",
    C.SPONTANEOUS_LEAK: "sih",
    C.DIAGNOSIS_OPEN: "other undetermined",
    C.CNS_CANCER: "cns_disease",
    C.SKIN_LEAK: "csf_fistula",
    C.ANOTHER_HEADACHE: """
        migraine tension_headache medication_overuse sinusitis caffeine_withdrawal""",
}
HISTORY: Table = {
    C.CLOTTING_TENDENCY: "thrombophilia previous_vte",
    C.BLEEDING_TENDENCY: "bleeding_tendency low_platelets itp hellp",
    C.TAKES_ANTITHROMBOTIC: "lmwh_treatment",
    C.HEAD_INJURY: "head_injury",
    C.IMMUNOSUPPRESSED: "neutropenia",
    C.HAEMATOLOGICAL_MALIGNANCY: "leukaemia haematological_cancer intrathecal_chemotherapy",
}
EFFECTS: Table = {
    C.SITE_INFECTION: "infection",
    C.MORE_PAIN: "more_pain",
    C.BLOOD_AT_THE_SITE: "bleeding",
    C.LEG_WEAKNESS: "nerve_damage",
    C.PERSISTS_AFTER_PATCH: "no_relief",
}
DURING: Table = {
    C.SEIZURE: "seizure",
    C.COLLAPSE: "collapse",
    C.THUNDERCLAP: "sudden_headache",
    C.HIGH_BLOCK: "high_block",
    C.SLOW_HEART: "bradycardia vasovagal",
}
STOPPED: Table = {C.FOCAL_DEFICIT: "neuro_change", C.SLOW_HEART: "bradycardia", C.FAINT: "syncope"}
RELIEF: Table = {C.WORSENING_AFTER_PATCH: "worse", C.PERSISTS_AFTER_PATCH: "none"}
PRESSURE: Table = {C.HIGH_BLOOD_PRESSURE: "slightly_raised raised severe"}
BEFORE: Table = {
    C.POSTURE_LOST_OR_REVERSED: "reversed_posture",
    C.GETTING_WORSE: "worsening",
}
AT_HOME: Table = {
    C.POSTURE_LOST_OR_REVERSED: "reversed_posture",
    C.WORSENING_AFTER_PATCH: "worsening",
    C.PERSISTS_AFTER_PATCH: "recurred persisting unchanged",
}
HEADACHE: Table = {C.WORSENING_AFTER_PATCH: "worse", C.PERSISTS_AFTER_PATCH: "same"}


def adverse_effect(effect: Effect) -> Command:
    return RecordReport(adverse_effects=Answers({effect: Answer.YES}))


# The closed list, how one of it is recorded, and what of it means which concept; all else none.
LISTS: dict[str, tuple[type[StrEnum], Callable[..., Command], Table]] = {
    "symptoms": (Symptom, symptom, SYMPTOMS),
    "adverse events": (AdverseKind, lambda kind: OpenEvent(kinds=(kind,)), ADVERSE),
    "signs": (SignCode, lambda sign: investigated(Investigation.MRI, signs=sign), SIGNS),
    "diagnoses": (Diagnosis, lambda one: c.RecordDiagnosis(diagnosis=(one,)), DIAGNOSES),
    "illnesses": (HistoryItem, history, HISTORY),
    "effects asked by name": (Effect, adverse_effect, EFFECTS),
    "relief": (Relief, lambda word: RecordReport(relief=word), RELIEF),
    "words for a blood pressure": (
        BloodPressureWord,
        lambda word: c.RecordVitals(blood_pressure_word=word),
        PRESSURE,
    ),
    "on the table": (DuringKind, lambda kind: RecordEventDuring(kind=kind), DURING),
    "why it was stopped": (StopReason, lambda why: RecordInjection(stop_reason=why), STOPPED),
    "how it goes on, before": (Course, lambda word: c.RecordHeadache(course=word), BEFORE),
    "how it goes on, at home": (Course, lambda word: RecordStatus(course=word), AT_HOME),
    "the headache now": (HeadacheNow, lambda word: RecordReport(headache=word), HEADACHE),
}


def by_name(table: Table) -> Mapping[str, Concept]:
    return {name: concept for concept, names in table.items() for name in names.split()}


def concepts(command: Command) -> set[Concept]:
    story = Story()
    story.physician(command)
    return {fact.concept for fact in standing(story.episode, story.protocol)}


@pytest.mark.parametrize(("kind", "recorded", "table"), LISTS.values(), ids=LISTS)
def test_what_of_a_list_means_something_and_what(
    kind: type[StrEnum], recorded: Callable[..., Command], table: Table
) -> None:
    expected = by_name(table)
    assert set(expected) <= {one.value for one in kind}
    assert {one.value: concepts(recorded(one)) for one in kind} == {
        one.value: {expected[one]} if one in expected else set() for one in kind
    }


def test_seen_diagnosed_or_opened_as_an_event_the_same_is_the_same() -> None:
    """H08: an abscess that an image shows is no less of one than an abscess that is diagnosed."""
    lists = ((SignCode, SIGNS), (Diagnosis, DIAGNOSES), (AdverseKind, ADVERSE))
    counted: dict[str, set[Concept | None]] = {}
    elsewhere = {"sinusitis", "other"}  # on many a scan; an event in the note is reviewed
    for kind, table in lists:
        for one in kind:
            counted.setdefault(one.value, set()).add(by_name(table).get(one.value))
    assert {name: found for name, found in counted.items() if len(found) > 1}.keys() == elsewhere


YES, NO = Answer.YES, Answer.NO
# The question, the form that it stands on, and the answer that tells it.
ASKED: dict[str, tuple[Callable[..., Command], Answer, Concept]] = {
    "kernig": (c.RecordSymptoms, YES, C.MENINGISM),
    "fever": (c.RecordSymptoms, YES, C.REPORTED_FEVER),
    "position_dependent": (c.RecordHeadache, NO, C.NON_POSITIONAL),
    "hypertension": (c.RecordObstetric, YES, C.HIGH_BLOOD_PRESSURE),
    "proteinuria": (c.RecordObstetric, YES, C.PROTEINURIA),
    "urine_protein": (c.RecordObstetric, YES, C.PROTEINURIA),
    "infection": (ScreenAgain, YES, C.INFECTION_SOURCE),
    "bleeding_history": (RecordBleedingHistory, YES, C.BLEEDING_TENDENCY),
    "antithrombotic": (RecordBleedingHistory, YES, C.TAKES_ANTITHROMBOTIC),
    "recurred": (RecordReport, YES, C.PERSISTS_AFTER_PATCH),
}


@pytest.mark.parametrize("question", ASKED)
def test_one_answer_of_a_question_tells_it_and_the_other_does_not(question: str) -> None:
    form, bad, concept = ASKED[question]
    found = {answer: concepts(form(**{question: answer})) for answer in Answer}
    assert found == {answer: {concept} if answer is bad else set() for answer in Answer}
