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
from bloodpatch.pathway.statements import said
from bloodpatch.pathway.values import Answer, Count, Millilitres, Needle, SpinalLevel


@dataclass(frozen=True, kw_only=True)
class PatchReport(Told):
    """A patch that is known from a report: earlier, elsewhere, or several in one line."""

    number: Count | None = said("Which patch it was", ask="Patch number", more=True)
    stands_for: Count | None = said("How many patches this line means", ask="How many patches")
    blood_patches_before: Count | None = said("How many were given before it", ask="Patches before")
    by: PatchedBy | None = said("Who gave it", ask="Given by")
    material: Material | None = said("What was injected", ask="Injected")
    drawn_ml: Millilitres | None = said("Blood drawn", ask="Blood drawn")
    volume_ml_injected: Millilitres | None = said("Volume injected", ask="Volume injected")
    volume_scope: VolumeScope | None = said(
        "What the volume counts", ask="The volume is for", more=True
    )
    levels: tuple[SpinalLevel, ...] | None = said("Where", ask="Space")
    level_relation: LevelRelation | None = said(
        "Where that is, seen from the puncture", ask="Seen from the puncture", more=True
    )
    route: ApproachKind | None = said("By which way", ask="Route")
    routes: tuple[ApproachKind, ...] | None = said(
        "The ways, where there were two", ask="Routes", more=True
    )
    needle: Needle | None = said("The needle", ask="Needle")
    position: Position | None = said("How the patient lay or sat", ask="Position")
    imaging: tuple[ImagingGuide, ...] | None = said("What showed the way", ask="Imaging")
    local: Answer | None = said("Whether local anaesthetic was given", ask="Local anaesthetic")
    circuit: Circuit | None = said("How the blood was led to the needle", ask="Circuit", more=True)
    method_same_as: Count | None = said("As this patch was given", ask="Same as patch", more=True)
    called_successful: Answer | None = said(
        "Whether the report calls it successful", ask="Called successful"
    )
