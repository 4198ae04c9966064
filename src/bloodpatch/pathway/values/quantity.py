"""A number with its unit. Each kind of quantity is a class of its own, so volumes never meet hours.

The bounds here are those of the possible, not of the advisable: outside them a value is malformed
(a slip of the pen); what is unwise within them is for the protocol and its findings to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from bloodpatch.pathway.values.decimals import trimmed
from bloodpatch.pathway.values.fault import ValueFault, quoted
from bloodpatch.pathway.values.typed import number_and_rest, tidied
from bloodpatch.pathway.values.value import Value, not_plain

LONGEST_PLAIN = 12


@dataclass(frozen=True, slots=True, init=False)
class Quantity(Value):
    """A decimal number in one fixed unit. Ordered within its own class only."""

    value: Decimal

    unit: ClassVar[str]
    low: ClassVar[Decimal]
    high: ClassVar[Decimal]
    places: ClassVar[int]
    also: ClassVar[frozenset[str]] = frozenset()
    """Other ways to write the unit, lower case; all of exactly the same size."""
    foreign: ClassVar[dict[str, str]] = {}
    """Units that people may type by mistake, lower case, and what to say about each."""

    def __init__(self, value: Decimal | int | str) -> None:
        object.__setattr__(self, "value", self._checked(value))

    @classmethod
    def _checked(cls, value: Decimal | int | str) -> Decimal:
        if isinstance(value, str):
            return cls.of(value).value
        if isinstance(value, bool) or not isinstance(value, (Decimal, int)):
            # A float is refused as well: 22.1 in binary is not 22.1.
            raise not_plain(cls.title, value)
        if isinstance(value, int):
            value = Decimal(value)
        if not value.is_finite():
            raise ValueFault(
                f"{value} is not a number.", "Nothing was counted.", "Type the number."
            )
        if not cls.low <= value <= cls.high:
            raise cls.out_of_bounds(value)
        canonical = trimmed(value, cls.places)
        if canonical is None:
            raise cls.too_fine(value)
        return canonical

    @classmethod
    def out_of_bounds(cls, value: Decimal) -> ValueFault:
        """What is said of a number that cannot be; a class that knows a likely slip says it."""
        return ValueFault(
            f"{value}{cls._unit_behind()} cannot be right.",
            f"It must lie between {cls.low} and {cls.high}{cls._unit_behind()}.",
            "Check the number and its unit, and type it again.",
        )

    @classmethod
    def too_fine(cls, value: Decimal) -> ValueFault:
        """What is said of more decimals than anybody measures."""
        wanted = {0: "a whole number", 1: "at most one decimal"}.get(
            cls.places, f"at most {cls.places} decimals"
        )
        return ValueFault(
            f"{value} has too many decimals.",
            f"This is recorded with {wanted}.",
            "Read the value again and type it so; the computer does not round for you.",
        )

    @classmethod
    def _unit_behind(cls) -> str:
        return cls.unit if cls.unit.startswith("/") else f" {cls.unit}" if cls.unit else ""

    def plain(self) -> str:
        return str(self.value)

    @classmethod
    def of(cls, plain: object) -> Self:
        # Decimal itself reads "1_0", full-width digits, spaces, "1E2" and "NaN"; the comparison
        # with the canonical form below refuses them all at the price of one str().
        if not isinstance(plain, str) or len(plain) > LONGEST_PLAIN:
            raise not_plain(cls.title, plain)
        try:
            value = cls(Decimal(plain))
        except ArithmeticError:
            raise not_plain(cls.title, plain) from None
        if str(value.value) != plain:
            raise not_plain(cls.title, plain)
        return value

    @classmethod
    def parse(cls, text: str) -> Self:
        number, unit = number_and_rest(cls.before_number(tidied(text)))
        if unit and unit.casefold() != cls.unit.casefold() and unit.casefold() not in cls.also:
            raise cls.wrong_unit(number, unit)
        return cls(number)

    @classmethod
    def before_number(cls, text: str) -> str:
        """What is left when a word that may stand before the number is taken away."""
        return text

    @classmethod
    def wrong_unit(cls, number: Decimal, unit: str) -> ValueFault:
        """What is said of another unit, or of words that are no unit."""
        known = cls.foreign.get(unit.casefold())
        wanted = f"in {cls.unit}" if cls.unit else "as a number alone"
        return ValueFault(
            f"{quoted(unit)} stands behind the number {number}.",
            known or f"This is recorded {wanted}.",
            f"Type it {wanted}, or the number alone." if cls.unit else "Type the number alone.",
        )

    def __str__(self) -> str:
        return f"{self.value}{self._unit_behind()}"

    def __lt__(self, other: Self) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self.value < other.value

    def __le__(self, other: Self) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self.value <= other.value

    def __gt__(self, other: Self) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self.value > other.value

    def __ge__(self, other: Self) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self.value >= other.value


class Whole(Quantity):
    """A quantity that is counted, not measured: no decimals, and usable as an int."""

    __slots__ = ()

    places = 0

    def __int__(self) -> int:
        return int(self.value)
