"""Names of what a patient has, had, or suffers from the treatment."""

from collections.abc import Mapping

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical.concepts import Concept


class Diagnosis(Choice):
    """What a physician calls it, as far as this service has to tell one from another."""

    PDPH = "pdph", "Headache after dural puncture"
    SIH = "sih", "Spontaneous low CSF pressure"
    CSF_FISTULA = "csf_fistula", "CSF fistula"
    SUBDURAL_HAEMATOMA = "subdural_haematoma", "Subdural haematoma of the head"
    SUBDURAL_HYGROMA = "subdural_hygroma", "Subdural hygroma"
    CVST = "cvst", "Thrombosis of a cerebral sinus"
    CORTICAL_VEIN_THROMBOSIS = "cortical_vein_thrombosis", "Thrombosis of a cortical vein"
    STROKE = "stroke", "Stroke"
    VENOUS_STROKE = "venous_stroke", "Venous stroke"
    SUBARACHNOID_HAEMORRHAGE = "subarachnoid_haemorrhage", "Subarachnoid haemorrhage"
    RCVS = "rcvs", "Reversible vasoconstriction (RCVS)"
    PRES = "pres", "Posterior encephalopathy (PRES)"
    ECLAMPSIA = "eclampsia", "Eclampsia"
    PRE_ECLAMPSIA = "pre_eclampsia", "Pre-eclampsia"
    MENINGITIS = "meningitis", "Meningitis"
    SEPSIS = "sepsis", "Sepsis"
    SPINAL_ABSCESS = "spinal_abscess", "Spinal abscess"
    SPINAL_EMPYEMA = "spinal_empyema", "Spinal empyema"
    SPINAL_SUBDURAL_HAEMATOMA = "spinal_subdural_haematoma", "Spinal subdural haematoma"
    SPINAL_EPIDURAL_HAEMATOMA = "spinal_epidural_haematoma", "Spinal epidural haematoma"
    SPINAL_SUBARACHNOID_HAEMATOMA = (
        "spinal_subarachnoid_haematoma",
        "Spinal subarachnoid haematoma",
    )
    ARACHNOIDITIS = "arachnoiditis", "Arachnoiditis"
    CAUDA_EQUINA = "cauda_equina", "Cauda equina syndrome"
    PNEUMOCEPHALUS = "pneumocephalus", "Air in the head"
    REBOUND_HIGH_PRESSURE = "rebound_high_pressure", "Rebound high pressure after a patch"
    RAISED_PRESSURE = "raised_pressure", "Raised pressure in the head"
    MIGRAINE = "migraine", "Migraine"
    TENSION_HEADACHE = "tension_headache", "Tension headache"
    MEDICATION_OVERUSE = "medication_overuse", "Headache from painkillers"
    SINUSITIS = "sinusitis", "Sinusitis"
    CAFFEINE_WITHDRAWAL = "caffeine_withdrawal", "Caffeine withdrawal"
    CRANIAL_NERVE_PALSY = "cranial_nerve_palsy", "Cranial nerve palsy"
    MULTIPLE_SCLEROSIS = "multiple_sclerosis", "Multiple sclerosis"
    CNS_DISEASE = "cns_disease", "Cancer cells in the CSF, the brain or the spinal cord"
    LOCAL_ANAESTHETIC_HIGH_BLOCK = (
        "local_anaesthetic_high_block",
        "Block too high by local anaesthetic",
    )
    OTHER = "other", "Another diagnosis (say which in the note)"
    UNDETERMINED = "undetermined", "Not determined"


HEADACHE_ICD10CM: Mapping[str, str] = {
    "after a lumbar puncture": "G97.1",
    "CSF leak from a spinal puncture": "G97.0",
    "in labour and delivery, from spinal or epidural anaesthesia": "O74.5",
    "after childbirth, from spinal or epidural anaesthesia": "O89.4",
    "orthostatic component, named beside it": "R51.0",
}
"""Codes of the headache itself in ICD-10-CM. G97.0, G97.1 and R51.0 were read on published pages of
the code list (icdlist.com and icd10.blog, December 2026; G97.1 asks for R51.0 beside it); O74.5 and
O89.4 in two published translations of ICD-10, whose codes the American list shares."""


class AdverseKind(Choice):
    """What went wrong, or hurt, after or during a patch."""

    BACK_PAIN = "back_pain", "Back pain"
    RADICULAR_PAIN = "radicular_pain", "Pain running down a leg"
    PROGRESSIVE_BACK_PAIN = "progressive_back_pain", "Back pain that gets worse"
    LEG_WEAKNESS = "leg_weakness", "Weak leg"
    PARAPARESIS = "paraparesis", "Weakness of both legs"
    CAUDA_EQUINA = "cauda_equina", "Cauda equina syndrome"
    ARACHNOIDITIS = "arachnoiditis", "Arachnoiditis"
    SPINAL_SUBDURAL_HAEMATOMA = "spinal_subdural_haematoma", "Spinal subdural haematoma"
    SPINAL_SUBARACHNOID_HAEMATOMA = (
        "spinal_subarachnoid_haematoma",
        "Spinal subarachnoid haematoma",
    )
    SPINAL_EPIDURAL_HAEMATOMA = "spinal_epidural_haematoma", "Spinal epidural haematoma"
    SPINAL_ABSCESS = "spinal_abscess", "Spinal abscess"
    SPINAL_EMPYEMA = "spinal_empyema", "Spinal empyema"
    MENINGITIS = "meningitis", "Meningitis"
    FEVER = "fever", "Fever"
    LOCAL_INFECTION = "local_infection", "Infection where the needle went in"
    INTRACRANIAL_SUBDURAL_HAEMATOMA = (
        "intracranial_subdural_haematoma",
        "Subdural haematoma of the head",
    )
    SUBARACHNOID_HAEMORRHAGE = "subarachnoid_haemorrhage", "Subarachnoid haemorrhage"
    VENOUS_THROMBOSIS = "venous_thrombosis", "Venous thrombosis"
    STROKE = "stroke", "Stroke"
    SEIZURE = "seizure", "Seizure"
    RAISED_ICP = "raised_icp", "Raised pressure in the head"
    REBOUND_HIGH_PRESSURE = "rebound_high_pressure", "Rebound high pressure"
    PRES = "pres", "Posterior encephalopathy (PRES)"
    RCVS = "rcvs", "Reversible vasoconstriction (RCVS)"
    STUPOR = "stupor", "Stupor"
    CRANIAL_NERVE_PALSY = "cranial_nerve_palsy", "Cranial nerve palsy"
    FACIAL_PALSY = "facial_palsy", "Facial palsy"
    HEARING_LOSS = "hearing_loss", "Hearing loss"
    PNEUMOCEPHALUS = "pneumocephalus", "Air in the head"
    SECOND_PUNCTURE = "second_puncture", "Dura punctured again"
    BRADYCARDIA = "bradycardia", "Slow heart"
    VASOVAGAL = "vasovagal", "Vasovagal reaction"
    NO_RELIEF = "no_relief", "No relief from the patch"
    RECURRENCE = "recurrence", "Headache came back"
    WORSE_HEADACHE = "worse_headache", "Headache worse"
    HIGH_BLOCK = "high_block", "Block too high"
    LOCAL_REACTION = "local_reaction", "Local reaction"
    ALLERGIC = "allergic", "Allergic reaction"
    DEATH = "death", "Death"
    CHRONIC_HEADACHE = "chronic_headache", "Chronic headache"
    PSYCHOLOGICAL = "psychological", "Psychological harm"
    NECK_PAIN = "neck_pain", "Neck pain"
    OTHER = "other", "Another event (say which in the note)"


ADVERSE_CHOICES = tuple((kind.value, kind.label) for kind in AdverseKind)
"""For a field of `Answers` that asks for adverse effects by name."""


NAMED: Mapping[Diagnosis, Concept] = {
    Diagnosis.SIH: Concept.SPONTANEOUS_LEAK,
    Diagnosis.CSF_FISTULA: Concept.SKIN_LEAK,
    Diagnosis.SUBDURAL_HAEMATOMA: Concept.SUBDURAL_ON_IMAGING,
    Diagnosis.SUBDURAL_HYGROMA: Concept.SUBDURAL_ON_IMAGING,
    Diagnosis.CVST: Concept.VENOUS_THROMBOSIS,
    Diagnosis.CORTICAL_VEIN_THROMBOSIS: Concept.VENOUS_THROMBOSIS,
    Diagnosis.STROKE: Concept.STROKE,
    Diagnosis.VENOUS_STROKE: Concept.STROKE,
    Diagnosis.SUBARACHNOID_HAEMORRHAGE: Concept.INTRACRANIAL_BLEED,
    Diagnosis.RCVS: Concept.VASOCONSTRICTION,
    Diagnosis.PRES: Concept.PRES,
    Diagnosis.ECLAMPSIA: Concept.ECLAMPSIA,
    Diagnosis.PRE_ECLAMPSIA: Concept.HIGH_BLOOD_PRESSURE,
    Diagnosis.MENINGITIS: Concept.MENINGITIS,
    Diagnosis.SEPSIS: Concept.SEPSIS,
    Diagnosis.SPINAL_ABSCESS: Concept.SPINAL_INFECTION,
    Diagnosis.SPINAL_EMPYEMA: Concept.SPINAL_INFECTION,
    Diagnosis.SPINAL_SUBDURAL_HAEMATOMA: Concept.SPINAL_BLEED,
    Diagnosis.SPINAL_EPIDURAL_HAEMATOMA: Concept.SPINAL_BLEED,
    Diagnosis.SPINAL_SUBARACHNOID_HAEMATOMA: Concept.SPINAL_BLEED,
    Diagnosis.ARACHNOIDITIS: Concept.ARACHNOIDITIS,
    Diagnosis.CAUDA_EQUINA: Concept.CAUDA_EQUINA,
    Diagnosis.PNEUMOCEPHALUS: Concept.PNEUMOCEPHALUS,
    Diagnosis.REBOUND_HIGH_PRESSURE: Concept.RAISED_ICP,
    Diagnosis.RAISED_PRESSURE: Concept.RAISED_ICP,
    Diagnosis.MIGRAINE: Concept.ANOTHER_HEADACHE,
    Diagnosis.TENSION_HEADACHE: Concept.ANOTHER_HEADACHE,
    Diagnosis.MEDICATION_OVERUSE: Concept.ANOTHER_HEADACHE,
    Diagnosis.SINUSITIS: Concept.ANOTHER_HEADACHE,
    Diagnosis.CAFFEINE_WITHDRAWAL: Concept.ANOTHER_HEADACHE,
    Diagnosis.CRANIAL_NERVE_PALSY: Concept.CRANIAL_NERVE_SIGN,
    Diagnosis.CNS_DISEASE: Concept.CNS_CANCER,
    Diagnosis.LOCAL_ANAESTHETIC_HIGH_BLOCK: Concept.HIGH_BLOCK,
    Diagnosis.OTHER: Concept.DIAGNOSIS_OPEN,
    Diagnosis.UNDETERMINED: Concept.DIAGNOSIS_OPEN,
}
IN_THE_NOTE = "its words stand in the note, which no rule reads"
NAMES_NOTHING: Mapping[Diagnosis, str] = {
    Diagnosis.PDPH: "what a patch treats; that it was excluded has its own concept",
    Diagnosis.MULTIPLE_SCLEROSIS: "an old deficit: rules/diagnosis.py asks for the history",
}

HAPPENED: Mapping[AdverseKind, Concept] = {
    AdverseKind.RADICULAR_PAIN: Concept.LEG_PAIN,
    AdverseKind.PROGRESSIVE_BACK_PAIN: Concept.SEVERE_BACK_PAIN,
    AdverseKind.LEG_WEAKNESS: Concept.LEG_WEAKNESS,
    AdverseKind.PARAPARESIS: Concept.LEG_WEAKNESS,
    AdverseKind.CAUDA_EQUINA: Concept.CAUDA_EQUINA,
    AdverseKind.ARACHNOIDITIS: Concept.ARACHNOIDITIS,
    AdverseKind.SPINAL_SUBDURAL_HAEMATOMA: Concept.SPINAL_BLEED,
    AdverseKind.SPINAL_SUBARACHNOID_HAEMATOMA: Concept.SPINAL_BLEED,
    AdverseKind.SPINAL_EPIDURAL_HAEMATOMA: Concept.SPINAL_BLEED,
    AdverseKind.SPINAL_ABSCESS: Concept.SPINAL_INFECTION,
    AdverseKind.SPINAL_EMPYEMA: Concept.SPINAL_INFECTION,
    AdverseKind.MENINGITIS: Concept.MENINGITIS,
    AdverseKind.FEVER: Concept.FEVER,
    AdverseKind.LOCAL_INFECTION: Concept.SITE_INFECTION,
    AdverseKind.INTRACRANIAL_SUBDURAL_HAEMATOMA: Concept.SUBDURAL_ON_IMAGING,
    AdverseKind.SUBARACHNOID_HAEMORRHAGE: Concept.INTRACRANIAL_BLEED,
    AdverseKind.VENOUS_THROMBOSIS: Concept.VENOUS_THROMBOSIS,
    AdverseKind.STROKE: Concept.STROKE,
    AdverseKind.SEIZURE: Concept.SEIZURE,
    AdverseKind.RAISED_ICP: Concept.RAISED_ICP,
    AdverseKind.REBOUND_HIGH_PRESSURE: Concept.RAISED_ICP,
    AdverseKind.PRES: Concept.PRES,
    AdverseKind.RCVS: Concept.VASOCONSTRICTION,
    AdverseKind.STUPOR: Concept.ALTERED_CONSCIOUSNESS,
    AdverseKind.CRANIAL_NERVE_PALSY: Concept.CRANIAL_NERVE_SIGN,
    AdverseKind.FACIAL_PALSY: Concept.CRANIAL_NERVE_SIGN,
    AdverseKind.HEARING_LOSS: Concept.HEARING_LOSS,
    AdverseKind.PNEUMOCEPHALUS: Concept.PNEUMOCEPHALUS,
    AdverseKind.BRADYCARDIA: Concept.SLOW_HEART,
    AdverseKind.VASOVAGAL: Concept.SLOW_HEART,
    AdverseKind.NO_RELIEF: Concept.PERSISTS_AFTER_PATCH,
    AdverseKind.RECURRENCE: Concept.PERSISTS_AFTER_PATCH,
    AdverseKind.WORSE_HEADACHE: Concept.WORSENING_AFTER_PATCH,
    AdverseKind.HIGH_BLOCK: Concept.HIGH_BLOCK,
    AdverseKind.ALLERGIC: Concept.ALLERGIC_REACTION,
}
OWN_RULE = "an adverse event is reviewed whatever it is; no other rule reads it"
HAPPENED_WITHOUT_MEANING: Mapping[AdverseKind, str] = {
    AdverseKind.BACK_PAIN: OWN_RULE,
    AdverseKind.SECOND_PUNCTURE: OWN_RULE,
    AdverseKind.LOCAL_REACTION: OWN_RULE,
    AdverseKind.DEATH: "death has an entry and rules of its own",
    AdverseKind.CHRONIC_HEADACHE: OWN_RULE,
    AdverseKind.PSYCHOLOGICAL: OWN_RULE,
    AdverseKind.NECK_PAIN: OWN_RULE,
    AdverseKind.OTHER: IN_THE_NOTE,
}
