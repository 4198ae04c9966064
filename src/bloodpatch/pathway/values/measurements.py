"""What is measured with a syringe, a scale or a ruler: volumes, weights, lengths."""

from __future__ import annotations

from decimal import Decimal

from bloodpatch.pathway.values.fault import ValueFault
from bloodpatch.pathway.values.quantity import Quantity


class Millilitres(Quantity):
    """A volume: blood drawn or injected, local anaesthetic, contrast."""

    __slots__ = ()

    title = "volume in mL"
    example = "22.5 mL"
    unit = "mL"
    low, high, places = Decimal(0), Decimal(100), 1
    also = frozenset({"cc", "millilitre", "millilitres", "milliliter", "milliliters", "mls"})
    foreign = {
        "l": "One litre is 1000 mL; volumes here are recorded in mL.",
        "dl": "One decilitre is 100 mL; volumes here are recorded in mL.",
        "cl": "One centilitre is 10 mL; volumes here are recorded in mL.",
        "mg": "mg is a weight of drug, not a volume.",
    }

    @classmethod
    def out_of_bounds(cls, value: Decimal) -> ValueFault:
        if value > cls.high:
            return ValueFault(
                f"A lone {value} cannot be a volume in mL.",
                f"Nothing above {cls.high} mL is given or drawn here; perhaps a decimal point "
                "was lost, or it is another number.",
                "Read the syringe again, and type the volume in mL.",
            )
        return super().out_of_bounds(value)


class Kilograms(Quantity):
    """A body weight."""

    __slots__ = ()

    title = "weight in kg"
    example = "68.5 kg"
    unit = "kg"
    low, high, places = Decimal(2), Decimal(400), 1
    also = frozenset({"kgs", "kilo", "kilos", "kilogram", "kilograms"})
    foreign = {
        **dict.fromkeys(
            ("lb", "lbs", "pound", "pounds"),
            "That is a weight in pounds; doses here are worked out from kg.",
        ),
        **dict.fromkeys(
            ("st", "stone"), "That is a weight in stones; doses here are worked out from kg."
        ),
        "g": "That is a weight in grams; a body weight here is recorded in kg.",
    }


class Centimetres(Quantity):
    """A depth to the epidural space, or a body height."""

    __slots__ = ()

    title = "length in cm"
    example = "5.5 cm"
    unit = "cm"
    low, high, places = Decimal(0), Decimal(260), 1
    also = frozenset({"cms", "centimetre", "centimetres", "centimeter", "centimeters"})
    foreign = {
        "mm": "That is millimetres; here centimetres are recorded.",
        "m": "That is metres; here centimetres are recorded.",
        **dict.fromkeys(
            ("in", "inch", "inches", "ft", "feet"),
            "That is inches or feet; here centimetres are recorded.",
        ),
    }


class Metres(Quantity):
    """A distance, such as that walked after the rest."""

    __slots__ = ()

    title = "distance in m"
    example = "20 m"
    unit = "m"
    low, high, places = Decimal(0), Decimal(10000), 1
    also = frozenset({"metre", "metres", "meter", "meters"})
    foreign = {
        "cm": "That is centimetres; here metres are recorded.",
        "km": "That is kilometres; here metres are recorded.",
        **dict.fromkeys(
            ("ft", "feet", "yd", "yards"), "That is feet or yards; here metres are recorded."
        ),
    }
