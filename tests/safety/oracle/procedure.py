"""Gate 6: the procedure itself: volumes, level, draw to inject, what came back through the needle.

Facts:
    "planned_ml", "drawn_ml", "injected_ml"; "warn_ml_over": setting, default 30
    "is_child": "yes" | "no" | "not_asked"; "weight_kg"
    "spaces_below_puncture": 0 same space, 1 one below, -1 one above ...
    "is_repeat": "yes" | "no" | "not_asked"; "same_space_as_last_patch": same
    "drawn_minutes_ago": from draw to the start of injection
    "draw_advise_min", "draw_hold_min": settings 5, 10
    "csf_aspirated", "blood_aspirated": "yes" | "no" | "not_asked"
"""

from .outcome import Check, Facts, Finding, Limit, Outcome, age, answer, check, limits, number

VOLUMES = (
    Limit("planned_ml", "above", 30, "warn_ml_over", "volume_high", "advise", "0 row 2; 13"),
    Limit("injected_ml", "above", 30, "warn_ml_over", "volume_high", "advise", "6 V; 13"),
)

DRAW = (
    Limit("drawn_minutes_ago", "above", 5, "draw_advise_min", "draw_old", "advise", "6 K-M; 13"),
    Limit("drawn_minutes_ago", "above", 10, "draw_hold_min", "draw_too_old", "hold", "6 K-M"),
)

ASPIRATE = (
    Check("csf_aspirated", "yes", "stop", "present", "hold", "design stage procedure; brief"),
    Check("blood_aspirated", "yes", "stop", "present", "hold", "design stage procedure; brief"),
)

SPACES = (0.0, 1.0)  # 6 and 3.1 V2: at, or one space below, the puncture
CHILD_ML_PER_KG = (0.2, 0.4)  # given by the brief; no row in the evidence
CHILD_CEILING_ML = 15.0  # given by the brief; no row in the evidence
TINY = 1e-9  # so that 0.4 mL/kg times 30 kg equals 12 mL


def child_volume(facts: Facts) -> set[Finding]:
    """A child's planned and injected volume by weight, under the ceiling."""
    if answer(facts, "is_child") != "yes":
        return set()
    weight = number(facts, "weight_kg")
    if weight is None or weight <= 0:
        return {Finding("child_weight_not_told", "hold", "missing")}
    least, most = (min(each * weight, CHILD_CEILING_ML) for each in CHILD_ML_PER_KG)
    found: set[Finding] = set()
    for key in ("planned_ml", "injected_ml"):
        volume = number(facts, key)
        if volume is not None and volume > most + TINY:
            found.add(Finding("child_volume_high", "hold", "present"))
    planned = number(facts, "planned_ml")
    if planned is not None and planned < least - TINY:
        found.add(Finding("child_volume_low", "advise", "present"))
    return found


def volumes(facts: Facts) -> set[Finding]:
    """Never more in than out; more than thirty is said."""
    found = limits(VOLUMES, facts) | child_volume(facts)
    drawn, injected = number(facts, "drawn_ml"), number(facts, "injected_ml")
    if injected is not None and drawn is None:
        found.add(Finding("drawn_ml_not_told", "hold", "missing"))
    elif injected is not None and drawn is not None and injected > drawn:
        found.add(Finding("injected_over_drawn", "stop", "present"))
    return found


def level(facts: Facts) -> set[Finding]:
    """At the puncture or one below, and another space on a repeat: both advice."""
    found: set[Finding] = set()
    below = number(facts, "spaces_below_puncture")
    if below is None:
        found.add(Finding("level_not_told", "advise", "missing"))
    elif below not in SPACES:
        found.add(Finding("level_unusual", "advise", "present"))
    again = answer(facts, "is_repeat") == "yes"
    if again and answer(facts, "same_space_as_last_patch") == "yes":
        found.add(Finding("same_space_on_repeat", "advise", "present"))  # 6 V, a case report
    return found


def aspirate(facts: Facts) -> Outcome:
    """Cerebrospinal fluid or blood through the needle: nothing is injected here."""
    return frozenset(check(ASPIRATE, facts))


def procedure(facts: Facts) -> Outcome:
    """All of it, as seen when blood is about to be, or has been, injected."""
    found = volumes(facts) | level(facts) | limits(DRAW, facts)
    if age(facts, "drawn_minutes_ago") is None:
        found.add(Finding("draw_time_not_told", "hold", "missing"))
    return frozenset(found | aspirate(facts))


NOTES = [
    "Injected over drawn is a stop: there is no such blood of this patient, so nobody can "
    "override it; a record of it is malformed. Equal is right.",
    "Thirty mL itself is no warning. Planned and injected are judged, drawn is not: harm is at "
    "injection, and drawn may exceed injected.",
    "Children: the figures come from the brief and have no row in the evidence. Over 0.4 mL/kg "
    "or over 15 mL is a hold, under 0.2 mL/kg of the plan an advice (injecting less on symptoms "
    "is right). No weight holds. Not told whether a child: nothing, age is known from birth "
    "date.",
    "Level other than at or one below is advice: graded UNK, and anatomy may force it. Unknown "
    "puncture level is advice too; 27 % of punctures are found by the headache.",
    "Same space on a repeat is advice (one case report).",
    "Exactly 5 and exactly 10 minutes are on the better side. No draw time: hold.",
    "Aspirate not told holds the injection.",
    "Symptoms during injection (6, stop conditions) are orders to the hand, not written here.",
]
