"""What a laboratory measures: platelets, INR, creatinine clearance."""

from __future__ import annotations

from decimal import Decimal

from bloodpatch.pathway.values.fault import ValueFault
from bloodpatch.pathway.values.quantity import Quantity


class PlateletCount(Quantity):
    """Platelets in 10^9 per litre, which is the same number as thousands per microlitre."""

    __slots__ = ()

    title = "platelet count in 10^9/L"
    example = "182 x10^9/L"
    unit = "x10^9/L"
    low, high, places = Decimal(0), Decimal(3000), 1
    also = frozenset(
        {
            "10^9/l",
            "x 10^9/l",
            "\u00d710^9/l",
            "\u00d710\u2079/l",
            "x10\u2079/l",
            "10\u2079/l",
            "10*9/l",
            "x10*9/l",
            "g/l",
            "k/ul",
            "k/\u03bcl",
            "10^3/ul",
            "10^3/\u03bcl",
            "x10^3/ul",
            "x10^3/\u03bcl",
        }
    )
    foreign = dict.fromkeys(
        ("/ul", "/\u03bcl", "per ul", "per \u03bcl", "/mm\u00b3", "/mm3", "/cmm"),
        "That is platelets per microlitre, a thousand times the number that is recorded here.",
    )

    @classmethod
    def before_number(cls, text: str) -> str:
        # "182 10*9/L", as laboratory systems print it, is not a number with a gap.
        for power in ("10*", "10^", "10\u2079"):
            text = text.replace(f" {power}", f" x{power}")
        return text

    @classmethod
    def out_of_bounds(cls, value: Decimal) -> ValueFault:
        if value > cls.high:
            return ValueFault(
                f"{value} is too large for a platelet count in 10^9/L.",
                "That looks like platelets per microlitre.",
                "Look at the unit in the report: 150000 per microlitre is 150 x10^9/L.",
            )
        return super().out_of_bounds(value)


class Inr(Quantity):
    """The international normalised ratio of a prothrombin time."""

    __slots__ = ()

    title = "INR"
    example = "1.1"
    unit = "INR"
    low, high, places = Decimal("0.3"), Decimal(30), 2
    foreign = {
        "s": "That is a prothrombin time in seconds, not its ratio.",
        "sec": "That is a prothrombin time in seconds, not its ratio.",
        "%": "That is a prothrombin activity in per cent, not its ratio.",
    }

    @classmethod
    def before_number(cls, text: str) -> str:
        return text[3:].lstrip() if text[:3].casefold() == "inr" else text

    def __str__(self) -> str:
        return f"INR {self.value}"


class CrClMlPerMin(Quantity):
    """The creatinine clearance, by which the windows of some antithrombotics are chosen."""

    __slots__ = ()

    title = "creatinine clearance in mL/min"
    example = "85 mL/min"
    unit = "mL/min"
    low, high, places = Decimal(0), Decimal(400), 1
    also = frozenset({"ml per min", "ml per minute", "ml / min", "cc/min"})
    foreign = {
        **dict.fromkeys(
            ("ml/min/1.73m2", "ml/min/1.73 m2", "ml/min/1.73m\u00b2", "ml/min/1.73"),
            "That is an estimated filtration rate (eGFR) for a standard body, not the clearance.",
        ),
        **dict.fromkeys(
            ("mg/dl", "umol/l", "\u03bcmol/l"),
            "That is the creatinine itself, not the clearance.",
        ),
        "ml/s": "That is per second; here the clearance is recorded per minute.",
    }
