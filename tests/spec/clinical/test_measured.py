"""A measured value: what, how much, in which unit. Without its unit a number is none."""

import pytest

from bloodpatch.pathway.clinical import Analyte, Measured
from bloodpatch.pathway.values import ValueFault


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("white_cells 19800 /uL", "white_cells 19800 /uL"),
        ("White cells: 19800 /mm3", "white_cells 19800 /uL"),
        ("csf_pressure 230 mmH2O", "csf_pressure 230 mmH2O"),
        ("CSF pressure 23 cm H2O", "csf_pressure 23 cmH2O"),
        ("platelets <50 10^9/L", "platelets <50 10^9/L"),
        ("platelets >= 100 x10^9/L", "platelets >=100 10^9/L"),
        ("CRP 12.50 mg/L", "crp 12.5 mg/L"),
        ("INR 1.1", "inr 1.1 ratio"),
        ("neutrophils 90 %", "neutrophils 90 %"),
        ("other 5 mmHg", "other 5 mmHg"),
    ],
)
def test_understood(typed: str, plain: str) -> None:
    measured = Measured.parse(typed)
    assert measured.plain() == plain
    assert Measured.of(plain) == measured


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("white cells 19800", "has no unit"),
        ("white cells 19,800 /uL", "comma"),
        ("white cells 19 800 /uL", "gap"),
        ("white cells 5 kg", "not a unit"),
        ("19800 /uL", "does not begin with what was measured"),
        ("csf_pressure 5 /uL", "is not measured in"),
        ("platelets 5 mmH2O", "is not measured in"),
        ("crp -3 mg/L", "minus"),
        ("crp 0.0001 mg/L", "at most 3 decimals"),
    ],
)
def test_refused_with_an_explanation(typed: str, words: str) -> None:
    with pytest.raises(ValueFault) as refused:
        Measured.parse(typed)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    "plain",
    ["crp 12.50 mg/L", "CRP 12 mg/L", "crp 12mg/L", "crp 12", "lactate 2 mmol/L", "", 3, None],
)
def test_the_record_holds_one_form_only(plain: object) -> None:
    with pytest.raises(ValueFault):
        Measured.of(plain)


@pytest.mark.parametrize("analyte", [a for a in Analyte if a is not Analyte.CSF_PRESSURE])
def test_everything_of_the_list_can_be_typed_by_its_label(analyte: Analyte) -> None:
    assert Measured.parse(f"{analyte.label} 5 g/L").analyte is analyte
