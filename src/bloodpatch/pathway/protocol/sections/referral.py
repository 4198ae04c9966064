"""What the protocol says about referral (T2 T3)."""

from dataclasses import dataclass

from bloodpatch.pathway.protocol.kinds import whole


@dataclass(frozen=True, kw_only=True)
class Referral:
    """How long a referral, and a patient who says no to it, may wait for somebody to look."""

    triage_due_hours: int = whole(
        "A new referral is read and sorted by somebody within", unit="h", low=1, high=24
    )
    refusal_review_due_hours: int = whole(
        "A physician looks at a patient who declined or withdrew within", unit="h", low=1, high=72
    )
