"""What the protocol says about closure: an episode ends by a physician's signature only."""

from dataclasses import dataclass

from bloodpatch.pathway.protocol.kinds import whole


@dataclass(frozen=True, kw_only=True)
class Closure:
    """When a physician is asked to sign the outcome; time alone closes nothing."""

    sustained_relief_days: int = whole("Relief is called lasting after", unit="d", low=5, high=180)
    due_hours: int = whole(
        "A physician signs the outcome within, counted from clearance or the last planned"
        " contact, whichever is later",
        unit="h",
        low=24,
        high=720,
    )
    review_due_hours: int = whole(
        "What was recorded against a rule is looked at by a physician within",
        unit="h",
        low=1,
        high=168,
    )
