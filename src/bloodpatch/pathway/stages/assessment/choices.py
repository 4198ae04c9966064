"""The closed lists of answers at assessment."""

from collections.abc import Mapping

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical.concepts import Concept


class HeadacheSite(Choice):
    FRONTAL = "frontal"
    BIFRONTAL = "bifrontal"
    PARIETAL = "parietal"
    BIPARIETAL = "biparietal"
    FRONTOPARIETAL = "frontoparietal"
    TEMPORAL = "temporal"
    PERIORBITAL = "periorbital", "Around the eyes"
    OCCIPITAL = "occipital"
    BIOCCIPITAL = "bioccipital"
    GENERALISED = "generalised"
    VERTEX = "vertex"
    NECK = "neck"
    LEFT = "left", "Left side"
    RIGHT = "right", "Right side"
    SHOULDERS = "shoulders"
    OTHER = "other"


class Quality(Choice):
    CONSTANT = "constant"
    THROBBING = "throbbing"
    PRESSING = "pressing"
    PERSISTENT = "persistent"
    SHARP = "sharp"


class WorseWith(Choice):
    SITTING = "sitting"
    STANDING = "standing"
    STRAINING = "straining"
    COUGHING = "coughing"
    LIGHT = "light"
    WALKING = "walking"


class Function(Choice):
    """What the headache leaves possible."""

    NORMAL = "normal", "Normal activity"
    LIMITED = "limited", "Limited"
    BED_BOUND = "bed_bound", "Bound to bed"
    CANNOT_WALK = "cannot_walk"
    CANNOT_WORK = "cannot_work"
    CANNOT_FEED_BABY = "cannot_feed_baby", "Cannot care for the baby"
    INCAPACITATED = "incapacitated"
    BETTER_MOBILITY = "better_mobility", "Moves better than before"


class Correction(Choice):
    NONE = "none"
    PRISMS = "prisms"
    PATCHING = "patching", "An eye patch"


class ObstetricState(Choice):
    PREGNANT = "pregnant"
    IN_LABOUR = "in_labour", "In labour"
    POSTPARTUM = "postpartum", "After birth"
    NOT_PREGNANT = "not_pregnant"
    NOT_TOLD = "not_told"


class Delivery(Choice):
    VAGINAL = "vaginal"
    CAESAREAN_ELECTIVE = "caesarean_elective", "Elective caesarean"
    CAESAREAN_PLANNED = "caesarean_planned", "Planned caesarean"
    CAESAREAN_EMERGENCY = "caesarean_emergency", "Emergency caesarean"
    CAESAREAN_REPEAT = "caesarean_repeat", "Repeat caesarean"
    CAESAREAN = "caesarean", "Caesarean, kind not told"
    INSTRUMENTAL = "instrumental"
    NONE = "none"
    NOT_TOLD = "not_told"


class Labour(Choice):
    SPONTANEOUS = "spontaneous"
    INDUCED = "induced"
    TERM = "term"
    NOT_TOLD = "not_told"


class Progress(Choice):
    REQUESTED = "requested"
    DONE = "done"
    REFUSED = "refused"


class Asked(Choice):
    DIAGNOSIS = "diagnosis"
    PATCH_SAFE = "patch_safe", "Is a patch safe?"
    ANTICOAGULATION = "anticoagulation"
    INFECTION = "infection"
    IMAGING = "imaging"
    TREATMENT = "treatment"
    OBSTETRIC = "obstetric"


class Advice(Choice):
    AGREES = "agrees", "Agrees"
    ADVISES_AGAINST = "advises_against"
    CONDITIONS = "conditions", "Agrees on conditions (see the note)"
    WITHHOLD = "withhold", "Withhold for now"
    NO_OPINION_YET = "no_opinion_yet"


ADVICE_MEANS: Mapping[Advice, Concept] = {
    Advice.ADVISES_AGAINST: Concept.ADVISED_AGAINST,
    Advice.WITHHOLD: Concept.ADVISED_AGAINST,
    Advice.CONDITIONS: Concept.ON_CONDITIONS,
}
ADVICE_THAT_MEANS_NOTHING: Mapping[Advice, str] = {
    Advice.AGREES: "the no of advice against a patch",
    Advice.NO_OPINION_YET: "nothing is said",
}


class GivenAt(Choice):
    TRIAL = "trial", "As a trial"
    DISCHARGE = "discharge", "At discharge"


class Standing(Choice):
    WORKING = "working", "Working diagnosis"
    CONFIRMED = "confirmed"
    EXCLUDED = "excluded"
    ALTERNATIVE = "alternative", "Another possibility"
    ALSO_PRESENT = "also_present"


class Decided(Choice):
    """What was decided. Each decides a way of treatment; see `WAY_OF`."""

    CONSERVATIVE = "conservative", "Care without a patch"
    PATCH = "patch", "A blood patch"
    REPEAT_PATCH = "repeat_patch", "Another blood patch"
    IMMEDIATE_PATCH = "immediate_patch", "A patch at once, before any headache"
    TARGETED_PATCH = "targeted_patch", "A patch at the leak"
    GLUE = "glue", "Fibrin glue"
    PATCH_AS_TEST = "patch_as_test", "A patch to see whether it is that headache"
    NERVE_BLOCK = "nerve_block"
    WITHHOLD_PATCH = "withhold_patch", "No patch for now"
    WITHHOLD_LP = "withhold_lp", "No lumbar puncture for now"
    NO_FURTHER_PATCH = "no_further_patch"
    ANOTHER_PATHWAY = "another_pathway", "Another pathway"
    URGENT_REFERRAL = "urgent_referral"


class Basis(Choice):
    CONSERVATIVE_FAILED = "conservative_failed", "Care without a patch failed"
    DISABLING = "disabling", "The headache disables"
    IMAGING = "imaging"
    NEUROLOGY = "neurology"
    NEUROSURGERY = "neurosurgery"
    HAEMATOLOGY = "haematology"
    OBSTETRICS = "obstetrics"
    INFECTION_EXCLUDED = "infection_excluded"
    RISK_DISCUSSED = "risk_discussed"
    BLAST_SCREEN = "blast_screen", "No blasts in the blood"
    PATIENT_CHOICE = "patient_choice"
    POSITIONAL_PERSISTED = "positional_persisted", "Still worse upright"
    RECURRENCE = "recurrence"
    DIAGNOSTIC_AND_TREATMENT = "diagnostic_and_treatment"
    STOP_SUBDURAL_GROWTH = "stop_subdural_growth"
    SYMPTOMS_ONLY = "symptoms_only"
    EARLY = "early"
    AFTER_DRAIN = "after_drain"
    LAB_RESULTS = "lab_results"
    AFEBRILE = "afebrile"
    ASEPSIS = "asepsis"
    ANATOMY_INTERLAMINAR_UNSUITABLE = "anatomy_interlaminar_unsuitable"
    PRIOR_TREATMENT = "prior_treatment"
    OTHER = "other"


class Aim(Choice):
    TREAT_SYMPTOMS = "treat_symptoms"
    STOP_GROWTH = "stop_growth", "Stop a collection from growing"
    DIAGNOSIS = "diagnosis"
    SEAL_LEAK = "seal_leak"
    DRUGS_WITH_BLOOD = "drugs_with_blood"


class Pathway(Choice):
    PDPH = "pdph", "Post-dural puncture headache"
    SIH = "sih", "Spontaneous low pressure"
    SURGICAL_LEAK = "surgical_leak"
    INFECTION = "infection"
    STROKE = "stroke"
    OBSTETRIC_EMERGENCY = "obstetric_emergency"
    OTHER = "other"
