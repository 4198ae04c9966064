"""What is judged when something is recorded in the procedure room: findings beside the rungs."""

from bloodpatch.pathway.acts import StateRung
from bloodpatch.pathway.clinical import LorMedium, Material, Position
from bloodpatch.pathway.clinical.concepts import MEANING, Weight
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.protocol.sections.procedure import PatientPosition, Step
from bloodpatch.pathway.queries.childbirth import how_far, late_in_pregnancy
from bloodpatch.pathway.queries.tellings import tellings
from bloodpatch.pathway.stage_stream import later
from bloodpatch.pathway.stages.procedure import findings as found
from bloodpatch.pathway.stages.procedure.choices import (
    Aspirate,
    BloodSource,
    DuringKind,
    StopReason,
)
from bloodpatch.pathway.stages.procedure.commands import (
    Abandon,
    RecordDraw,
    RecordEventDuring,
    RecordInjection,
    RecordNeedle,
    RecordPatch,
    RecordPosition,
)
from bloodpatch.pathway.stages.procedure.events import Started
from bloodpatch.pathway.stages.procedure.order import WORDS, done, earlier, following
from bloodpatch.pathway.stages.procedure.volumes import elsewhere, is_blood
from bloodpatch.pathway.values import Answer

LYING = {
    Position.PRONE: PatientPosition.PRONE,
    Position.LEFT_LATERAL: PatientPosition.LATERAL,
    Position.RIGHT_LATERAL: PatientPosition.LATERAL,
    Position.LATERAL: PatientPosition.LATERAL,
    Position.SITTING: PatientPosition.SITTING,
}

# before anything: who, and in which order


def timed_out(episode: Episode, context: Context) -> Findings:
    """A time-out is for one try: after a procedure was given up, everybody stops again."""
    if not later(episode.now.preparation.timed_out, episode.now.procedure.given_up):
        yield found.NOT_TIMED_OUT(context)


def timed_out_if_nobody_recorded_a_start(episode: Episode, context: Context) -> Findings:
    if not episode.now.procedure.attempt.has(Started):
        yield from timed_out(episode, context)


def timed_out_where_it_was_given_here(
    episode: Episode, command: RecordPatch, context: Context
) -> Findings:
    """Told in one entry, a patch needed its time-out all the same, unless others gave it."""
    if not elsewhere(command.by):
        yield from timed_out_if_nobody_recorded_a_start(episode, context)


def in_order(step: Step) -> StateRung:
    """The rung that asks whether this step comes where the protocol has it."""

    def comes_in_order(episode: Episode, context: Context) -> Findings:
        procedure = episode.now.procedure
        if done(procedure, step):
            return
        late = [s for s in following(step, context.protocol) if done(procedure, s)]
        missing = [s for s in earlier(step, context.protocol) if not done(procedure, s)]
        if late:
            yield found.OUT_OF_ORDER(context, step=WORDS[step], done=words(late))
        elif missing and step in OF_SUBSTANCE:
            yield found.EARLIER_STEPS(context, steps=words(missing))

    return comes_in_order


OF_SUBSTANCE = (Step.DRAW, Step.NEEDLE_IN_SPACE, Step.INJECT)
"""Before these the steps that are missing are named; the rest is only put in order."""


def words(steps: list[Step]) -> str:
    return ", ".join(WORDS[step] for step in steps)


def in_a_usual_position(episode: Episode, command: RecordPosition, context: Context) -> Findings:
    """What is usual here is no reason to lie on the womb, nor a word against her side."""
    usual, position = context.protocol.procedure.positions_allowed, command.position
    if position in (None, Position.NOT_TOLD):
        return
    if late_in_pregnancy(episode, context.protocol) and position not in OTHER_POSITIONS:
        if position in ON_THE_WOMB:
            weeks = how_far(episode, context.protocol)
            yield found.ON_THE_WOMB(context, position=position, weeks=weeks)
    elif LYING.get(position) not in usual:
        yield found.POSITION_NOT_USUAL(context, position=position, usual=", ".join(usual))


ON_THE_WOMB = frozenset({Position.PRONE, Position.SEMI_PRONE, Position.SUPINE})
OTHER_POSITIONS = frozenset({Position.OTHER})


def sedation_was_decided(episode: Episode, context: Context) -> Findings:
    if not episode.now.preparation.sedation_planned:
        yield found.SEDATION_NOT_DECIDED(context)


# the blood: this patient's, now, and as much as was meant


def no_other_blood_in_the_room(_: Episode, context: Context) -> Findings:
    if context.facts.other_open_draws:
        yield found.OTHER_DRAW(context, count=context.facts.other_open_draws)


def drawn_from_this_patient(_: Episode, command: RecordDraw, context: Context) -> Findings:
    if command.source is BloodSource.DONOR:
        yield found.NOT_OWN_BLOOD(context, material=Material.ALLOGENEIC_BLOOD)


OWN = (None, Material.AUTOLOGOUS_BLOOD, Material.NOT_TOLD)


def own_blood(_: Episode, command: RecordInjection | RecordPatch, context: Context) -> Findings:
    if command.material not in OWN:
        yield found.NOT_OWN_BLOOD(context, material=command.material)


def drawn_before(episode: Episode, command: RecordInjection, context: Context) -> Findings:
    if is_blood(command.material) and episode.now.procedure.draw is None:
        yield found.NO_DRAW(context)


def stayed_in_the_sterile_field(_: Episode, command: RecordInjection, context: Context) -> Findings:
    """It is confirmed, and not taken for granted."""
    if command.stayed_sterile is Answer.NO:
        yield found.LEFT_THE_FIELD(context)
    elif command.stayed_sterile is not Answer.YES and is_blood(command.material):
        yield found.FIELD_NOT_TOLD(context)


# the needle


def seen(aspirated: tuple[Aspirate, ...]) -> str:
    return " and ".join(a.label for a in aspirated)


def needle_came_clear(_: Episode, command: RecordNeedle, context: Context) -> Findings:
    aspirated = tuple(a for a in command.aspirate or () if a is not Aspirate.CLEAR)
    if aspirated:
        yield found.CSF_OR_BLOOD(context, seen=seen(aspirated))


def felt_with_saline(_: Episode, command: RecordNeedle, context: Context) -> Findings:
    if command.loss_of_resistance in (LorMedium.AIR, LorMedium.BOTH):
        yield found.LOSS_TO_AIR(context)


def needle_was_clear(episode: Episode, context: Context) -> Findings:
    if aspirated := episode.now.procedure.aspirated:
        yield found.INJECTED_ALL_THE_SAME(context, seen=seen(aspirated))


def nothing_grave_happened(_: Episode, command: RecordEventDuring, context: Context) -> Findings:
    """A20: by its meaning, and not by its word."""
    told = tellings(command, context.protocol)
    if grave := [t.words for t in told if t.there and MEANING[t.concept].weight is Weight.STOP]:
        yield found.GRAVE_EVENT(context, what=", ".join(grave))
    elif command.kind in SLOW:
        yield found.WATCH_THE_HEART(context, what=command.kind.label)


SLOW = frozenset(
    {DuringKind.BRADYCARDIA, DuringKind.VASOVAGAL, StopReason.BRADYCARDIA, StopReason.SYNCOPE}
)


def alternatives_are_offered(_: Episode, command: Abandon, context: Context) -> Findings:
    yield found.ALTERNATIVES(context)
