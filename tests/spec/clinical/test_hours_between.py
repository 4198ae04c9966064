"""How many hours a told time leaves open: the bounds from which a rule takes the safe one."""

from decimal import Decimal

import pytest

from bloodpatch.pathway.clinical import Milestone, Timing, hours_between
from bloodpatch.pathway.values import When

NOTHING = None


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        ("18 hour before patch 1", "18", "18"),
        ("30 minute after puncture", "0.5", "0.5"),
        ("2-3 hour after puncture", "2", "3"),
        # Calendar days: tomorrow is anything from the next minute to the end of that day.
        ("0 day after puncture", "0", "24"),
        ("1 day after puncture", "0", "48"),
        ("2 day after puncture", "24", "72"),
        ("2-3 day after puncture", "24", "96"),
        ("1 day morning after puncture", "0", "48"),
        ("1 week after puncture", "144", "192"),
        ("1 month after puncture", "648", "768"),
        # "About" gives half a unit more on both sides, or a tenth.
        ("about 18 hour after puncture", "16.2", "19.8"),
        ("about 2 hour after puncture", "1.5", "2.5"),
        ("about 1 week after puncture", "60", "276"),
        ("within 24 hour after puncture", "0", "24"),
        ("until 2 day after patch 1", None, "72"),
        ("for 4 hour", "4", "4"),
        ("immediately after patch 1", "0", "0.5"),
        ("night after patch 1", "0", "36"),
        ("at delivery", "0", "0"),
    ],
)
def test_bounds(told: str, low: str | None, high: str) -> None:
    assert Timing.of(told).hours == (Decimal(low) if low else None, Decimal(high))


@pytest.mark.parametrize(
    "told",
    [
        "after patch 1",
        "before patch 1",
        "later after patch 1",
        "during at procedure",
        "since delivery",
        "until discharge",
        "soon after patch 1",
    ],
)
def test_words_that_leave_everything_open_are_a_missing_fact(told: str) -> None:
    assert Timing.of(told).hours is None


def at(text: str) -> When:
    return When.parse(text, "Etc/UTC")


NOON, EVENING = at("2026-11-20 12:00"), at("2026-11-20 18:30")
SAME_DAY, UNKNOWN = at("2026-11-20"), at("by 2026-11-20 18:30")


@pytest.mark.parametrize(
    ("told", "earlier", "later", "bounds"),
    [
        ("18 hour after puncture", NOON, EVENING, ("18", "18")),
        (None, NOON, EVENING, ("6.5", "6.5")),
        ("after puncture", NOON, EVENING, ("6.5", "6.5")),
        (None, NOON, NOON, ("0", "0")),
        (None, EVENING, NOON, NOTHING),
        (None, UNKNOWN, EVENING, NOTHING),
        (None, NOON, UNKNOWN, NOTHING),
        (None, None, EVENING, NOTHING),
        ("after puncture", None, None, NOTHING),
    ],
)
def test_what_was_told_comes_first_then_the_clock(
    told: str | None,
    earlier: When | None,
    later: When | None,
    bounds: tuple[str, str] | None,
) -> None:
    expected = bounds and (Decimal(bounds[0]), Decimal(bounds[1]))
    assert hours_between(Timing.of(told) if told else None, earlier, later) == expected


def test_a_day_leaves_as_much_open_as_it_has_hours() -> None:
    low, high = hours_between(None, SAME_DAY, EVENING) or (None, None)
    assert low == 0
    assert high == Decimal("18.5")


@pytest.mark.parametrize(
    ("told", "ordinal", "matches"),
    [
        ("1 day after patch 2", 2, True),
        ("1 day after patch 2", 1, False),
        ("1 day after patch", 1, True),
        ("1 day after patch 2", None, True),
        ("1 day after puncture", None, False),
        ("for 3 month", None, False),
    ],
)
def test_from_which_event_it_is_counted(told: str, ordinal: int | None, matches: bool) -> None:
    assert Timing.of(told).told_from(Milestone.PATCH, ordinal) is matches
