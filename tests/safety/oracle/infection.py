"""Gate 2: temperature and infection before the procedure (evidence 4.1).

Facts:
    "temperature_c": the latest reading; "temperature_taken_hours_ago": its age
    "highest_temperature_c", "highest_temperature_hours_ago": an earlier, higher one, if any
    "fever_window_h": default 24; "fever_hold_c": default 38.0
    "infection_at_site", "systemic_infection", "on_sepsis_treatment": "yes" | "no" | "not_asked"
    "raised_white_cells": "yes" | "no" | "not_asked"
"""

from .outcome import Check, Facts, Finding, Outcome, age, check, number, setting

QUESTIONS = (
    Check("infection_at_site", "yes", "stop", "present", "hold", "4.1 V absolute"),
    Check("systemic_infection", "yes", "hold", "present", "hold", "4.1 V2 defer"),
    Check("on_sepsis_treatment", "yes", "hold", "present", "hold", "4.1 V2 defer"),
    Check("raised_white_cells", "yes", "advise", "present", None, "4.1 K-M prompt, not block"),
)

READINGS = (
    ("temperature_c", "temperature_taken_hours_ago"),
    ("highest_temperature_c", "highest_temperature_hours_ago"),
)

FEVER_C = 38.0  # 4.1 and 13, K-M; bounds 37.5-38.5
WINDOW_H = 24.0  # 4.1 V2
PLAUSIBLE_C = (30.0, 45.0)  # our reading: catches Fahrenheit typed as Celsius (hazard H07)


def temperature(facts: Facts) -> set[Finding]:
    """Fever inside the window holds; else the latest reading must exist and be inside it."""
    window = setting(facts, "fever_window_h", WINDOW_H)
    limit = setting(facts, "fever_hold_c", FEVER_C)
    fresh: dict[str, float] = {}
    for value_key, age_key in READINGS:
        value, taken = number(facts, value_key), age(facts, age_key)
        if value is not None and taken is not None and taken <= window:
            fresh[value_key] = value
    credible = {k: v for k, v in fresh.items() if PLAUSIBLE_C[0] <= v <= PLAUSIBLE_C[1]}
    if any(value >= limit for value in credible.values()):
        return {Finding("fever", "hold", "present")}
    if "temperature_c" in credible:
        return set()
    if number(facts, "temperature_c") is None:
        return {Finding("temperature_missing", "hold", "missing")}
    if "temperature_c" in fresh:
        return {Finding("temperature_implausible", "hold", "missing")}
    return {Finding("temperature_stale", "hold", "missing")}


def infection(facts: Facts) -> Outcome:
    """Temperature and the infection questions together."""
    return frozenset(temperature(facts) | check(QUESTIONS, facts))


NOTES = [
    "A reading of unknown age is said as 'stale'.",
    "38.0 itself is fever; a reading exactly as old as the window is still inside it.",
    "One window serves both as look-back for fever and as freshness of the reading. Hazard H07 "
    "says 'same day' for freshness: stricter; a caller gives that as a shorter fever_window_h at "
    "the price of a shorter look-back.",
    "A fever older than the window is no fever any more, but is then also no fresh reading.",
    "A known fever hides 'stale' and 'implausible': one cause, one finding.",
    "The hard bounds of the fever limit (37.5-38.5) are the protocol's to keep, not judged here.",
    "A reading outside 30-45 degrees is not a reading; the bounds are ours.",
    "Infection elsewhere and sepsis hold, infection at the site stops. Sepsis under treatment is "
    "'defer' in 4.1 and so a hold.",
    "Silence about white cells asks nothing: 4.1 forbids a cut-off on it alone.",
    "Meningism and rigors are asked in gate 1 only.",
]
