"""Gate 9: deciding on another patch.

Facts:
    "hours_since_last_patch"; "repeat_interval_h": setting, default 24
    "reassessed", "flags_asked_again": since the last patch, "yes" | "no" | "not_asked"
    "failed_patches": how many; "imaging_done", "specialist_review": "yes" | "no" | "not_asked"
    the answers of gate 1, when asked again
"""

from .flags import red_flags
from .outcome import Check, Facts, Finding, Limit, Outcome, age, answer, check, limits, number

INTERVAL = (
    Limit(
        "hours_since_last_patch", "below", 24, "repeat_interval_h", "repeat_early", "hold", "13 V"
    ),
)

BEFORE = (
    Check("reassessed", "no", "hold", "missing", "hold", "3.1 K-M; H49"),
    Check("flags_asked_again", "no", "hold", "missing", "hold", "2.2 rule design; H49"),
)

AFTER_TWO = (
    Check("imaging_done", "no", "hold", "missing", "hold", "2.2 V2"),
    Check("specialist_review", "no", "hold", "missing", "hold", "2.2 V2; 13 K-M"),
)

FAILURES = 2.0  # 2.2 V2; 13


def repeat(facts: Facts) -> Outcome:
    """Whether another patch may be decided now."""
    found = limits(INTERVAL, facts) | check(BEFORE, facts)
    if age(facts, "hours_since_last_patch") is None:
        found.add(Finding("last_patch_time_not_told", "hold", "missing"))
    failures = number(facts, "failed_patches")
    if failures is None:
        found.add(Finding("failed_patches_not_told", "hold", "missing"))
    elif failures >= FAILURES:
        found |= check(AFTER_TWO, facts)
    flags = red_flags(facts) if answer(facts, "flags_asked_again") == "yes" else frozenset()
    return frozenset(found) | flags


NOTES = [
    "Exactly 24 h is enough; earlier is a hold, since no stop names it.",
    "After two failures both imaging and a specialist are needed: 2.2 says 'imaging + specialist "
    "referral', 13 only a specialist review. Either alone is the milder reading.",
    "Flags not asked again is one finding, not twelve; once asked again gate 1 speaks in full.",
    "Consent anew and the physician's own decision (H49) are the consent gate and the roles.",
    "What counts as a failed patch is the caller's outcome definition.",
]
