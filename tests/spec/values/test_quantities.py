"""Numbers with a unit: what may be typed, and what is never guessed."""

from collections.abc import Callable
from decimal import Decimal, localcontext
from operator import ge, gt, le, lt

import pytest

from bloodpatch.pathway.values import (
    ALL,
    Aldrete,
    ApaisAnxiety,
    BeatsPerMinute,
    Celsius,
    Centimetres,
    Count,
    CrClMlPerMin,
    Grade,
    Hours,
    Inr,
    Kilograms,
    Metres,
    Millilitres,
    Minutes,
    PlateletCount,
    Quantity,
    SpO2Percent,
    ValueFault,
    Years,
)

UNDERSTOOD = [
    (Millilitres, "22", "22"),
    (Millilitres, "22 mL", "22"),
    (Millilitres, "22ml", "22"),
    (Millilitres, "22 ML", "22"),
    (Millilitres, "22 cc", "22"),
    (Millilitres, "  22.5   mL ", "22.5"),
    (Millilitres, "22.50", "22.5"),
    (Millilitres, "0", "0"),
    (Millilitres, "0.5\u00a0mL", "0.5"),
    (Millilitres, "22\tmL\r\n", "22"),
    (Celsius, "36.8 \u00b0C", "36.8"),
    (Celsius, "37", "37"),
    (Celsius, "37.0 C", "37"),
    (Kilograms, "68.5kg", "68.5"),
    (Minutes, "30 min", "30"),
    (Minutes, "30 minutes", "30"),
    (Hours, "12 hrs", "12"),
    (BeatsPerMinute, "72 bpm", "72"),
    (BeatsPerMinute, "72/min", "72"),
    (BeatsPerMinute, "0", "0"),
    (SpO2Percent, "98%", "98"),
    (PlateletCount, "182", "182"),
    (PlateletCount, "182 x10^9/L", "182"),
    (PlateletCount, "182 10*9/L", "182"),
    (PlateletCount, "182 \u00d710\u2079/L", "182"),
    (PlateletCount, "182 10\u2079/L", "182"),
    (PlateletCount, "182 K/\u00b5L", "182"),
    (PlateletCount, "182 10^3/uL", "182"),
    (Inr, "INR 1.15", "1.15"),
    (Inr, "1.1", "1.1"),
    (CrClMlPerMin, "85 ml/min", "85"),
    (Centimetres, "5.5 cm", "5.5"),
    (Metres, "20 m", "20"),
    (Years, "34 y", "34"),
    (ApaisAnxiety, "11/20", "11"),
    (Aldrete, "9 of 10", "9"),
    (Grade, "grade 3", "3"),
    (Count, "2", "2"),
]


@pytest.mark.parametrize(("kind", "typed", "plain"), UNDERSTOOD)
def test_understood(kind: type[Quantity], typed: str, plain: str) -> None:
    assert kind.parse(typed).plain() == plain


# What is typed, and words that the answer must have in it.
REFUSED = [
    (Millilitres, "22,5", "comma"),
    (Millilitres, "1,000", "comma"),
    (Millilitres, "2.2.0", "more than one decimal point"),
    (Millilitres, "22 5", "gap or a mark"),
    (Millilitres, "1'0", "gap or a mark"),
    (Millilitres, "1_0", "gap or a mark"),
    (Millilitres, "1.000", "exactly three digits"),
    (Millilitres, "22.25", "at most one decimal"),
    (Millilitres, "200", "A lone 200"),
    (Millilitres, "200 mL", "A lone 200"),
    (Millilitres, "-5", "minus"),
    (Millilitres, "\u22125", "minus"),
    (Millilitres, "\u20135 mL", "minus"),
    (Millilitres, "+5", "plus"),
    (Millilitres, "1e1", "power of ten"),
    (Millilitres, "1E+1 mL", "power of ten"),
    (Millilitres, "1.5e-1", "power of ten"),
    (Millilitres, "NaN", "not a number"),
    (Millilitres, "inf", "not a number"),
    (Millilitres, "-Infinity", "not a number"),
    (Millilitres, ".5", "Type 0.5"),
    (Millilitres, "5.", "ends with a decimal point"),
    (Millilitres, "05", "zero that says nothing"),
    (Millilitres, "00", "zero that says nothing"),
    (Millilitres, ".", "no number at the start"),
    (Millilitres, "twenty", "no number at the start"),
    (Millilitres, "mL 22", "no number at the start"),
    (Millilitres, "22 L", "One litre is 1000 mL"),
    (Millilitres, "2 dl", "decilitre"),
    (Millilitres, "2 mg", "weight of drug"),
    (Millilitres, "22 mL or so", "mL or so"),
    (Millilitres, "20-22", "stands behind the number 20"),
    (Millilitres, "\uff12\uff12", "U+FF12"),
    (Millilitres, "\u0662\u0662", "It looks like 2"),
    (Millilitres, "22 \u043c\u043b", "U+043C"),
    (Millilitres, "2\u043e", "another one"),
    (Millilitres, "22 mL\u200b", "invisible character at position 6"),
    (Celsius, "98.6", "That looks like \u00b0F"),
    (Celsius, "98.6 F", "it is 37.0 \u00b0C"),
    (Celsius, "98.6 \u00b0F", "That looks like \u00b0F"),
    (Celsius, "86", "That looks like \u00b0F"),
    (Celsius, "113", "That looks like \u00b0F"),
    (Celsius, "37 \u00b0F", "here it is recorded in \u00b0C"),
    (Celsius, "375", "decimal point was lost"),
    (Celsius, "29.9", "between 30 and 45 \u00b0C"),
    (Celsius, "45.1", "between 30 and 45 \u00b0C"),
    (Celsius, "37,2", "comma"),
    (Celsius, "36.85", "at most one decimal"),
    (Kilograms, "150 lb", "pounds"),
    (Kilograms, "401", "between 2 and 400 kg"),
    (Minutes, "2 h", "hours"),
    (Minutes, "30 m", "metres"),
    (Minutes, "30.5", "whole number"),
    (Minutes, "1:30", "stands behind the number 1"),
    (Hours, "90 min", "minutes"),
    (BeatsPerMinute, "351", "between 0 and 350/min"),
    (SpO2Percent, "0.98", "98, not 0.98"),
    (SpO2Percent, "101", "between 10 and 100 %"),
    (SpO2Percent, "12 kPa", "pressure of oxygen"),
    (PlateletCount, "150000", "per microlitre"),
    (PlateletCount, "150,000", "comma"),
    (PlateletCount, "150 000", "gap or a mark"),
    (PlateletCount, "150 /\u00b5L", "a thousand times"),
    (Inr, "13 s", "seconds"),
    (Inr, "0.2", "between 0.3 and 30 INR"),
    (CrClMlPerMin, "85 mL/min/1.73m\u00b2", "eGFR"),
    (CrClMlPerMin, "85 umol/L", "creatinine itself"),
    (Centimetres, "55 mm", "millimetres"),
    (Metres, "20 feet", "feet"),
    (Years, "18 months", "completed years"),
    (Years, "131", "between 0 and 130 years"),
    (ApaisAnxiety, "3", "from 4 to 20"),
    (ApaisAnxiety, "11/10", "/10"),
    (Aldrete, "11", "from 0 to 10"),
    (Grade, "0", "from 1 to 5"),
    (Grade, "6", "from 1 to 5"),
    (Count, "1000", "between 0 and 999"),
    (Count, "2.5", "whole number"),
]


@pytest.mark.parametrize(("kind", "typed", "words"), REFUSED)
def test_refused_with_a_reason(kind: type[Quantity], typed: str, words: str) -> None:
    with pytest.raises(ValueFault) as caught:
        kind.parse(typed)
    assert words in str(caught.value)


NUMBERS = [kind for kind in ALL if issubclass(kind, Quantity)]


@pytest.mark.parametrize("kind", NUMBERS, ids=lambda kind: kind.__name__)
def test_both_bounds_are_possible_and_a_step_beyond_is_not(kind: type[Quantity]) -> None:
    step = Decimal(1).scaleb(-kind.places)
    assert kind(kind.low).value == kind.low
    assert kind(kind.high).value == kind.high
    for beyond in (kind.low - step, kind.high + step):
        with pytest.raises(ValueFault):
            kind(beyond)


NOT_A_NUMBER = [True, 22.5, None, Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), "22 mL"]


@pytest.mark.parametrize("wrong", NOT_A_NUMBER, ids=repr)
def test_only_exact_numbers_are_taken(wrong: Decimal) -> None:
    with pytest.raises(ValueFault):
        Millilitres(wrong)


NOT_STORED = [
    "22.0",
    "022",
    "+22",
    " 22",
    "22 ",
    "2E+1",
    "1e1",
    "1_0",
    "-0",
    "\uff12",
    "2" * 50_000,
]


@pytest.mark.parametrize("form", NOT_STORED, ids=lambda form: form[:8])
def test_a_number_is_stored_in_one_form_only(form: str) -> None:
    with pytest.raises(ValueFault):
        Millilitres.of(form)


def test_no_number_is_rounded_by_the_decimal_context_of_the_thread() -> None:
    with localcontext(prec=2):
        assert Hours(Decimal("1234.5")).plain() == "1234.5"
        with pytest.raises(ValueFault):
            Hours(Decimal("12.00000000000000000000000000000000001"))


@pytest.mark.parametrize("power", ["1E-999999", "1E+999999"])
def test_a_monstrous_exponent_is_refused_in_few_words(power: str) -> None:
    with pytest.raises(ValueFault) as caught:
        Hours(Decimal(power))
    assert len(str(caught.value)) < 300


def test_quantities_are_ordered_within_their_own_kind() -> None:
    assert sorted([Millilitres(9), Millilitres("22.5"), Millilitres(20)])[0] == Millilitres(9)
    assert Millilitres(9) < Millilitres(20) <= Millilitres(20)
    assert Millilitres(20) > Millilitres(9) >= Millilitres(9)


@pytest.mark.parametrize("compared", [lt, le, gt, ge])
def test_minutes_are_never_compared_with_hours(compared: Callable[[object, object], bool]) -> None:
    with pytest.raises(TypeError):
        compared(Minutes(90), Hours(1))
    assert Minutes(90).duration > Hours(1).duration


SHOWN = [
    (Millilitres(20), "20 mL"),
    (Celsius(37), "37.0 \u00b0C"),
    (BeatsPerMinute(72), "72/min"),
    (Inr("1.2"), "INR 1.2"),
    (ApaisAnxiety(11), "11 of 20"),
    (Grade(2), "grade 2"),
    (Count(2), "2"),
]


@pytest.mark.parametrize(("value", "words"), SHOWN)
def test_people_see_the_unit(value: Quantity, words: str) -> None:
    assert str(value) == words


def test_a_whole_number_can_be_counted_with() -> None:
    assert int(Count(2)) + 1 == 3
