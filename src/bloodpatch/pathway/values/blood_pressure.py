"""A blood pressure: two numbers that belong together, systolic first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from bloodpatch.pathway.values.fault import ValueFault, quoted
from bloodpatch.pathway.values.typed import tidied
from bloodpatch.pathway.values.value import Value, not_plain

PAIR = re.compile(r"(0|[1-9][0-9]{0,2}) ?/ ?(0|[1-9][0-9]{0,2})(?: ?mmhg)?", re.IGNORECASE)
SYSTOLIC = range(20, 351)
DIASTOLIC = range(251)


@dataclass(frozen=True, slots=True)
class BloodPressure(Value):
    """In mmHg, the systolic above the diastolic."""

    systolic: int
    diastolic: int

    title: ClassVar[str] = "blood pressure in mmHg"
    example: ClassVar[str] = "118/74"

    def __post_init__(self) -> None:
        if type(self.systolic) is not int or type(self.diastolic) is not int:
            raise not_plain(self.title, f"{self.systolic!r}/{self.diastolic!r}")
        if self.systolic not in SYSTOLIC or self.diastolic not in DIASTOLIC:
            raise ValueFault(
                f"{self.plain()} cannot be a blood pressure in mmHg.",
                f"The upper value lies between {SYSTOLIC[0]} and {SYSTOLIC[-1]}, "
                f"the lower between {DIASTOLIC[0]} and {DIASTOLIC[-1]}.",
                "Read the monitor again, and type both values: 118/74.",
            )
        if self.systolic <= self.diastolic:
            raise ValueFault(
                f"In {self.plain()} the first value is not above the second.",
                "The systolic value comes first and is always the higher one.",
                "Check whether the two were swapped or mistyped, and type them again.",
            )

    def plain(self) -> str:
        return f"{self.systolic}/{self.diastolic}"

    @classmethod
    def of(cls, plain: object) -> Self:
        match = PAIR.fullmatch(plain) if isinstance(plain, str) else None
        if match is None or match[0] != f"{match[1]}/{match[2]}":
            raise not_plain(cls.title, plain)
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def parse(cls, text: str) -> Self:
        text = tidied(text)
        match = PAIR.fullmatch(text)
        if match is None:
            raise _not_a_pair(text)
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.plain()} mmHg"


def _not_a_pair(text: str) -> ValueFault:
    if "kpa" in text.casefold():
        return ValueFault(
            f"{quoted(text)} is in kPa.",
            "A blood pressure is recorded in mmHg here.",
            "Type it in mmHg: 118/74.",
        )
    return ValueFault(
        f"{quoted(text)} is not a blood pressure.",
        "It needs two whole numbers in mmHg with a slash between them.",
        "Type the upper value, a slash, the lower value: 118/74.",
    )
