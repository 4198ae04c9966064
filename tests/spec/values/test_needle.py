"""A needle has a tip and a gauge; neither is made up when nobody said it."""

import pytest

from bloodpatch.pathway.values import Needle, NeedleKind, ValueFault


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("17G tuohy", "17G tuohy"),
        ("17 g Tuohy", "17G tuohy"),
        ("17 gauge tuohy needle", "17G tuohy"),
        ("G17 tuohy", "17G tuohy"),
        ("Tuohy 17", "17G tuohy"),
        ("Tuohy 17G", "17G tuohy"),
        ("touhy G17", "17G tuohy"),
        ("Tuohy", "tuohy"),
        ("25G pencil point", "25G pencil_point"),
        ("25G pencil-point", "25G pencil_point"),
        ("25G atraumatic", "25G pencil_point"),
        ("22G", "22G not_stated"),
        ("22G not stated", "22G not_stated"),
        ("Whitacre", "whitacre"),
        ("other", "other"),
    ],
)
def test_understood(typed: str, plain: str) -> None:
    assert Needle.parse(typed).plain() == plain


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("17", "a number alone"),
        ("9G tuohy", "between 10 and 34"),
        ("170G tuohy", "between 10 and 34"),
        ("0.7 mm", "millimetres"),
        ("17G tuohi", "not one of the needles"),
        ("blunt", "not one of the needles"),
        ("17.5G tuohy", "not one of the needles"),
        ("\u0422uohy 17G", "U+0422"),
        ("\uff11\uff17G", "U+FF11"),
    ],
)
def test_refused_with_a_reason(typed: str, words: str) -> None:
    with pytest.raises(ValueFault) as caught:
        Needle.parse(typed)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "form",
    ["17 tuohy", "17g tuohy", "017G tuohy", "G tuohy", "17G", "Tuohy", "\uff11\uff17G tuohy"],
)
def test_it_is_stored_in_one_form_only(form: str) -> None:
    with pytest.raises(ValueFault):
        Needle.of(form)


@pytest.mark.parametrize(
    "pair", [("tuohy", 17), (NeedleKind.TUOHY, "17"), (NeedleKind.TUOHY, True)]
)
def test_there_is_no_other_needle(pair: tuple[NeedleKind, int]) -> None:
    with pytest.raises(ValueFault):
        Needle(*pair)


@pytest.mark.parametrize(
    ("needle", "words"),
    [
        (Needle(NeedleKind.PENCIL_POINT, 25), "25G pencil point"),
        (Needle(NeedleKind.TUOHY), "tuohy"),
        (Needle(NeedleKind.NOT_STATED, 22), "22G needle, kind not stated"),
    ],
)
def test_people_read_words(needle: Needle, words: str) -> None:
    assert str(needle) == words
