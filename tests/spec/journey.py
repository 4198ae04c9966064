"""One patient's way through the treatment, stage by stage, with nothing unusual.

Each step takes a story that has done the step before and returns it. Every entry is given by
whoever gives it in the clinic, and is accepted without a finding: `plainly` sees to that.
"""

from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.statements import Command


def plainly(story: Story, role: Role, *commands: Command) -> None:
    """Give commands that are accepted with nothing at all to say about them."""
    for command in commands:
        codes = story.does(role, command)
        assert codes == [], f"{command.name}: {codes}"


# procedure


def patched(story: Story) -> Story:
    """Blood drawn and injected in the order of the protocol; the needle is out at 14:20."""
    from bloodpatch.pathway.clinical import Approach, ApproachKind, LorMedium, Position
    from bloodpatch.pathway.codes import Code
    from bloodpatch.pathway.protocol.sections.procedure import Step
    from bloodpatch.pathway.stages.procedure import answers as a
    from bloodpatch.pathway.stages.procedure import commands as c
    from bloodpatch.pathway.values import Answer, Centimetres, Count, Dose, Millilitres, Needle
    from bloodpatch.pathway.values import SpinalLevel

    level = (SpinalLevel("L3/4"),)
    drawn = Millilitres(story.protocol.procedure.planned_ml)
    injected = Millilitres(story.protocol.procedure.inject_default_ml)
    done: dict[Step, tuple[Role, Command]] = {
        Step.POSITION: (NURSE, c.RecordPosition(position=Position.PRONE, asepsis=Answer.YES)),
        Step.CLEAN: (
            NURSE,
            c.RecordCleaned(antiseptic=a.Antiseptic.CHLORHEXIDINE, dry=Answer.YES),
        ),
        Step.MARK: (PHYSICIAN, c.RecordMarked(levels=level)),
        Step.LOCAL_ANAESTHETIC: (
            PHYSICIAN,
            c.RecordLocal(drug=Dose.parse("lidocaine 50 mg"), site=a.LocalSite.SKIN),
        ),
        Step.DRAW: (
            NURSE,
            c.RecordDraw(volume_ml_drawn=drawn, source=a.BloodSource.PATIENT),
        ),
        Step.NEEDLE_IN_SPACE: (
            PHYSICIAN,
            c.RecordNeedle(
                needle=Needle.parse("17G tuohy"),
                levels=level,
                approach=Approach.MIDLINE,
                route=ApproachKind.INTERLAMINAR,
                loss_of_resistance=LorMedium.SALINE,
                depth_cm=Centimetres.parse("5.5 cm"),
                attempts=Count(1),
                aspirate=(a.Aspirate.CLEAR,),
            ),
        ),
        Step.INJECT: (
            PHYSICIAN,
            c.RecordInjection(
                volume_ml_injected=injected,
                stop_reason=a.StopReason.VOLUME_REACHED,
                stayed_sterile=Answer.YES,
            ),
        ),
        Step.WITHDRAW: (PHYSICIAN, c.RecordNeedleOut(dressing=Answer.YES)),
    }
    plainly(story.at("2026-11-16 14:06"), NURSE, c.StartProcedure(room=Code("room-1")))
    order = list(story.protocol.procedure.step_order)
    if Step.LOCAL_ANAESTHETIC not in order:
        order.insert(order.index(Step.DRAW), Step.LOCAL_ANAESTHETIC)
    for minute, step in enumerate(order, start=21 - len(order)):
        role, command = done[step]
        plainly(story.at(f"2026-11-16 14:{minute}"), role, command)
    return story
