"""Red flags: what must be asked before a headache may be taken for the one that a patch helps.

Which flag stops and which only holds is for the stages and the protocol to say.
"""

from collections.abc import Mapping

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical.concepts import Concept


class RedFlag(Choice):
    """Each is answered yes, no or not asked; a flag that nobody asked about is never a no."""

    SEIZURE = "seizure", "Seizure"
    FOCAL_DEFICIT = "focal_deficit", "New weakness, numbness, trouble speaking or the like"
    SPEECH_DISTURBANCE = "speech_disturbance", "Disturbed speech"
    VISUAL_CHANGE = "visual_change", "Change of vision"
    DIPLOPIA = "diplopia", "Double vision"
    CRANIAL_NERVE_SIGN = "cranial_nerve_sign", "Sign of a cranial nerve"
    ALTERED_CONSCIOUSNESS = "altered_consciousness", "Drowsy, confused or hard to wake"
    PAPILLOEDEMA = "papilloedema", "Papilloedema"
    RAISED_ICP = "raised_icp", "Signs of raised pressure in the head"
    THUNDERCLAP = "thunderclap", "Thunderclap: at its worst within a minute"
    MENINGISM = "meningism", "Signs of meningeal irritation"
    NECK_STIFFNESS = "neck_stiffness", "Stiff neck"
    FEVER = "fever", "Fever, measured"
    REPORTED_FEVER = "reported_fever", "Fever, told but not measured"
    RIGORS = "rigors", "Shaking chills"
    INFECTION_SOURCE = "infection_source", "Infection elsewhere in the body"
    SITE_INFECTION = "site_infection", "Infection at the puncture site"
    RAISED_INFLAMMATION = "raised_inflammation", "Raised white cells or CRP"
    LEG_WEAKNESS = "leg_weakness", "New weakness of a leg"
    LEG_PAIN = "leg_pain", "New pain in a leg"
    SADDLE_NUMBNESS = "saddle_numbness", "Numb between the legs"
    BLADDER_BOWEL_CHANGE = "bladder_bowel_change", "Change of bladder or bowel control"
    SEVERE_BACK_PAIN = "severe_back_pain", "Severe back pain"
    HIGH_BLOOD_PRESSURE = "high_blood_pressure", "High blood pressure"
    PROTEINURIA = "proteinuria", "Protein in the urine"
    SEVERE_VOMITING = "severe_vomiting", "Severe vomiting"
    NON_POSITIONAL = "non_positional", "Never worse upright"
    PAIN_PERSISTS_LYING = "pain_persists_lying", "Headache stays when lying flat"
    POSTURE_LOST_OR_REVERSED = (
        "posture_lost_or_reversed",
        "Was worse upright and no longer is, or is worse lying",
    )
    CHANGED_HEADACHE = "changed_headache", "Headache has changed its character"
    NEW_HEADACHE = "new_headache", "New, different headache"
    PROGRESSIVE = "progressive", "Getting worse from day to day"
    WORSENING_AFTER_PATCH = "worsening_after_patch", "Worse after a patch"
    PERSISTS_AFTER_PATCH = "persists_after_patch", "Unchanged after a patch"
    RECURRENCE_AFTER_GAP = "recurrence_after_gap", "Came back after a time without headache"
    LATE_ONSET = "late_onset", "Began late after the puncture"
    LONG_LASTING = "long_lasting", "Has lasted too long for this headache"
    IMMEDIATE_ONSET = "immediate_onset", "Began at once, during the procedure"
    NO_CONFIRMED_PUNCTURE = "no_confirmed_puncture", "Puncture of the dura not confirmed"
    NO_PUNCTURE = "no_puncture", "No needle near the spine at all"
    SUBDURAL_ON_IMAGING = "subdural_on_imaging", "Subdural collection on imaging"
    THROMBOPHILIA_OR_PUERPERAL_VTE_RISK = (
        "thrombophilia_or_puerperal_vte_risk",
        "Clotting tendency, or risk of thrombosis after birth",
    )
    COAGULOPATHY = "coagulopathy", "Bleeding tendency or anticoagulant"
    HEAD_INJURY = "head_injury", "Head injury"
    AVM = "avm", "Vascular malformation"
    OLDER_AGE = "older_age", "Of an age at which bleeds in the head are likelier"
    IMMUNOSUPPRESSED = "immunosuppressed", "Immunosuppressed"
    HAEMATOLOGICAL_MALIGNANCY = "haematological_malignancy", "Cancer of the blood"
    PATCHES_FAILED = "patches_failed", "More than one patch has failed"
    OLD_FOCAL_SIGN = "old_focal_sign", "Focal sign known from before"
    OTHER = "other", "Another red flag (say which in the note)"


RED_FLAGS_ASKED = (
    RedFlag.FOCAL_DEFICIT,
    RedFlag.VISUAL_CHANGE,
    RedFlag.ALTERED_CONSCIOUSNESS,
    RedFlag.SEIZURE,
    RedFlag.THUNDERCLAP,
    RedFlag.POSTURE_LOST_OR_REVERSED,
    RedFlag.HIGH_BLOOD_PRESSURE,
    RedFlag.FEVER,
    RedFlag.MENINGISM,
    RedFlag.LEG_WEAKNESS,
    RedFlag.SADDLE_NUMBNESS,
    RedFlag.BLADDER_BOWEL_CHANGE,
)
"""Asked at every screen, in this order: the head first, then infection, then the spine. All the
others can be recorded at any screen but are not read out at the bedside."""

RED_FLAGS_RECORDABLE = (
    *RED_FLAGS_ASKED,
    *(flag for flag in RedFlag if flag not in RED_FLAGS_ASKED),
)
RED_FLAG_CHOICES = tuple((flag.value, flag.label) for flag in RED_FLAGS_RECORDABLE)
"""For a field of `Answers`: those asked at the bedside first, then all that can be recorded."""
RED_FLAG_ASKED_CHOICES = tuple((flag.value, flag.label) for flag in RED_FLAGS_ASKED)

RED_FLAG_GROUPS = (
    (
        "Head and brain",
        (
            RedFlag.FOCAL_DEFICIT,
            RedFlag.VISUAL_CHANGE,
            RedFlag.ALTERED_CONSCIOUSNESS,
            RedFlag.SEIZURE,
            RedFlag.THUNDERCLAP,
            RedFlag.SPEECH_DISTURBANCE,
            RedFlag.DIPLOPIA,
            RedFlag.CRANIAL_NERVE_SIGN,
            RedFlag.PAPILLOEDEMA,
            RedFlag.RAISED_ICP,
            RedFlag.SEVERE_VOMITING,
            RedFlag.SUBDURAL_ON_IMAGING,
            RedFlag.HEAD_INJURY,
            RedFlag.OLD_FOCAL_SIGN,
        ),
    ),
    (
        "How the headache behaves",
        (
            RedFlag.POSTURE_LOST_OR_REVERSED,
            RedFlag.NON_POSITIONAL,
            RedFlag.PAIN_PERSISTS_LYING,
            RedFlag.CHANGED_HEADACHE,
            RedFlag.NEW_HEADACHE,
            RedFlag.PROGRESSIVE,
            RedFlag.IMMEDIATE_ONSET,
            RedFlag.LATE_ONSET,
            RedFlag.LONG_LASTING,
            RedFlag.WORSENING_AFTER_PATCH,
            RedFlag.PERSISTS_AFTER_PATCH,
            RedFlag.RECURRENCE_AFTER_GAP,
        ),
    ),
    (
        "Infection",
        (
            RedFlag.FEVER,
            RedFlag.MENINGISM,
            RedFlag.REPORTED_FEVER,
            RedFlag.RIGORS,
            RedFlag.NECK_STIFFNESS,
            RedFlag.INFECTION_SOURCE,
            RedFlag.SITE_INFECTION,
            RedFlag.RAISED_INFLAMMATION,
        ),
    ),
    (
        "Legs, bladder and back",
        (
            RedFlag.LEG_WEAKNESS,
            RedFlag.SADDLE_NUMBNESS,
            RedFlag.BLADDER_BOWEL_CHANGE,
            RedFlag.LEG_PAIN,
            RedFlag.SEVERE_BACK_PAIN,
        ),
    ),
    (
        "Blood pressure, blood and vessels",
        (
            RedFlag.HIGH_BLOOD_PRESSURE,
            RedFlag.PROTEINURIA,
            RedFlag.COAGULOPATHY,
            RedFlag.THROMBOPHILIA_OR_PUERPERAL_VTE_RISK,
            RedFlag.HAEMATOLOGICAL_MALIGNANCY,
            RedFlag.AVM,
        ),
    ),
    (
        "The puncture and the patient",
        (
            RedFlag.NO_CONFIRMED_PUNCTURE,
            RedFlag.NO_PUNCTURE,
            RedFlag.PATCHES_FAILED,
            RedFlag.OLDER_AGE,
            RedFlag.IMMUNOSUPPRESSED,
            RedFlag.OTHER,
        ),
    ),
)
"""Every flag once, by where in the body it shows or why it matters: what a form asks together."""

SAID_OTHERWISE = {
    RedFlag.THROMBOPHILIA_OR_PUERPERAL_VTE_RISK: Concept.CLOTTING_TENDENCY,
    RedFlag.OTHER: Concept.ANOTHER_FLAG,
}
MEANS: Mapping[RedFlag, Concept] = {
    flag: SAID_OTHERWISE.get(flag) or Concept(flag.value) for flag in RedFlag
}
"""Every flag means a concept, nearly always the one of its own name."""


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
