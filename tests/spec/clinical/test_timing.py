"""A told time: what people say instead of a date, kept as they said it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bloodpatch.pathway.clinical import DayPart, Milestone, Pace, TimeRelation, TimeUnit, Timing
from bloodpatch.pathway.values import ValueFault


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("18 hours after puncture", "18 hour after puncture"),
        ("18h after lumbar puncture", "18 hour after puncture"),
        ("2 to 3 minutes after removal of the catheter", "2-3 minute after catheter_removal"),
        ("2–3 min after catheter removal", "2-3 minute after catheter_removal"),
        ("approx. 3 wk before admission", "about 3 week before admission"),
        ("~8 months after the puncture", "about 8 month after puncture"),
        ("within 24 hours after the eye sign", "within 24 hour after eye_sign"),
        ("1 day morning after puncture", "1 day morning after puncture"),
        ("in the morning after patch 1", "morning after patch 1"),
        ("at night after the first blood patch", "night after patch 1"),
        ("after 2nd patch", "after patch 2"),
        ("after first visit", "after first_visit"),
        ("immediately after patch 1", "immediately after patch 1"),
        ("during surgery", "during at procedure"),
        ("day 2", "2 day after not_stated"),
        ("day 2 after patch", "2 day after patch"),
        ("3 days later", "3 day after not_stated"),
        ("next morning", "morning after not_stated"),
        ("2 days ago", "2 day before now"),
        ("now", "at now"),
        ("for 3 months", "for 3 month"),
        ("over 4 hours", "for 4 hour"),
        ("every 1 day", "every 1 day"),
        ("until discharge", "until discharge"),
        ("for 4 days before puncture", "for 4 day before puncture"),
        ("1.50 hours after patch 1", "1.5 hour after patch 1"),
        ("2-2 days after patch 1", "2 day after patch 1"),
        ("35 years after birth", "35 year after birth"),
    ],
)
def test_understood(typed: str, plain: str) -> None:
    assert Timing.parse(typed).plain() == plain


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("3 days", "from what the time is counted"),
        ("3 m after puncture", "minutes or months"),
        ("18 after puncture", "no unit of time"),
        ("2,5 h after puncture", "comma"),
        ("3-2 days after patch", "does not go upwards"),
        ("puncture", "after or before which event"),
        ("soon", "is not a told time"),
        ("within 48 hours of puncture", "no event that time is counted from"),
        ("2 days after the party", "no event that time is counted from"),
        ("within puncture", "how long"),
        ("for discharge", "how long"),
        ("2 days after birth", "delivery"),
        ("2 days after now 2", "happen again"),
        ("5000 hours after patch 1", "between 0 and 1000"),
        ("rapidly 2 hours after patch", "no event"),
        ("for 3 months puncture", "after or before its event"),
        ("", "Nothing was typed"),
    ],
)
def test_refused_with_an_explanation(typed: str, words: str) -> None:
    with pytest.raises(ValueFault) as refused:
        Timing.parse(typed)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    "plain",
    [
        "puncture",
        "18 hours after puncture",
        "18 hour  after puncture",
        "018 hour after puncture",
        "18.0 hour after puncture",
        "2-2 day after patch",
        "18 hour after puncture ",
        "18 hour after puncture 0",
        "",
        18,
        None,
    ],
)
def test_the_record_holds_one_form_only(plain: object) -> None:
    with pytest.raises(ValueFault):
        Timing.of(plain)


NUMBERS = st.decimals(0, 1000, places=2)
UNITS = st.sampled_from(TimeUnit)
POINTS = st.sampled_from(["after", "before", "at", "since"]).map(TimeRelation)
SPANS = st.sampled_from(["within", "until", "for", "every"]).map(TimeRelation)
LINKS = st.sampled_from([TimeRelation.AFTER, TimeRelation.BEFORE])
PACES, PARTS = st.none() | st.sampled_from(Pace), st.none() | st.sampled_from(DayPart)
EVENTS, ORDINALS = st.sampled_from(Milestone), st.none() | st.integers(1, 99)

WITH_A_NUMBER = {"low": NUMBERS, "high": st.none() | st.just(Decimal(1000)), "unit": UNITS}
TIMINGS = st.one_of(
    st.fixed_dictionaries(
        WITH_A_NUMBER
        | {"relation": POINTS, "event": EVENTS, "about": st.booleans()}
        | {"part": PARTS, "ordinal": ORDINALS}
    ),
    st.fixed_dictionaries(
        {"relation": POINTS, "event": EVENTS, "pace": PACES, "part": PARTS, "ordinal": ORDINALS}
    ),
    st.fixed_dictionaries(WITH_A_NUMBER | {"relation": SPANS, "about": st.booleans()}),
    st.fixed_dictionaries(WITH_A_NUMBER | {"relation": SPANS, "event": EVENTS, "link": LINKS}),
)


@settings(max_examples=300, deadline=None)
@given(TIMINGS)
def test_whatever_can_be_told_survives_the_record_and_the_page(fields: dict[str, Any]) -> None:
    """Its stored form reads back; and what the page shows can be typed in again."""
    try:
        told = Timing(**fields)
    except ValueFault:
        assume(False)
    assert Timing.of(told.plain()) == told
    assert Timing.parse(told.plain()) == told
    assert Timing.parse(str(told)) == told
    low, high = told.hours or (None, None)
    assert low is None or high is None or low <= high
