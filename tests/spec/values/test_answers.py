"""Answers to a closed list of questions: not asked is never no."""

import pytest

from bloodpatch.pathway.values import Answer, Answers, ValueFault

YES, NO, NOT_ASKED = Answer.YES, Answer.NO, Answer.NOT_ASKED
SOME = Answers({"fever": NO, "seizure": YES, "neck_stiffness": NOT_ASKED})


def test_a_question_that_is_missing_was_not_asked() -> None:
    assert [SOME.get(code) for code in ("fever", "seizure", "diplopia")] == [NO, YES, NOT_ASKED]


def test_who_was_asked_and_who_said_what() -> None:
    assert SOME.asked == {"fever", "seizure"}
    assert SOME.yes == {"seizure"}
    assert SOME.no == {"fever"}
    assert list(SOME) == ["fever", "seizure"]
    assert len(SOME) == 2


def test_saying_not_asked_is_the_same_as_saying_nothing() -> None:
    assert Answers({"fever": NO, "diplopia": NOT_ASKED}) == Answers({"fever": NO})
    assert Answers({"diplopia": NOT_ASKED}) == Answers({})


def test_the_order_of_asking_makes_no_difference() -> None:
    one, other = Answers({"a": YES, "b": NO}), Answers({"b": NO, "a": YES})
    assert one == other
    assert hash(one) == hash(other)


def test_what_was_handed_in_can_change_without_changing_the_answers() -> None:
    given = {"fever": NO}
    answers = Answers(given)
    given["fever"] = YES
    assert answers.get("fever") is NO


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("fever no, seizure yes", {"fever": "no", "seizure": "yes"}),
        ("fever: n; neck stiffness = Y", {"fever": "no", "neck_stiffness": "yes"}),
        ("fever no, seizure not asked", {"fever": "no"}),
        ("fever no, fever no", {"fever": "no"}),
    ],
)
def test_understood(typed: str, plain: dict[str, str]) -> None:
    assert Answers.parse(typed).plain() == plain


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("fever", "not a question with its answer"),
        ("fever maybe", "not a question with its answer"),
        ("yes", "not a question with its answer"),
        ("fever no,", "not a question with its answer"),
        ("fever no, fever yes", "answered twice"),
        ("fever no, fever not asked", "answered twice"),
        ("f\u0435ver no", "U+0435"),
    ],
)
def test_refused_with_a_reason(typed: str, words: str) -> None:
    with pytest.raises(ValueFault) as caught:
        Answers.parse(typed)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "form",
    [
        {"fever": "YES"},
        {"fever": "not_asked"},
        {"fever": True},
        {"fever": None},
        {"Fever": "no"},
        {"": "no"},
        {1: "no"},
        {"fever": ["no"]},
        {f"q{n}": "no" for n in range(201)},
        [["fever", "no"]],
    ],
)
def test_it_is_stored_in_one_form_only(form: object) -> None:
    with pytest.raises(ValueFault):
        Answers.of(form)


@pytest.mark.parametrize("answers", [{"fever": "yes"}, {"fever": True}, {"bad code": NO}])
def test_there_are_no_other_answers(answers: dict[str, Answer]) -> None:
    with pytest.raises(ValueFault):
        Answers(answers)


def test_people_read_words() -> None:
    assert str(Answers({"neck_stiffness": YES, "fever": NO})) == "fever no, neck stiffness yes"
    assert str(Answers({})) == "nothing asked"
