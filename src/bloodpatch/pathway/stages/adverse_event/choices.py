"""The closed lists of answers about an adverse event."""

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical import AdverseKind
from bloodpatch.pathway.values import Grade


class EventOutcome(Choice):
    RECOVERED = "recovered"
    RECOVERING = "recovering"
    PARTLY_RECOVERED = "partly_recovered"
    PERSISTENT = "persistent"
    PERMANENT = "permanent"
    DIED = "died"
    UNKNOWN = "unknown"
    OTHER = "other", "Another one (say which in the note)"


class Conclusion(Choice):
    """What a physician's review comes to."""

    SETTLED = "settled", "Settled: nothing more is owed"
    WATCHED = "watched", "Still watched: reviewed again"


class NoEvent(Choice):
    """Why something that looked like an adverse event is none."""

    EXPECTED = "expected", "Expected during the procedure, and gone"
    FROM_BEFORE = "from_before", "It was there before the patch"
    OTHER_CAUSE = "other_cause", "It has another cause (say which)"
    SAME_EVENT = "same_event", "It belongs to an adverse event that is open"
    MISUNDERSTOOD = "misunderstood", "It was asked or understood wrongly"
    OTHER = "other", "Another reason"


_K = AdverseKind
GRAVE = frozenset(
    {
        _K.PARAPARESIS,
        _K.LEG_WEAKNESS,
        _K.CAUDA_EQUINA,
        _K.ARACHNOIDITIS,
        _K.PROGRESSIVE_BACK_PAIN,
        _K.SPINAL_SUBDURAL_HAEMATOMA,
        _K.SPINAL_SUBARACHNOID_HAEMATOMA,
        _K.SPINAL_EPIDURAL_HAEMATOMA,
        _K.SPINAL_ABSCESS,
        _K.SPINAL_EMPYEMA,
        _K.MENINGITIS,
        _K.INTRACRANIAL_SUBDURAL_HAEMATOMA,
        _K.SUBARACHNOID_HAEMORRHAGE,
        _K.VENOUS_THROMBOSIS,
        _K.STROKE,
        _K.SEIZURE,
        _K.RAISED_ICP,
        _K.REBOUND_HIGH_PRESSURE,
        _K.PRES,
        _K.RCVS,
        _K.STUPOR,
        _K.CRANIAL_NERVE_PALSY,
        _K.FACIAL_PALSY,
        _K.HIGH_BLOCK,
        _K.ALLERGIC,
        _K.DEATH,
    }
)
"""Until somebody has graded one of these it is treated as a threat to life or limb."""

IF_GRAVE, IF_NOT = Grade.life_threatening, Grade.severe
"""The grade whose time limit holds while nobody has graded: the safe one."""
