"""Names of what a patient has, had, or suffers from the treatment."""

from bloodpatch.pathway.choices import Choice


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
