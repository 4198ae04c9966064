"""Gate 1: red flags, at booking and at the time-out.

Facts:
    the twelve asked questions (QUESTIONS), each "yes" | "no" | "not_asked"
    the further triggers (TRIGGERS), each "yes" | "no" | "not_asked", silent when not told
    "<flag>_lifted": True where a recorded review (stop) or a physician's override (hold) covers it
    "<flag>_not_told_lifted": True where a physician's override covers the unanswered question
    "at_timeout": True at the time-out; then also
    "flags_answered_hours_ago": age of the answers; "flags_window_h": how long they stand
    "systolic", "diastolic": mmHg; "pregnant_20wk_or_postpartum": "yes" | "no" | "not_asked"
"""

from collections.abc import Iterator
from itertools import product

from .outcome import Check, Facts, Finding, Outcome, Reading, age, answer, check, number

# Every row: key, bad answer, level, cause, level of silence, evidence section and tag.
QUESTIONS = (
    Check("focal_deficit", "yes", "stop", "present", "hold", "2.2 V2; design stop list"),
    Check("visual_change", "yes", "hold", "present", "hold", "2.2 V2; not on the stop list"),
    Check("altered_consciousness", "yes", "stop", "present", "hold", "2.2 V2; design stop list"),
    Check("seizure", "yes", "stop", "present", "hold", "2.2 V2; design stop list"),
    Check("thunderclap", "yes", "stop", "present", "hold", "2.2 K-H; design stop list"),
    Check("posture_lost_or_reversed", "yes", "hold", "present", "hold", "2.2 V2; 9 V, K-M"),
    Check("high_blood_pressure", "yes", "hold", "present", "hold", "2.2 V2"),
    Check("fever", "yes", "hold", "present", "hold", "2.2 V2, threshold K-H; 4.1 defer"),
    Check("meningism", "yes", "stop", "present", "hold", "2.2 V2; design stop list"),
    Check("leg_weakness", "yes", "stop", "present", "hold", "2.2 V2, V; design stop list"),
    Check("saddle_numbness", "yes", "stop", "present", "hold", "2.2 V2, V; design stop list"),
    Check("bladder_or_bowel_change", "yes", "stop", "present", "hold", "2.2 V2; design stop list"),
)

TRIGGERS = (
    Check("papilloedema", "yes", "stop", "present", None, "2.2 K-H; design stop list"),
    Check("raised_pressure", "yes", "stop", "present", None, "4.1 K-H absolute"),
    Check("late_onset", "yes", "hold", "present", None, "2.2 V2, V"),
    Check("never_postural", "yes", "hold", "present", None, "2.2 V2"),
    Check("new_symptoms", "yes", "hold", "present", None, "2.2 V2"),
    Check("worse_despite_treatment", "yes", "hold", "present", None, "2.2 V2"),
    Check("patches_failed", "yes", "hold", "present", None, "2.2 V2; also gate 9"),
    Check("rigors", "yes", "hold", "present", None, "2.2 V2"),
    Check("severe_vomiting", "yes", "hold", "present", None, "2.2 V2"),
    Check("immediate_after_air", "yes", "hold", "present", None, "2.2 V"),
    Check("severe_back_pain", "yes", "hold", "present", None, "2.2 V2"),
)

# Lowest value that counts (2.2 V2): systolic, diastolic.
PRESSURE_FLAG = (140.0, 90.0)


def high_pressure(facts: Facts) -> Reading:
    """What a measured pressure answers to the blood pressure question (2.2)."""
    values = number(facts, "systolic"), number(facts, "diastolic")
    obstetric = answer(facts, "pregnant_20wk_or_postpartum")
    if values[0] is None or values[1] is None or obstetric == "not_asked":
        return "not_asked"
    over = values[0] >= PRESSURE_FLAG[0] or values[1] >= PRESSURE_FLAG[1]
    return "yes" if over and obstetric == "yes" else "no"


def stale(facts: Facts) -> bool:
    """At the time-out: the answers are older than their window, or of unknown age."""
    if answer(facts, "at_timeout") != "yes":
        return False
    taken, window = age(facts, "flags_answered_hours_ago"), number(facts, "flags_window_h")
    return taken is None or window is None or taken > window


def counts(one: Finding, facts: Facts) -> bool:
    """A high pressure speaks against a patch where it may be pre-eclampsia (2.2); a man with known
    hypertension is not held for it (trial, part B)."""
    of_pressure = one.code == "high_blood_pressure" and one.cause == "present"
    return not of_pressure or answer(facts, "pregnant_20wk_or_postpartum") == "yes"


def red_flags(facts: Facts) -> Outcome:
    """What the answers raise; a lifted finding is gone, a stale 'no' is no answer."""
    found = {one for one in check((*QUESTIONS, *TRIGGERS), facts) if counts(one, facts)}
    if stale(facts) and any(answer(facts, row.key) == "no" for row in QUESTIONS):
        found.add(Finding("flags_stale", "hold", "missing"))
    return frozenset(one for one in found if answer(facts, f"{one.code}_lifted") != "yes")


def bookable(facts: Facts) -> bool:
    """A booking is permitted when nothing unlifted stops or holds."""
    return all(one.level == "advise" for one in red_flags(facts))


def bookable_vectors() -> Iterator[tuple[Reading, ...]]:
    """Of all 3^12 answers to the asked list, without any lift: those that may be booked."""
    words: tuple[Reading, ...] = ("yes", "no", "not_asked")
    keys = [row.key for row in QUESTIONS]
    for vector in product(words, repeat=len(keys)):
        if bookable(dict(zip(keys, vector, strict=True))):
            yield vector


NOTES = [
    "Visual change is a hold: the evidence puts it in the STOP row of 2.2, the design's closed "
    "list does not name it. Papilloedema and raised pressure are the stops behind it. Worth "
    "asking.",
    "2.2's rule design says a STOP-class flag may be overridden by a named senior, 4.1 says an "
    "unresolved flag is absolute; the design's split (stop lifted only by a recorded review, "
    "other flags held) is followed.",
    "Saddle numbness is a stop: same row as leg and bladder signs, cauda equina.",
    "'posture_lost_or_reversed' is one question; a headache never postural is a trigger of its "
    "own with the same level.",
    "Fever reported and a temperature measured are two facts: gate 1 and gate 2 may both speak; "
    "a comparison with an engine that merges them must merge them.",
    "Two of the 531,441 vectors are bookable without a lift, of a patient who is neither pregnant "
    "nor has given birth: all 'no', and the same with a high pressure.",
    "An override of an unanswered question is allowed (it is a hold); the other reading, that "
    "silence on a stop's question cannot be overridden, is stricter.",
    "Window: an answer exactly as old as the window still stands. 4.4 says 'same day'; a caller "
    "who wants the calendar day gives the hours since midnight as the window. No window told: "
    "stale.",
    "A stale 'yes' goes on standing; stale is one finding for the whole list, not one per flag.",
    "Blood pressure: >=140 or >=90 counts only in pregnancy from week 20 or after birth; the "
    "evidence gives no number for others, so for them the answer is 'no'. Severe (>=160/110) "
    "changes the urgency of the action, not the level.",
    "Age over 60, head injury and the like (2.2) lower the threshold for imaging; they are no "
    "flags.",
]
