"""How many of one unit make another: arithmetic, the same in every clinic, and no medicine."""

from decimal import Decimal

SECONDS_A_MINUTE = 60
MINUTES_AN_HOUR = 60
SECONDS_AN_HOUR = SECONDS_A_MINUTE * MINUTES_AN_HOUR
HOURS_A_DAY = 24
MINUTES_A_DAY = MINUTES_AN_HOUR * HOURS_A_DAY
DAYS_A_WEEK = 7
DAYS_A_MONTH = (28, 31)
"""At least and at most."""
DAYS_A_YEAR = (365, 366)
MG_A_G = Decimal(1000)
FEET_A_METRE = 3.281
PER_CENT = 100

BILLIONS_PER_LITRE = Decimal("0.001")
"""A count per microlitre, told in 10^9 per litre."""


def celsius(fahrenheit: Decimal) -> Decimal:
    return (fahrenheit - 32) * 5 / 9
