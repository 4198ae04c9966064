"""What is stated when another patch is decided on, or against."""

from dataclasses import dataclass

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.clinical import LevelRelation, Timing, Told
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.treatment_way import Way
from bloodpatch.pathway.values import Count, FreeText, Millilitres


class RepeatReason(Choice):
    RECURRENCE = "recurrence", "The headache came back"
    NO_RELIEF = "no_relief", "The patch brought no relief"
    PARTIAL = "partial", "It brought part of the relief"
    INCOMPLETE_SEAL = "incomplete_seal", "The hole is not sealed"
    ELSEWHERE_FAILED = "elsewhere_failed", "A patch elsewhere failed"
    OTHER = "other", "Another reason (say which)"


class Reviewed(Choice):
    """What was gone through again before this decision."""

    HISTORY = "history"
    NEUROLOGY = "neurology", "Neurological examination"
    IMAGING = "imaging"
    CONSENT = "consent"
    SPECIALIST = "specialist", "By a specialist"
    OTHER = "other"


class Verdict(Choice):
    REPEAT = "repeat", "Another patch"
    NO_REPEAT = "no_repeat", "No other patch"
    OTHER_TREATMENT = "other_treatment", "Another treatment"
    WITHHOLD = "withhold", "Withheld for now"
    OTHER = "other", "Another decision (say which in the note)"


@dataclass(frozen=True, kw_only=True)
class Again:
    """Why another patch, and how it is to be done."""

    reason: tuple[RepeatReason, ...] | None = payload("Why", ask="Why?")
    review: tuple[Reviewed, ...] | None = payload("What was looked at again", ask="Looked at again")
    level_relation: LevelRelation | None = payload("Where, seen from the puncture", ask="Where")


@dataclass(frozen=True, kw_only=True)
class AnotherPatch(Again):
    """T15: a physician decides on it here and now."""

    planned_ml: Millilitres | None = payload("Volume planned", ask="Volume planned")
    remark: FreeText | None = payload("In the physician's words", ask="Remark")

    @property
    def way(self) -> Way:
        return Way.PATCH


@dataclass(frozen=True, kw_only=True)
class Decision(Told, Again):
    """What was decided, here or elsewhere: a fact, whoever may disagree with it."""

    decision: Verdict = payload("What was decided", ask="Decision", required=True)
    number: Count | None = payload("Which patch it would be", ask="Patch number")
    interval: Timing | None = payload("How long after the patch before", ask="After the last patch")

    @property
    def way(self) -> Way:
        return Way.PATCH if self.decision is Verdict.REPEAT else Way.CONSERVATIVE
