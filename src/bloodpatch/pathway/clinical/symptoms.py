"""What a patient feels or shows, how badly, and which way it goes."""

from collections.abc import Mapping

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical.concepts import Concept


class Symptom(Choice):
    """A complaint or a sign that is asked for by name; each is answered yes, no or not asked."""

    NECK_STIFFNESS = "neck_stiffness", "Stiff neck"
    SHOULDER_STIFFNESS = "shoulder_stiffness", "Stiff shoulders"
    NAUSEA = "nausea", "Nausea"
    VOMITING = "vomiting", "Vomiting"
    PHOTOPHOBIA = "photophobia", "Light hurts"
    PHONOPHOBIA = "phonophobia", "Noise hurts"
    TINNITUS = "tinnitus", "Ringing in the ears"
    HYPOACUSIS = "hypoacusis", "Hearing less than before"
    VERTIGO = "vertigo", "Vertigo"
    DIZZINESS = "dizziness", "Dizziness"
    DIPLOPIA = "diplopia", "Double vision"
    BLURRED_VISION = "blurred_vision", "Blurred vision"
    VISUAL_LOSS = "visual_loss", "Loss of vision"
    VISUAL_EPISODES = "visual_episodes", "Visual disturbance that comes and goes"
    WORD_FINDING_EPISODES = "word_finding_episodes", "Trouble finding words, comes and goes"
    SPEECH_DISTURBANCE = "speech_disturbance", "Disturbed speech"
    SCALP_PARAESTHESIA = "scalp_paraesthesia", "Tingling of the scalp"
    INTERSCAPULAR_PAIN = "interscapular_pain", "Pain between the shoulder blades"
    ARM_PAIN = "arm_pain", "Pain in an arm"
    BACK_PAIN = "back_pain", "Back pain"
    BUTTOCK_PAIN = "buttock_pain", "Pain in a buttock"
    LEG_PAIN = "leg_pain", "Pain in a leg"
    LEG_WEAKNESS = "leg_weakness", "Weak leg"
    LEG_NUMBNESS = "leg_numbness", "Numb or tingling leg"
    SADDLE_NUMBNESS = "saddle_numbness", "Numb between the legs"
    BLADDER_CHANGE = "bladder_change", "Change in passing urine"
    BOWEL_CHANGE = "bowel_change", "Change in bowel control"
    FACIAL_WEAKNESS = "facial_weakness", "Weak face"
    FACIAL_NUMBNESS = "facial_numbness", "Numb face"
    HEMIPARESIS = "hemiparesis", "Weakness of one side"
    HEMISENSORY_LOSS = "hemisensory_loss", "Loss of feeling on one side"
    CONFUSION = "confusion", "Confusion"
    DROWSINESS = "drowsiness", "Drowsiness"
    STUPOR = "stupor", "Stupor"
    SEIZURE = "seizure", "Seizure"
    SHIVERING = "shivering", "Shivering"
    SWEATING = "sweating", "Sweating"
    FEVER = "fever", "Fever"
    EARACHE = "earache", "Earache"
    COUGH = "cough", "Cough"
    SYNCOPE = "syncope", "Fainting"
    CSF_LEAK_SKIN = "csf_leak_skin", "Clear fluid leaking from the skin"
    RHINORRHOEA = "rhinorrhoea", "Runny nose"
    OTHER = "other", "Another symptom (say which in the note)"


SYMPTOM_CHOICES = tuple((symptom.value, symptom.label) for symptom in Symptom)
"""For a field of `Answers`: `said(..., choices=SYMPTOM_CHOICES)`."""


MEANS: Mapping[Symptom, Concept] = {
    Symptom.NECK_STIFFNESS: Concept.NECK_STIFFNESS,
    Symptom.HYPOACUSIS: Concept.HEARING_LOSS,
    Symptom.DIPLOPIA: Concept.DIPLOPIA,
    Symptom.BLURRED_VISION: Concept.VISUAL_CHANGE,
    Symptom.VISUAL_LOSS: Concept.FOCAL_DEFICIT,
    Symptom.VISUAL_EPISODES: Concept.VISUAL_CHANGE,
    Symptom.WORD_FINDING_EPISODES: Concept.SPEECH_DISTURBANCE,
    Symptom.SPEECH_DISTURBANCE: Concept.SPEECH_DISTURBANCE,
    Symptom.LEG_PAIN: Concept.LEG_PAIN,
    Symptom.LEG_WEAKNESS: Concept.LEG_WEAKNESS,
    Symptom.LEG_NUMBNESS: Concept.LEG_NUMBNESS,
    Symptom.SADDLE_NUMBNESS: Concept.SADDLE_NUMBNESS,
    Symptom.BLADDER_CHANGE: Concept.BLADDER_BOWEL_CHANGE,
    Symptom.BOWEL_CHANGE: Concept.BLADDER_BOWEL_CHANGE,
    Symptom.FACIAL_WEAKNESS: Concept.CRANIAL_NERVE_SIGN,
    Symptom.FACIAL_NUMBNESS: Concept.CRANIAL_NERVE_SIGN,
    Symptom.HEMIPARESIS: Concept.FOCAL_DEFICIT,
    Symptom.HEMISENSORY_LOSS: Concept.FOCAL_DEFICIT,
    Symptom.CONFUSION: Concept.ALTERED_CONSCIOUSNESS,
    Symptom.DROWSINESS: Concept.ALTERED_CONSCIOUSNESS,
    Symptom.STUPOR: Concept.ALTERED_CONSCIOUSNESS,
    Symptom.SEIZURE: Concept.SEIZURE,
    Symptom.SHIVERING: Concept.RIGORS,
    Symptom.FEVER: Concept.REPORTED_FEVER,
    Symptom.SYNCOPE: Concept.FAINT,
    Symptom.CSF_LEAK_SKIN: Concept.SKIN_LEAK,
}
OF_THE_HEADACHE = "belongs to this headache itself"
NOT_SPECIFIC = "too common to mean anything by itself"
MEANS_NOTHING: Mapping[Symptom, str] = {
    Symptom.SHOULDER_STIFFNESS: OF_THE_HEADACHE,
    Symptom.NAUSEA: OF_THE_HEADACHE,
    Symptom.VOMITING: OF_THE_HEADACHE,
    Symptom.PHOTOPHOBIA: OF_THE_HEADACHE,
    Symptom.PHONOPHOBIA: OF_THE_HEADACHE,
    Symptom.TINNITUS: OF_THE_HEADACHE,
    Symptom.VERTIGO: OF_THE_HEADACHE,
    Symptom.DIZZINESS: OF_THE_HEADACHE,
    Symptom.SCALP_PARAESTHESIA: OF_THE_HEADACHE,
    Symptom.INTERSCAPULAR_PAIN: OF_THE_HEADACHE,
    Symptom.ARM_PAIN: NOT_SPECIFIC,
    Symptom.BACK_PAIN: "expected after a needle; severe back pain is a flag of its own",
    Symptom.BUTTOCK_PAIN: NOT_SPECIFIC,
    Symptom.SWEATING: NOT_SPECIFIC,
    Symptom.EARACHE: NOT_SPECIFIC,
    Symptom.COUGH: NOT_SPECIFIC,
    Symptom.RHINORRHOEA: NOT_SPECIFIC,
    Symptom.OTHER: "its words stand in the note, which no rule reads",
}


class Severity(Choice):
    """A word, where no number was given. It is never turned into a number."""

    MILD = "mild", "Mild"
    MODERATE = "moderate", "Moderate"
    SEVERE = "severe", "Severe"
    INCAPACITATING = "incapacitating", "Incapacitating"


class Course(Choice):
    RESOLVED = "resolved", "Gone"
    IMPROVING = "improving", "Getting better"
    UNCHANGED = "unchanged", "Unchanged"
    WORSENING = "worsening", "Getting worse"
    RECURRED = "recurred", "Went and came back"
    PERSISTING = "persisting", "Still there"
    REVERSED_POSTURE = "reversed_posture", "Now worse lying than upright"


class Relief(Choice):
    COMPLETE = "complete", "Complete"
    NEAR_COMPLETE = "near_complete", "Nearly complete"
    MARKED = "marked", "Marked"
    MODERATE = "moderate", "Moderate"
    PARTIAL = "partial", "Partial"
    SLIGHT = "slight", "Slight"
    BETTER = "better", "Better; how much was not told"
    NONE = "none", "None"
    WORSE = "worse", "Worse than before"
    LASTING_NOT_TOLD = "lasting_not_told", "Relieved; whether it lasted was not told"


class ReliefEffect(Choice):
    """What else changed with the relief of the headache."""

    BETTER_MOBILITY = "better_mobility", "Moves better"
    DISCHARGE_SOONER = "discharge_sooner", "Could go home sooner"
    DIPLOPIA_BETTER = "diplopia_better", "Double vision better"
    PHOTOPHOBIA_BETTER = "photophobia_better", "Light hurts less"
    LEAK_DRY = "leak_dry", "Leak through the skin is dry"
    POSITIONAL_PART_GONE = "positional_part_gone", "The part that came with standing is gone"
    SUBDURAL_NOT_LARGER = "subdural_not_larger", "Subdural collection has not grown"
    EYE_DOCTOR_CONFIRMED = "eye_doctor_confirmed", "Confirmed by an eye doctor"
    OTHER = "other", "Another effect (say which in the note)"


class Examined(Choice):
    """The result of looking at one thing: feeling, strength, gait."""

    NORMAL = "normal", "Normal"
    CHANGED = "changed", "Changed"
    NOT_TESTED = "not_tested", "Not tested"


class LegRaise(Choice):
    """Raising the straight leg off the bed."""

    NORMAL = "normal", "Raises the leg"
    LIMITED = "limited", "Limited"
    NOT_TESTED = "not_tested", "Not tested"


class MotorNeuron(Choice):
    UPPER = "upper", "Upper motor neuron"
    LOWER = "lower", "Lower motor neuron"


class DiplopiaDirection(Choice):
    HORIZONTAL = "horizontal", "Images side by side"
    VERTICAL = "vertical", "Images one above the other"


class Muscle(Choice):
    QUADRICEPS = "quadriceps", "Quadriceps"
    HIP_FLEXORS = "hip_flexors", "Hip flexors"
    ANKLE_DORSIFLEXORS = "ankle_dorsiflexors", "Lifting the foot"
    HAND = "hand", "Hand"
    FACE = "face", "Face"
    OTHER = "other", "Other muscles (say which in the note)"


MUSCLES_MEAN: Mapping[Muscle, Concept] = {
    Muscle.QUADRICEPS: Concept.LEG_WEAKNESS,
    Muscle.HIP_FLEXORS: Concept.LEG_WEAKNESS,
    Muscle.ANKLE_DORSIFLEXORS: Concept.LEG_WEAKNESS,
    Muscle.HAND: Concept.FOCAL_DEFICIT,
    Muscle.FACE: Concept.CRANIAL_NERVE_SIGN,
}
MUSCLES_MEAN_NOTHING: Mapping[Muscle, str] = {
    Muscle.OTHER: "its words stand in the note, which no rule reads",
}


class BloodPressureWord(Choice):
    """How high, where the report gives no numbers."""

    NORMAL = "normal", "Normal"
    SLIGHTLY_RAISED = "slightly_raised", "Slightly raised"
    RAISED = "raised", "Raised"
    SEVERE = "severe", "Severely raised"
