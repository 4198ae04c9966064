"""A number from the laboratory or from a manometer, with what was measured and its unit.

For numbers that a rule compares there are values of their own (`PlateletCount`, `Inr`,
`CrClMlPerMin`); this is for all the others, and for what a report from elsewhere gives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical.birth import listed, shortest
from bloodpatch.pathway.values.fault import ValueFault, quoted
from bloodpatch.pathway.values.typed import NUMBER, number_and_rest, tidied
from bloodpatch.pathway.values.value import Value, not_plain


class Analyte(Choice):
    WHITE_CELLS = "white_cells", "White cells"
    NEUTROPHILS = "neutrophils", "Neutrophils"
    CRP = "crp", "CRP"
    PLATELETS = "platelets", "Platelets"
    HAEMOGLOBIN = "haemoglobin", "Haemoglobin"
    INR = "inr", "INR"
    PT = "pt", "Prothrombin time"
    APTT = "aptt", "aPTT"
    FIBRINOGEN = "fibrinogen", "Fibrinogen"
    CREATININE = "creatinine", "Creatinine"
    CRCL = "crcl", "Creatinine clearance"
    ANTI_XA = "anti_xa", "Anti-Xa"
    URATE = "urate", "Urate"
    URINE_PROTEIN = "urine_protein", "Protein in the urine"
    LIVER_ENZYMES = "liver_enzymes", "Liver enzymes"
    CD4 = "cd4", "CD4 cells"
    CSF_PRESSURE = "csf_pressure", "CSF pressure"
    CSF_NEUTROPHILS = "csf_neutrophils", "Neutrophils in the CSF"
    CSF_WHITE_CELLS = "csf_white_cells", "White cells in the CSF"
    CSF_RED_CELLS = "csf_red_cells", "Red cells in the CSF"
    CSF_GLUCOSE = "csf_glucose", "Glucose in the CSF"
    CSF_PROTEIN = "csf_protein", "Protein in the CSF"
    OTHER = "other", "Another one (say which in the note)"


class Comparator(Choice):
    """Said of a number that is only a limit."""

    BELOW = "<", "less than"
    AT_MOST = "<=", "at most"
    ABOVE = ">", "more than"
    AT_LEAST = ">=", "at least"


class LabUnit(Choice):
    PER_UL = "/uL", "per microlitre"
    E9_PER_L = "10^9/L", "10^9/L"
    E6_PER_L = "10^6/L", "10^6/L"
    G_PER_DL = "g/dL", "g/dL"
    G_PER_L = "g/L", "g/L"
    MG_PER_DL = "mg/dL", "mg/dL"
    MG_PER_L = "mg/L", "mg/L"
    MMOL_PER_L = "mmol/L", "mmol/L"
    UMOL_PER_L = "umol/L", "micromol/L"
    U_PER_L = "U/L", "U/L"
    IU_PER_ML = "IU/mL", "IU/mL"
    NG_PER_ML = "ng/mL", "ng/mL"
    ML_PER_MIN = "mL/min", "mL/min"
    G_PER_DAY = "g/day", "g per day"
    MG_PER_DAY = "mg/day", "mg per day"
    SECONDS = "s", "seconds"
    PERCENT = "%", "%"
    RATIO = "ratio", "(a ratio)"
    MM_H2O = "mmH2O", "mmH2O"
    CM_H2O = "cmH2O", "cmH2O"
    MM_HG = "mmHg", "mmHg"


PRESSURES = frozenset({LabUnit.MM_H2O, LabUnit.CM_H2O, LabUnit.MM_HG})
UNITS = {
    **{unit.value.casefold(): unit for unit in LabUnit},
    **dict.fromkeys(
        ("/\u03bcl", "/\u00b5l", "/mm3", "/mm\u00b3", "/cmm", "per ul", "cells/ul", "per mm3"),
        LabUnit.PER_UL,
    ),
    **dict.fromkeys(("x10^9/l", "\u00d710^9/l", "x 10^9/l", "10\u2079/l"), LabUnit.E9_PER_L),
    **dict.fromkeys(("\u03bcmol/l", "\u00b5mol/l"), LabUnit.UMOL_PER_L),
    **dict.fromkeys(("sec", "seconds"), LabUnit.SECONDS),
    **dict.fromkeys(("mm h2o", "mm of water"), LabUnit.MM_H2O),
    **dict.fromkeys(("cm h2o", "cm of water"), LabUnit.CM_H2O),
    **dict.fromkeys(("g/24h", "g/24 h", "g per day"), LabUnit.G_PER_DAY),
    **dict.fromkeys(("mg/24h", "mg/24 h", "mg per day"), LabUnit.MG_PER_DAY),
    **dict.fromkeys(("mm hg",), LabUnit.MM_HG),
    **dict.fromkeys(("per cent", "percent"), LabUnit.PERCENT),
}
ANALYTES = {
    phrase: analyte
    for analyte in Analyte
    for phrase in (analyte.value, analyte.value.replace("_", " "), analyte.label.casefold())
}
PLAIN = re.compile(r"([a-z0-9_]+) (<=|>=|<|>)?((?:0|[1-9][0-9]*)(?:\.[0-9]+)?) (\S+)")
LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Measured(Value):
    """`ANALYTE [COMPARATOR]NUMBER UNIT`: "white_cells 19800 /uL", "platelets <50 10^9/L"."""

    analyte: Analyte
    value: Decimal
    unit: LabUnit
    comparator: Comparator | None = None

    title: ClassVar[str] = "measured value (what, number, unit)"
    example: ClassVar[str] = "white cells 19800 /uL"

    def __post_init__(self) -> None:
        for word, kind in (
            (self.analyte, Analyte),
            (self.unit, LabUnit),
            (self.comparator, Comparator),
        ):
            listed(word, kind)
        object.__setattr__(self, "value", shortest(self.value, places=3, largest=LARGEST))
        if (self.unit in PRESSURES) != (self.analyte is Analyte.CSF_PRESSURE) and (
            self.analyte is not Analyte.OTHER
        ):
            raise ValueFault(
                f"{self.analyte.label} is not measured in {self.unit}.",
                "Pressures and amounts have different units.",
                "Look at the unit in the report.",
            )

    def plain(self) -> str:
        return f"{self.analyte} {self.comparator or ''}{self.value:f} {self.unit}"

    @classmethod
    def of(cls, plain: object) -> Self:
        match = PLAIN.fullmatch(plain) if isinstance(plain, str) else None
        if match is None:
            raise not_plain("measured value", plain)
        try:
            compared = Comparator(match[2]) if match[2] else None
            value = cls(Analyte(match[1]), Decimal(match[3]), LabUnit(match[4]), compared)
        except ValueError:
            raise not_plain("measured value", plain) from None
        if value.plain() != plain:
            raise not_plain("measured value", plain)
        return value

    @classmethod
    def parse(cls, text: str) -> Self:
        text = tidied(text)
        analyte, rest = _named(text)
        compared = next((c for c in sorted(Comparator, key=len)[::-1] if rest.startswith(c)), None)
        number, unit = _number_and_unit(rest.removeprefix(compared or "").lstrip())
        if not unit and analyte is Analyte.INR:
            unit = LabUnit.RATIO
        if unit.casefold() not in UNITS:
            raise ValueFault(
                f"{quoted(unit)} is not a unit that is read here."
                if unit
                else f"{quoted(text)} has no unit.",
                "The same number means something else in another unit.",
                f"Type the unit as in the report: {', '.join(LabUnit)}.",
            )
        return cls(analyte, number, UNITS[unit.casefold()], compared)

    def __str__(self) -> str:
        than = f"{self.comparator.label} " if self.comparator else ""
        return f"{self.analyte.label} {than}{self.value:f} {self.unit.label}"


def _named(text: str) -> tuple[Analyte, str]:
    for phrase in sorted(ANALYTES, key=len, reverse=True):
        rest = text[len(phrase) :]
        if text.casefold().startswith(phrase) and rest[:1] in {" ", "<", ">", ":", "="}:
            return ANALYTES[phrase], rest.lstrip(" :=")
    raise ValueFault(
        f"{quoted(text)} does not begin with what was measured.",
        "A number alone could be any of them.",
        "Choose one of the list, then the number and the unit: white cells 19800 /uL.",
    )


def _number_and_unit(text: str) -> tuple[Decimal, str]:
    """A unit may itself begin with a number: 50 10^9/L. All else is explained in the usual way."""
    number, _, unit = text.partition(" ")
    if unit.casefold() in UNITS and NUMBER.fullmatch(number):
        return Decimal(number), unit
    return number_and_rest(text)
