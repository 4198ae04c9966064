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
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.treatment_way import Way
from bloodpatch.pathway.values import Answer, Count, Dose, Needle, Pain, Region, SpinalLevel, When


@dataclass(frozen=True, kw_only=True)
class Reference(Told):
    """Where the patient comes from."""

    received_from: Specialty | None = payload("Who refers the patient", ask="Referred by")
    sent_to: Setting | None = payload("Where the patient was sent", ask="Sent to", more=True)
    setting: Setting | None = payload("Where the patient is now", ask="Where is the patient?")
    urgency: Urgency | None = payload("How soon the referrer wants an answer", ask="Urgency")
    complaint: Severity | None = payload(
        "How bad the headache is, in words", ask="How bad?", more=True
    )
    headache_for: Timing | None = payload(
        "For how long there has been a headache", ask="Headache for", more=True
    )
    sex: Sex | None = payload("Sex; of a man pregnancy is not asked", ask="Sex")


@dataclass(frozen=True, kw_only=True)
class Triage(Told):
    """Somebody read the referral and sorted it."""

    urgency: Urgency | None = payload("How soon the patient is to be seen", ask="See the patient")


@dataclass(frozen=True, kw_only=True)
class Puncture(Told):
    """A needle in the spine that did, or may have, opened the dura (T2)."""

    punctured_at: When | None = payload("When the dura was punctured", ask="When")
    technique: Technique | None = payload("The kind of procedure", ask="Procedure")
    purpose: Purpose | None = payload("What the procedure was for", ask="What for")
    reason: tuple[SamplingReason, ...] | None = payload(
        "Why a sample of CSF was taken", ask="Why", more=True
    )
    deliberate: Answer | None = payload("Was the dura punctured on purpose?", ask="On purpose?")
    recognised: Answer | None = payload("Was it noticed at once?", ask="Noticed at once?")
    evidence: Evidence | None = payload(
        "How the puncture is known", ask="How is it known?", more=True
    )
    dura: Dura | None = payload("Whether the dura was punctured at all", ask="Dura", more=True)
    needle: Needle | None = payload("The needle that punctured", ask="Needle")
    needle_outer: Needle | None = payload("The needle around it", ask="Outer needle", more=True)
    introducer: Answer | None = payload("Was an introducer used?", ask="Introducer?", more=True)
    level: SpinalLevel | None = payload("The space of the puncture", ask="Level")
    vertebra: Vertebra | None = payload(
        "The vertebra, where no space is known", ask="Vertebra", more=True
    )
    region: Region | None = payload("The region, where no level is known", ask="Region", more=True)
    attempts: Count | None = payload("Number of attempts", ask="Attempts")
    several_attempts: Answer | None = payload(
        "More than one attempt, number unknown", ask="Several?", more=True
    )
    punctures: Count | None = payload("Number of holes in the dura", ask="Punctures", more=True)
    many_punctures: Answer | None = payload(
        "Several holes, number unknown", ask="Several punctures?", more=True
    )
    position: Position | None = payload("How the patient lay or sat", ask="Position", more=True)
    loss_of_resistance: LorMedium | None = payload(
        "Air or saline", ask="Loss of resistance with", more=True
    )
    imaging: ImagingGuide | None = payload("What showed the way", ask="Imaging", more=True)
    drug_given: tuple[Dose, ...] | None = payload("Drugs injected", ask="Drugs given", more=True)
    concentration_percent: ConcentrationPercent | None = payload(
        "Of the anaesthetic", ask="Concentration", more=True
    )
    block_height: Vertebra | None = payload("Height of the block", ask="Block up to", more=True)
    patient_controlled: Answer | None = payload(
        "Patient-controlled doses", ask="Patient-controlled?", more=True
    )
    catheter: Catheter | None = payload("What became of a catheter", ask="Catheter", more=True)
    catheter_level: SpinalLevel | None = payload(
        "Space of the catheter", ask="Catheter at", more=True
    )
    near_scar: Answer | None = payload(
        "Near an old scar of the back", ask="Near a scar?", more=True
    )
    device_left: DeviceLeft | None = payload(
        "What was left in place", ask="Left in place", more=True
    )
    outpatient: Answer | None = payload(
        "Was it an outpatient procedure?", ask="Outpatient?", more=True
    )
    found: tuple[NeedleFinding, ...] | None = payload(
        "What came out of the needle", ask="Came out", more=True
    )
    effect: BlockEffect | None = payload("How well the block worked", ask="Block worked", more=True)
    outcome_of_purpose: PurposeMet | None = payload(
        "Whether it did what it was for", ask="Result", more=True
    )


@dataclass(frozen=True, kw_only=True)
class Onset(Told):
    """When the headache began: a clock of its own, never mixed with the puncture's (T3)."""

    onset_at: When | None = payload("When the headache began", ask="Headache began")
    found_by: Informant | None = payload("Who found it", ask="Found by")
    sudden: Answer | None = payload("Did it reach its peak within a minute?", ask="Sudden?")
    course: Course | None = payload("How it went on", ask="Since then")
    occasion: Occasion | None = payload("First time, or back again", ask="Occasion", more=True)
    severity: Severity | None = payload("How bad it was then, in words", ask="How bad")
    pain: tuple[Pain, ...] | None = payload("Scores at onset", ask="Pain then", more=True)


@dataclass(frozen=True, kw_only=True)
class Declining(Told):
    """The patient says no."""

    what: DeclinedWhat = payload("What is declined", ask="What is declined?", required=True)
    reason: DeclineReason | None = payload("Why", ask="Why?", more=True)
    explained_by: Specialty | None = payload("Who explained it", ask="Explained by", more=True)
    capacity: Answer | None = payload("Able to decide for themselves", ask="Able to decide?")
    warned_of: tuple[WarnedOf, ...] | None = payload("What they were warned of", ask="Warned of")
    occasion: Timing | None = payload("On which occasion", ask="Occasion", more=True)

    @property
    def way(self) -> Way | None:
        """Declining a patch decides the way; declining something else does not."""
        if self.what in (DeclinedWhat.PATCH, DeclinedWhat.REPEAT_PATCH):
            return Way.DECLINED
        return None


@dataclass(frozen=True, kw_only=True)
class Withdrawal(Told):
    """The patient leaves the service, or never belonged here."""

    reason: WithdrawalReason | None = payload("Why", ask="Why?", more=True)
    by_whom: Informant | None = payload("Who said so", ask="Who says so?")

    @property
    def way(self) -> Way | None:
        return Way.WITHDRAWN


@dataclass(frozen=True, kw_only=True)
class Movement(Told):
    """The patient was admitted, sent home, came back."""

    kind: MovementKind = payload("What happened", ask="What happened?", required=True)
    to: Setting | None = payload("Where to", ask="Where to")
    to_specialty: Specialty | None = payload("To whom", ask="To whom")
    condition: Condition | None = payload("In which state", ask="State")
    reason: tuple[Symptom, ...] | None = payload("Because of", ask="Because of", more=True)
