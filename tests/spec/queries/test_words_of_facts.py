"""T3: which word means which fact, whatever it was recorded as: the whole of every list."""

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
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Answers

F = Concept
Table = dict[Concept, str]

SYMPTOMS: Table = {
    F.SEIZURE: "seizure",
    F.FOCAL_DEFICIT: "hemiparesis hemisensory_loss visual_loss",
    F.SPEECH_DISTURBANCE: "speech_disturbance word_finding_episodes",
    F.VISUAL_CHANGE: "blurred_vision visual_episodes",
    F.DIPLOPIA: "diplopia",
    F.CRANIAL_NERVE_SIGN: "facial_weakness facial_numbness",
    F.HEARING_LOSS: "hypoacusis",
    F.ALTERED_CONSCIOUSNESS: "confusion drowsiness stupor",
    F.REPORTED_FEVER: "fever",
    F.RIGORS: "shivering",
    F.NECK_STIFFNESS: "neck_stiffness",
    F.LEG_WEAKNESS: "leg_weakness",
    F.LEG_NUMBNESS: "leg_numbness",
    F.LEG_PAIN: "leg_pain",
    F.SADDLE_NUMBNESS: "saddle_numbness",
    F.BLADDER_BOWEL_CHANGE: "bladder_change bowel_change",
    F.SLOW_HEART: "syncope",
    F.SKIN_LEAK: "csf_leak_skin",
}
ADVERSE: Table = {
    F.SEIZURE: "seizure",
    F.STROKE: "stroke",
    F.CRANIAL_NERVE_SIGN: "facial_palsy cranial_nerve_palsy",
    F.HEARING_LOSS: "hearing_loss",
    F.PNEUMOCEPHALUS: "pneumocephalus",
    F.ALTERED_CONSCIOUSNESS: "stupor",
    F.RAISED_ICP: "raised_icp rebound_high_pressure",
    F.INTRACRANIAL_BLEED: "subarachnoid_haemorrhage",
    F.VASOCONSTRICTION: "rcvs",
    F.VENOUS_THROMBOSIS: "venous_thrombosis",
    F.MENINGITIS: "meningitis",
    F.FEVER: "fever",
    F.SITE_INFECTION: "local_infection",
    F.SPINAL_INFECTION: "spinal_abscess spinal_empyema",
    F.LEG_WEAKNESS: "leg_weakness paraparesis",
    F.SPINAL_BLEED: """
        spinal_epidural_haematoma spinal_subdural_haematoma spinal_subarachnoid_haematoma""",
    F.LEG_PAIN: "radicular_pain",
    F.CAUDA_EQUINA: "cauda_equina",
    F.ARACHNOIDITIS: "arachnoiditis",
    F.SEVERE_BACK_PAIN: "progressive_back_pain",
    F.PRES: "pres",
    F.WORSENING_AFTER_PATCH: "worse_headache",
    F.PERSISTS_AFTER_PATCH: "no_relief recurrence",
    F.SUBDURAL_ON_IMAGING: "intracranial_subdural_haematoma",
    F.SLOW_HEART: "bradycardia vasovagal",
    F.HIGH_BLOCK: "high_block",
    F.ALLERGIC_REACTION: "allergic",
}
SIGNS: Table = {
    F.PAPILLOEDEMA: "papilloedema",
    F.RAISED_ICP: "raised_pressure mass_effect midline_shift hydrocephalus cerebral_oedema",
    F.INTRACRANIAL_BLEED: "subarachnoid_blood",
    F.STROKE: "cerebral_infarct venous_infarct",
    F.VENOUS_THROMBOSIS: """
        sinus_thrombosis sagittal_sinus_thrombosis transverse_sinus_thrombosis
        cortical_vein_thrombosis""",
    F.VASOCONSTRICTION: "rcvs vasoconstriction",
    F.PRES: "pres",
    F.PNEUMOCEPHALUS: "pneumocephalus",
    F.MENINGITIS: "organisms turbid",
    F.SPINAL_INFECTION: "spinal_abscess spinal_empyema",
    F.SPINAL_BLEED: """
        spinal_epidural_haematoma spinal_subdural_haematoma spinal_subarachnoid_haematoma""",
    F.CAUDA_EQUINA: "cord_compression cauda_compression",
    F.ARACHNOIDITIS: "arachnoiditis clumped_roots",
    F.HAEMATOLOGICAL_MALIGNANCY: "blasts",
    F.CNS_CANCER: "cns_disease",
    F.SUBDURAL_ON_IMAGING: "subdural_collection subdural_haematoma hygroma",
}
DIAGNOSES: Table = {
    F.STROKE: "stroke venous_stroke",
    F.CRANIAL_NERVE_SIGN: "cranial_nerve_palsy",
    F.RAISED_ICP: "raised_pressure rebound_high_pressure",
    F.INTRACRANIAL_BLEED: "subarachnoid_haemorrhage",
    F.VASOCONSTRICTION: "rcvs",
    F.VENOUS_THROMBOSIS: "cvst cortical_vein_thrombosis",
    F.MENINGITIS: "meningitis",
    F.SEPSIS: "sepsis",
    F.SPINAL_INFECTION: "spinal_abscess spinal_empyema",
    F.SPINAL_BLEED: """
        spinal_subdural_haematoma spinal_epidural_haematoma spinal_subarachnoid_haematoma""",
    F.CAUDA_EQUINA: "cauda_equina",
    F.ARACHNOIDITIS: "arachnoiditis",
    F.ECLAMPSIA: "eclampsia",
    F.HIGH_BLOOD_PRESSURE: "pre_eclampsia",
    F.PRES: "pres",
    F.SUBDURAL_ON_IMAGING: "subdural_haematoma subdural_hygroma",
    F.SKIN_LEAK: "csf_fistula",
    F.PNEUMOCEPHALUS: "pneumocephalus",
    F.ANOTHER_HEADACHE: """
        migraine tension_headache medication_overuse sinusitis caffeine_withdrawal""",
    F.CNS_CANCER: "cns_disease",
    F.HIGH_BLOCK: "local_anaesthetic_high_block",
}
HISTORY: Table = {
    F.CLOTTING_TENDENCY: "thrombophilia previous_vte",
    F.BLEEDING_TENDENCY: "bleeding_tendency low_platelets itp hellp",
    F.TAKES_ANTITHROMBOTIC: "lmwh_treatment",
    F.HEAD_INJURY: "head_injury",
    F.IMMUNOSUPPRESSED: "neutropenia recent_steroids",
    F.HAEMATOLOGICAL_MALIGNANCY: "leukaemia haematological_cancer",
}
EFFECTS: Table = {
    F.SITE_INFECTION: "infection",
    F.LEG_WEAKNESS: "nerve_damage",
    F.PERSISTS_AFTER_PATCH: "no_relief",
}
RELIEF: Table = {F.WORSENING_AFTER_PATCH: "worse", F.PERSISTS_AFTER_PATCH: "none"}
PRESSURE: Table = {F.HIGH_BLOOD_PRESSURE: "slightly_raised raised severe"}
BEFORE: Table = {F.POSTURE_LOST_OR_REVERSED: "reversed_posture"}
AT_HOME: Table = {
    F.POSTURE_LOST_OR_REVERSED: "reversed_posture",
    F.WORSENING_AFTER_PATCH: "worsening",
    F.PERSISTS_AFTER_PATCH: "recurred persisting unchanged",
}
HEADACHE: Table = {F.WORSENING_AFTER_PATCH: "worse", F.PERSISTS_AFTER_PATCH: "same"}


def adverse_effect(effect: Effect) -> Command:
    return RecordReport(adverse_effects=Answers({effect: Answer.YES}))


# The closed list, how one of it is recorded, and what of it is a red flag; all else is none.
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
    "how it goes on, before": (Course, lambda word: c.RecordHeadache(course=word), BEFORE),
    "how it goes on, at home": (Course, lambda word: RecordStatus(course=word), AT_HOME),
    "the headache now": (HeadacheNow, lambda word: RecordReport(headache=word), HEADACHE),
}


def by_name(table: Table) -> Mapping[str, Concept]:
    return {name: flag for flag, names in table.items() for name in names.split()}


def flags(command: Command) -> set[Concept]:
    story = Story()
    story.physician(command)
    return {fact.concept for fact in standing(story.episode, story.protocol)}


@pytest.mark.parametrize(("kind", "recorded", "table"), LISTS.values(), ids=LISTS)
def test_what_of_a_list_is_a_red_flag_and_which(
    kind: type[StrEnum], recorded: Callable[..., Command], table: Table
) -> None:
    expected = by_name(table)
    assert set(expected) <= {one.value for one in kind}
    assert {one.value: flags(recorded(one)) for one in kind} == {
        one.value: {expected[one]} if one in expected else set() for one in kind
    }


def test_seen_diagnosed_or_opened_as_an_event_the_same_is_the_same() -> None:
    """H08: an abscess that an image shows is no less of one than an abscess that is diagnosed."""
    lists = ((SignCode, SIGNS), (Diagnosis, DIAGNOSES), (AdverseKind, ADVERSE))
    counted: dict[str, set[Concept | None]] = {}
    for kind, table in lists:
        for one in kind:
            counted.setdefault(one.value, set()).add(by_name(table).get(one.value))
    differ = {name for name, found in counted.items() if len(found) > 1}
    assert differ == {"sinusitis"}  # common on an image; a diagnosis only where somebody makes it


YES, NO = Answer.YES, Answer.NO
# The question, the form that it stands on, and the answer that is a red flag.
ASKED: dict[str, tuple[Callable[..., Command], Answer, Concept]] = {
    "kernig": (c.RecordSymptoms, YES, F.MENINGISM),
    "fever": (c.RecordSymptoms, YES, F.REPORTED_FEVER),
    "position_dependent": (c.RecordHeadache, NO, F.NON_POSITIONAL),
    "hypertension": (c.RecordObstetric, YES, F.HIGH_BLOOD_PRESSURE),
    "proteinuria": (c.RecordObstetric, YES, F.PROTEINURIA),
    "urine_protein": (c.RecordObstetric, YES, F.PROTEINURIA),
    "infection": (ScreenAgain, YES, F.INFECTION_SOURCE),
    "bleeding_history": (RecordBleedingHistory, YES, F.BLEEDING_TENDENCY),
    "antithrombotic": (RecordBleedingHistory, YES, F.TAKES_ANTITHROMBOTIC),
    "recurred": (RecordReport, YES, F.PERSISTS_AFTER_PATCH),
}


@pytest.mark.parametrize("question", ASKED)
def test_one_answer_of_a_question_is_a_red_flag_and_the_other_is_not(question: str) -> None:
    form, bad, flag = ASKED[question]
    found = {answer: flags(form(**{question: answer})) for answer in Answer}
    assert found == {answer: {flag} if answer is bad else set() for answer in Answer}
