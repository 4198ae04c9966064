"""What is stated in recovery, and the closed lists of answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical import Told
from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.values import (
    Answer,
    BeatsPerMinute,
    BloodPressure,
    FreeText,
    Metres,
    Pain,
    PainPosition,
    SpO2Percent,
)


class RestPosition(Choice):
    FLAT = "flat", "Flat on the back"
    SIDE = "side", "On the side"
    PRONE = "prone", "Prone"
    HEAD_UP = "head_up", "Head raised"


class Legs(Choice):
    NORMAL = "normal", "Both move and feel as before"
    WEAK = "weak", "Weaker than before"
    NUMB = "numb", "Numb or tingling"


LEGS_MEAN: Mapping[Legs, Concept] = {
    Legs.WEAK: Concept.LEG_WEAKNESS,
    Legs.NUMB: Concept.LEG_WEAKNESS,
}
LEGS_THAT_MEAN_NOTHING: Mapping[Legs, str] = {Legs.NORMAL: "the no of weak legs"}


class Walked(Choice):
    WHOLE_DISTANCE = "whole_distance", "The whole distance"
    LESS = "less", "Less"
    NOT_AT_ALL = "not_at_all", "Not at all"


@dataclass(frozen=True, kw_only=True)
class Reception(Told):
    bay: Code | None = payload("The recovery bay", ask="Bay")
    handed_over_by: Code | None = payload("Who brought the patient from the procedure room")


@dataclass(frozen=True, kw_only=True)
class Rest(Told):
    position: RestPosition | None = payload("How the patient lies", ask="Position")


@dataclass(frozen=True, kw_only=True)
class Observations(Told):
    heart_rate: BeatsPerMinute | None = payload("Heart rate", ask="Heart rate")
    blood_pressure: BloodPressure | None = payload("Blood pressure", ask="Blood pressure")
    oxygen: SpO2Percent | None = payload("Oxygen saturation", ask="Oxygen")
    pain_lying: Pain | None = payload(
        "Headache, lying", ask="Pain lying", position=PainPosition.LYING
    )
    legs: Legs | None = payload("Power and feeling of both legs", ask="Legs")


@dataclass(frozen=True, kw_only=True)
class GettingUp(Told):
    reason: FreeText | None = payload("Why the patient got up", ask="Why?")


@dataclass(frozen=True, kw_only=True)
class NothingMore:
    """The act itself is all that is said."""


@dataclass(frozen=True, kw_only=True)
class StandAndWalk(Told):
    walked: Walked = payload("How far the patient walked", ask="Walked", required=True)
    distance_m: Metres | None = payload("Distance walked", ask="Distance")
    pain_lying: Pain | None = payload(
        "Headache lying, just before standing",
        ask="Pain lying, just before",
        position=PainPosition.LYING,
    )
    pain_standing: Pain | None = payload(
        "Headache on standing", ask="Pain standing", position=PainPosition.STANDING
    )
    dizzy: Answer | None = payload("Dizzy on standing", ask="Dizzy on standing")
    steady: Answer | None = payload("Steady gait", ask="Steady on her feet")

    @property
    def passed(self) -> bool:
        """Headache on standing is an outcome of the patch, not a failure of this test."""
        return self.walked is Walked.WHOLE_DISTANCE and self.steady is not Answer.NO
