"""T3: what counts as which red flag, whatever it was recorded as: the whole of every list."""

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
    RedFlag,
    Relief,
    SignCode,
    Symptom,
)
from bloodpatch.pathway.queries import flags_told
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent
from bloodpatch.pathway.stages.assessment import commands as c
from bloodpatch.pathway.stages.followup.choices import Effect, HeadacheNow
from bloodpatch.pathway.stages.followup.commands import RecordReport, RecordStatus
from bloodpatch.pathway.stages.preparation.commands import RecordBleedingHistory, ScreenAgain
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Answers

F = RedFlag
Table = dict[RedFlag, str]

SYMPTOMS: Table = {
    F.SEIZURE: "seizure",
    F.FOCAL_DEFICIT: "hemiparesis hemisensory_loss",
    F.SPEECH_DISTURBANCE: "speech_disturbance word_finding_episodes",
    F.VISUAL_CHANGE: "blurred_vision visual_loss visual_episodes",
    F.DIPLOPIA: "diplopia",
    F.CRANIAL_NERVE_SIGN: "facial_weakness facial_numbness",
    F.ALTERED_CONSCIOUSNESS: "confusion drowsiness stupor",
    F.REPORTED_FEVER: "fever",
    F.LEG_WEAKNESS: "leg_weakness",
    F.LEG_PAIN: "leg_pain",
    F.SADDLE_NUMBNESS: "saddle_numbness",
    F.BLADDER_BOWEL_CHANGE: "bladder_change bowel_change",
}
ADVERSE: Table = {
    F.SEIZURE: "seizure",
    F.FOCAL_DEFICIT: "stroke",
    F.CRANIAL_NERVE_SIGN: "facial_palsy cranial_nerve_palsy hearing_loss",
    F.ALTERED_CONSCIOUSNESS: "stupor",
    F.RAISED_ICP: "raised_icp rebound_high_pressure",
    F.THUNDERCLAP: "rcvs subarachnoid_haemorrhage",
    F.MENINGISM: "meningitis",
    F.FEVER: "fever",
    F.SITE_INFECTION: "spinal_abscess spinal_empyema local_infection",
    F.LEG_WEAKNESS: """
        leg_weakness paraparesis spinal_epidural_haematoma spinal_subdural_haematoma
        spinal_subarachnoid_haematoma""",
    F.LEG_PAIN: "radicular_pain",
    F.SADDLE_NUMBNESS: "cauda_equina",
    F.SEVERE_BACK_PAIN: "progressive_back_pain",
    F.HIGH_BLOOD_PRESSURE: "pres",
    F.WORSENING_AFTER_PATCH: "worse_headache",
    F.PERSISTS_AFTER_PATCH: "no_relief recurrence",
    F.SUBDURAL_ON_IMAGING: "intracranial_subdural_haematoma",
}
SIGNS: Table = {
    F.PAPILLOEDEMA: "papilloedema",
    F.RAISED_ICP: "raised_pressure mass_effect midline_shift hydrocephalus cerebral_oedema",
    F.THUNDERCLAP: "rcvs",
    F.MENINGISM: "organisms",
    F.SITE_INFECTION: "spinal_abscess spinal_empyema",
    F.LEG_WEAKNESS: """
        spinal_epidural_haematoma spinal_subdural_haematoma spinal_subarachnoid_haematoma""",
    F.HIGH_BLOOD_PRESSURE: "pres",
    F.SUBDURAL_ON_IMAGING: "subdural_collection subdural_haematoma hygroma",
}
DIAGNOSES: Table = {
    F.FOCAL_DEFICIT: "stroke venous_stroke",
    F.CRANIAL_NERVE_SIGN: "cranial_nerve_palsy",
    F.RAISED_ICP: "raised_pressure rebound_high_pressure",
    F.THUNDERCLAP: "subarachnoid_haemorrhage rcvs",
    F.MENINGISM: "meningitis",
    F.INFECTION_SOURCE: "sepsis",
    F.SITE_INFECTION: "spinal_abscess spinal_empyema",
    F.LEG_WEAKNESS: """
        spinal_subdural_haematoma spinal_epidural_haematoma spinal_subarachnoid_haematoma""",
    F.SADDLE_NUMBNESS: "cauda_equina",
    F.HIGH_BLOOD_PRESSURE: "pre_eclampsia eclampsia pres",
    F.SUBDURAL_ON_IMAGING: "subdural_haematoma subdural_hygroma",
}
HISTORY: Table = {
    F.THROMBOPHILIA_OR_PUERPERAL_VTE_RISK: "thrombophilia previous_vte",
    F.COAGULOPATHY: "bleeding_tendency low_platelets itp hellp lmwh_treatment",
    F.HEAD_INJURY: "head_injury",
    F.IMMUNOSUPPRESSED: "hiv neutropenia recent_steroids",
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


def by_name(table: Table) -> Mapping[str, RedFlag]:
    return {name: flag for flag, names in table.items() for name in names.split()}


def flags(command: Command) -> set[RedFlag]:
    story = Story()
    story.physician(command)
    return {s.flag for s in flags_told.seen(story.episode, story.protocol)}


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
    counted: dict[str, set[RedFlag | None]] = {}
    for kind, table in lists:
        for one in kind:
            counted.setdefault(one.value, set()).add(by_name(table).get(one.value))
    assert {name: found for name, found in counted.items() if len(found) > 1} == {}


YES, NO = Answer.YES, Answer.NO
# The question, the form that it stands on, and the answer that is a red flag.
ASKED: dict[str, tuple[Callable[..., Command], Answer, RedFlag]] = {
    "kernig": (c.RecordSymptoms, YES, F.MENINGISM),
    "fever": (c.RecordSymptoms, YES, F.REPORTED_FEVER),
    "position_dependent": (c.RecordHeadache, NO, F.NON_POSITIONAL),
    "hypertension": (c.RecordObstetric, YES, F.HIGH_BLOOD_PRESSURE),
    "proteinuria": (c.RecordObstetric, YES, F.PROTEINURIA),
    "urine_protein": (c.RecordObstetric, YES, F.PROTEINURIA),
    "infection": (ScreenAgain, YES, F.INFECTION_SOURCE),
    "bleeding_history": (RecordBleedingHistory, YES, F.COAGULOPATHY),
    "antithrombotic": (RecordBleedingHistory, YES, F.COAGULOPATHY),
    "recurred": (RecordReport, YES, F.PERSISTS_AFTER_PATCH),
}


@pytest.mark.parametrize("question", ASKED)
def test_one_answer_of_a_question_is_a_red_flag_and_the_other_is_not(question: str) -> None:
    form, bad, flag = ASKED[question]
    found = {answer: flags(form(**{question: answer})) for answer in Answer}
    assert found == {answer: {flag} if answer is bad else set() for answer in Answer}
