"""The closed lists of answers in the procedure room."""

from collections.abc import Mapping

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical.concepts import Concept


class Antiseptic(Choice):
    CHLORHEXIDINE = "chlorhexidine"
    IODINE = "iodine"
    ALCOHOL = "alcohol"
    OTHER = "other", "Another one (say which in the note)"


class LocalSite(Choice):
    SKIN = "skin"
    EPIDURAL = "epidural"


class LocalAgent(Choice):
    LIDOCAINE = "lidocaine"
    MEPIVACAINE = "mepivacaine"
    PRILOCAINE = "prilocaine"
    CHLOROPROCAINE = "chloroprocaine"
    BUPIVACAINE = "bupivacaine"
    ROPIVACAINE = "ropivacaine"
    OTHER = "other", "Another one (say which in the note)"


class Circuit(Choice):
    """How the blood came from the vein to the needle."""

    SYRINGE = "syringe"
    CLOSED_CONTINUOUS = "closed_continuous", "Closed and never interrupted"
    THREE_WAY_TAP = "three_way_tap", "Through a three-way tap"


class BloodSource(Choice):
    PATIENT = "patient", "This patient"
    DONOR = "donor", "A donor"


class Aspirate(Choice):
    """What came back through the needle before the blood went in."""

    CLEAR = "clear", "Nothing: free of CSF and blood"
    CSF = "csf", "CSF"
    BLOOD = "blood"


class Contrast(Choice):
    """Where the contrast spread."""

    EPIDURAL = "epidural"
    INTRATHECAL = "intrathecal"
    VESSEL = "vessel", "Into a vessel"
    NOT_SEEN = "not_seen"


class Device(Choice):
    THREE_WAY_TAP = "three_way_tap", "Three-way tap"


class StopReason(Choice):
    VOLUME_REACHED = "volume_reached", "The planned volume was reached"
    BACK_PRESSURE = "back_pressure", "Pressure in the back"
    BACK_PAIN = "back_pain", "Pain in the back"
    LEG_PAIN = "leg_pain", "Pain in a leg"
    LEG_PARAESTHESIA = "leg_paraesthesia", "Tingling in a leg"
    HEADACHE = "headache"
    CSF = "csf", "CSF came"
    BLOODY = "bloody", "Blood came"
    BRADYCARDIA = "bradycardia", "Slow heart"
    SYNCOPE = "syncope", "The patient fainted"
    NEURO_CHANGE = "neuro_change", "A change of power, feeling or speech"
    PATIENT_REQUEST = "patient_request", "The patient asked for it"
    NO_RESISTANCE = "no_resistance"
    RESISTANCE = "resistance", "It did not go in"
    OTHER = "other", "Another reason (say which in the note)"
    NOT_TOLD = "not_told"


class DuringKind(Choice):
    """What can happen to a patient on the table."""

    BRADYCARDIA = "bradycardia", "Slow heart"
    VASOVAGAL = "vasovagal", "Vasovagal reaction"
    SECOND_PUNCTURE = "second_puncture", "The dura was punctured again"
    BLOODY_TAP = "bloody_tap", "Blood from the needle"
    HEADACHE = "headache"
    SUDDEN_HEADACHE = "sudden_headache", "Sudden severe headache"
    PARAESTHESIA = "paraesthesia", "Tingling"
    LEG_PAIN = "leg_pain"
    BACK_PAIN = "back_pain"
    HIGH_BLOCK = "high_block", "Block too high"
    SEIZURE = "seizure"
    COLLAPSE = "collapse"
    OTHER = "other", "Something else (say what in the note)"


class DuringAction(Choice):
    PAUSED = "paused"
    STOPPED = "stopped", "Stopped for good"
    NEEDLE_OUT = "needle_out", "Needle taken out"
    FLUIDS = "fluids"
    ATROPINE = "atropine"
    VASOPRESSOR = "vasopressor"
    OXYGEN = "oxygen"
    SEDATION_REVERSED = "sedation_reversed"
    RESUSCITATED = "resuscitated"
    OTHER = "other", "Something else (say what in the note)"


class AbandonReason(Choice):
    CSF = "csf", "CSF came"
    NO_SPACE = "no_space", "The space was not found"
    BLOOD = "blood", "Blood came from the needle"
    PATIENT_PAIN = "patient_pain", "Pain"
    EVENT = "event", "Something happened to the patient"
    NO_BLOOD = "no_blood", "No blood could be drawn"
    PATIENT_WISH = "patient_wish", "The patient's wish"
    OTHER = "other", "Another reason (say which in the note)"


class DiscardReason(Choice):
    LEFT_FIELD = "left_field", "It left the sterile field"
    CLOTTED = "clotted"
    TOO_LONG = "too_long", "It waited too long"
    CONTAMINATED = "contaminated"
    NOT_NEEDED = "not_needed"
    OTHER = "other", "Another reason (say which in the note)"


class PatchedBy(Choice):
    THIS_CLINIC = "this_clinic"
    ANOTHER_PHYSICIAN = "another_physician"
    ANOTHER_HOSPITAL = "another_hospital"


MEANS: Mapping[DuringKind, Concept] = {
    DuringKind.BRADYCARDIA: Concept.SLOW_HEART,
    DuringKind.VASOVAGAL: Concept.SLOW_HEART,
    DuringKind.HIGH_BLOCK: Concept.HIGH_BLOCK,
    DuringKind.SEIZURE: Concept.SEIZURE,
    DuringKind.COLLAPSE: Concept.COLLAPSE,
    DuringKind.SUDDEN_HEADACHE: Concept.THUNDERCLAP,
}
STOPS_MEAN: Mapping[StopReason, Concept] = {
    StopReason.BRADYCARDIA: Concept.SLOW_HEART,
    StopReason.SYNCOPE: Concept.FAINT,
    StopReason.NEURO_CHANGE: Concept.FOCAL_DEFICIT,
}
OF_THE_INJECTION = "the injection's own rules read it: pause, and go on if it settles"
OF_THE_NEEDLE = "the needle's own rules read it"
MEANS_NOTHING: Mapping[DuringKind, str] = {
    DuringKind.SECOND_PUNCTURE: OF_THE_NEEDLE,
    DuringKind.BLOODY_TAP: OF_THE_NEEDLE,
    DuringKind.HEADACHE: OF_THE_INJECTION,
    DuringKind.PARAESTHESIA: OF_THE_INJECTION,
    DuringKind.LEG_PAIN: OF_THE_INJECTION,
    DuringKind.BACK_PAIN: OF_THE_INJECTION,
    DuringKind.OTHER: "its words stand in the note, which no rule reads",
}
STOPS_THAT_MEAN_NOTHING: Mapping[StopReason, str] = {
    StopReason.VOLUME_REACHED: "the plan",
    StopReason.BACK_PRESSURE: OF_THE_INJECTION,
    StopReason.BACK_PAIN: OF_THE_INJECTION,
    StopReason.LEG_PAIN: OF_THE_INJECTION,
    StopReason.LEG_PARAESTHESIA: OF_THE_INJECTION,
    StopReason.HEADACHE: OF_THE_INJECTION,
    StopReason.CSF: OF_THE_NEEDLE,
    StopReason.BLOODY: OF_THE_NEEDLE,
    StopReason.PATIENT_REQUEST: "the patient's wish",
    StopReason.NO_RESISTANCE: OF_THE_NEEDLE,
    StopReason.RESISTANCE: OF_THE_NEEDLE,
    StopReason.OTHER: "its words stand in the note, which no rule reads",
    StopReason.NOT_TOLD: "nothing is said",
}
