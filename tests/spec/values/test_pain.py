"""Pain is a number from 0 to 10 and the position in which it was asked (H22)."""

import pytest

from bloodpatch.pathway.values import Pain, PainPosition, ValueFault

LYING, STANDING = PainPosition.LYING, PainPosition.STANDING


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("8 standing", "8 standing"),
        ("8/10 Standing", "8 standing"),
        ("0 supine", "0 lying"),
        ("2 lying flat", "2 lying"),
        ("10 out of 10 upright", "10 upright"),
        ("5 sitting up", "5 sitting"),
        ("5 not stated", "5 not_stated"),
    ],
)
def test_understood(typed: str, plain: str) -> None:
    assert Pain.parse(typed).plain() == plain


@pytest.mark.parametrize("typed", ["8", "8/10", "8 standing", "8 of 10"])
def test_a_question_about_one_position_needs_the_number_alone(typed: str) -> None:
    assert Pain.parse(typed, position=STANDING) == Pain(8, STANDING)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("8", "does not say in which position"),
        ("8/10", "does not say in which position"),
        ("80 standing", "0-10, not 0-100"),
        ("11 lying", "0-10, not 0-100"),
        ("7.5 standing", "not a whole number"),
        ("7,5 standing", "comma"),
        ("-1 standing", "minus"),
        ("8 walking", "not a position"),
        ("8/100 standing", "not a position"),
        ("severe", "no number at the start"),
        ("standing 8", "no number at the start"),
        ("8 st\u0430nding", "U+0430"),
        ("\uff18 standing", "U+FF18"),
    ],
)
def test_refused_with_a_reason(typed: str, words: str) -> None:
    with pytest.raises(ValueFault) as caught:
        Pain.parse(typed)
    assert words in str(caught.value)


def test_a_position_that_is_not_the_one_asked_about_is_refused() -> None:
    with pytest.raises(ValueFault, match="says standing, but the question is the pain lying"):
        Pain.parse("8 standing", position=LYING)


@pytest.mark.parametrize(
    "pair", [(11, LYING), (-1, LYING), (True, LYING), (8.0, LYING), (8, "lying"), (8, None)]
)
def test_there_is_no_other_pain(pair: tuple[int, PainPosition]) -> None:
    with pytest.raises(ValueFault):
        Pain(*pair)


@pytest.mark.parametrize("form", ["8", "8  lying", "08 lying", "\uff18 lying", "\u00b2 lying"])
def test_it_is_stored_in_one_form_only(form: str) -> None:
    with pytest.raises(ValueFault):
        Pain.of(form)


def test_the_same_number_in_another_position_is_another_pain() -> None:
    assert Pain(8, LYING) != Pain(8, STANDING)


def test_pains_have_no_order_of_their_own() -> None:
    with pytest.raises(TypeError):
        _ = Pain(2, LYING) < Pain(8, STANDING)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("pain", "words"),
    [
        (Pain(8, STANDING), "8 of 10, standing"),
        (Pain(0, PainPosition.NOT_STATED), "0 of 10, position not stated"),
    ],
)
def test_people_see_both(pain: Pain, words: str) -> None:
    assert str(pain) == words
