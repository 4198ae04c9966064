"""What is stated in the procedure room, in the order in which it happens."""

from dataclasses import dataclass

from bloodpatch.pathway.clinical import (
    SYMPTOM_CHOICES,
    Approach,
    ApproachKind,
    ImagingGuide,
    LevelRelation,
    LorMedium,
    Material,
    OfPatch,
    Position,
    SedationLevel,
    SedationPhase,
    Setting,
    Side,
    Told,
    VolumeScope,
)
from bloodpatch.pathway.clinical.concentration import ConcentrationPercent
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.procedure.choices import (
    AbandonReason,
    Antiseptic,
    Aspirate,
    BloodSource,
    Circuit,
    Contrast,
    Device,
    DiscardReason,
    DuringAction,
    DuringKind,
    LocalAgent,
    LocalSite,
    StopReason,
)
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.values import (
    Answer,
    Answers,
    Centimetres,
    Count,
    Dose,
    Millilitres,
    Minutes,
    Needle,
    Pain,
    PainPosition,
    Region,
    SpinalLevel,
    When,
)


@dataclass(frozen=True, kw_only=True)
class Start(Told, OfPatch):
    """T4: the start, from which the minutes are taken."""

    room: Code | None = payload("The procedure room", ask="Room")
    operators: tuple[Code, ...] | None = payload("Who does the procedure", ask="Operators")
    setting: Setting | None = payload("Where it is done", ask="Place", more=True)


@dataclass(frozen=True, kw_only=True)
class Positioning(Told, OfPatch):
    """T6: position, with skin and mark where all three are told in one breath."""

    position: Position | None = payload("How the patient lies or sits", ask="Position")
    skin_cleaned: Answer | None = payload(
        "Whether the skin was cleaned", ask="Skin cleaned", more=True
    )
    skin_marked: Answer | None = payload(
        "Whether the site was marked", ask="Site marked", more=True
    )
    asepsis: Answer | None = payload(
        "Whether cap, mask, gown, gloves and drapes were used", ask="Sterile throughout"
    )
    latex_free: Answer | None = payload(
        "Whether gloves and all that touches are free of latex", ask="Free of latex", more=True
    )


@dataclass(frozen=True, kw_only=True)
class Cleaning(Told, OfPatch):
    antiseptic: Antiseptic | None = payload("What the skin was cleaned with", ask="Antiseptic")
    dry: Answer | None = payload("Whether it had dried before the needle", ask="Skin is dry")


@dataclass(frozen=True, kw_only=True)
class Marking(Told, OfPatch):
    levels: tuple[SpinalLevel, ...] | None = payload("The spaces that were marked", ask="Space")
    imaging: ImagingGuide | None = payload("What showed the space", ask="Found by")


@dataclass(frozen=True, kw_only=True)
class LocalAnaesthetic(Told, OfPatch):
    """T4: usually enough."""

    drug: Dose | None = payload("The local anaesthetic and its dose", ask="Drug and dose")
    agent: LocalAgent | None = payload(
        "The local anaesthetic, where no dose was told", ask="Drug, without a dose", more=True
    )
    concentration_percent: ConcentrationPercent | None = payload("Its strength", ask="Strength")
    site: LocalSite | None = payload("Where it was given", ask="Given into")


@dataclass(frozen=True, kw_only=True)
class SedationGiven(Told, OfPatch):
    """T5: what was given, not what was planned."""

    level: SedationLevel | None = payload("How deep the patient was sedated", ask="Depth")
    drugs: tuple[Dose, ...] | None = payload("Drugs and doses", ask="Drugs and doses")
    phase: SedationPhase | None = payload("During which part", ask="During", more=True)
    awake_at_injection: Answer | None = payload(
        "Whether the patient could report pain while the blood went in",
        ask="Awake while the blood went in",
    )

    @property
    def doses(self) -> tuple[Dose, ...]:
        return self.drugs or ()


@dataclass(frozen=True, kw_only=True)
class Draw(Told, OfPatch):
    """T6 T13: the blood that was drawn."""

    volume_ml_drawn: Millilitres | None = payload("Blood drawn", ask="Blood drawn")
    drawn_by: Role | None = payload("Who drew it", ask="Drawn by")
    drawn_at: When | None = payload("When, if not now", ask="Drawn at", more=True)
    side: Side | None = payload("From which arm", ask="Arm")
    from_artery: Answer | None = payload(
        "Whether it came from an artery", ask="From an artery", more=True
    )
    vein_gauge: Count | None = payload(
        "Gauge of the cannula in the vein", ask="Cannula gauge", more=True
    )
    circuit: Circuit | None = payload(
        "How the blood is led to the needle", ask="Circuit", more=True
    )
    source: BloodSource | None = payload("Whose blood it is", ask="Blood of")


@dataclass(frozen=True, kw_only=True)
class NeedlePlacement(Told, OfPatch):
    """T7: the needle in the epidural space, and what came back through it."""

    needle: Needle | None = payload("The needle", ask="Needle")
    levels: tuple[SpinalLevel, ...] | None = payload("Where it went in", ask="Space")
    level_relation: LevelRelation | None = payload(
        "Where that is, seen from the puncture", ask="Seen from the puncture", more=True
    )
    sides: tuple[Side, ...] | None = payload("On which side or sides", ask="Side", more=True)
    region: Region | None = payload(
        "In which region, where no space was told", ask="Region", more=True
    )
    approach: Approach | None = payload("Where it entered the skin", ask="Approach")
    route: ApproachKind | None = payload("By which way it reached the space", ask="Route")
    routes: tuple[ApproachKind, ...] | None = payload(
        "The ways, where there were two", ask="Routes", more=True
    )
    loss_of_resistance: LorMedium | None = payload(
        "With what the loss of resistance was felt", ask="Loss of resistance"
    )
    lor_used: Answer | None = payload(
        "Whether loss of resistance was used", ask="Loss of resistance used", more=True
    )
    depth_cm: Centimetres | None = payload("Depth from the skin to the space", ask="Depth")
    attempts: Count | None = payload("How often the skin was pierced", ask="Attempts")
    passes: Count | None = payload("How often the needle changed its way", ask="Passes", more=True)
    aspirate: tuple[Aspirate, ...] | None = payload(
        "What came back through the needle", ask="Aspirate"
    )
    imaging: tuple[ImagingGuide, ...] | None = payload("What showed the way", ask="Imaging")
    contrast: Contrast | None = payload("Where the contrast spread", ask="Contrast")
    catheter: Answer | None = payload("Whether a catheter was placed", ask="Catheter", more=True)
    device: Device | None = payload("What was put on the needle", ask="Device", more=True)
    at_setting: Setting | None = payload("Where this was done", ask="Place", more=True)


@dataclass(frozen=True, kw_only=True)
class Injection(Told, OfPatch):
    """T7: the blood that went in, and why it stopped."""

    volume_ml_injected: Millilitres | None = payload("Blood injected", ask="Blood injected")
    volume_by_site: tuple[Millilitres, ...] | None = payload(
        "The volume at each site", ask="At each site", more=True
    )
    volume_scope: VolumeScope | None = payload(
        "What the volume counts", ask="The volume is for", more=True
    )
    material: Material | None = payload("What was injected", ask="Injected", more=True)
    stop_reason: StopReason | None = payload("Why the injection stopped", ask="Stopped because")
    settled: Answer | None = payload(
        "Whether what was felt settled in a pause", ask="Settled when paused", more=True
    )
    drugs_before_blood: Answer | None = payload(
        "Whether drugs were given before the blood", ask="Drugs before the blood", more=True
    )
    drugs_given: tuple[Dose, ...] | None = payload("These drugs", ask="Drugs and doses", more=True)
    minutes_injecting: Minutes | None = payload("How long it took", ask="Minutes", more=True)
    pain: tuple[Pain, ...] | None = payload("Pain while it went in", ask="Pain", more=True)
    awake_throughout: Answer | None = payload(
        "Whether the patient could report pressure or tingling all the time",
        ask="Could tell throughout",
        more=True,
    )
    back_pain_score: Pain | None = payload(
        "Pain in the back while it went in",
        ask="Back pain",
        position=PainPosition.NOT_STATED,
    )
    symptoms_during: Answers | None = payload(
        "What the patient felt while it went in", ask="Felt", choices=SYMPTOM_CHOICES, more=True
    )
    stayed_sterile: Answer | None = payload(
        "Whether the blood never left the sterile field", ask="Blood stayed in the sterile field"
    )
    cultures_taken: Answer | None = payload(
        "Whether blood was kept for cultures", ask="Blood cultures taken", more=True
    )
    cultures_ml: Millilitres | None = payload(
        "How much of it was kept for cultures", ask="For cultures", more=True
    )
    flush: Answer | None = payload(
        "Whether the needle was flushed", ask="Needle flushed", more=True
    )

    @property
    def doses(self) -> tuple[Dose, ...]:
        return self.drugs_given or ()

    started: When | None = payload("When the injection began", ask="Began", more=True)
    ended: When | None = payload("When it ended", ask="Ended", more=True)
    needle_out: Answer | None = payload("Whether the needle is out", ask="Needle is out")


@dataclass(frozen=True, kw_only=True)
class Withdrawal(Told, OfPatch):
    """T7: the needle comes out at once."""

    dressing: Answer | None = payload("Whether the site is covered", ask="Covered")
    catheter_left: Answer | None = payload(
        "Whether a catheter was left in place", ask="Catheter left", more=True
    )


@dataclass(frozen=True, kw_only=True)
class Discard(Told, OfPatch):
    """T13: everything drawn until now is thrown away, and none of it goes into the patient."""

    reason: DiscardReason | None = payload("Why it was thrown away", ask="Reason")


@dataclass(frozen=True, kw_only=True)
class DuringEvent(Told, OfPatch):
    """T14: what happened to the patient on the table."""

    kind: DuringKind = payload("What happened", ask="What happened", required=True)
    action: tuple[DuringAction, ...] | None = payload("What was done", ask="What was done")
    settled: Answer | None = payload("Whether it settled in a pause", ask="Settled when paused")


@dataclass(frozen=True, kw_only=True)
class Abandonment(Told, OfPatch):
    reason: AbandonReason | None = payload("Why it was given up", ask="Reason")
