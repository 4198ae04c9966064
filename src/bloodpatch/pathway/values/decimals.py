"""Decimal numbers without zeros that say nothing, in no context but their own digits."""

from __future__ import annotations

from decimal import Decimal


def trimmed(value: Decimal, places: int) -> Decimal | None:
    """The same number in its one canonical form, or None if it needs more decimals than that.

    Not `Decimal.normalize`: it rounds to the precision of the thread's context, and writes 20
    as 2E+1. The caller has already refused what is infinite or too large.
    """
    whole = int(value)
    if value == whole:
        return Decimal(whole)
    sign, digits, exponent = value.as_tuple()
    exponent = int(exponent)  # a letter only for what is not finite
    end = len(digits)
    while digits[end - 1] == 0:
        end -= 1
    decimals = -exponent - (len(digits) - end)
    return Decimal((sign, digits[:end], -decimals)) if decimals <= places else None
