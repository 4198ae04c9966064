"""The only statements that the pen is refused for: they cannot be true beside what is recorded.

Each names the entry to correct first.
"""

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.stages.procedure.commands import RecordInjection, RecordPatch
from bloodpatch.pathway.stages.procedure.times import drawn_at
from bloodpatch.pathway.stages.procedure.volumes import is_blood, volume_of
from bloodpatch.pathway.values import When

MORE_THAN_DRAWN = declare(
    code="procedure.more_than_drawn",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="{injected} mL cannot have been injected: {drawn} mL were drawn.",
    rule="Never more is injected than was drawn.",
    clears="Correct the draw{at} first, or this volume.",
    hazards=("H04", "H21"),
    treatment=("T7", "T13"),
    refuses_record=True,
    replay=("VOLUME_CHECK",),
)

BEFORE_THE_DRAW = declare(
    code="procedure.before_the_draw",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="The injection ({started}) cannot come before the draw ({drawn}).",
    rule="Blood is drawn before it is injected.",
    clears="Correct the time of the draw first, or this one.",
    hazards=("H04", "H24"),
    treatment=("T13",),
    refuses_record=True,
)

ENDED_BEFORE_IT_BEGAN = declare(
    code="procedure.ended_before_it_began",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="The injection cannot have ended ({ended}) before it began ({started}).",
    rule="An end follows its beginning.",
    clears="Check the two times.",
    source="clinic",
    hazards=("H24",),
    treatment=("T4",),
    refuses_record=True,
)


def beginning(command: RecordInjection, context: Context) -> When:
    """When the injection began: what was told, else the time of the entry."""
    return command.started or command.occurred or When.exact(context.now, context.zone)


def not_more_than_drawn(episode: Episode, command: RecordInjection, context: Context) -> Findings:
    blood = episode.now.procedure
    drawn, this = blood.volume_drawn, volume_of(command)
    if drawn is None or this is None or not is_blood(command.material):
        return
    injected = blood.blood_ml_injected + this.value
    if injected > drawn and blood.draw:
        at = context.clock(blood.draw.occurred.at)
        yield MORE_THAN_DRAWN(context, injected=injected, drawn=drawn, at=f" of {at}")


def reported_volumes_agree(_: Episode, command: RecordPatch, context: Context) -> Findings:
    drawn, injected = command.drawn_ml, command.volume_ml_injected
    if drawn and injected and injected > drawn and is_blood(command.material):
        yield MORE_THAN_DRAWN(context, injected=injected.value, drawn=drawn.value, at="")


def not_before_the_draw(episode: Episode, command: RecordInjection, context: Context) -> Findings:
    started = beginning(command, context)
    first = episode.round_at(started.latest).procedure.first_draw
    if first is None or not is_blood(command.material):
        return
    drawn = drawn_at(first)
    if started.latest < drawn.earliest:
        yield BEFORE_THE_DRAW(context, started=started, drawn=drawn)


def ended_after_it_began(_: Episode, command: RecordInjection, context: Context) -> Findings:
    started, ended = command.started, command.ended
    if started and ended and ended.latest < started.earliest:
        yield ENDED_BEFORE_IT_BEGAN(context, started=started, ended=ended)
