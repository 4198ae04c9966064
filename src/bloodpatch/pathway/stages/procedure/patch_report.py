"""A patch that is known from a report, and not from this room."""

from dataclasses import dataclass

from bloodpatch.pathway.clinical import (
    ApproachKind,
    ImagingGuide,
    LevelRelation,
    Material,
    Position,
    Told,
    VolumeScope,
)
from bloodpatch.pathway.stages.procedure.choices import Circuit, PatchedBy
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.values import Answer, Count, Millilitres, Needle, SpinalLevel


@dataclass(frozen=True, kw_only=True)
class PatchReport(Told):
    """A patch that is known from a report: earlier, elsewhere, or several in one line."""

    number: Count | None = payload("Which patch it was", ask="Patch number", more=True)
    stands_for: Count | None = payload("How many patches this line means", ask="How many patches")
    blood_patches_before: Count | None = payload(
        "How many were given before it", ask="Patches before"
    )
    by: PatchedBy | None = payload("Who gave it", ask="Given by")
    material: Material | None = payload("What was injected", ask="Injected")
    drawn_ml: Millilitres | None = payload("Blood drawn", ask="Blood drawn")
    volume_ml_injected: Millilitres | None = payload("Volume injected", ask="Volume injected")
    volume_scope: VolumeScope | None = payload(
        "What the volume counts", ask="The volume is for", more=True
    )
    levels: tuple[SpinalLevel, ...] | None = payload("Where", ask="Space")
    level_relation: LevelRelation | None = payload(
        "Where that is, seen from the puncture", ask="Seen from the puncture", more=True
    )
    route: ApproachKind | None = payload("By which way", ask="Route")
    routes: tuple[ApproachKind, ...] | None = payload(
        "The ways, where there were two", ask="Routes", more=True
    )
    needle: Needle | None = payload("The needle", ask="Needle")
    position: Position | None = payload("How the patient lay or sat", ask="Position")
    imaging: tuple[ImagingGuide, ...] | None = payload("What showed the way", ask="Imaging")
    local: Answer | None = payload("Whether local anaesthetic was given", ask="Local anaesthetic")
    circuit: Circuit | None = payload(
        "How the blood was led to the needle", ask="Circuit", more=True
    )
    method_same_as: Count | None = payload(
        "As this patch was given", ask="Same as patch", more=True
    )
    called_successful: Answer | None = payload(
        "Whether the report calls it successful", ask="Called successful"
    )
