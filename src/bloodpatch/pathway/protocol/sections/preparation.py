"""What the protocol says about preparation (T5 T6): what must hold before the time-out."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bloodpatch.pathway.clinical.drugs import SEDATIVES, Antithrombotic
from bloodpatch.pathway.protocol.kinds import (
    CODE,
    code,
    number,
    one_of,
    rows,
    sentence,
    some_of,
    whole,
)


class AntithromboticPolicy(StrEnum):
    """Which published table of intervals the clinic follows; it must choose one itself."""

    NOT_CHOSEN = "not_chosen"
    ASRA_REGIONAL_2025 = "asra_regional_2025"
    ASRA_PAIN_2018 = "asra_pain_2018"
    AAGBI_2013 = "aagbi_2013"


class SedationUnit(StrEnum):
    """The units in which a clinic writes its usual doses."""

    MG = "mg"
    MCG = "mcg"


@dataclass(frozen=True, kw_only=True)
class SedationDose:
    """What an adult usually gets of one drug for one patch, all of it together.

    `most` is less than ten times `least`, so a decimal point that slipped, or another unit, always
    leads out of the range.
    """

    code: str = CODE
    unit: SedationUnit = one_of("The unit of both amounts", SedationUnit)
    least: Decimal = number(
        "For one patch usually at least", unit="", low="0.01", high="1000", places=2
    )
    most: Decimal = number(
        "For one patch usually at most", unit="", low="0.01", high="5000", places=2
    )


@dataclass(frozen=True, kw_only=True)
class Substitute:
    """What is used where a patient is allergic to the usual thing."""

    code: str = CODE
    instead: str = sentence("What is used instead")


@dataclass(frozen=True, kw_only=True)
class Preparation:
    """Temperature, bleeding risk, anxiety, fasting, escort, identity and people in the room."""

    fever_hold_c: Decimal = number(
        "A temperature from this on holds the patch", unit="°C", low="37.5", high="38.5", places=1
    )
    fever_window_hours: int = whole(
        "A fever counts when it was measured within the last", unit="h", low=12, high=72
    )
    answers_valid_hours: int = whole(
        "What was asked and examined before a visit counts for it when, before the arrival, no"
        " older than",
        unit="h",
        low=1,
        high=24,
    )
    anxious_from_apais: int = whole(
        "From this APAIS anxiety sum on, the patient counts as particularly anxious",
        unit="APAIS",
        low=8,
        high=16,
    )
    fasting_clear_hours: int = whole(
        "Before sedation: hours since the last clear fluid", unit="h", low=2, high=8
    )
    fasting_light_hours: int = whole(
        "Before sedation: hours since the last light meal", unit="h", low=6, high=12
    )
    fasting_fatty_hours: int = whole(
        "Before sedation: hours since the last fatty or fried meal, or meat",
        unit="h",
        low=8,
        high=24,
    )
    escort_hours: int = whole(
        "After sedation a responsible adult stays with the patient for", unit="h", low=12, high=48
    )
    sedation_doses: tuple[SedationDose, ...] = rows(
        "Drugs for sedation, and how much of each an adult usually gets for one patch", SedationDose
    )
    min_identifiers: int = whole(
        "The patient is identified by at least this many identifiers", unit="", low=2, high=4
    )
    min_operators: int = whole(
        "Named people who do the procedure, at least", unit="", low=1, high=3
    )
    platelets_caution_below: int = whole(
        "Platelets below this (childbirth): an individual decision by a physician",
        unit="10^9/L",
        low=70,
        high=150,
    )
    platelets_avoid_below: int = whole(
        "Platelets below this (childbirth): the patch is to be avoided",
        unit="10^9/L",
        low=50,
        high=100,
    )
    platelets_caution_outside_childbirth_below: int = whole(
        "Platelets below this (outside of childbirth): a word to the physician",
        unit="10^9/L",
        low=70,
        high=150,
    )
    platelets_valid_hours: int = whole(
        "Where the cause moves (ITP, high pressure of pregnancy, heparin for long) a platelet count"
        " is no older than",
        unit="h",
        low=6,
        high=72,
    )
    heparin_platelets_after_days: int = whole(
        "Heparin for more days than this: platelets are counted before a needle",
        unit="d",
        low=2,
        high=7,
    )
    hellp_platelets_valid_hours: int = whole(
        "In HELLP syndrome a platelet count is no older than", unit="h", low=1, high=12
    )
    level_after_dose_hours: int = whole(
        "A level of a drug in the blood counts from so long after the last dose on",
        unit="h",
        low=3,
        high=24,
    )
    antithrombotic_policy: AntithromboticPolicy = one_of(
        "The published table of antithrombotic intervals that the clinic follows",
        AntithromboticPolicy,
    )
    drugs_that_never_wait: tuple[Antithrombotic, ...] = some_of(
        "Drugs for which no needle waits, also where the clinic's table has no row for them",
        Antithrombotic,
    )
    inr_highest: Decimal = number(
        "The patch is held above this INR, where the row of no drug table asks for less",
        unit="INR",
        low="1.1",
        high="1.5",
        places=1,
    )
    adult_from_years: int = whole(
        "Who is younger is a child: a guardian consents, volumes go by weight",
        unit="years",
        low=16,
        high=21,
    )

    spoken_language: str = code(
        "The language that the clinic speaks: a consent in another one, or for who reads another"
        " one, says how it was understood"
    )
    systolic_hold_below: int = whole(
        "At the time-out a systolic blood pressure below this holds",
        unit="mmHg",
        low=80,
        high=100,
    )
    pulse_hold_below: int = whole(
        "At the time-out a pulse below this holds", unit="/min", low=40, high=55
    )
    pulse_hold_above: int = whole(
        "At the time-out a pulse above this holds", unit="/min", low=100, high=130
    )
    spo2_hold_below: int = whole(
        "At the time-out an oxygen saturation below this holds", unit="%", low=88, high=95
    )
    substitutes: tuple[Substitute, ...] = rows(
        "What is used instead of what a patient is allergic to", Substitute
    )

    @property
    def sedatives(self) -> frozenset[str]:
        """The codes of the drugs that sedate, and of what else this clinic sedates with."""
        return SEDATIVES | {row.code for row in self.sedation_doses}
