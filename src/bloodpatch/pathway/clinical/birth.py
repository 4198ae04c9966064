"""What the values of this room check when they are born."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from bloodpatch.pathway.values.fault import ValueFault
from bloodpatch.pathway.values.value import not_plain


def shortest(number: object, *, places: int, largest: int) -> Decimal:
    """The number in its one stored form: 1.50 and 1.5 are the same. A fault if it is none."""
    if isinstance(number, bool) or not isinstance(number, (Decimal, int)):
        # A float is refused as well: 0.1 in binary is not 0.1.
        raise not_plain("number", number)
    exact = Decimal(number)
    if not exact.is_finite() or not 0 <= exact <= largest or exact != round(exact, places):
        raise ValueFault(
            f"{number} cannot be right.",
            f"It must lie between 0 and {largest}, with at most {places} decimals.",
            "Check the number and its unit, and type it again.",
        )
    return Decimal(int(exact)) if exact == int(exact) else Decimal(f"{exact:f}".rstrip("0"))


def listed(word: object, kind: type[StrEnum]) -> None:
    """A fault unless it is nothing or a word of this list; text that looks like one is not."""
    if word is not None and type(word) is not kind:
        raise not_plain(kind.__name__, word)
