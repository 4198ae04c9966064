"""A dose: which drug, how much, and in which unit. The unit is a part of it, never understood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Self

from bloodpatch.pathway.values.decimals import trimmed
from bloodpatch.pathway.values.fault import ValueFault, quoted
from bloodpatch.pathway.values.typed import number_and_rest, tidied
from bloodpatch.pathway.values.value import Value, not_plain


class DoseUnit(StrEnum):
    """Units in which doses are given here. mcg is written out: a micro sign is misread as m."""

    MG = "mg"
    MCG = "mcg"
    G = "g"
    ML = "mL"
    IU = "IU"
    MMOL = "mmol"
    MG_PER_KG = "mg_per_kg"
    MCG_PER_KG = "mcg_per_kg"
    IU_PER_KG = "IU_per_kg"


UNITS = {unit.value: unit for unit in DoseUnit}
TYPED_UNITS = {
    **{unit.casefold(): unit for unit in DoseUnit},
    "milligram": DoseUnit.MG,
    "milligrams": DoseUnit.MG,
    "\u03bcg": DoseUnit.MCG,
    "ug": DoseUnit.MCG,
    "microgram": DoseUnit.MCG,
    "micrograms": DoseUnit.MCG,
    "gram": DoseUnit.G,
    "grams": DoseUnit.G,
    "cc": DoseUnit.ML,
    "unit": DoseUnit.IU,
    "units": DoseUnit.IU,
    "mg/kg": DoseUnit.MG_PER_KG,
    "mcg/kg": DoseUnit.MCG_PER_KG,
    "\u03bcg/kg": DoseUnit.MCG_PER_KG,
    "ug/kg": DoseUnit.MCG_PER_KG,
    "iu/kg": DoseUnit.IU_PER_KG,
    "units/kg": DoseUnit.IU_PER_KG,
}
DRUG = re.compile(r"[a-z][a-z0-9_-]{1,59}")
TYPED = re.compile(r"([A-Za-z][A-Za-z0-9 _-]*?) ([-+.,\u2212\u2013]?[0-9].*)")
MOST = Decimal(1_000_000)
PLACES = 4


@dataclass(frozen=True, slots=True)
class Dose(Value):
    """One dose of one drug, by the drug's code (midazolam, tranexamic_acid)."""

    drug: str
    amount: Decimal
    unit: DoseUnit

    title: ClassVar[str] = "dose of a drug"
    example: ClassVar[str] = "midazolam 2 mg"

    def __post_init__(self) -> None:
        if not isinstance(self.drug, str) or not DRUG.fullmatch(self.drug):
            raise not_plain("code of a drug", self.drug)
        if type(self.unit) is not DoseUnit or not isinstance(self.amount, Decimal):
            raise not_plain("dose", f"{self.amount!r} {self.unit!r}")
        if not self.amount.is_finite() or not 0 < self.amount <= MOST:
            raise ValueFault(
                f"{self.amount} {_unit_words(self.unit)} is not a dose.",
                "A dose is more than nothing, and no more than can be given.",
                "Read the amount again, and type it with its unit; if nothing was given, "
                "leave the dose out.",
            )
        amount = trimmed(self.amount, PLACES)
        if amount is None:
            raise ValueFault(
                f"{self.amount} has too many decimals for a dose.",
                f"Doses are recorded with at most {PLACES} decimals.",
                "Type it in the next smaller unit: 0.5 mg is 500 mcg.",
            )
        object.__setattr__(self, "amount", amount)

    def plain(self) -> str:
        return f"{self.drug} {self.amount} {self.unit}"

    @classmethod
    def of(cls, plain: object) -> Self:
        parts = plain.split(" ") if isinstance(plain, str) and len(plain) <= 90 else []
        unit = UNITS.get(parts[2]) if len(parts) == 3 else None
        if unit is None:
            raise not_plain("dose", plain)
        try:
            value = cls(parts[0], Decimal(parts[1]), unit)
        except ArithmeticError:
            raise not_plain("dose", plain) from None
        if value.plain() != plain:
            raise not_plain("dose", plain)
        return value

    @classmethod
    def parse(cls, text: str) -> Self:
        text = tidied(text)
        match = TYPED.fullmatch(text)
        if match is None:
            raise ValueFault(
                f"{quoted(text)} is not a dose.",
                "A dose needs the drug, the amount and the unit, in this order.",
                "Type it like this: midazolam 2 mg.",
            )
        amount, unit = number_and_rest(match[2])
        return cls(match[1].casefold().replace(" ", "_"), amount, _unit_of(unit, text))

    def __str__(self) -> str:
        return f"{self.drug.replace('_', ' ')} {self.amount} {_unit_words(self.unit)}"


def _unit_of(words: str, text: str) -> DoseUnit:
    unit = TYPED_UNITS.get(words.casefold())
    if unit is not None:
        return unit
    if not words:
        raise ValueFault(
            f"{quoted(text)} has no unit.",
            "The same number in mg and in mcg differs a thousand times.",
            f"Type the unit behind it: {text} mg, or mcg, g, mL, IU.",
        )
    if words.casefold() == "u":
        raise ValueFault(
            "A U alone is no unit.",
            "Written by hand it is read as a 0, and the dose becomes ten times as much.",
            "Type IU, or units.",
        )
    known = ", ".join(_unit_words(each) for each in DoseUnit)
    raise ValueFault(
        f"{quoted(words)} is not a unit of a dose here.",
        f"These are: {known}.",
        "Type the amount in one of them.",
    )


def _unit_words(unit: DoseUnit) -> str:
    return unit.replace("_per_", "/")
