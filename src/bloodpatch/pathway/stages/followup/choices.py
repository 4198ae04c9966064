"""The closed lists of answers at follow-up."""

from collections.abc import Mapping

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical import AdverseKind, Symptom
from bloodpatch.pathway.clinical.concepts import Concept


class Channel(Choice):
    CALL = "call", "Telephone call"
    VIDEO = "video", "Video call"
    VISIT = "visit", "Visit"
    MESSAGE = "message", "Message"
    LETTER = "letter"
    OTHER = "other", "Another way (say which in the note)"


SENT = frozenset({Channel.MESSAGE, Channel.LETTER})
"""What is sent has not reached anybody until it is answered."""


class HeadacheNow(Choice):
    NONE = "none", "Gone"
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


class Effect(Choice):
    """T14: the adverse effects that patients are told of, each asked for by name."""

    MORE_PAIN = "more_pain", "More pain than before, in the back, a leg or the head"
    INFECTION = "infection", "Fever, or redness, swelling or discharge at the back"
    BLEEDING = "bleeding", "Bleeding or a bruise that grows at the back"
    NERVE_DAMAGE = "nerve_damage", "Numb, weak or tingling legs, or trouble with bladder or bowel"
    NO_RELIEF = "no_relief", "No relief of the headache"


EFFECT_CHOICES = tuple((effect.value, effect.label) for effect in Effect)

_K = AdverseKind
MAY_BE: Mapping[Effect, tuple[AdverseKind, ...]] = {
    Effect.MORE_PAIN: (
        _K.BACK_PAIN,
        _K.RADICULAR_PAIN,
        _K.PROGRESSIVE_BACK_PAIN,
        _K.WORSE_HEADACHE,
        _K.NECK_PAIN,
    ),
    Effect.INFECTION: (
        _K.LOCAL_INFECTION,
        _K.FEVER,
        _K.SPINAL_ABSCESS,
        _K.SPINAL_EMPYEMA,
        _K.MENINGITIS,
    ),
    Effect.BLEEDING: (
        _K.LOCAL_REACTION,
        _K.SPINAL_EPIDURAL_HAEMATOMA,
        _K.SPINAL_SUBDURAL_HAEMATOMA,
        _K.SPINAL_SUBARACHNOID_HAEMATOMA,
    ),
    Effect.NERVE_DAMAGE: (
        _K.RADICULAR_PAIN,
        _K.LEG_WEAKNESS,
        _K.PARAPARESIS,
        _K.CAUDA_EQUINA,
        _K.ARACHNOIDITIS,
    ),
    Effect.NO_RELIEF: (_K.NO_RELIEF, _K.RECURRENCE, _K.WORSE_HEADACHE),
}
"""What an adverse effect turns out to be, once somebody has asked further: the likeliest first."""

FELT: Mapping[Symptom, tuple[AdverseKind, ...]] = {
    Symptom.BACK_PAIN: (_K.BACK_PAIN, _K.PROGRESSIVE_BACK_PAIN),
    Symptom.LEG_PAIN: (_K.RADICULAR_PAIN,),
    Symptom.BUTTOCK_PAIN: (_K.RADICULAR_PAIN,),
    Symptom.LEG_WEAKNESS: (_K.LEG_WEAKNESS, _K.PARAPARESIS, _K.CAUDA_EQUINA),
    Symptom.LEG_NUMBNESS: (_K.RADICULAR_PAIN, _K.CAUDA_EQUINA),
    Symptom.SADDLE_NUMBNESS: (_K.CAUDA_EQUINA,),
    Symptom.BLADDER_CHANGE: (_K.CAUDA_EQUINA,),
    Symptom.BOWEL_CHANGE: (_K.CAUDA_EQUINA,),
    Symptom.FACIAL_WEAKNESS: (_K.FACIAL_PALSY, _K.STROKE),
    Symptom.HEMIPARESIS: (_K.STROKE,),
    Symptom.SEIZURE: (_K.SEIZURE,),
    Symptom.FEVER: (_K.FEVER, _K.LOCAL_INFECTION, _K.MENINGITIS, _K.SPINAL_ABSCESS),
}
"""Symptoms that do not belong to the headache itself: each is an adverse effect until looked at."""


class UnknownBecause(Choice):
    """Why it is not known how a patient went on."""

    LOST = "lost", "Lost to follow-up"
    TEXT_ENDS = "text_ends", "The report ends here"
    TRANSFERRED = "transferred", "Care was taken over elsewhere"
    NOT_TOLD = "not_told"


MEANS: Mapping[Effect | HeadacheNow, Concept] = {
    Effect.INFECTION: Concept.SITE_INFECTION,
    Effect.NERVE_DAMAGE: Concept.LEG_WEAKNESS,
    Effect.MORE_PAIN: Concept.MORE_PAIN,
    Effect.BLEEDING: Concept.BLOOD_AT_THE_SITE,
    Effect.NO_RELIEF: Concept.PERSISTS_AFTER_PATCH,
    HeadacheNow.SAME: Concept.PERSISTS_AFTER_PATCH,
    HeadacheNow.WORSE: Concept.WORSENING_AFTER_PATCH,
}
MEANS_NOTHING: Mapping[Effect | HeadacheNow, str] = {
    HeadacheNow.NONE: "the headache is gone",
    HeadacheNow.BETTER: "the headache is going",
}
