"""Under which names a red flag is told: as a symptom, a sign, an illness, an adverse event.

What is not in these lists is no red flag, however bad it is: vomiting, a stiff neck or worse
hearing belong to this headache itself.
"""

from collections.abc import Mapping

from bloodpatch.pathway.clinical import (
    AdverseKind,
    BloodPressureWord,
    Course,
    Diagnosis,
    HistoryItem,
    RedFlag,
    Relief,
    SignCode,
    Symptom,
)
from bloodpatch.pathway.values import Answer

LIMITS: Mapping[RedFlag, tuple[str, ...]] = {
    RedFlag.LATE_ONSET: ("over", "assessment.max_onset_days"),
    RedFlag.LONG_LASTING: ("over", "assessment.reconsider_after_days"),
    RedFlag.OLDER_AGE: ("over", "assessment.image_sooner_over_years"),
    RedFlag.FEVER: ("from", "preparation.fever_hold_c"),
    RedFlag.HIGH_BLOOD_PRESSURE: (
        "from",
        "assessment.high_systolic_mmhg",
        "assessment.high_diastolic_mmhg",
    ),
}
"""From which value of the protocol on it is a yes: whoever asks must see it beside the question."""

SYMPTOMS: Mapping[Symptom, RedFlag] = {
    Symptom.DIPLOPIA: RedFlag.DIPLOPIA,
    Symptom.BLURRED_VISION: RedFlag.VISUAL_CHANGE,
    Symptom.VISUAL_LOSS: RedFlag.VISUAL_CHANGE,
    Symptom.VISUAL_EPISODES: RedFlag.VISUAL_CHANGE,
    Symptom.SPEECH_DISTURBANCE: RedFlag.SPEECH_DISTURBANCE,
    Symptom.WORD_FINDING_EPISODES: RedFlag.SPEECH_DISTURBANCE,
    Symptom.FACIAL_WEAKNESS: RedFlag.CRANIAL_NERVE_SIGN,
    Symptom.FACIAL_NUMBNESS: RedFlag.CRANIAL_NERVE_SIGN,
    Symptom.HEMIPARESIS: RedFlag.FOCAL_DEFICIT,
    Symptom.HEMISENSORY_LOSS: RedFlag.FOCAL_DEFICIT,
    Symptom.CONFUSION: RedFlag.ALTERED_CONSCIOUSNESS,
    Symptom.DROWSINESS: RedFlag.ALTERED_CONSCIOUSNESS,
    Symptom.STUPOR: RedFlag.ALTERED_CONSCIOUSNESS,
    Symptom.SEIZURE: RedFlag.SEIZURE,
    Symptom.FEVER: RedFlag.REPORTED_FEVER,
    Symptom.LEG_PAIN: RedFlag.LEG_PAIN,
    Symptom.LEG_WEAKNESS: RedFlag.LEG_WEAKNESS,
    Symptom.SADDLE_NUMBNESS: RedFlag.SADDLE_NUMBNESS,
    Symptom.BLADDER_CHANGE: RedFlag.BLADDER_BOWEL_CHANGE,
    Symptom.BOWEL_CHANGE: RedFlag.BLADDER_BOWEL_CHANGE,
}
ADVERSE: Mapping[AdverseKind, RedFlag] = {
    AdverseKind.SEIZURE: RedFlag.SEIZURE,
    AdverseKind.STUPOR: RedFlag.ALTERED_CONSCIOUSNESS,
    AdverseKind.STROKE: RedFlag.FOCAL_DEFICIT,
    AdverseKind.FACIAL_PALSY: RedFlag.CRANIAL_NERVE_SIGN,
    AdverseKind.CRANIAL_NERVE_PALSY: RedFlag.CRANIAL_NERVE_SIGN,
    AdverseKind.HEARING_LOSS: RedFlag.CRANIAL_NERVE_SIGN,
    AdverseKind.LEG_WEAKNESS: RedFlag.LEG_WEAKNESS,
    AdverseKind.PARAPARESIS: RedFlag.LEG_WEAKNESS,
    AdverseKind.RADICULAR_PAIN: RedFlag.LEG_PAIN,
    AdverseKind.PROGRESSIVE_BACK_PAIN: RedFlag.SEVERE_BACK_PAIN,
    AdverseKind.CAUDA_EQUINA: RedFlag.SADDLE_NUMBNESS,
    AdverseKind.SPINAL_EPIDURAL_HAEMATOMA: RedFlag.LEG_WEAKNESS,
    AdverseKind.SPINAL_SUBDURAL_HAEMATOMA: RedFlag.LEG_WEAKNESS,
    AdverseKind.SPINAL_SUBARACHNOID_HAEMATOMA: RedFlag.LEG_WEAKNESS,
    AdverseKind.SPINAL_ABSCESS: RedFlag.SITE_INFECTION,
    AdverseKind.SPINAL_EMPYEMA: RedFlag.SITE_INFECTION,
    AdverseKind.LOCAL_INFECTION: RedFlag.SITE_INFECTION,
    AdverseKind.FEVER: RedFlag.FEVER,
    AdverseKind.MENINGITIS: RedFlag.MENINGISM,
    AdverseKind.RAISED_ICP: RedFlag.RAISED_ICP,
    AdverseKind.REBOUND_HIGH_PRESSURE: RedFlag.RAISED_ICP,
    AdverseKind.PRES: RedFlag.HIGH_BLOOD_PRESSURE,
    AdverseKind.RCVS: RedFlag.THUNDERCLAP,
    AdverseKind.SUBARACHNOID_HAEMORRHAGE: RedFlag.THUNDERCLAP,
    AdverseKind.WORSE_HEADACHE: RedFlag.WORSENING_AFTER_PATCH,
    AdverseKind.NO_RELIEF: RedFlag.PERSISTS_AFTER_PATCH,
    AdverseKind.RECURRENCE: RedFlag.PERSISTS_AFTER_PATCH,
    AdverseKind.INTRACRANIAL_SUBDURAL_HAEMATOMA: RedFlag.SUBDURAL_ON_IMAGING,
}
SIGNS: Mapping[SignCode, RedFlag] = {
    SignCode.SUBDURAL_COLLECTION: RedFlag.SUBDURAL_ON_IMAGING,
    SignCode.SUBDURAL_HAEMATOMA: RedFlag.SUBDURAL_ON_IMAGING,
    SignCode.HYGROMA: RedFlag.SUBDURAL_ON_IMAGING,
    SignCode.PAPILLOEDEMA: RedFlag.PAPILLOEDEMA,
    SignCode.RAISED_PRESSURE: RedFlag.RAISED_ICP,
    SignCode.MASS_EFFECT: RedFlag.RAISED_ICP,
    SignCode.MIDLINE_SHIFT: RedFlag.RAISED_ICP,
    SignCode.HYDROCEPHALUS: RedFlag.RAISED_ICP,
    SignCode.CEREBRAL_OEDEMA: RedFlag.RAISED_ICP,
    SignCode.ORGANISMS: RedFlag.MENINGISM,
    SignCode.PRES: RedFlag.HIGH_BLOOD_PRESSURE,
    SignCode.RCVS: RedFlag.THUNDERCLAP,
    SignCode.SPINAL_ABSCESS: RedFlag.SITE_INFECTION,
    SignCode.SPINAL_EMPYEMA: RedFlag.SITE_INFECTION,
    SignCode.SPINAL_SUBDURAL_HAEMATOMA: RedFlag.LEG_WEAKNESS,
    SignCode.SPINAL_EPIDURAL_HAEMATOMA: RedFlag.LEG_WEAKNESS,
    SignCode.SPINAL_SUBARACHNOID_HAEMATOMA: RedFlag.LEG_WEAKNESS,
}
DIAGNOSES: Mapping[Diagnosis, RedFlag] = {
    Diagnosis.SUBDURAL_HAEMATOMA: RedFlag.SUBDURAL_ON_IMAGING,
    Diagnosis.SUBDURAL_HYGROMA: RedFlag.SUBDURAL_ON_IMAGING,
    Diagnosis.SUBARACHNOID_HAEMORRHAGE: RedFlag.THUNDERCLAP,
    Diagnosis.RCVS: RedFlag.THUNDERCLAP,
    Diagnosis.STROKE: RedFlag.FOCAL_DEFICIT,
    Diagnosis.VENOUS_STROKE: RedFlag.FOCAL_DEFICIT,
    Diagnosis.RAISED_PRESSURE: RedFlag.RAISED_ICP,
    Diagnosis.REBOUND_HIGH_PRESSURE: RedFlag.RAISED_ICP,
    Diagnosis.CRANIAL_NERVE_PALSY: RedFlag.CRANIAL_NERVE_SIGN,
    Diagnosis.PRE_ECLAMPSIA: RedFlag.HIGH_BLOOD_PRESSURE,
    Diagnosis.ECLAMPSIA: RedFlag.HIGH_BLOOD_PRESSURE,
    Diagnosis.PRES: RedFlag.HIGH_BLOOD_PRESSURE,
    Diagnosis.MENINGITIS: RedFlag.MENINGISM,
    Diagnosis.SEPSIS: RedFlag.INFECTION_SOURCE,
    Diagnosis.SPINAL_ABSCESS: RedFlag.SITE_INFECTION,
    Diagnosis.SPINAL_EMPYEMA: RedFlag.SITE_INFECTION,
    Diagnosis.CAUDA_EQUINA: RedFlag.SADDLE_NUMBNESS,
    Diagnosis.SPINAL_SUBDURAL_HAEMATOMA: RedFlag.LEG_WEAKNESS,
    Diagnosis.SPINAL_EPIDURAL_HAEMATOMA: RedFlag.LEG_WEAKNESS,
    Diagnosis.SPINAL_SUBARACHNOID_HAEMATOMA: RedFlag.LEG_WEAKNESS,
}
HISTORY: Mapping[HistoryItem, RedFlag] = {
    HistoryItem.LEUKAEMIA: RedFlag.HAEMATOLOGICAL_MALIGNANCY,
    HistoryItem.HAEMATOLOGICAL_CANCER: RedFlag.HAEMATOLOGICAL_MALIGNANCY,
    HistoryItem.HIV: RedFlag.IMMUNOSUPPRESSED,
    HistoryItem.NEUTROPENIA: RedFlag.IMMUNOSUPPRESSED,
    HistoryItem.RECENT_STEROIDS: RedFlag.IMMUNOSUPPRESSED,
    HistoryItem.THROMBOPHILIA: RedFlag.THROMBOPHILIA_OR_PUERPERAL_VTE_RISK,
    HistoryItem.PREVIOUS_VTE: RedFlag.THROMBOPHILIA_OR_PUERPERAL_VTE_RISK,
    HistoryItem.BLEEDING_TENDENCY: RedFlag.COAGULOPATHY,
    HistoryItem.LOW_PLATELETS: RedFlag.COAGULOPATHY,
    HistoryItem.ITP: RedFlag.COAGULOPATHY,
    HistoryItem.HELLP: RedFlag.COAGULOPATHY,
    HistoryItem.LMWH_TREATMENT: RedFlag.COAGULOPATHY,
    HistoryItem.HEAD_INJURY: RedFlag.HEAD_INJURY,
}
ANSWERS: Mapping[str, tuple[Answer, RedFlag]] = {
    "kernig": (Answer.YES, RedFlag.MENINGISM),
    "fever": (Answer.YES, RedFlag.REPORTED_FEVER),
    "position_dependent": (Answer.NO, RedFlag.NON_POSITIONAL),
    "hypertension": (Answer.YES, RedFlag.HIGH_BLOOD_PRESSURE),
    "proteinuria": (Answer.YES, RedFlag.PROTEINURIA),
    "urine_protein": (Answer.YES, RedFlag.PROTEINURIA),
    "infection": (Answer.YES, RedFlag.INFECTION_SOURCE),
    "bleeding_history": (Answer.YES, RedFlag.COAGULOPATHY),
    "antithrombotic": (Answer.YES, RedFlag.COAGULOPATHY),
    "recurred": (Answer.YES, RedFlag.PERSISTS_AFTER_PATCH),
}
"""Questions of a form, and the answer that is a red flag."""

EFFECTS: Mapping[str, tuple[RedFlag, str]] = {
    "nerve_damage": (RedFlag.LEG_WEAKNESS, "Numb or weak legs, or trouble with bladder or bowel"),
    "infection": (RedFlag.SITE_INFECTION, "Fever, or signs of infection at the back"),
    "no_relief": (RedFlag.PERSISTS_AFTER_PATCH, "No relief of the headache"),
}
"""Adverse effects that are asked for by name at each contact (T14), and how they read."""

WORDS: Mapping[str, tuple[str, RedFlag]] = {
    Relief.WORSE: ("relief", RedFlag.WORSENING_AFTER_PATCH),
    Relief.NONE: ("relief", RedFlag.PERSISTS_AFTER_PATCH),
    Course.REVERSED_POSTURE: ("course", RedFlag.POSTURE_LOST_OR_REVERSED),
    BloodPressureWord.SLIGHTLY_RAISED: ("blood_pressure_word", RedFlag.HIGH_BLOOD_PRESSURE),
    BloodPressureWord.RAISED: ("blood_pressure_word", RedFlag.HIGH_BLOOD_PRESSURE),
    BloodPressureWord.SEVERE: ("blood_pressure_word", RedFlag.HIGH_BLOOD_PRESSURE),
}
"""Words of a closed list, and the field in which each is a red flag."""

AT_HOME: Mapping[str, RedFlag] = {
    Course.WORSENING: RedFlag.WORSENING_AFTER_PATCH,
    Course.RECURRED: RedFlag.PERSISTS_AFTER_PATCH,
    Course.PERSISTING: RedFlag.PERSISTS_AFTER_PATCH,
    Course.UNCHANGED: RedFlag.PERSISTS_AFTER_PATCH,
    "worse": RedFlag.WORSENING_AFTER_PATCH,
    "same": RedFlag.PERSISTS_AFTER_PATCH,
}
"""How the headache went on after the patch; before it the same words say much less."""
