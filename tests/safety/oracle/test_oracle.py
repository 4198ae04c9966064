"""A few points of each gate, so that the tables read as they are meant."""

import unittest

from . import (
    antithrombotics,
    bookable,
    bookable_vectors,
    clearance,
    closure,
    discharge,
    earliest_patch_s,
    infection,
    laboratory,
    procedure,
    recovery,
    red_flags,
    repeat,
    restart_h,
    sedation,
    sedation_discharge,
)
from .antithrombotics import hold_h, matching
from .drug_tables import ROWS
from .flags import QUESTIONS
from .outcome import Outcome, Value

HOUR = 3600.0
NO_FLAGS: dict[str, Value] = {row.key: "no" for row in QUESTIONS}
WELL: dict[str, Value] = {
    "temperature_c": 37.9,
    "temperature_taken_hours_ago": 2.0,
    "infection_at_site": "no",
    "systemic_infection": "no",
    "on_sepsis_treatment": "no",
}


def drug(name: str, **more: Value) -> dict[str, Value]:
    """One confirmed drug under the 2025 table, taken at second 0, told to the minute."""
    return {
        "antithrombotics_taken": "yes",
        "policy": "asra_ra_2025",
        "drug_1": name,
        "row_confirmed_1": True,
        "last_dose_start_s_1": 0,
        "last_dose_precision_1": "minute",
        **more,
    }


def words(outcome: Outcome) -> set[str]:
    """The code words of an outcome."""
    return {one.code for one in outcome}


class Gates(unittest.TestCase):
    """Some points of every gate."""

    def test_flags(self) -> None:
        """Only all-no books; levels, lifts and the window are as listed."""
        assert list(bookable_vectors()) == [("no",) * 12]
        seized = {**NO_FLAGS, "seizure": "yes"}
        assert red_flags(seized) == {("seizure", "stop", "present")}
        assert bookable({**seized, "seizure_lifted": True})
        late = {**NO_FLAGS, "at_timeout": True, "flags_window_h": 4}
        assert not red_flags({**late, "flags_answered_hours_ago": 4})
        stale = red_flags({**late, "flags_answered_hours_ago": 4.001})
        assert stale == {("flags_stale", "hold", "missing")}

    def test_infection(self) -> None:
        """37.9, 38.0, Fahrenheit, stale and missing."""
        assert not infection(WELL)
        assert words(infection({**WELL, "temperature_c": 38.0})) == {"fever"}
        for change, code in (
            ({"temperature_c": 100.4}, "temperature_implausible"),
            ({"temperature_c": None}, "temperature_missing"),
            ({"temperature_taken_hours_ago": 24.1}, "temperature_stale"),
        ):
            assert infection({**WELL, **change}) == {(code, "hold", "missing")}

    def test_antithrombotics(self) -> None:
        """Boundaries, precision, silence, several drugs, signature, policy."""
        low = drug("lmwh", dose_class_1="low")
        assert earliest_patch_s(low) == 12 * HOUR
        assert not antithrombotics({**low, "now_s": 12 * HOUR})
        inside = antithrombotics({**low, "now_s": 12 * HOUR - 1})
        assert inside == {("antithrombotic_inside_window", "hold", "present")}
        day = {**low, "last_dose_precision_1": "day", "last_dose_span_s_1": 82800}
        assert earliest_patch_s(day) == 35 * HOUR
        assert earliest_patch_s(drug("lmwh")) == 24 * HOUR
        assert earliest_patch_s(drug("rivaroxaban", dose_class_1="low")) == 30 * HOUR
        for change, code in (
            ({"last_dose_precision_1": "unknown"}, "antithrombotic_last_dose_unknown"),
            ({"row_confirmed_1": False}, "antithrombotic_row_unconfirmed"),
            ({"policy": None}, "policy_not_chosen"),
            ({"drug_1": "something_else"}, "antithrombotic_without_row"),
        ):
            always = antithrombotics({**low, "now_s": 1e9, **change})
            assert always == {(code, "hold", "missing")}
        for row in ROWS:
            told = hold_h(matching(row.policy, row.drug, row.dose, row.renal))
            assert hold_h(matching(row.policy, row.drug, "", "")) >= told
        assert restart_h("asra_ra_2025", "lmwh", "low", "normal", True) == 24

    def test_laboratory(self) -> None:
        """Nothing asks, something asks, and the limits."""
        assert not laboratory({"bleeding_history": "no"})
        asked = laboratory({"bleeding_history": "no", **drug("warfarin")})
        assert asked == {("inr_needed", "hold", "missing")}
        for count, level in ((70, None), (69, "advise"), (50, "advise"), (49, "hold")):
            found = laboratory({"bleeding_history": "no", "platelets": count})
            assert {one.level for one in found} == {level} - {None}
        assert not laboratory({"bleeding_history": "no", "inr": 1.4})

    def test_sedation(self) -> None:
        """Fear, fasting, scores."""
        assert words(sedation({"anxiety_score": 11})) == {"sedation_decision_advised"}
        fast: dict[str, Value] = {"clear_fluid_hours_ago": 2, "light_meal_hours_ago": 6}
        fast |= {"sedation_decision": "yes", "fatty_meal_hours_ago": "none", "escort": "yes"}
        assert not sedation(fast)
        assert words(sedation({**fast, "escort": "no"})) == {"no_escort"}
        home: dict[str, Value] = {"sedated": "yes", "aldrete": 9, "padss": 9, "escort": "yes"}
        home |= {"reversal_given": "yes", "reversal_hours_ago": 2, "last_sedative_hours_ago": 3}
        assert not sedation_discharge(home)

    def test_procedure(self) -> None:
        """Volumes, draw, aspirate, a child."""
        good: dict[str, Value] = {"drawn_ml": 20, "injected_ml": 20, "drawn_minutes_ago": 5}
        good |= {"spaces_below_puncture": 1, "csf_aspirated": "no", "blood_aspirated": "no"}
        assert not procedure(good)
        assert words(procedure({**good, "drawn_minutes_ago": 10})) == {"draw_old"}
        assert words(procedure({**good, "injected_ml": 21})) == {"injected_over_drawn"}
        small = {**good, "is_child": "yes", "weight_kg": 30, "planned_ml": 12, "injected_ml": 12}
        assert not procedure(small)

    def test_afterwards(self) -> None:
        """Rest, discharge, repeat, clearance, closure."""
        assert not recovery({"rest_started_s": 0, "now_s": 3600})
        assert words(recovery({"rest_started_s": 0, "now_s": 3599})) == {"rest_not_over"}
        assert len(discharge({})) == 11
        again: dict[str, Value] = {"hours_since_last_patch": 24, "reassessed": "yes"}
        again |= {"flags_asked_again": "yes", "failed_patches": 1, **NO_FLAGS}
        assert not repeat(again)
        assert len(repeat({**again, "failed_patches": 2})) == 2
        assert len(clearance({})) == 9
        assert len(closure({})) == 3


if __name__ == "__main__":
    unittest.main()
