"""What is stated about an adverse event."""

from dataclasses import dataclass

from bloodpatch.pathway.clinical import (
    AdverseKind,
    Deficit,
    Diagnosis,
    OtherTreatment,
    Setting,
    Sign,
    Specialty,
    Timing,
    Told,
)
from bloodpatch.pathway.clinical.relatedness import Relatedness
from bloodpatch.pathway.stages.adverse_event.choices import Conclusion, EventOutcome, NoEvent
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.values import Answer, Count, FreeText, Grade, When


@dataclass(frozen=True, kw_only=True)
class Opening(Told, Deficit):
    """What happened to the patient, as far as it is known; `timing` is when it was noticed."""

    kinds: tuple[AdverseKind, ...] | None = payload("What it is", ask="What happened")
    after_patch: Count | None = payload("The patch that it belongs to", ask="After patch number")
    grade: Grade | None = payload("1 mild to 5 death", ask="Grade")
    serious: Answer | None = payload(
        "Whether it led to admission, threatened life or left a disability", ask="Serious?"
    )
    related: Relatedness | None = payload("Whether the patch caused it", ask="Caused by the patch?")
    expected: Answer | None = payload("Whether the patient was told of it before", ask="Expected?")
    entry: Count | None = payload("The entry that spoke of it first", ask="From entry", more=True)
    noticed_at: When | None = payload("When it was noticed", ask="Noticed")
    onset: Timing | None = payload("How it began, and over what time", ask="Began", more=True)
    cause: Diagnosis | None = payload("What it was found to be", ask="Found to be", more=True)
    signs: tuple[Sign, ...] | None = payload("What examination showed", ask="Signs", more=True)


@dataclass(frozen=True, kw_only=True)
class AboutEvent(Told):
    about: Count | None = payload("The entry that opened it; none: the latest", ask="Adverse event")


@dataclass(frozen=True, kw_only=True)
class Action(AboutEvent):
    """What was done about it."""

    treatment: tuple[OtherTreatment, ...] | None = payload("Treatment", ask="Treatment")
    transferred_to: Specialty | None = payload("Who took over", ask="Transferred to")
    to: Setting | None = payload("Where the patient was taken", ask="Taken to")
    reported: Answer | None = payload("Whether it was reported outside", ask="Reported outside?")


@dataclass(frozen=True, kw_only=True)
class Ending(AboutEvent):
    """What became of it."""

    outcome: EventOutcome | None = payload("What became of it", ask="Outcome")
    full: Answer | None = payload("Whether nothing of it was left", ask="Nothing left?")
    over: Timing | None = payload("In what time", ask="Over")
    imaging_clear: Answer | None = payload("Whether imaging was clear again", ask="Imaging clear?")
    ward_at: Timing | None = payload("When back on a ward", ask="Back on a ward", more=True)


@dataclass(frozen=True, kw_only=True)
class Judgement(AboutEvent):
    """A physician's review; it is the signature that ends what is owed."""

    conclusion: Conclusion | None = payload("What it comes to", ask="Conclusion")
    grade: Grade | None = payload("The grade after review", ask="Grade")
    related: Relatedness | None = payload("Whether the patch caused it", ask="Caused by the patch?")
    cause: Diagnosis | None = payload("What it was found to be", ask="Found to be")
    to_report: Answer | None = payload(
        "Whether it is to be reported outside", ask="To be reported?"
    )


@dataclass(frozen=True, kw_only=True)
class Dismissal(Told):
    """A physician says why what was noted is no adverse event."""

    entry: Count = payload("The entry that spoke of it", ask="Entry", required=True)
    why: NoEvent = payload("Why it is none", ask="Why?", required=True)
    reason: FreeText = payload("In the physician's words", ask="Reason", required=True)
