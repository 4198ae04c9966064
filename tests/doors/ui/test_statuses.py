"""The status vocabulary: colour, shape and word, always all three."""

import re
from itertools import combinations

import pytest
from django.template import engines

from bloodpatch.doors.ui.shapes import SHAPES, shape
from bloodpatch.doors.ui.statuses import LOOKS, Status
from tools.css.build import TARGET


def drawn(template: str, **given: object) -> str:
    return engines["django"].from_string("{% load ui %}" + template).render(given)


def test_the_list_is_closed_and_complete() -> None:
    assert list(LOOKS) == list(Status)
    assert len(Status) == 14


@pytest.mark.parametrize("kind", Status)
def test_each_status_has_its_colour_its_shape_and_its_word(kind: Status) -> None:
    tag = drawn("{% status kind %}", kind=kind)
    assert str(LOOKS[kind].word) in re.sub(r"<svg.*?</svg>", "", tag)
    assert SHAPES[LOOKS[kind].shape] in tag
    # Waiting is the plain tag: no colour asks for anything there.
    assert kind is Status.WAITING or f".tag-{kind}" in TARGET.read_text(encoding="utf-8")


def test_no_two_statuses_share_a_shape_or_a_word() -> None:
    for one, other in combinations(LOOKS.values(), 2):
        assert one.shape != other.shape
        assert str(one.word) != str(other.word)


def test_the_word_can_be_made_exact_but_never_left_out() -> None:
    assert "Late 9 min" in drawn('{% status "late" "Late 9 min" %}')
    assert ">Late<" in drawn('{% status "late" "" %}')


def test_an_unknown_status_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="urgent"):
        drawn('{% status "urgent" %}')
    with pytest.raises(KeyError):
        shape("star")


def test_a_shape_says_nothing_by_itself() -> None:
    assert 'aria-hidden="true"' in shape("triangle")
