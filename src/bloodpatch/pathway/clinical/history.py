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

NOTHING_TO_SAY = "says that there was nothing"
BY_ITS_NAME = "a rule asks for it by its own name"
NOT_SPECIFIC = "speaks neither for a patch nor against one"
MEANS_NOTHING: Mapping[HistoryItem, str] = {
    HistoryItem.HEALTHY: NOTHING_TO_SAY,
    HistoryItem.NO_HISTORY: NOTHING_TO_SAY,
    HistoryItem.ASTHMA: NOT_SPECIFIC,
    HistoryItem.MIGRAINE: BY_ITS_NAME,
    HistoryItem.CHRONIC_HEADACHE: BY_ITS_NAME,
    HistoryItem.DIABETES_1: NOT_SPECIFIC,
    HistoryItem.DIABETES_2: NOT_SPECIFIC,
    HistoryItem.HYPERTENSION: "known from before; what counts is the pressure now",
    HistoryItem.HYPOTHYROIDISM: NOT_SPECIFIC,
    HistoryItem.DEPRESSION: NOT_SPECIFIC,
    HistoryItem.ANOREXIA: NOT_SPECIFIC,
    HistoryItem.GLAUCOMA: NOT_SPECIFIC,
    HistoryItem.OBESITY: "the weight is asked as a number",
    HistoryItem.PREVIOUS_PDPH: "an earlier headache of this kind excludes nothing now",
    HistoryItem.PREVIOUS_PATCH: "a patch of this headache has an entry of its own",
    HistoryItem.HIV: BY_ITS_NAME,
    HistoryItem.SOLID_CANCER: BY_ITS_NAME,
    HistoryItem.PERITONEAL_TUMOUR: BY_ITS_NAME,
    HistoryItem.COVID: BY_ITS_NAME,
    HistoryItem.RECENT_INFECTION: BY_ITS_NAME,
    HistoryItem.RECENT_STEROIDS: NOT_SPECIFIC,
    HistoryItem.SPINAL_SURGERY: BY_ITS_NAME,
    HistoryItem.SPINAL_DEFORMITY: BY_ITS_NAME,
    HistoryItem.SCOLIOSIS: BY_ITS_NAME,
    HistoryItem.SPINA_BIFIDA: BY_ITS_NAME,
    HistoryItem.TETHERED_CORD: BY_ITS_NAME,
    HistoryItem.SPINAL_STENOSIS: BY_ITS_NAME,
    HistoryItem.SPINAL_HARDWARE: BY_ITS_NAME,
    HistoryItem.SIX_LUMBAR_VERTEBRAE: BY_ITS_NAME,
    HistoryItem.DISC_DISEASE: NOT_SPECIFIC,
    HistoryItem.ANKYLOSING_SPONDYLITIS: BY_ITS_NAME,
    HistoryItem.CHRONIC_BACK_PAIN: "had before; severe back pain now is a red flag",
    HistoryItem.BACK_PAIN: "had before; severe back pain now is a red flag",
    HistoryItem.CHRONIC_NECK_PAIN: "had before; a stiff neck now is a red flag",
    HistoryItem.CHEST_WALL_PAIN: NOT_SPECIFIC,
    HistoryItem.FACIAL_NUMBNESS: BY_ITS_NAME,
    HistoryItem.ARM_DEFICIT: BY_ITS_NAME,
    HistoryItem.ARM_WEAKNESS: BY_ITS_NAME,
    HistoryItem.LIMB_WEAKNESS: BY_ITS_NAME,
    HistoryItem.FRACTURE: NOT_SPECIFIC,
    HistoryItem.ROAD_ACCIDENT: "a head injury has a word of its own",
    HistoryItem.CSF_RHINORRHOEA: BY_ITS_NAME,
    HistoryItem.INTRACRANIAL_LESION: BY_ITS_NAME,
    HistoryItem.MULTIPLE_SCLEROSIS: BY_ITS_NAME,
    HistoryItem.JEHOVAHS_WITNESS: BY_ITS_NAME,
    HistoryItem.SEIZURE_DISORDER: BY_ITS_NAME,
    HistoryItem.OTHER: "its words stand in the note, which no rule reads",
}
