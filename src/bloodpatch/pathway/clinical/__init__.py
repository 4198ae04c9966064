"""Clinical words that more than one stage needs: closed lists, told times, signs, measured values.

A stage imports them from here; no stage imports another. A list that only one stage uses stays
in that stage's file.
"""

from bloodpatch.pathway.clinical.bounds import Bounds
from bloodpatch.pathway.clinical.concentration import ConcentrationPercent
from bloodpatch.pathway.clinical.diagnoses import ADVERSE_CHOICES, AdverseKind, Diagnosis
from bloodpatch.pathway.clinical.drugs import (
    Antithrombotic,
    DoseClass,
    Route,
    SedationLevel,
    SedationPhase,
)
from bloodpatch.pathway.clinical.history import Activity, HistoryItem, SpineSurgery
from bloodpatch.pathway.clinical.intervals import hours_between
from bloodpatch.pathway.clinical.investigations import ImagedRegion, Investigation, ResultWord
from bloodpatch.pathway.clinical.measured import Analyte, Comparator, LabUnit, Measured
from bloodpatch.pathway.clinical.milestones import DayPart, Milestone, Pace, TimeRelation, TimeUnit
from bloodpatch.pathway.clinical.neurology import Neurology, Power
from bloodpatch.pathway.clinical.people import (
    Certainty,
    Informant,
    Setting,
    Specialty,
    Urgency,
    Warning,
)
from bloodpatch.pathway.clinical.red_flags import (
    RED_FLAG_ASKED_CHOICES,
    RED_FLAG_CHOICES,
    RED_FLAG_GROUPS,
    RED_FLAGS_ASKED,
    RedFlag,
)
from bloodpatch.pathway.clinical.shared_statements import (
    TOLD_FIELDS,
    CranialNerve,
    Deficit,
    OfPatch,
    RedFlagScreen,
    ReliefTold,
    Told,
    VitalSigns,
)
from bloodpatch.pathway.clinical.sign import Sign
from bloodpatch.pathway.clinical.sign_words import SignCode, SignQualifier
from bloodpatch.pathway.clinical.spine import LevelRelation, Region, Side, Vertebra
from bloodpatch.pathway.clinical.symptoms import (
    SYMPTOM_CHOICES,
    BloodPressureWord,
    Course,
    DiplopiaDirection,
    Examined,
    LegRaise,
    MotorNeuron,
    Muscle,
    Relief,
    ReliefEffect,
    Severity,
    Symptom,
)
from bloodpatch.pathway.clinical.timing import Timing
from bloodpatch.pathway.clinical.treatments import (
    Approach,
    ApproachKind,
    Conservative,
    ImagingGuide,
    LorMedium,
    Material,
    OtherTreatment,
    Position,
    VolumeScope,
)
from bloodpatch.pathway.values import Value

VALUES: tuple[type[Value], ...] = (
    Timing,
    Sign,
    Measured,
    ConcentrationPercent,
    CranialNerve,
    Power,
)
"""The value classes of this room; with `values.ALL` these are all that a statement can have."""

__all__ = [
    "ADVERSE_CHOICES",
    "RED_FLAGS_ASKED",
    "RED_FLAG_ASKED_CHOICES",
    "RED_FLAG_CHOICES",
    "RED_FLAG_GROUPS",
    "SYMPTOM_CHOICES",
    "TOLD_FIELDS",
    "VALUES",
    "Activity",
    "AdverseKind",
    "Analyte",
    "Antithrombotic",
    "Approach",
    "ApproachKind",
    "BloodPressureWord",
    "Bounds",
    "Certainty",
    "Comparator",
    "ConcentrationPercent",
    "Conservative",
    "Course",
    "CranialNerve",
    "DayPart",
    "Deficit",
    "Diagnosis",
    "DiplopiaDirection",
    "DoseClass",
    "Examined",
    "HistoryItem",
    "ImagedRegion",
    "ImagingGuide",
    "Informant",
    "Investigation",
    "LabUnit",
    "LegRaise",
    "LevelRelation",
    "LorMedium",
    "Material",
    "Measured",
    "Milestone",
    "MotorNeuron",
    "Muscle",
    "Neurology",
    "OfPatch",
    "OtherTreatment",
    "Pace",
    "Position",
    "Power",
    "RedFlag",
    "RedFlagScreen",
    "Region",
    "Relief",
    "ReliefEffect",
    "ReliefTold",
    "ResultWord",
    "Route",
    "SedationLevel",
    "SedationPhase",
    "Setting",
    "Severity",
    "Side",
    "Sign",
    "SignCode",
    "SignQualifier",
    "Specialty",
    "SpineSurgery",
    "Symptom",
    "TimeRelation",
    "TimeUnit",
    "Timing",
    "Told",
    "Urgency",
    "Vertebra",
    "VitalSigns",
    "VolumeScope",
    "Warning",
    "hours_between",
]
