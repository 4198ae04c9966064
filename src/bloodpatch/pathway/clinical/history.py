"""What a patient had before."""

from collections.abc import Mapping

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical.concepts import Concept


class HistoryItem(Choice):
    HEALTHY = "healthy", "Healthy until now"
    NO_HISTORY = "no_history", "No history of note"
    ASTHMA = "asthma", "Asthma"
    MIGRAINE = "migraine", "Migraine"
    CHRONIC_HEADACHE = "chronic_headache", "Chronic headache"
    DIABETES_1 = "diabetes_1", "Diabetes type 1"
    DIABETES_2 = "diabetes_2", "Diabetes type 2"
    HYPERTENSION = "hypertension", "High blood pressure"
    HYPOTHYROIDISM = "hypothyroidism", "Underactive thyroid"
    DEPRESSION = "depression", "Depression"
    ANOREXIA = "anorexia", "Anorexia"
    GLAUCOMA = "glaucoma", "Glaucoma"
    OBESITY = "obesity", "Obesity"
    PREVIOUS_PDPH = "previous_pdph", "Earlier headache after a dural puncture"
    PREVIOUS_PATCH = "previous_patch", "Earlier blood patch"
    HIV = "hiv", "HIV"
    LEUKAEMIA = "leukaemia", "Leukaemia"
    HAEMATOLOGICAL_CANCER = "haematological_cancer", "Cancer of the blood"
    SOLID_CANCER = "solid_cancer", "Solid cancer"
    PERITONEAL_TUMOUR = "peritoneal_tumour", "Tumour of the peritoneum"
    INTRATHECAL_CHEMOTHERAPY = "intrathecal_chemotherapy", "Intrathecal chemotherapy"
    NEUTROPENIA = "neutropenia", "Low neutrophils"
    COVID = "covid", "COVID-19"
    RECENT_INFECTION = "recent_infection", "Recent infection"
    RECENT_STEROIDS = "recent_steroids", "Recent steroids"
    LMWH_TREATMENT = "lmwh_treatment", "Treated with low molecular weight heparin"
    THROMBOPHILIA = "thrombophilia", "Clotting tendency"
    PREVIOUS_VTE = "previous_vte", "Earlier venous thrombosis"
    BLEEDING_TENDENCY = "bleeding_tendency", "Bleeding tendency"
    LOW_PLATELETS = "low_platelets", "Low platelets"
    ITP = "itp", "Immune thrombocytopenia (ITP)"
    HELLP = "hellp", "HELLP syndrome"
    SPINAL_SURGERY = "spinal_surgery", "Surgery of the spine"
    SPINAL_DEFORMITY = "spinal_deformity", "Deformed spine"
    SCOLIOSIS = "scoliosis", "Scoliosis"
    SPINA_BIFIDA = "spina_bifida", "Spina bifida"
    TETHERED_CORD = "tethered_cord", "Tethered cord"
    SPINAL_STENOSIS = "spinal_stenosis", "Narrow spinal canal"
    SPINAL_HARDWARE = "spinal_hardware", "Metal in the spine"
    SIX_LUMBAR_VERTEBRAE = "six_lumbar_vertebrae", "Six lumbar vertebrae"
    DISC_DISEASE = "disc_disease", "Disc disease"
    ANKYLOSING_SPONDYLITIS = "ankylosing_spondylitis", "Ankylosing spondylitis"
    CHRONIC_BACK_PAIN = "chronic_back_pain", "Chronic back pain"
    BACK_PAIN = "back_pain", "Back pain"
    CHRONIC_NECK_PAIN = "chronic_neck_pain", "Chronic neck pain"
    CHEST_WALL_PAIN = "chest_wall_pain", "Pain of the chest wall"
    FACIAL_NUMBNESS = "facial_numbness", "Numb face"
    ARM_DEFICIT = "arm_deficit", "Deficit of an arm, kind not told"
    ARM_WEAKNESS = "arm_weakness", "Weak arm"
    LIMB_WEAKNESS = "limb_weakness", "Weak limb, which not told"
    FRACTURE = "fracture", "Fracture"
    ROAD_ACCIDENT = "road_accident", "Road accident"
    HEAD_INJURY = "head_injury", "Head injury"
    CSF_RHINORRHOEA = "csf_rhinorrhoea", "CSF from the nose"
    INTRACRANIAL_LESION = "intracranial_lesion", "Lesion in the head"
    MULTIPLE_SCLEROSIS = "multiple_sclerosis", "Multiple sclerosis"
    JEHOVAHS_WITNESS = "jehovahs_witness", "Jehovah's Witness"
    SEIZURE_DISORDER = "seizure_disorder", "Seizure disorder"
    OTHER = "other", "Something else (say what in the note)"


class SpineSurgery(Choice):
    """Which operation the patient had, as far as it matters for a needle in the back."""

    DISCECTOMY = "discectomy", "Removal of a disc"
    LAMINECTOMY = "laminectomy", "Laminectomy"
    FUSION = "fusion", "Fusion"
    FUSION_SCREWS_CAGES = "fusion_screws_cages", "Fusion with screws or cages"
    INSTRUMENTATION = "instrumentation", "Instrumentation"
    DECOMPRESSION = "decompression", "Decompression"
    CYTOREDUCTIVE_HIPEC = "cytoreductive_hipec", "Cytoreduction with heated chemotherapy (HIPEC)"
    OTHER = "other", "Another operation (say which in the note)"


class Activity(Choice):
    """Whether a condition from before is still at work."""

    ACTIVE = "active", "Active"
    TREATED = "treated", "Treated"
    RESOLVED = "resolved", "Over"
    OLD_DEFICIT = "old_deficit", "Over, with a deficit left"
    UNDER_WORKUP = "under_workup", "Being looked into"


MEANS: Mapping[HistoryItem, Concept] = {
    HistoryItem.INTRATHECAL_CHEMOTHERAPY: Concept.HAEMATOLOGICAL_MALIGNANCY,
    HistoryItem.LEUKAEMIA: Concept.HAEMATOLOGICAL_MALIGNANCY,
    HistoryItem.HAEMATOLOGICAL_CANCER: Concept.HAEMATOLOGICAL_MALIGNANCY,
    HistoryItem.NEUTROPENIA: Concept.IMMUNOSUPPRESSED,
    HistoryItem.THROMBOPHILIA: Concept.CLOTTING_TENDENCY,
    HistoryItem.PREVIOUS_VTE: Concept.CLOTTING_TENDENCY,
    HistoryItem.BLEEDING_TENDENCY: Concept.BLEEDING_TENDENCY,
    HistoryItem.LOW_PLATELETS: Concept.BLEEDING_TENDENCY,
    HistoryItem.ITP: Concept.BLEEDING_TENDENCY,
    HistoryItem.HELLP: Concept.BLEEDING_TENDENCY,
    HistoryItem.LMWH_TREATMENT: Concept.TAKES_ANTITHROMBOTIC,
    HistoryItem.HEAD_INJURY: Concept.HEAD_INJURY,
}
"""What no other rule asks for by its own name; all other items are read as they are told, by the
rules on the back, the blood, old deficits and consent, or say nothing to any rule."""
