"""Gate 7: standing up after the patch.

Facts:
    "rest_started_s", "now_s": seconds; "rest_minutes": setting, default 60
    "failed_tests": how many stand-and-walk tests failed; "lying_since_failure_minutes"
    "lie_again_minutes": setting, default 30
    "physician_decided": "yes" after a failed second test
    "leg_weakness", "leg_numbness", "bladder_change": "yes" | "no" | "not_asked"
"""

from .outcome import Check, Facts, Finding, Outcome, age, answer, check, number, setting

SIGNS = (
    Check("leg_weakness", "yes", "stop", "present", None, "2.2 V2; design stop list"),
    Check("leg_numbness", "yes", "stop", "present", None, "2.2 V2; design stop list"),
    Check("bladder_change", "yes", "stop", "present", None, "2.2 V2; design stop list"),
)

REST_MIN = 60.0  # 13, from 7 V; the treatment says 30
REST_NOTE_BELOW_MIN = 60.0  # 0 row 1: evidence note under 60
LIE_AGAIN_MIN = 30.0  # 7 proposal: 30-60
TESTS = 2.0  # 7 proposal: repeat once, then a physician


def rest(facts: Facts) -> set[Finding]:
    """Rest has a start and is over; a short plan is said."""
    found: set[Finding] = set()
    minutes = setting(facts, "rest_minutes", REST_MIN)
    if minutes < REST_NOTE_BELOW_MIN:
        found.add(Finding("rest_plan_short", "advise", "present"))
    start, now = number(facts, "rest_started_s"), number(facts, "now_s")
    if start is None or now is None:
        found.add(Finding("rest_not_started", "hold", "missing"))
    elif now < start + minutes * 60:
        found.add(Finding("rest_not_over", "hold", "present"))
    return found


def failed(facts: Facts) -> set[Finding]:
    """After one failed test lie down again, after two a physician decides."""
    count = number(facts, "failed_tests") or 0.0
    if count >= TESTS:
        decided = answer(facts, "physician_decided") == "yes"
        return set() if decided else {Finding("tests_failed_twice", "hold", "missing")}
    if count < 1:
        return set()
    lying = age(facts, "lying_since_failure_minutes")
    if lying is None:
        return {Finding("lying_again_not_told", "hold", "missing")}
    too_early = lying < setting(facts, "lie_again_minutes", LIE_AGAIN_MIN)
    return {Finding("lying_again_not_over", "hold", "present")} if too_early else set()


def recovery(facts: Facts) -> Outcome:
    """Whether the patient may be stood up now."""
    return frozenset(rest(facts) | failed(facts) | check(SIGNS, facts))


NOTES = [
    "At the very end of the rest standing is allowed, one second before it is not.",
    "The short-rest advice appears under 60 minutes (section 0); the design says 'shorter than "
    "the trial's', which could also mean 120.",
    "Lying down again after a failure: 30 minutes, the shorter end of 30-60; standing within the "
    "range is no fault. The other reading is 60.",
    "Two failed tests: cause 'missing', since the physician's decision clears it.",
    "Failed tests not told count as none: a test that was not done cannot have failed.",
    "New leg or bladder signs stop; silence about them is asked at discharge, not before standing.",
    "More pain on standing is an outcome, not a failed test (5, local caution).",
]
