"""Values: what is known about a patient, in pieces that cannot be wrong in themselves.

Each is frozen, checks itself at birth, and knows its one plain form for the record. What a person
typed is read by `parse`, which never guesses; what it refuses it explains in a `ValueFault`.
"""

from bloodpatch.pathway.values.answers import Answer, Answers
from bloodpatch.pathway.values.blood_pressure import BloodPressure
from bloodpatch.pathway.values.dose import Dose, DoseUnit
from bloodpatch.pathway.values.durations import Hours, Minutes, Years
from bloodpatch.pathway.values.fault import ValueFault
from bloodpatch.pathway.values.free_text import FreeText
from bloodpatch.pathway.values.laboratory import CrClMlPerMin, Inr, PlateletCount
from bloodpatch.pathway.values.measurements import Centimetres, Kilograms, Metres, Millilitres
from bloodpatch.pathway.values.needle import Needle, NeedleKind
from bloodpatch.pathway.values.pain import Pain, PainPosition
from bloodpatch.pathway.values.precision import Precision
from bloodpatch.pathway.values.quantity import Quantity, Whole
from bloodpatch.pathway.values.scores import (
    Aldrete,
    ApaisAnxiety,
    ApaisInformation,
    Count,
    Grade,
    Padss,
    Score,
)
from bloodpatch.pathway.values.spinal_level import Region, SpinalLevel
from bloodpatch.pathway.values.value import Plain, Value
from bloodpatch.pathway.values.vital_signs import (
    BeatsPerMinute,
    BreathsPerMinute,
    Celsius,
    SpO2Percent,
)
from bloodpatch.pathway.values.when import When

ALL: tuple[type[Value], ...] = (
    Millilitres,
    Celsius,
    Kilograms,
    Minutes,
    Hours,
    BeatsPerMinute,
    BreathsPerMinute,
    SpO2Percent,
    PlateletCount,
    Inr,
    CrClMlPerMin,
    Centimetres,
    Metres,
    Years,
    ApaisAnxiety,
    ApaisInformation,
    Aldrete,
    Padss,
    Grade,
    Count,
    BloodPressure,
    Pain,
    SpinalLevel,
    Needle,
    When,
    FreeText,
    Dose,
    Answers,
)
"""Every value class that a statement can have as a field; the bases are not among them."""

__all__ = [
    "ALL",
    "Aldrete",
    "Answer",
    "Answers",
    "ApaisAnxiety",
    "ApaisInformation",
    "BeatsPerMinute",
    "BloodPressure",
    "BreathsPerMinute",
    "Celsius",
    "Centimetres",
    "Count",
    "CrClMlPerMin",
    "Dose",
    "DoseUnit",
    "FreeText",
    "Grade",
    "Hours",
    "Inr",
    "Kilograms",
    "Metres",
    "Millilitres",
    "Minutes",
    "Needle",
    "NeedleKind",
    "Padss",
    "Pain",
    "PainPosition",
    "Plain",
    "PlateletCount",
    "Precision",
    "Quantity",
    "Region",
    "Score",
    "SpO2Percent",
    "SpinalLevel",
    "Value",
    "ValueFault",
    "When",
    "Whole",
    "Years",
]
