"""A blood pressure is two numbers, the systolic first."""

import pytest

from bloodpatch.pathway.values import BloodPressure, ValueFault


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("118/74", "118/74"),
        (" 118 / 74 mmHg", "118/74"),
        ("118/74MMHG", "118/74"),
        ("60/0", "60/0"),
    ],
)
def test_understood(typed: str, plain: str) -> None:
    assert BloodPressure.parse(typed).plain() == plain


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("118", "two whole numbers"),
        ("118-74", "two whole numbers"),
        ("118/", "two whole numbers"),
        ("/74", "two whole numbers"),
        ("118/74/60", "two whole numbers"),
        ("118.5/74", "two whole numbers"),
        ("0118/74", "two whole numbers"),
        ("abc/0", "two whole numbers"),
        ("\u00b3/74", "two whole numbers"),
        ("1180/74", "two whole numbers"),
        ("74/118", "swapped"),
        ("118/118", "not above the second"),
        ("351/74", "between 20 and 350"),
        ("15.7/9.9 kPa", "kPa"),
        ("\uff11\uff11\uff18/74", "U+FF11"),
    ],
)
def test_refused_with_a_reason(typed: str, words: str) -> None:
    with pytest.raises(ValueFault) as caught:
        BloodPressure.parse(typed)
    assert words in str(caught.value)


@pytest.mark.parametrize("form", ["118 / 74", "118/74 mmHg", "\uff11\uff11\uff18/74", "\u00b3/1"])
def test_it_is_stored_in_one_form_only(form: str) -> None:
    with pytest.raises(ValueFault):
        BloodPressure.of(form)


@pytest.mark.parametrize("pair", [(118.0, 74), (True, 0), ("118", "74")])
def test_only_whole_numbers_make_one(pair: tuple[int, int]) -> None:
    with pytest.raises(ValueFault):
        BloodPressure(*pair)


def test_people_see_the_unit() -> None:
    assert str(BloodPressure(118, 74)) == "118/74 mmHg"
