"""Gate 5: sedation before the procedure, and before going home.

Facts:
    "anxiety_score": 4-20; "anxious_from": setting, default 11
    "sedation_decision": "yes" (sedate) | "no" (decided against) | "not_asked" (undecided)
    "clear_fluid_hours_ago", "breast_milk_hours_ago", "light_meal_hours_ago",
    "fatty_meal_hours_ago": hours, or the word "none" when nothing of the kind was taken
    "fast_clear_h", "fast_breast_milk_h", "fast_light_h", "fast_fatty_h": settings 2, 4, 6, 8
    "escort": "yes" | "no" | "not_asked"
    at discharge: "sedated", "reversal_given": "yes" | "no" | "not_asked"; "aldrete", "padss";
    "reversal_hours_ago"; "last_sedative_hours_ago"
"""

from .outcome import (
    Check,
    Facts,
    Finding,
    Limit,
    Outcome,
    age,
    answer,
    check,
    crossed,
    limits,
    needed,
    setting,
)

ANXIOUS = Limit(
    "anxiety_score", "at_or_above", 11, "anxious_from", "anxious", "advise", "5 K-H (cut-off 11)"
)

# What was taken, setting, hours to wait (5 V; 13), whether silence about it holds.
FASTING = (
    ("clear_fluid_hours_ago", "fast_clear_h", 2.0, True),
    ("breast_milk_hours_ago", "fast_breast_milk_h", 4.0, False),
    ("light_meal_hours_ago", "fast_light_h", 6.0, True),
    ("fatty_meal_hours_ago", "fast_fatty_h", 8.0, True),
)

ESCORT = (Check("escort", "no", "hold", "present", "hold", "5 K-H; 13 K-H; 4.4 K-H"),)

SCORES = (
    Limit("aldrete", "below", 9, "aldrete_min", "aldrete_low", "hold", "5 V, >=9 K-H; 13"),
    Limit("padss", "below", 9, "padss_min", "padss_low", "hold", "5 V; 13"),
)

REVERSAL_H = 2.0  # 5 K-M


def fasting(facts: Facts) -> set[Finding]:
    """Too short a fast, and what nobody asked."""
    found: set[Finding] = set()
    for key, name, hours, always in FASTING:
        if facts.get(key) == "none":
            continue
        since = age(facts, key)
        if since is not None and since < setting(facts, name, hours):
            found.add(Finding("fasting_too_short", "hold", "present"))
        elif since is None and always:
            found.add(Finding("fasting_not_told", "hold", "missing"))
    return found


def sedation(facts: Facts) -> Outcome:
    """Before the procedure: a decision where there is fear, fasting and escort where decided."""
    decision = answer(facts, "sedation_decision")
    if decision == "yes":
        return frozenset(fasting(facts) | check(ESCORT, facts))
    if decision == "not_asked" and crossed(ANXIOUS, facts):
        return frozenset({Finding("sedation_decision_advised", "advise", "missing")})
    return frozenset()


def reversal(facts: Facts) -> set[Finding]:
    """After a reversal drug: two hours."""
    told, since = answer(facts, "reversal_given"), age(facts, "reversal_hours_ago")
    if told == "no":
        return set()
    if told == "not_asked":
        return {Finding("reversal_given_not_told", "hold", "missing")}
    if since is None:
        return {Finding("reversal_time_not_told", "hold", "missing")}
    too_early = since < setting(facts, "reversal_wait_h", REVERSAL_H)
    return {Finding("reversal_too_recent", "hold", "present")} if too_early else set()


def sedation_discharge(facts: Facts) -> Outcome:
    """Before going home: nothing for who was not sedated; silence about it holds."""
    told = answer(facts, "sedated")
    if told == "no":
        return frozenset()
    if told == "not_asked":
        return frozenset({Finding("sedated_not_told", "hold", "missing")})
    found = limits(SCORES, facts) | needed(("aldrete", "padss"), facts)
    if age(facts, "last_sedative_hours_ago") is None:
        found.add(Finding("last_sedative_not_told", "hold", "missing"))
    return frozenset(found | reversal(facts) | check(ESCORT, facts))


NOTES = [
    "Anxiety: 11 itself counts. The advice ends with any decision, for or against; its cause is "
    "'missing' (the decision), by the rule in outcome.py. The score not taken raises nothing.",
    "Fasting binds only once sedation is decided; exactly 2, 6, 8 h is enough. Too short is a "
    "hold (not on the stop list). Breast milk (4 h) counts when told, silence about it does not "
    "hold.",
    "Too short and not told may both be said: they are two facts.",
    "Both scores, Aldrete and PADSS, are needed, each from 9; only after sedation.",
    "Time since the last sedative (hazard H17): the evidence gives no number, so the time must "
    "be known, no more.",
    "Reversal: exactly 2 h is enough; whether it was given must be told after sedation.",
    "Monitoring, oxygen and a second person (5 K-H) belong to a checklist not asked for here.",
]
