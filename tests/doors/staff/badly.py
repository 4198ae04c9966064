"""Everything that can be typed wrongly into each kind of control, one table.

badly(field)     the ways to fill it in badly: each a table from part ("" or "__date") to text
well(field, value)   the same value as a browser would send it, typed rightly
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

from django import forms

from bloodpatch.doors.ui.forms import choice_fields, measurement_fields, text_fields, time_fields
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.values import Celsius, Millilitres, Quantity

Typed: TypeAlias = dict[str, str]

LONG = "9" * 50_000
WORDS = "All is well and so on. " * 2200
"""50 kB of it."""
BIDI, CONTROL, NUL = "2\u202e2", "2\x072", "2\x002"
OF_A_UNIT = {Celsius: "98.6 °F", Millilitres: "200 mL"}


def badly(field: forms.Field) -> tuple[Typed, ...]:
    return tuple(_ways(field))


def _ways(field: Any) -> Iterator[Typed]:
    match field:
        case measurement_fields.MeasureField():
            yield from ({"": text} for text in numbers(field.kind))
        case measurement_fields.PressureField():
            yield from pressures()
        case time_fields.WhenField():
            earlier = (
                {"__choice": "earlier"} if isinstance(field, time_fields.OccurredField) else {}
            )
            yield from (earlier | way for way in times())
        case text_fields.NeedleField():
            yield {"__kind": "sword", "__gauge": "22"}
            yield {"__kind": "tuohy", "__gauge": "22 mm"}
            yield {"__kind": "tuohy", "__gauge": LONG}
            yield {"__kind": "", "__gauge": BIDI}
        case text_fields.DoseField():
            for drug, amount, unit in doses():
                yield {"__drug": drug, "__amount": amount, "__unit": unit}
        case text_fields.TextField():
            yield from ({"": text} for text in (WORDS, "a\u202eb", "a\x07b", "a\x00b", "a\u200bb"))
        case text_fields.LinesField():
            good = field.kind.example
            odd = "not a code!" if issubclass(field.kind, Code) else "\x07"
            yield from ({"": f"{good}\n{bad}"} for bad in (odd, LONG, BIDI + "!"))
        case choice_fields.AnswersField():
            first = field.widget.names[0]
            yield from ({f"__{first}": word} for word in ("perhaps", LONG, "\u202eon"))
        case measurement_fields.PositionedPainField():
            for score, position in (("85", "standing"), ("8", "upside down"), ("", "lying")):
                yield {"__score": score, "__position": position}
            yield {"__score": "8", "__position": ""}
        case measurement_fields.PainField():
            yield from ({"": text} for text in ("11", "-1", "8.5", LONG, BIDI, NUL))
        case choice_fields.CodeField():
            yield from ({"": text} for text in ("not a code!", LONG, BIDI, NUL))
        case _:
            yield from ({"": text} for text in ("perhaps!", LONG, "\u202eyes", "\x00"))


def numbers(kind: type[Quantity]) -> tuple[str, ...]:
    beyond = OF_A_UNIT.get(kind, f"{kind.high + 1}")
    below = f"{kind.low - 1}"
    fine = f"{kind.low + 1}.{'1' * (kind.places + 1)}"
    slips = ("22,5", "2.2.0", "1e1", "nan", "5 parsecs", "\uff12\uff12")
    return (beyond, below, fine, *slips, LONG, BIDI, CONTROL, NUL)


def pressures() -> Iterator[Typed]:
    for systolic, diastolic in (
        ("74", "118"), ("118", ""), ("", "74"), ("1180", "74"), ("118,5", "74"), (LONG, "74"),
        (BIDI, "74"), ("118 kPa", "74"), (NUL, "74"),
    ):  # fmt: skip
        yield {"__systolic": systolic, "__diastolic": diastolic}


def times() -> Iterator[Typed]:
    for date, time, precision in (
        ("2026-11-31", "09:00", "minute"),
        ("16.11.2026", "09:00", "minute"),
        ("2026-11-15", "25:00", "minute"),
        ("2026-11-15", "", "minute"),
        ("", "09:00", "minute"),
        ("2026-11-15", "09:00", "day"),
        ("2026-11-15", "09:00", "roughly"),
        ("2026-03-08", "02:30", "minute"),  # the clocks went forward over it
        ("2026-11-01", "01:30", "minute"),  # it came twice
        ("2026-11-15", "09:00 Mars/Olympus", "minute"),
        ("2026-11-15", LONG, "minute"),
        (BIDI, "09:00", "minute"),
        ("2026-11-15", "09:\x0000", "minute"),
    ):
        yield {"__date": date, "__time": time, "__precision": precision}


def doses() -> Iterator[tuple[str, str, str]]:
    yield from (
        ("midazolam", "1,5", "mg"), ("midazolam", "2", "bushel"), ("midazolam", "2", ""),
        ("midazolam", "", "mg"), ("", "2", "mg"), ("midazolam", "-2", "mg"), (LONG, "2", "mg"),
        ("midazolam", LONG, "mg"), ("mida\u202ezolam", "2", "mg"), ("midazolam", NUL, "mg"),
    )  # fmt: skip


def well(field: Any, value: Any) -> dict[str, Any]:
    """By part of the control."""
    if isinstance(field, choice_fields.CodeField) and field.options:
        return {"": field.options[0][0]}
    raw = field.prepare_value(value)
    return {f"__{part}": said for part, said in raw.items()} if isinstance(raw, dict) else {"": raw}
