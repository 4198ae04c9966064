"""What is stated at the end of an episode, and when it begins again."""

from dataclasses import dataclass

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical import AdverseKind, Diagnosis, Specialty, Symptom, Timing, Told
from bloodpatch.pathway.clinical.relatedness import Relatedness
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.values import Answer, Count, FreeText, When


class Status(Choice):
    """The outcome of an episode."""

    RESOLVED = "resolved", "The headache is gone"
    PARTIAL = "partial", "Better, not gone"
    PERSISTENT_DEFICIT = "persistent_deficit", "A deficit stays"
    DIED = "died"
    UNKNOWN = "unknown"
    ALTERNATIVE_DIAGNOSIS_RECOVERED = (
        "alternative_diagnosis_recovered",
        "It was something else; recovered",
    )


WELL = frozenset({Status.RESOLVED, Status.ALTERNATIVE_DIAGNOSIS_RECOVERED})


class ReopenReason(Choice):
    HEADACHE_BACK = "headache_back", "The headache came back"
    NEW_SYMPTOM = "new_symptom", "Something new has appeared"
    ADVERSE_EVENT = "adverse_event", "An adverse event shows late"
    PATIENT_CALLED = "patient_called", "The patient called or came"
    FOUND_AGAIN = "found_again", "A patient signed as lost was found"
    CLOSED_IN_ERROR = "closed_in_error"
    OTHER = "other", "Another reason (say which in the note)"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How it ended."""

    symptom_free: Answer | None = payload("Whether nothing is left", ask="Free of symptoms?")
    deficits: tuple[Symptom, ...] | None = payload("What is left", ask="What is left")
    harms: tuple[AdverseKind, ...] | None = payload(
        "What is left of an adverse event", ask="Left of an adverse event"
    )
    deficits_recovered: tuple[Symptom, ...] | None = payload(
        "What was there and is gone", ask="Gone again", more=True
    )
    harms_recovered: tuple[AdverseKind, ...] | None = payload(
        "What was there of an adverse event and is gone", ask="Gone of an event", more=True
    )
    days_puncture_to_resolution: Count | None = payload(
        "Days from the puncture until the headache was gone", ask="Days from the puncture"
    )
    days_last_patch_to_resolution: Count | None = payload(
        "Days from the last patch until then; 0 is at once", ask="Days from the last patch"
    )
    diagnosis: Diagnosis | None = payload("What it was in the end", ask="Diagnosis")
    complication: Answer | None = payload("Whether there was a complication", ask="Complication?")
    imaging_clear: Answer | None = payload("Whether imaging was clear", ask="Imaging clear?")


@dataclass(frozen=True, kw_only=True)
class Signature(Outcome):
    """A physician closes the episode."""

    status: Status = payload("The outcome", ask="Outcome", required=True)
    taken_over_by: Specialty | None = payload(
        "Who looks after what is still open", ask="Taken over by"
    )
    remark: FreeText | None = payload("In the physician's words", ask="Remark")


@dataclass(frozen=True, kw_only=True)
class OutcomeTold(Told, Outcome):
    """How it ended, as somebody tells it; it closes nothing."""

    status: Status | None = payload("The outcome", ask="Outcome")
    last_follow_up: Timing | None = payload("Until when that is known", ask="Known until")
    discharged: Answer | None = payload("Discharged from care", ask="Discharged?")


@dataclass(frozen=True, kw_only=True)
class Death(Told):
    died_at: When | None = payload("When", ask="When")
    cause: Diagnosis | None = payload("Of what", ask="Cause")
    related: Relatedness | None = payload(
        "Whether the treatment caused it", ask="By the treatment?"
    )


@dataclass(frozen=True, kw_only=True)
class Reopening(Told):
    reason: ReopenReason | None = payload("What came back", ask="Why?")
