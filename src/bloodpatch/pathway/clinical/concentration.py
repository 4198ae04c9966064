"""The strength of a local anaesthetic."""

from decimal import Decimal

from bloodpatch.pathway.values import Quantity


class ConcentrationPercent(Quantity):
    """Per cent, weight in volume: 0.5 % is 5 mg in 1 mL."""

    __slots__ = ()

    title = "concentration in %"
    example = "0.5 %"
    unit = "%"
    low = Decimal("0.01")
    high = Decimal(5)
    places = 4
