"""A few points of red flags, infection and sedation, so that they read as they are meant."""

import pytest

from .flags import QUESTIONS, bookable, bookable_vectors, red_flags
from .infection import infection
from .outcome import Outcome, Value
from .sedation import sedation, sedation_discharge

NO_FLAGS: dict[str, Value] = {row.key: "no" for row in QUESTIONS}
WELL: dict[str, Value] = {
    "temperature_c": 37.9,
    "temperature_taken_hours_ago": 2.0,
    "infection_at_site": "no",
    "systemic_infection": "no",
    "on_sepsis_treatment": "no",
}


def words(outcome: Outcome) -> set[str]:
    """The code words of an outcome."""
    return {one.code for one in outcome}


def test_flags() -> None:
    """Only all-no books; levels, lifts and the window are as listed."""
    pressure = [row.key for row in QUESTIONS].index("high_blood_pressure")
    no = ("no",) * len(QUESTIONS)
    high = (*no[:pressure], "yes", *no[pressure + 1 :])  # neither pregnant nor after birth
    assert sorted(bookable_vectors()) == sorted([no, high])
    pregnant = {"pregnant_20wk_or_postpartum": "yes"}
    assert not bookable({**dict(zip((q.key for q in QUESTIONS), high, strict=True)), **pregnant})
    seized = {**NO_FLAGS, "seizure": "yes"}
    assert red_flags(seized) == {("seizure", "stop", "present")}
    assert bookable({**seized, "seizure_lifted": True})
    late = {**NO_FLAGS, "at_timeout": True, "flags_window_h": 4}
    assert not red_flags({**late, "flags_answered_hours_ago": 4})
    stale = red_flags({**late, "flags_answered_hours_ago": 4.001})
    assert stale == {("flags_stale", "hold", "missing")}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, set()),
        ({"temperature_c": 38.0}, {("fever", "hold", "present")}),
        ({"temperature_c": 100.4}, {("temperature_implausible", "hold", "missing")}),
        ({"temperature_c": None}, {("temperature_missing", "hold", "missing")}),
        ({"temperature_taken_hours_ago": 24.1}, {("temperature_stale", "hold", "missing")}),
    ],
)
def test_infection(change: dict[str, Value], found: set[tuple[str, str, str]]) -> None:
    """37.9, 38.0, Fahrenheit, missing and stale."""
    assert infection({**WELL, **change}) == found


def test_sedation() -> None:
    """Fear, fasting, scores."""
    assert words(sedation({"anxiety_score": 11})) == {"sedation_decision_advised"}
    fast: dict[str, Value] = {"clear_fluid_hours_ago": 2, "light_meal_hours_ago": 6}
    fast |= {"sedation_decision": "yes", "fatty_meal_hours_ago": "none", "escort": "yes"}
    assert not sedation(fast)
    assert words(sedation({**fast, "escort": "no"})) == {"no_escort"}
    home: dict[str, Value] = {"sedated": "yes", "aldrete": 9, "padss": 9, "escort": "yes"}
    home |= {"reversal_given": "yes", "reversal_hours_ago": 2, "last_sedative_hours_ago": 3}
    assert not sedation_discharge(home)
