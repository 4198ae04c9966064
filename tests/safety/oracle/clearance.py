"""Gate 10: a physician's clearance for normal activity, and closing the episode.

Facts:
    "upright_nrs", "stable_hours", "back_nrs", "temperature_c"
    "back_pain_worsening", "opioids_needed", "open_adverse_event", "red_flag",
    "neuro_deficit": "yes" | "no" | "not_asked"
    settings "upright_max" 3, "stable_min_h" 48, "back_max" 4, "fever_hold_c" 38.0
    closure: "cleared", "physician_word": "yes" | "no" | "not_asked"
"""

from .outcome import Check, Facts, Finding, Limit, Outcome, answer, check, limits, needed

LIMITS = (
    Limit("upright_nrs", "above", 3, "upright_max", "upright_pain", "hold", "13 proposal; V"),
    Limit("stable_hours", "below", 48, "stable_min_h", "not_stable_yet", "hold", "13 proposal"),
    Limit("back_nrs", "above", 4, "back_max", "back_pain", "hold", "13 proposal"),
    Limit("temperature_c", "at_or_above", 38.0, "fever_hold_c", "fever", "hold", "13; 4.1 K-M"),
)

QUESTIONS = (
    Check("back_pain_worsening", "yes", "hold", "present", "hold", "13 proposal"),
    Check("opioids_needed", "yes", "hold", "present", "hold", "13 proposal"),
    Check("open_adverse_event", "yes", "hold", "present", "hold", "H38"),
    Check("red_flag", "yes", "hold", "present", "hold", "13 proposal; H38"),
    Check("neuro_deficit", "yes", "stop", "present", "hold", "13 proposal; design stop list"),
)

OPEN_ITEMS = (
    Check("open_adverse_event", "yes", "hold", "present", "hold", "H38"),
    Check("red_flag", "yes", "hold", "present", "hold", "13 followup.close_requires"),
)


def clearance(facts: Facts) -> Outcome:
    """What defers the clearance."""
    unknown = needed((row.key for row in LIMITS), facts)
    return frozenset(limits(LIMITS, facts) | unknown | check(QUESTIONS, facts))


def closure(facts: Facts) -> Outcome:
    """Closing needs a clearance or a physician's word, and nothing open or unasked."""
    found = check(OPEN_ITEMS, facts)
    if "yes" not in (answer(facts, "cleared"), answer(facts, "physician_word")):
        found.add(Finding("closure_without_physician", "hold", "missing"))
    return frozenset(found)


NOTES = [
    "Otherwise defer: every failed criterion is a hold, so a physician may clear with a reason "
    "that shows it. A focal or leg deficit is a stop, as everywhere.",
    "Upright 3, back 4, 48 h are on the good side; 38.0 is fever.",
    "'red_flag' is one word here (any flag of gate 1); a stop-class flag is a stop by gate 1 "
    "itself.",
    "Age of the scores and of the temperature is not judged: the evidence gives no window.",
    "Restrictions ending and elapsed time are no criteria; closure never follows from time alone.",
    "Closure without a physician is a hold whose only override is the very word it asks for.",
    "Only a physician gives either; that is the table of roles, not this gate.",
]
