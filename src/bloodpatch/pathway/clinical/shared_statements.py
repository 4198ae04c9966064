"""What many statements share: how it was told, about which patch, and four groups of fields.

Each is a mixin, so that the same fact has the same field wherever it is stated.
"""

from dataclasses import dataclass
from typing import ClassVar

from bloodpatch.pathway.clinical.people import Certainty, Informant, Specialty
from bloodpatch.pathway.clinical.red_flags import RED_FLAG_CHOICES
from bloodpatch.pathway.clinical.spine import Side
from bloodpatch.pathway.clinical.symptoms import (
    SYMPTOM_CHOICES,
    BloodPressureWord,
    DiplopiaDirection,
    MotorNeuron,
    Muscle,
    Relief,
    ReliefEffect,
)
from bloodpatch.pathway.clinical.timing import Timing
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.values import (
    Answer,
    Answers,
    BeatsPerMinute,
    BloodPressure,
    Celsius,
    Centimetres,
    Count,
    FreeText,
    Kilograms,
    Pain,
    Score,
    SpO2Percent,
)


@dataclass(frozen=True, kw_only=True)
class Told:
    """How a fact came here. Every statement that records something has these four."""

    timing: Timing | None = payload(
        "When it was, counted from something", ask="When (as told)", more=True
    )
    told_by: Informant | None = payload("Who told it", ask="Told by", more=True)
    certainty: Certainty | None = payload("How sure it is", ask="How sure", more=True)
    note: FreeText | None = payload("What fits in no other field", ask="Note", more=True)


TOLD_FIELDS = ("timing", "told_by", "certainty", "note")
"""Names of the fields of `Told`: on a form they come last."""


@dataclass(frozen=True, kw_only=True)
class OfPatch:
    """A statement about one patch of several."""

    patch: Count | None = payload(
        "Which patch it is about, counted from the first", ask="Patch", more=True
    )


@dataclass(frozen=True, kw_only=True)
class ReliefTold(Told, OfPatch):
    """What a patch did for the headache; in recovery and at each contact later."""

    relief: Relief | None = payload("How much the headache was relieved", ask="Relief")
    pain_before: Pain | None = payload("Headache before the patch", ask="Pain before")
    pain_now: Pain | None = payload("Headache now", ask="Pain now")
    effects: tuple[ReliefEffect, ...] | None = payload("What else changed with it", ask="Effects")
    confirmed_by: Specialty | None = payload(
        "Which specialist confirmed it", ask="Confirmed by", more=True
    )
    lasting: Answer | None = payload("Whether the relief lasted", ask="Lasting")
    recurred: Answer | None = payload("Whether the headache came back", ask="Came back")
    called_successful: Answer | None = payload(
        "Whether whoever told it called the patch successful", ask="Called successful"
    )


class CranialNerve(Score):
    """The number of a cranial nerve: 6 moves the eye outwards, 7 the face."""

    __slots__ = ()

    title: ClassVar[str] = "cranial nerve, 1 to 12"
    example: ClassVar[str] = "6"
    minimum, maximum = 1, 12

    def __str__(self) -> str:
        return f"cranial nerve {self.value}"


@dataclass(frozen=True, kw_only=True)
class Deficit:
    """Symptoms, and exactly what is lost where a nerve is affected."""

    symptoms: Answers | None = payload(
        "What the patient has and does not have", ask="Symptoms", choices=SYMPTOM_CHOICES
    )
    side: Side | None = payload("On which side", ask="Side")
    sudden: Answer | None = payload("Whether it came all at once", ask="Sudden", more=True)
    isolated: Answer | None = payload(
        "Whether there is no other sign with it", ask="Isolated", more=True
    )
    cranial_nerve: CranialNerve | None = payload(
        "Which cranial nerve", ask="Cranial nerve", more=True
    )
    partial: Answer | None = payload("Whether some function is left", ask="Partial", more=True)
    motor_neuron: MotorNeuron | None = payload(
        "Upper or lower motor neuron", ask="Motor neuron", more=True
    )
    diplopia_direction: DiplopiaDirection | None = payload(
        "How the two images stand to each other", ask="Double images", more=True
    )
    muscles: tuple[Muscle, ...] | None = payload(
        "Which muscles are weak", ask="Weak muscles", more=True
    )


@dataclass(frozen=True, kw_only=True)
class RedFlagScreen(Told):
    """One pass through the red flags, at referral, assessment, preparation and each contact."""

    flags: Answers | None = payload(
        "Which red flags were asked about, and the answers",
        ask="Red flags",
        choices=RED_FLAG_CHOICES,
    )
    temperature: Celsius | None = payload("Temperature", ask="Temperature")
    temperature_later: Celsius | None = payload(
        "Temperature, taken again", ask="Temperature again", more=True
    )
    blood_pressure: BloodPressure | None = payload("Blood pressure", ask="Blood pressure")


@dataclass(frozen=True, kw_only=True)
class VitalSigns(Told):
    """What a monitor, a scale and a tape show; the same fields before and after the patch."""

    temperature: Celsius | None = payload("Temperature", ask="Temperature")
    blood_pressure: BloodPressure | None = payload("Blood pressure", ask="Blood pressure")
    heart_rate: BeatsPerMinute | None = payload("Heart rate", ask="Heart rate")
    spo2: SpO2Percent | None = payload("Oxygen saturation", ask="Oxygen")
    blood_pressure_word: BloodPressureWord | None = payload(
        "Blood pressure, where only a word was told", ask="Blood pressure (word)", more=True
    )
    weight_kg: Kilograms | None = payload("Body weight", ask="Weight")
    height_cm: Centimetres | None = payload("Body height", ask="Height")
