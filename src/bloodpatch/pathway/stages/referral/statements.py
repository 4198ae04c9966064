"""What is stated at referral."""

from dataclasses import dataclass

from bloodpatch.pathway.clinical import (
    Course,
    ImagingGuide,
    Informant,
    LorMedium,
    Position,
    Setting,
    Severity,
    Specialty,
    Symptom,
    Timing,
    Told,
    Urgency,
    Vertebra,
)
from bloodpatch.pathway.clinical import Warning as WarnedOf
from bloodpatch.pathway.clinical.concentration import ConcentrationPercent
from bloodpatch.pathway.stages.referral.choices import (
    BlockEffect,
    Catheter,
    Condition,
    DeclinedWhat,
    DeclineReason,
    DeviceLeft,
    Dura,
    Evidence,
    MovementKind,
    NeedleFinding,
    Occasion,
    Purpose,
    PurposeMet,
    SamplingReason,
    Sex,
    Technique,
    WithdrawalReason,
)
from bloodpatch.pathway.statements import said
from bloodpatch.pathway.treatment_way import Way
from bloodpatch.pathway.values import Answer, Count, Dose, Needle, Pain, Region, SpinalLevel, When


@dataclass(frozen=True, kw_only=True)
class Reference(Told):
    """Where the patient comes from."""

    received_from: Specialty | None = said("Who refers the patient", ask="Referred by")
    sent_to: Setting | None = said("Where the patient was sent", ask="Sent to", more=True)
    setting: Setting | None = said("Where the patient is now", ask="Where is the patient?")
    urgency: Urgency | None = said("How soon the referrer wants an answer", ask="Urgency")
    complaint: Severity | None = said(
        "How bad the headache is, in words", ask="How bad?", more=True
    )
    headache_for: Timing | None = said(
        "For how long there has been a headache", ask="Headache for", more=True
    )
    sex: Sex | None = said("Sex; of a man pregnancy is not asked", ask="Sex")


@dataclass(frozen=True, kw_only=True)
class Triage(Told):
    """Somebody read the referral and sorted it."""

    urgency: Urgency | None = said("How soon the patient is to be seen", ask="See the patient")


@dataclass(frozen=True, kw_only=True)
class Puncture(Told):
    """A needle in the spine that did, or may have, opened the dura (T2)."""

    punctured_at: When | None = said("When the dura was punctured", ask="When")
    technique: Technique | None = said("The kind of procedure", ask="Procedure")
    purpose: Purpose | None = said("What the procedure was for", ask="What for")
    reason: tuple[SamplingReason, ...] | None = said(
        "Why a sample of CSF was taken", ask="Why", more=True
    )
    deliberate: Answer | None = said("Was the dura punctured on purpose?", ask="On purpose?")
    recognised: Answer | None = said("Was it noticed at once?", ask="Noticed at once?")
    evidence: Evidence | None = said("How the puncture is known", ask="How is it known?", more=True)
    dura: Dura | None = said("Whether the dura was punctured at all", ask="Dura", more=True)
    needle: Needle | None = said("The needle that punctured", ask="Needle")
    needle_outer: Needle | None = said("The needle around it", ask="Outer needle", more=True)
    introducer: Answer | None = said("Was an introducer used?", ask="Introducer?", more=True)
    level: SpinalLevel | None = said("The space of the puncture", ask="Level")
    vertebra: Vertebra | None = said(
        "The vertebra, where no space is known", ask="Vertebra", more=True
    )
    region: Region | None = said("The region, where no level is known", ask="Region", more=True)
    attempts: Count | None = said("Number of attempts", ask="Attempts")
    several_attempts: Answer | None = said(
        "More than one attempt, number unknown", ask="Several?", more=True
    )
    punctures: Count | None = said("Number of holes in the dura", ask="Punctures", more=True)
    many_punctures: Answer | None = said(
        "Several holes, number unknown", ask="Several punctures?", more=True
    )
    position: Position | None = said("How the patient lay or sat", ask="Position", more=True)
    loss_of_resistance: LorMedium | None = said(
        "Air or saline", ask="Loss of resistance with", more=True
    )
    imaging: ImagingGuide | None = said("What showed the way", ask="Imaging", more=True)
    drug_given: tuple[Dose, ...] | None = said("Drugs injected", ask="Drugs given", more=True)
    concentration_percent: ConcentrationPercent | None = said(
        "Of the anaesthetic", ask="Concentration", more=True
    )
    block_height: Vertebra | None = said("Height of the block", ask="Block up to", more=True)
    patient_controlled: Answer | None = said(
        "Patient-controlled doses", ask="Patient-controlled?", more=True
    )
    catheter: Catheter | None = said("What became of a catheter", ask="Catheter", more=True)
    catheter_level: SpinalLevel | None = said("Space of the catheter", ask="Catheter at", more=True)
    near_scar: Answer | None = said("Near an old scar of the back", ask="Near a scar?", more=True)
    device_left: DeviceLeft | None = said("What was left in place", ask="Left in place", more=True)
    outpatient: Answer | None = said(
        "Was it an outpatient procedure?", ask="Outpatient?", more=True
    )
    found: tuple[NeedleFinding, ...] | None = said(
        "What came out of the needle", ask="Came out", more=True
    )
    effect: BlockEffect | None = said("How well the block worked", ask="Block worked", more=True)
    outcome_of_purpose: PurposeMet | None = said(
        "Whether it did what it was for", ask="Result", more=True
    )


@dataclass(frozen=True, kw_only=True)
class Onset(Told):
    """When the headache began: a clock of its own, never mixed with the puncture's (T3)."""

    onset_at: When | None = said("When the headache began", ask="Headache began")
    found_by: Informant | None = said("Who found it", ask="Found by")
    sudden: Answer | None = said("Did it reach its peak within a minute?", ask="Sudden?")
    course: Course | None = said("How it went on", ask="Since then")
    occasion: Occasion | None = said("First time, or back again", ask="Occasion", more=True)
    severity: Severity | None = said("How bad it was then, in words", ask="How bad")
    pain: tuple[Pain, ...] | None = said("Scores at onset", ask="Pain then", more=True)


@dataclass(frozen=True, kw_only=True)
class Declining(Told):
    """The patient says no."""

    what: DeclinedWhat = said("What is declined", ask="What is declined?", required=True)
    reason: DeclineReason | None = said("Why", ask="Why?", more=True)
    explained_by: Specialty | None = said("Who explained it", ask="Explained by", more=True)
    capacity: Answer | None = said("Able to decide for themselves", ask="Able to decide?")
    warned_of: tuple[WarnedOf, ...] | None = said("What they were warned of", ask="Warned of")
    occasion: Timing | None = said("On which occasion", ask="Occasion", more=True)

    @property
    def way(self) -> Way | None:
        """Declining a patch decides the way; declining something else does not."""
        if self.what in (DeclinedWhat.PATCH, DeclinedWhat.REPEAT_PATCH):
            return Way.DECLINED
        return None


@dataclass(frozen=True, kw_only=True)
class Withdrawal(Told):
    """The patient leaves the service, or never belonged here."""

    reason: WithdrawalReason | None = said("Why", ask="Why?", more=True)
    by_whom: Informant | None = said("Who said so", ask="Who says so?")

    @property
    def way(self) -> Way | None:
        return Way.WITHDRAWN


@dataclass(frozen=True, kw_only=True)
class Movement(Told):
    """The patient was admitted, sent home, came back."""

    kind: MovementKind = said("What happened", ask="What happened?", required=True)
    to: Setting | None = said("Where to", ask="Where to")
    to_specialty: Specialty | None = said("To whom", ask="To whom")
    condition: Condition | None = said("In which state", ask="State")
    reason: tuple[Symptom, ...] | None = said("Because of", ask="Because of", more=True)
