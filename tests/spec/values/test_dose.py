"""A dose is a drug, an amount and a unit; ten times too much is a typing error away (H16)."""

from decimal import Decimal

import pytest

from bloodpatch.pathway.values import Dose, DoseUnit, ValueFault


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("midazolam 2 mg", "midazolam 2 mg"),
        ("Midazolam 2mg", "midazolam 2 mg"),
        ("midazolam 0.5 mg", "midazolam 0.5 mg"),
        ("midazolam 2.0 mg", "midazolam 2 mg"),
        ("fentanyl 50 mcg", "fentanyl 50 mcg"),
        ("fentanyl 50 \u00b5g", "fentanyl 50 mcg"),
        ("fentanyl 50 \u03bcg", "fentanyl 50 mcg"),
        ("fentanyl 50 ug", "fentanyl 50 mcg"),
        ("tranexamic acid 1 g", "tranexamic_acid 1 g"),
        ("heparin 5000 units", "heparin 5000 IU"),
        ("enoxaparin 1 mg/kg", "enoxaparin 1 mg_per_kg"),
        ("lidocaine 3 mL", "lidocaine 3 mL"),
    ],
)
def test_understood(typed: str, plain: str) -> None:
    assert Dose.parse(typed).plain() == plain


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("midazolam 0,5 mg", "comma"),
        ("heparin 5,000 IU", "comma"),
        ("heparin 5.000 IU", "Type 5000 or 5"),
        ("midazolam .5 mg", "Type 0.5"),
        ("midazolam 2", "has no unit"),
        ("midazolam 2 mL or mg", "not a unit of a dose"),
        ("insulin 10 U", "read as a 0"),
        ("midazolam", "needs the drug, the amount and the unit"),
        ("2 mg", "needs the drug, the amount and the unit"),
        ("midazolam 0 mg", "more than nothing"),
        ("midazolam -2 mg", "minus"),
        ("midazolam 2e3 mg", "power of ten"),
        ("midazolam 2000000 mg", "no more than can be given"),
        ("midazolam 0.00001 mg", "next smaller unit"),
        ("midazolam \uff12 mg", "U+FF12"),
        ("mid\u0430zolam 2 mg", "U+0430"),
        ("fentanyl 50 \u043ccg", "U+043C"),
    ],
)
def test_refused_with_a_reason(typed: str, words: str) -> None:
    with pytest.raises(ValueFault) as caught:
        Dose.parse(typed)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "form",
    [
        "midazolam 2.0 mg",
        "midazolam 2 MG",
        "midazolam  2 mg",
        "Midazolam 2 mg",
        "midazolam 2E+1 mg",
        "midazolam NaN mg",
        "midazolam two mg",
        "midazolam 2 mg/kg",
        "midazolam 1E-999999 mg",
    ],
)
def test_it_is_stored_in_one_form_only(form: str) -> None:
    with pytest.raises(ValueFault):
        Dose.of(form)


@pytest.mark.parametrize(
    "parts",
    [
        ("midazolam", 2, DoseUnit.MG),
        ("midazolam", 2.5, DoseUnit.MG),
        ("midazolam", Decimal("Infinity"), DoseUnit.MG),
        ("midazolam", Decimal(2), "mg"),
        ("mid azolam", Decimal(2), DoseUnit.MG),
        ("", Decimal(2), DoseUnit.MG),
        (None, Decimal(2), DoseUnit.MG),
    ],
)
def test_there_is_no_other_dose(parts: tuple[str, Decimal, DoseUnit]) -> None:
    with pytest.raises(ValueFault):
        Dose(*parts)


def test_mg_and_mcg_are_never_the_same() -> None:
    assert Dose.parse("fentanyl 50 mcg") != Dose.parse("fentanyl 50 mg")


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        ("tranexamic_acid 1 g", "tranexamic acid 1 g"),
        ("enoxaparin 1 mg_per_kg", "enoxaparin 1 mg/kg"),
        ("midazolam 20 mg", "midazolam 20 mg"),
    ],
)
def test_people_read_words(dose: str, words: str) -> None:
    assert str(Dose.of(dose)) == words
