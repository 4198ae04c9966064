"""The closed lists of answers at referral."""

from bloodpatch.pathway.choices import Choice


class Sex(Choice):
    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    NOT_TOLD = "not_told", "Not told"


class Technique(Choice):
    """What kind of needle in the spine it was."""

    EPIDURAL = "epidural"
    SPINAL = "spinal", "Spinal"
    CSE = "cse", "Combined spinal and epidural"
    NEURAXIAL_NOT_TOLD = "neuraxial_not_told", "Neuraxial, kind not told"
    LUMBAR_PUNCTURE = "lumbar_puncture"
    LUMBAR_DRAIN = "lumbar_drain"
    INTRATHECAL_INJECTION = "intrathecal_injection"
    INTRATHECAL_PUMP = "intrathecal_pump"
    SPINAL_CORD_STIMULATOR = "spinal_cord_stimulator"
    EPIDURAL_STEROID_INJECTION = "epidural_steroid_injection"
    EPIDURAL_DRUG_INJECTION = "epidural_drug_injection"
    NERVE_BLOCK = "nerve_block"
    MYELOGRAPHY = "myelography"
    SPINE_SURGERY = "spine_surgery"
    CERCLAGE_BLOCK = "cerclage_block", "Block for cerclage"
    NONE = "none", "No procedure: spontaneous"
    UNINTENTIONAL_NOT_TOLD = "unintentional_not_told", "Unintended, kind not told"
    OTHER = "other", "Another (say which in the note)"


class Purpose(Choice):
    """What the needle was for."""

    LABOUR_ANALGESIA = "labour_analgesia"
    CAESAREAN = "caesarean", "Caesarean"
    EXTERNAL_CEPHALIC_VERSION = "external_cephalic_version"
    CERCLAGE = "cerclage"
    CERCLAGE_REMOVAL = "cerclage_removal", "Removal of a cerclage"
    RETAINED_PLACENTA = "retained_placenta"
    CHILDBIRTH_NOT_TOLD = "childbirth_not_told", "Childbirth, more not told"
    ORTHOPAEDIC_SURGERY = "orthopaedic_surgery"
    ANORECTAL_OR_PERINEAL_SURGERY = "anorectal_or_perineal_surgery"
    ABDOMINAL_SURGERY = "abdominal_surgery"
    TUMOUR_SURGERY = "tumour_surgery"
    SPINE_SURGERY = "spine_surgery", "Surgery of the spine"
    DIAGNOSTIC_SAMPLING = "diagnostic_sampling", "Diagnostic sample of CSF"
    INTRATHECAL_CHEMOTHERAPY = "intrathecal_chemotherapy"
    INTRATHECAL_DRUG = "intrathecal_drug"
    CSF_DRAINAGE = "csf_drainage", "Drainage of CSF"
    CHRONIC_PAIN = "chronic_pain"
    BACK_PAIN = "back_pain"
    RADICULAR_PAIN = "radicular_pain"
    STIMULATOR_TRIAL = "stimulator_trial", "Trial of a stimulator"
    OUTPATIENT_PROCEDURE_NOT_NAMED = "outpatient_procedure_not_named"
    NONE = "none"
    OTHER = "other", "Another (say which in the note)"


class SamplingReason(Choice):
    MULTIPLE_SCLEROSIS_SUSPECTED = "multiple_sclerosis_suspected"
    FEBRILE_CONFUSION = "febrile_confusion"
    VOMITING = "vomiting"
    MENINGITIS_SUSPECTED = "meningitis_suspected"
    HEADACHE = "headache"
    WEAKNESS = "weakness"
    OTHER = "other"


class Evidence(Choice):
    """How it is known that the dura was punctured."""

    CSF_SEEN = "csf_seen", "CSF was seen"
    INTENDED = "intended", "It was intended"
    SUSPECTED = "suspected"
    NONE_SEEN = "none_seen", "None was seen"
    NOT_TOLD = "not_told"


class Dura(Choice):
    PUNCTURED = "punctured"
    SUSPECTED = "suspected", "Perhaps punctured"
    NOT_PUNCTURED = "not_punctured"
    NO_PROCEDURE = "no_procedure", "There was no procedure"


class Catheter(Choice):
    NONE = "none"
    PLACED = "placed"
    RESITED = "resited", "Placed again elsewhere"
    REMOVED = "removed"


class DeviceLeft(Choice):
    NONE = "none"
    PUMP = "pump"
    STIMULATOR_LEAD = "stimulator_lead"
    DRAIN = "drain"
    CATHETER = "catheter"


class NeedleFinding(Choice):
    CSF = "csf", "CSF"
    BLOOD = "blood"
    CLOT = "clot"
    NONE = "none", "Nothing"


class BlockEffect(Choice):
    GOOD = "good"
    PATCHY = "patchy"
    FAILED = "failed"
    NOT_TOLD = "not_told"


class PurposeMet(Choice):
    SUCCESSFUL = "successful"
    FAILED = "failed"


class Occasion(Choice):
    FIRST = "first", "The first time"
    RECURRENCE = "recurrence", "It came back"


class DeclinedWhat(Choice):
    PATCH = "patch", "The patch"
    REPEAT_PATCH = "repeat_patch", "A second patch"
    INVESTIGATION = "investigation"
    ADMISSION = "admission"
    TREATMENT = "treatment", "Another treatment"
    FOLLOW_UP = "follow_up", "Follow-up"
    TRANSFUSION = "transfusion"


class DeclineReason(Choice):
    FEAR = "fear"
    BETTER_NOW = "better_now", "Better now"
    PREGNANCY = "pregnancy"
    RELIGION = "religion"
    PREFERS_OTHER = "prefers_other", "Prefers another treatment"
    NOT_TOLD = "not_told"
    OTHER = "other"


class WithdrawalReason(Choice):
    RESOLVED = "resolved", "The headache is gone"
    TREATED_ELSEWHERE = "treated_elsewhere"
    TRANSFERRED_CARE = "transferred_care", "Care was taken over elsewhere"
    WRONG_REFERRAL = "wrong_referral"
    DUPLICATE = "duplicate", "Referred twice"
    PATIENT_WISH = "patient_wish", "The patient's wish"
    OTHER = "other"


class MovementKind(Choice):
    SEEN = "seen"
    ADMITTED = "admitted"
    READMITTED = "readmitted"
    RETURNED = "returned", "Came back"
    DISCHARGED = "discharged", "Sent home"
    TRANSFERRED = "transferred"
    REFERRED = "referred", "Referred on"
    WARD = "ward", "To the ward"
    INTENSIVE_CARE = "intensive_care"
    OBSERVED = "observed", "Kept for observation"


class Condition(Choice):
    WELL = "well"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    WORSE = "worse"
    WITH_SYMPTOMS = "with_symptoms"
