"""What the protocol says about follow-up (T10 T14): who is asked when, and who is never lost."""

from dataclasses import dataclass

from bloodpatch.pathway.protocol.kinds import CODE, rows, sentence, whole


@dataclass(frozen=True, kw_only=True)
class Contact:
    """One planned contact after the patch, with the window in which it still counts."""

    code: str = CODE
    after_hours: int = whole("Due this long after the patch", unit="h", low=1, high=17520)
    opens_hours_before: int = whole("Counts from this long before", unit="h", low=0, high=720)
    closes_hours_after: int = whole("Counts until this long after", unit="h", low=0, high=720)
    why: str = sentence("Why the patient is asked at this time")


@dataclass(frozen=True, kw_only=True)
class Followup:
    """Planned contacts, how hard we try, and how soon a person answers a red flag."""

    contacts: tuple[Contact, ...] = rows(
        "Planned contacts after the patch", Contact, rising="after_hours"
    )
    attempts_before_escalation: int = whole(
        "Attempts to reach a patient before a physician is told", unit="", low=2, high=6
    )
    channels_before_escalation: int = whole(
        "Different channels (call, message, letter) among these attempts", unit="", low=1, high=3
    )
    next_attempt_due_hours: int = whole(
        "After an attempt that did not reach the patient, the next one within",
        unit="h",
        low=1,
        high=48,
    )
    non_reply_review_due_hours: int = whole(
        "When all attempts failed, a physician decides within", unit="h", low=1, high=72
    )
    conservative_contact_hours: int = whole(
        "A patient without a patch (conservative care, refusal, waiting) is asked every",
        unit="h",
        low=4,
        high=72,
    )
    red_flag_call_minutes: int = whole(
        "A patient who reports a red flag is called by a person within",
        unit="min",
        low=5,
        high=60,
    )
    escalate_after_late_minutes: int = whole(
        "Anything owed to a patient goes up to the next role when late by",
        unit="min",
        low=15,
        high=1440,
    )
    furthest_planned_days: int = whole(
        "Nobody plans anything further ahead than this; a wrong year would lose the patient",
        unit="d",
        low=30,
        high=364,
    )
