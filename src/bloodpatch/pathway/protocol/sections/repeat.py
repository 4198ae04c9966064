"""What the protocol says about a repeat patch (T15): when, how many, after which review."""

from dataclasses import dataclass

from bloodpatch.pathway.protocol.kinds import whole


@dataclass(frozen=True, kw_only=True)
class Repeat:
    """A second patch is a new decision after a new assessment, never a routine."""

    min_interval_hours: int = whole(
        "Between one patch and the next, at least", unit="h", low=24, high=168
    )
    specialist_review_after_patches: int = whole(
        "After this many patches a specialist reviews before another one", unit="", low=1, high=2
    )
    reassessment_valid_hours: int = whole(
        "The assessment and red-flag screen behind the decision are no older than",
        unit="h",
        low=1,
        high=24,
    )
    failed_above_nrs: int = whole(
        "After a patch a headache above this score has not been helped; below it little is left",
        unit="NRS",
        low=1,
        high=5,
    )
    decision_due_hours: int = whole(
        "When the headache stays or comes back, a physician decides within",
        unit="h",
        low=1,
        high=72,
    )
