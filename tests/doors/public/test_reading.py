"""The page is read by people with a headache: short words, short sentences."""

import pytest
from django.template.loader import render_to_string

from bloodpatch.clinic.models import Clinic
from bloodpatch.doors.public.page import page_of
from bloodpatch.doors.public.rules import InForce
from bloodpatch.record.protocols import shipped, shipped_names
from tests.doors.public.reading import grade, sentences, syllables

HARD = "<p>The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.</p>"


@pytest.mark.parametrize("name", shipped_names())
def test_the_page_reads_like_a_book_for_children_of_ten(name: str, clinic: Clinic) -> None:
    page = page_of(clinic, InForce(shipped(name)))
    html = render_to_string(page.template, {"page": page})
    said = sentences(html)
    assert len(said) > 100
    assert grade(html) <= 4
    assert max(map(len, said)) <= 32


HEARD = {
    "a": 1,
    "needle": 2,
    "headache": 2,
    "closes": 2,
    "leaked": 1,
    "wanted": 2,
    "people": 2,
    "fluid": 2,
    "infection": 3,
    "emergency": 4,
}


@pytest.mark.parametrize(("word", "heard"), HEARD.items())
def test_syllables(word: str, heard: int) -> None:
    assert syllables(word) == heard


def test_the_measure_knows_hard_from_easy() -> None:
    assert grade(HARD) == pytest.approx(13.1, abs=0.1)
    assert grade("<p>The cat sat on the mat.</p>") == pytest.approx(-1.4, abs=0.1)
