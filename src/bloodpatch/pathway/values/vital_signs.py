"""What a monitor or a thermometer shows: temperature, heart rate, breathing, oxygen."""

from __future__ import annotations

from decimal import Decimal

from bloodpatch.pathway.values.fault import ValueFault
from bloodpatch.pathway.values.quantity import Quantity, Whole
from bloodpatch.pathway.values.units import celsius


class Celsius(Quantity):
    """A body temperature."""

    __slots__ = ()

    title = "temperature in \u00b0C"
    example = "36.8 \u00b0C"
    unit = "\u00b0C"
    low, high, places = Decimal(30), Decimal(45), 1
    also = frozenset({"c", "deg c", "degc", "celsius", "degrees celsius", "degrees c", "\u00b0 c"})
    foreign = dict.fromkeys(
        ("f", "\u00b0f", "\u00b0 f", "deg f", "degf", "fahrenheit", "degrees fahrenheit"),
        "That is a temperature in \u00b0F; here it is recorded in \u00b0C.",
    )

    @classmethod
    def out_of_bounds(cls, value: Decimal) -> ValueFault:
        if cls.low <= celsius(value) <= cls.high:
            return ValueFault(
                f"{value} cannot be a body temperature in \u00b0C.",
                "That looks like \u00b0F.",
                f"If it was read in \u00b0F, it is {celsius(value):.1f} \u00b0C: type that. "
                "Otherwise read the thermometer again.",
            )
        if cls.low <= value.scaleb(-1) <= cls.high and value == int(value):
            return ValueFault(
                f"{value} cannot be a body temperature in \u00b0C.",
                "That looks like a temperature whose decimal point was lost.",
                "Read the thermometer again, and type it with its point.",
            )
        return super().out_of_bounds(value)

    @classmethod
    def wrong_unit(cls, number: Decimal, unit: str) -> ValueFault:
        if unit.casefold() in cls.foreign and cls.low <= celsius(number) <= cls.high:
            return cls.out_of_bounds(number)
        return super().wrong_unit(number, unit)

    def __str__(self) -> str:
        return f"{self.value:.1f} {self.unit}"


class BeatsPerMinute(Whole):
    """A heart rate. Zero can happen, and then it must be possible to write it down."""

    __slots__ = ()

    title = "heart rate per minute"
    example = "72/min"
    unit = "/min"
    low, high = Decimal(0), Decimal(350)
    also = frozenset({"bpm", "per minute", "per min", "beats per minute", "/ min"})


class BreathsPerMinute(Whole):
    """A breathing rate."""

    __slots__ = ()

    title = "breathing rate per minute"
    example = "14/min"
    unit = "/min"
    low, high = Decimal(0), Decimal(100)
    also = frozenset({"per minute", "per min", "breaths per minute", "/ min", "bpm"})


class SpO2Percent(Whole):
    """The oxygen saturation that a pulse oximeter shows."""

    __slots__ = ()

    title = "oxygen saturation in %"
    example = "98 %"
    unit = "%"
    low, high = Decimal(10), Decimal(100)
    also = frozenset({"percent", "per cent"})
    foreign = dict.fromkeys(
        ("kpa", "mmhg"), "That is a pressure of oxygen; here the saturation is recorded."
    )

    @classmethod
    def out_of_bounds(cls, value: Decimal) -> ValueFault:
        if 0 < value <= 1:
            return ValueFault(
                f"{value} cannot be a saturation in %.",
                "That looks like a fraction of one.",
                "Type it in %: 98, not 0.98.",
            )
        return super().out_of_bounds(value)
