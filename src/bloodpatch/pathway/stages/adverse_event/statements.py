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
from bloodpatch.pathway.statements import said
from bloodpatch.pathway.values import Answer, Count, FreeText, Grade, When


@dataclass(frozen=True, kw_only=True)
class Opening(Told, Deficit):
    """What happened to the patient, as far as it is known; `timing` is when it was noticed."""

    kinds: tuple[AdverseKind, ...] | None = said("What it is", ask="What happened")
    after_patch: Count | None = said("The patch that it belongs to", ask="After patch number")
    grade: Grade | None = said("1 mild to 5 death", ask="Grade")
    serious: Answer | None = said(
        "Whether it led to admission, threatened life or left a disability", ask="Serious?"
    )
    related: Relatedness | None = said("Whether the patch caused it", ask="Caused by the patch?")
    expected: Answer | None = said("Whether the patient was told of it before", ask="Expected?")
    entry: Count | None = said("The entry that spoke of it first", ask="From entry", more=True)
    noticed_at: When | None = said("When it was noticed", ask="Noticed")
    onset: Timing | None = said("How it began, and over what time", ask="Began", more=True)
    cause: Diagnosis | None = said("What it was found to be", ask="Found to be", more=True)
    signs: tuple[Sign, ...] | None = said("What examination showed", ask="Signs", more=True)


@dataclass(frozen=True, kw_only=True)
class AboutEvent(Told):
    about: Count | None = said("The entry that opened it; none: the latest", ask="Adverse event")


@dataclass(frozen=True, kw_only=True)
class Action(AboutEvent):
    """What was done about it."""

    treatment: tuple[OtherTreatment, ...] | None = said("Treatment", ask="Treatment")
    transferred_to: Specialty | None = said("Who took over", ask="Transferred to")
    to: Setting | None = said("Where the patient was taken", ask="Taken to")
    reported: Answer | None = said("Whether it was reported outside", ask="Reported outside?")


@dataclass(frozen=True, kw_only=True)
class Ending(AboutEvent):
    """What became of it."""

    outcome: EventOutcome | None = said("What became of it", ask="Outcome")
    full: Answer | None = said("Whether nothing of it was left", ask="Nothing left?")
    over: Timing | None = said("In what time", ask="Over")
    imaging_clear: Answer | None = said("Whether imaging was clear again", ask="Imaging clear?")
    ward_at: Timing | None = said("When back on a ward", ask="Back on a ward", more=True)


@dataclass(frozen=True, kw_only=True)
class Judgement(AboutEvent):
    """A physician's review; it is the signature that ends what is owed."""

    conclusion: Conclusion | None = said("What it comes to", ask="Conclusion")
    grade: Grade | None = said("The grade after review", ask="Grade")
    related: Relatedness | None = said("Whether the patch caused it", ask="Caused by the patch?")
    cause: Diagnosis | None = said("What it was found to be", ask="Found to be")
    to_report: Answer | None = said("Whether it is to be reported outside", ask="To be reported?")


@dataclass(frozen=True, kw_only=True)
class Dismissal(Told):
    """A physician says why what was noted is no adverse event."""

    entry: Count = said("The entry that spoke of it", ask="Entry", required=True)
    why: NoEvent = said("Why it is none", ask="Why?", required=True)
    reason: FreeText = said("In the physician's words", ask="Reason", required=True)
