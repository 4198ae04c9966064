"""What is done: the patch and the ways to it, care without a needle, and other treatment."""

from bloodpatch.pathway.choices import Choice


class Material(Choice):
    """What was injected as a patch."""

    AUTOLOGOUS_BLOOD = "autologous_blood", "The patient's own blood"
    ALLOGENEIC_BLOOD = "allogeneic_blood", "Blood of a donor"
    FIBRIN_GLUE = "fibrin_glue", "Fibrin glue"
    SALINE = "saline", "Saline"
    DEXTRAN = "dextran", "Dextran"
    OTHER = "other", "Something else (say what in the note)"
    NOT_TOLD = "not_told", "Not told"


class Position(Choice):
    """How the patient lies or sits while a needle goes in."""

    PRONE = "prone", "Prone"
    LEFT_LATERAL = "left_lateral", "On the left side"
    RIGHT_LATERAL = "right_lateral", "On the right side"
    LATERAL = "lateral", "On the side, which one not told"
    SITTING = "sitting", "Sitting"
    SUPINE = "supine", "Flat on the back"
    SEMI_PRONE = "semi_prone", "Half prone"
    NOT_TOLD = "not_told", "Not told"
    OTHER = "other", "Another way (say which in the note)"


class ImagingGuide(Choice):
    """What showed the way to the needle."""

    NONE = "none", "None"
    FLUOROSCOPY = "fluoroscopy", "Fluoroscopy"
    ULTRASOUND = "ultrasound", "Ultrasound"
    CT = "ct", "CT"
    CONTRAST = "contrast", "Contrast"
    NOT_TOLD = "not_told", "Not told"
    OTHER = "other", "Another one (say which in the note)"


class Approach(Choice):
    """Where the needle enters the skin."""

    MIDLINE = "midline", "Midline"
    PARAMEDIAN = "paramedian", "Beside the midline"
    NOT_TOLD = "not_told", "Not told"


class ApproachKind(Choice):
    """By which way the epidural space is reached."""

    INTERLAMINAR = "interlaminar", "Between the laminae"
    TRANSFORAMINAL = "transforaminal", "Through a foramen"
    CAUDAL = "caudal", "Through the sacral hiatus"
    CATHETER = "catheter", "Through a catheter"
    OTHER = "other", "Another way (say which in the note)"


class LorMedium(Choice):
    """With what the loss of resistance was felt."""

    AIR = "air", "Air"
    SALINE = "saline", "Saline"
    BOTH = "both", "Both"
    NONE = "none", "Not used"


class VolumeScope(Choice):
    """What a reported volume counts where blood went in at more than one place."""

    TOTAL = "total", "All sites together"
    PER_SITE = "per_site", "Each site"
    NOT_TOLD = "not_told", "Not told"


class Conservative(Choice):
    """Care without a needle."""

    BED_REST = "bed_rest", "Bed rest"
    LYING_FLAT = "lying_flat", "Lying flat"
    FLUIDS_ORAL = "fluids_oral", "Drinking more"
    FLUIDS_IV = "fluids_iv", "Fluids into a vein"
    FLUIDS = "fluids", "Fluids, way not told"
    CAFFEINE = "caffeine", "Caffeine"
    CAFFEINE_IV = "caffeine_iv", "Caffeine into a vein"
    PARACETAMOL = "paracetamol", "Paracetamol"
    PARACETAMOL_PRODRUG = "paracetamol_prodrug", "Prodrug of paracetamol"
    NSAID = "nsaid", "NSAID"
    OPIOID = "opioid", "Opioid"
    TRAMADOL = "tramadol", "Tramadol"
    BUTALBITAL = "butalbital", "Butalbital"
    ANALGESICS = "analgesics", "Painkillers, not named"
    ANALGESIC_LADDER = "analgesic_ladder", "Painkillers step by step"
    GABAPENTIN = "gabapentin", "Gabapentin"
    COSYNTROPIN = "cosyntropin", "Cosyntropin"
    STEROID_COURSE = "steroid_course", "Course of steroids"
    THEOPHYLLINE = "theophylline", "Theophylline"
    ANTIEMETIC = "antiemetic", "Drug against nausea"
    ABDOMINAL_BINDER = "abdominal_binder", "Abdominal binder"
    PAIN_CONTROL = "pain_control", "Pain control, not named"
    SUPPORTIVE_CARE = "supportive_care", "Supportive care"
    MEDICATION_NOT_NAMED = "medication_not_named", "Drugs, not named"
    CONSERVATIVE_NOT_NAMED = "conservative_not_named", "Conservative care, not named"
    OTHER = "other", "Something else (say what in the note)"


class OtherTreatment(Choice):
    """Treatment other than a patch and other than the first conservative care."""

    SPHENOPALATINE_BLOCK = "sphenopalatine_block", "Sphenopalatine block"
    OCCIPITAL_BLOCK = "occipital_block", "Occipital nerve block"
    STELLATE_BLOCK = "stellate_block", "Stellate ganglion block"
    TRIGGER_POINT = "trigger_point", "Trigger point injection"
    SUTURES = "sutures", "Sutures"
    OXYGEN = "oxygen", "Oxygen"
    MAGNESIUM = "magnesium", "Magnesium"
    DEXAMETHASONE = "dexamethasone", "Dexamethasone"
    METHYLPREDNISOLONE_PACK = "methylprednisolone_pack", "Methylprednisolone, tapering pack"
    GABAPENTIN = "gabapentin", "Gabapentin"
    NSAID = "nsaid", "NSAID"
    ACETAZOLAMIDE = "acetazolamide", "Acetazolamide"
    ANTIBIOTICS = "antibiotics", "Antibiotics"
    ANTIHYPERTENSIVE = "antihypertensive", "Drug against high blood pressure"
    ANTIEPILEPTIC = "antiepileptic", "Drug against seizures"
    ANTICOAGULATION = "anticoagulation", "Anticoagulation"
    HEPARIN = "heparin", "Heparin"
    HYPERTONIC_SALINE = "hypertonic_saline", "Hypertonic saline"
    HYPERTONIC_SOLUTION = "hypertonic_solution", "Hypertonic solution, which not told"
    MANNITOL = "mannitol", "Mannitol"
    INTUBATION = "intubation", "Intubation"
    CRANIECTOMY = "craniectomy", "Opening of the skull"
    EVACUATION = "evacuation", "Evacuation of a haematoma"
    LAMINECTOMY_DECOMPRESSION = "laminectomy_decompression", "Decompression by laminectomy"
    NEUROSURGERY = "neurosurgery", "Neurosurgery, which not told"
    PRISMS = "prisms", "Prism glasses"
    PHYSIOTHERAPY = "physiotherapy", "Physiotherapy"
    BED_REST = "bed_rest", "Bed rest"
    NO_INTERVENTION = "no_intervention", "No intervention, watched"
    SURGERY_OTHER = "surgery_other", "Other surgery"
    OTHER = "other", "Something else (say what in the note)"
