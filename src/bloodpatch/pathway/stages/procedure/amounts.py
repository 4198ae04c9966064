"""How much blood, and how long ago it was drawn: for an adult by the protocol, for a child by
weight."""

from datetime import timedelta
from decimal import Decimal

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.weight import weight_kg
from bloodpatch.pathway.rules.anatomy import volume_suits_the_place
from bloodpatch.pathway.rules.special_patient import (
    CHILD_WEIGHT,
    child_ml,
    is_child,
    volume_of_a_child,
)
from bloodpatch.pathway.stages.procedure import findings as found
from bloodpatch.pathway.stages.procedure.commands import (
    RecordDraw,
    RecordInjection,
    RecordPatch,
)
from bloodpatch.pathway.stages.procedure.contradictions import beginning
from bloodpatch.pathway.stages.procedure.events import (
    Drawn,
    Injected,
)
from bloodpatch.pathway.stages.procedure.times import between, drawn_at
from bloodpatch.pathway.stages.procedure.volumes import elsewhere, injected_ml, is_blood, volume_of

CHILD_INJECTED_MUCH = declare(
    code="procedure.child_injected_much",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{injected} mL injected into a child of {kg} kg; at most {most} mL.",
    rule="A child's volume goes by weight.",
    clears="A physician examines the legs; correct volume or weight if one is wrong.",
    value="procedure.child_ml_per_kg_high",
    hazards=("H12", "H21"),
    treatment=("T7", "T14"),
    fact="procedure.volume",
    replay=("VOLUME_CHECK",),
)
BLOOD_TOO_OLD = declare(
    code="procedure.blood_too_old",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{minutes} minutes from the draw to the injection; after {most} blood is thrown away.",
    rule="Blood that waited has begun to clot, and nobody knows where it was meanwhile.",
    clears="A physician looks at it; correct the times if one is wrong.",
    value="procedure.draw_discard_minutes",
    hazards=("H04",),
    treatment=("T7", "T13"),
    fact="procedure.waited_too_long",
)


def drawn_inside_the_protocol(_: Episode, command: RecordDraw, context: Context) -> Findings:
    """A child's blood has no such range: what counts is how much of it goes in."""
    low = context.protocol.procedure.draw_ml_low
    high = context.protocol.procedure.draw_ml_high
    drawn = command.volume_ml_drawn
    if drawn is not None and not is_child(context) and not low <= drawn.value <= high:
        yield found.DRAWN_OUTSIDE(context, drawn=drawn.value, low=low, high=high)


def injected_at_once(episode: Episode, command: RecordInjection, context: Context) -> Findings:
    """Timed only where both times are known to the minute; there is no interval in a guess. Of
    several draws that wait together the one that waited longest counts."""
    procedure, began = episode.now.procedure, beginning(command, context)
    draws = procedure.waiting or procedure.blood.all(Drawn)
    known = [wait for draw in draws if (wait := between(drawn_at(draw), began)) is not None]
    if not known or not is_blood(command.material):
        return
    waited, limits = max(known), context.protocol.procedure
    if waited <= timedelta(minutes=limits.draw_to_inject_max_minutes):
        return
    minutes = -(-waited // timedelta(minutes=1))
    if waited > timedelta(minutes=limits.draw_discard_minutes):
        yield BLOOD_TOO_OLD(context, minutes=minutes, most=limits.draw_discard_minutes)
    else:
        most = limits.draw_to_inject_max_minutes
        yield found.WAITED_TOO_LONG(context, minutes=minutes, most=most)


def volume_as_planned(episode: Episode, command: RecordInjection, context: Context) -> Findings:
    """What goes in adds up over every try of this patch, whatever was thrown away between."""
    injected = volume_of(command)
    if injected is None:
        return
    together = injected_ml(episode.now.procedure.all(Injected)) + injected.value
    if is_blood(command.material):
        needle = episode.now.procedure.needle
        place = needle.event if needle else command
        told = f"{together} mL injected"
        yield from volume_suits_the_place(episode, place, together, told, context)
    if is_child(context):
        yield from volume_for_a_child(episode, together, context)
        return
    most = context.protocol.procedure.warn_ml_over
    planned = context.protocol.procedure.inject_default_ml
    if together > most:
        yield found.INJECTED_MUCH(context, injected=together, most=most)
    elif injected.value != planned and command.stop_reason is None:
        yield found.STOP_NOT_TOLD(context, injected=injected.value, planned=planned)


def reported_volume_suits_the_place(
    episode: Episode, command: RecordPatch, context: Context
) -> Findings:
    """Of a patch that was given here, told in one entry."""
    told = volume_of(command)
    if told is not None and is_blood(command.material) and not elsewhere(command.by):
        said = f"{told.value} mL injected"
        yield from volume_suits_the_place(episode, command, told.value, said, context)


def volume_for_a_child(episode: Episode, injected: Decimal, context: Context) -> Findings:
    """Less than planned is right as soon as it hurts."""
    kg = weight_kg(episode)
    if kg is None:
        yield CHILD_WEIGHT(context, age=context.facts.age_years)
        return
    _, most = child_ml(kg, context)
    if injected > most:
        yield CHILD_INJECTED_MUCH(context, injected=injected, kg=kg, most=f"{most:.1f}")
    else:
        yield volume_of_a_child(kg, context)
