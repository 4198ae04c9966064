"""What the protocol says about clearance (T12): when a physician is offered to give it."""

from dataclasses import dataclass

from bloodpatch.pathway.protocol.kinds import whole


@dataclass(frozen=True, kw_only=True)
class Clearance:
    """Thresholds that advise a physician; clearance itself is always the physician's act."""

    min_stable_hours: int = whole(
        "Pain upright has been low and stable for at least", unit="h", low=24, high=336
    )
    max_upright_nrs: int = whole("Pain upright is at most", unit="NRS", low=0, high=4)
    max_back_pain_nrs: int = whole("Back pain is at most", unit="NRS", low=0, high=5)
    decision_due_hours: int = whole(
        "A physician decides within, counted from the contact that makes it possible",
        unit="h",
        low=1,
        high=168,
    )
    deferred_review_due_hours: int = whole(
        "When clearance was deferred, a physician looks again within", unit="h", low=4, high=336
    )
    tell_due_hours: int = whole(
        "The patient is told of a clearance within", unit="h", low=1, high=72
    )
