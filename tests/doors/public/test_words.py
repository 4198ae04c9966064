"""Numbers as patients read them."""

from collections.abc import Callable

import pytest

from bloodpatch.doors.public import words


@pytest.mark.parametrize(
    ("say", "number", "said"),
    [
        (words.minutes, 30, "30 minutes"),
        (words.minutes, 60, "1 hour"),
        (words.minutes, 90, "90 minutes"),
        (words.minutes, 120, "2 hours"),
        (words.hours, 1, "1 hour"),
        (words.hours, 24, "24 hours"),
        (words.hours, 36, "36 hours"),
        (words.hours, 48, "2 days"),
        (words.hours, 168, "7 days"),
        (words.hours, 336, "2 weeks"),
        (words.hours, 360, "15 days"),
        (words.hours, 2184, "13 weeks"),
        (words.metres, 10, "10 metres (33 feet)"),
    ],
)
def test_a_number_in_words(say: Callable[[int], str], number: int, said: str) -> None:
    assert say(number) == said


@pytest.mark.parametrize(
    ("items", "said"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_in_words(items: list[str], said: str) -> None:
    assert words.listed(items) == said


def test_a_span_that_is_none() -> None:
    assert (words.span(20, 25), words.span(20, 20)) == ("20 to 25", "20")
