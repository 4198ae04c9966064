"""A sign: what an image or an examination showed, with side, size and extent."""

from decimal import Decimal

import pytest

from bloodpatch.pathway.clinical import Side, Sign, SignCode, SignQualifier, Vertebra
from bloodpatch.pathway.values import ValueFault


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("subdural_collection left 6-7 mm", "subdural_collection left 6-7 mm"),
        ("left subdural collection, 6 to 7mm", "subdural_collection left 6-7 mm"),
        ("Subdural hematoma bilateral chronic acute", "subdural_haematoma bilateral acute chronic"),
        ("acute spinal subdural haematoma T8-L2", "spinal_subdural_haematoma T8..L2 acute"),
        ("spinal collection L1..S1 posterior", "spinal_collection L1..S1 posterior"),
        ("thrombosis of the sagittal sinus new", "sagittal_sinus_thrombosis new"),
        ("hygroma 3.0 mm", "hygroma 3 mm"),
        ("csf leak t11", "csf_leak T11"),
        ("cerebral edema mild", "cerebral_oedema mild"),
        ("papilloedema absent", "papilloedema absent"),
        ("midline shift 4 mm", "midline_shift 4 mm"),
        ("no csf low pressure", "no_csf_low_pressure"),
        ("none_normal", "none_normal"),
    ],
)
def test_understood(typed: str, plain: str) -> None:
    sign = Sign.parse(typed)
    assert sign.plain() == plain
    assert Sign.of(plain) == sign
    assert Sign.parse(str(sign)) == sign


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("no subdural haematoma", '"no" in'),
        ("subdural haematoma of 7 mm", '"of" in'),
        ("subdural haematoma 7", '"7" in'),
        ("subdural haematoma left right", "more than one side"),
        ("bleeding", "names no sign"),
        ("spinal collection S1-L1", "upper vertebra"),
        ("spinal collection T13", "no vertebra T13"),
        ("csf leak L3/4", '"l3/4" in'),
        ("hygroma 7-6 mm", "smaller size"),
        ("hygroma 7 mm absent", "absent and has a size"),
        ("", "Nothing was typed"),
    ],
)
def test_refused_with_an_explanation(typed: str, words: str) -> None:
    with pytest.raises(ValueFault) as refused:
        Sign.parse(typed)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    "plain",
    [
        "hygroma 3.0 mm",
        "left hygroma",
        "hygroma new acute",
        "Hygroma",
        "spinal_collection L1..L1",
        "",
        7,
        None,
    ],
)
def test_the_record_holds_one_form_only(plain: object) -> None:
    with pytest.raises(ValueFault):
        Sign.of(plain)


@pytest.mark.parametrize("code", SignCode)
def test_every_sign_can_be_typed_as_it_is_shown(code: SignCode) -> None:
    qualifiers = (SignQualifier.NEW, SignQualifier.ACUTE, SignQualifier.NEW)
    sign = Sign(code, Side.LEFT, Decimal(6), Decimal(7), Vertebra.T12, Vertebra.L6, qualifiers)
    assert sign.qualifiers == (SignQualifier.ACUTE, SignQualifier.NEW)
    assert Sign.of(sign.plain()) == sign
    assert Sign.parse(str(sign)) == sign


def test_looked_for_and_not_seen_is_not_present() -> None:
    assert Sign.of("csf_leak T11").present
    assert not Sign.of("csf_leak T11 absent").present
