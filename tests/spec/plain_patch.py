"""The steps of a patch at which nothing is unusual, in the order of any protocol."""

from story import NURSE, PHYSICIAN

from bloodpatch.pathway.clinical import Approach, ApproachKind, LorMedium, Position
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.protocol.sections.procedure import Step
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.procedure import choices as a
from bloodpatch.pathway.stages.procedure import commands as c
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import (
    Answer,
    Centimetres,
    Count,
    Dose,
    Millilitres,
    Needle,
    SpinalLevel,
)

SPACE = (SpinalLevel("L3/4"),)
NEEDLE = c.RecordNeedle(
    needle=Needle.parse("17G tuohy"),
    levels=SPACE,
    approach=Approach.MIDLINE,
    route=ApproachKind.INTERLAMINAR,
    loss_of_resistance=LorMedium.SALINE,
    depth_cm=Centimetres.parse("5.5 cm"),
    attempts=Count(1),
    aspirate=(a.Aspirate.CLEAR,),
)
BEFORE_THE_BLOOD: dict[Step, tuple[Role, Command]] = {
    Step.POSITION: (NURSE, c.RecordPosition(position=Position.PRONE, asepsis=Answer.YES)),
    Step.CLEAN: (NURSE, c.RecordCleaned(antiseptic=a.Antiseptic.CHLORHEXIDINE, dry=Answer.YES)),
    Step.MARK: (PHYSICIAN, c.RecordMarked(levels=SPACE)),
    Step.LOCAL_ANAESTHETIC: (
        PHYSICIAN,
        c.RecordLocal(drug=Dose.parse("lidocaine 50 mg"), site=a.LocalSite.SKIN),
    ),
}


def with_blood(protocol: Protocol) -> dict[Step, tuple[Role, Command]]:
    """As much is drawn and injected as the protocol plans."""
    drawn = Millilitres(protocol.procedure.planned_ml)
    injection = c.RecordInjection(
        volume_ml_injected=Millilitres(protocol.procedure.inject_default_ml),
        stop_reason=a.StopReason.VOLUME_REACHED,
        stayed_sterile=Answer.YES,
    )
    patient = a.BloodSource.PATIENT
    return {
        Step.DRAW: (NURSE, c.RecordDraw(volume_ml_drawn=drawn, source=patient)),
        Step.NEEDLE_IN_SPACE: (PHYSICIAN, NEEDLE),
        Step.INJECT: (PHYSICIAN, injection),
        Step.WITHDRAW: (PHYSICIAN, c.RecordNeedleOut(dressing=Answer.YES)),
    }


def steps(protocol: Protocol) -> list[tuple[Role, Command]]:
    """Local anaesthetic is given under every protocol, also where it is no step of the list."""
    order = list(protocol.procedure.step_order)
    if Step.LOCAL_ANAESTHETIC not in order:
        order.insert(order.index(Step.DRAW), Step.LOCAL_ANAESTHETIC)
    done = BEFORE_THE_BLOOD | with_blood(protocol)
    return [done[step] for step in order]
