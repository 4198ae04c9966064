"""Scores, grades and counts: whole numbers between fixed ends."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from bloodpatch.pathway.values.fault import ValueFault
from bloodpatch.pathway.values.quantity import Whole


class Score(Whole):
    """Points on a published scale. Shown with the end of the scale, so that 9 is not read as low.

    The subclass names its `minimum` and `maximum`; "11/20" and "11 of 20" can then be typed too.
    """

    __slots__ = ()

    unit = ""
    source = "definition"
    minimum: ClassVar[int]
    maximum: ClassVar[int]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.low, cls.high = Decimal(cls.minimum), Decimal(cls.maximum)
        cls.also = frozenset(
            {f"/{cls.maximum}", f"/ {cls.maximum}", f"of {cls.maximum}", f"out of {cls.maximum}"}
        )

    @classmethod
    def out_of_bounds(cls, value: Decimal) -> ValueFault:
        return ValueFault(
            f"{value} is not on this scale.",
            f"It goes from {cls.minimum} to {cls.maximum}.",
            "Add up the points again, and check that it is this scale.",
        )

    def __str__(self) -> str:
        return f"{self.value} of {self.maximum}"


class ApaisAnxiety(Score):
    """The anxiety part of the Amsterdam scale: four questions, 1 to 5 points each."""

    __slots__ = ()

    title = "APAIS anxiety, 4 to 20"
    example = "11"
    source = "moerman1996"
    minimum, maximum = 4, 20


class ApaisInformation(Score):
    """The information part of the Amsterdam scale: two questions, 1 to 5 points each."""

    __slots__ = ()

    title = "APAIS need for information, 2 to 10"
    example = "6"
    source = "moerman1996"
    minimum, maximum = 2, 10


class Aldrete(Score):
    """The modified Aldrete score: five signs, 0 to 2 points each."""

    __slots__ = ()

    title = "Aldrete score, 0 to 10"
    example = "9"
    source = "aldrete"
    minimum, maximum = 0, 10


class Padss(Score):
    """The post-anaesthetic discharge score: five signs, 0 to 2 points each."""

    __slots__ = ()

    title = "PADSS, 0 to 10"
    example = "9"
    source = "chung"
    minimum, maximum = 0, 10


class Grade(Score):
    """How severe an adverse event was: 1 mild to 5 fatal."""

    __slots__ = ()

    severe, life_threatening = 3, 4

    title = "grade, 1 to 5"
    example = "grade 2"
    minimum, maximum = 1, 5

    @classmethod
    def before_number(cls, text: str) -> str:
        return text[5:].lstrip() if text[:5].casefold() == "grade" else text

    def __str__(self) -> str:
        return f"grade {self.value}"


class Count(Whole):
    """How many: attempts, passes, calls."""

    __slots__ = ()

    title = "count"
    example = "2"
    unit = ""
    low, high = Decimal(0), Decimal(999)
    also = frozenset({"x", "\u00d7", "times"})
