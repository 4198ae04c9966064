"""Where the needle goes: seen from the puncture, and in a back that is not as others are.

The usual place is the space of the puncture or one below it, since the blood spreads upwards. A
scar, metal or a deformed spine wants a picture first.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from bloodpatch.pathway.clinical import HistoryItem, ImagingGuide, LevelRelation, SpineSurgery
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.patches import patches_given
from bloodpatch.pathway.queries.weight import weighings
from bloodpatch.pathway.rules.diagnosis import region_of
from bloodpatch.pathway.rules.workup import NO_DEVICE
from bloodpatch.pathway.stages.preparation.statements import TimeOut
from bloodpatch.pathway.values import Answer, Region, SpinalLevel

DIFFICULT_BACK = declare(
    code="anatomy.difficult_back",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{why}: look at the images, plan the way in, and have imaging (ultrasound or X-rays) "
    "in the room.",
    rule="A scar, metal, a deformed or crowded spine changes where the needle and the blood go.",
    clears="Book imaging and an experienced operator.",
    source="diaz",
    certainty="memory-high",
    hazards=("H20",),
    treatment=("T7",),
    replay=("LEVEL_CHECK",),
)
NOT_AT_THE_PUNCTURE = declare(
    code="anatomy.level_not_usual",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{where}. Usual is the space of the puncture, or at most {spaces} below it.",
    rule="The patch goes in at the space of the puncture or just below: blood spreads upwards.",
    clears="Nothing to clear: record why.",
    value="procedure.max_spaces_below",
    hazards=("H20",),
    treatment=("T7",),
    replay=("LEVEL_CHECK",),
)
SAME_SPACE_AGAIN = declare(
    code="anatomy.same_space_again",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="Another patch at {where}: choose another space if you can.",
    rule="In a published case a second patch through the punctured space caused subdural bleeding.",
    clears="Nothing to clear: record why.",
    source="jacr2019",
    certainty="verified",
    hazards=("H20", "H49"),
    treatment=("T15",),
    fact="anatomy.level_not_usual",
    replay=("LEVEL_CHECK",),
)
ABOVE_LUMBAR_ML = "procedure.above_lumbar_ml_most"
CORD_IS_NEAR = declare(
    code="anatomy.cord_is_near",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{where}: the spinal cord is near. A specialist, imaging, and at most {most} mL.",
    rule="Above the lumbar spine the needle comes near the cord, and the epidural space is narrow.",
    clears="Nothing to clear: record who does it and under which imaging.",
    value=ABOVE_LUMBAR_ML,
    hazards=("H20",),
    treatment=("T7",),
    fact="anatomy.level_not_usual",
    replay=("LEVEL_CHECK", "ESCALATE"),
)
MUCH_ABOVE_LUMBAR = declare(
    code="anatomy.much_above_lumbar",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{where}: {volume}; here at most {most} mL, by a specialist and under imaging.",
    rule="In neck and chest less blood goes in: the space is narrow, and the cord is near.",
    clears="Plan less, and say so at the time-out; once it is in, a physician examines the legs.",
    value=ABOVE_LUMBAR_ML,
    hazards=("H20", "H21"),
    treatment=("T7",),
    fact="anatomy.level_not_usual",
    replay=("VOLUME_CHECK", "ESCALATE"),
)

BACKS = frozenset(
    {
        HistoryItem.SPINAL_SURGERY,
        HistoryItem.SPINAL_HARDWARE,
        HistoryItem.SPINAL_DEFORMITY,
        HistoryItem.SCOLIOSIS,
        HistoryItem.SPINA_BIFIDA,
        HistoryItem.TETHERED_CORD,
        HistoryItem.SPINAL_STENOSIS,
        HistoryItem.SIX_LUMBAR_VERTEBRAE,
        HistoryItem.ANKYLOSING_SPONDYLITIS,
    }
)
ABOVE_LUMBAR = frozenset({Region.CERVICAL, Region.THORACIC})
ELSEWHERE = SpineSurgery.CYTOREDUCTIVE_HIPEC
RELATIONS = {LevelRelation.SAME_SPACE: "same", LevelRelation.ABOVE: "above"}
"""What tells enough by itself; how far below it is, only the two levels tell."""
NO_IMAGE = frozenset({None, ImagingGuide.NONE, ImagingGuide.NOT_TOLD})


def what_is_in_the_way(episode: Episode, context: Context) -> Iterator[str]:
    """What makes this back difficult, in words. An operation leaves its scar, also when what it
    was for is over."""
    for entry in episode.assessment.history:
        event = entry.event
        if event.condition in BACKS:
            yield event.condition.label
        elif event.surgery is not None and event.surgery is not ELSEWHERE:
            yield event.surgery.label
    for puncture in episode.referral.punctures:
        if (left := puncture.event.device_left) is not None and left not in NO_DEVICE:
            yield left.label
        if "spine_surgery" in (puncture.event.technique, puncture.event.purpose):
            yield HistoryItem.SPINAL_SURGERY.label
        if puncture.event.near_scar is Answer.YES:
            yield "A scar at the puncture"
    heavy = context.protocol.booking.image_from_kg
    if any(h.event.weight_kg.value >= heavy for h in weighings(episode)):
        yield "Body weight"


def back_is_as_usual(episode: Episode, context: Context) -> Findings:
    """Until somebody has planned the imaging."""
    why = dict.fromkeys(what_is_in_the_way(episode, context))
    if why and episode.now.booking.imaging_plan in NO_IMAGE:
        yield DIFFICULT_BACK(context, why=", ".join(why))


def needle_is_seen_where_the_back_is_difficult(
    episode: Episode, command: Any, context: Context
) -> Findings:
    """In the procedure room: no picture was made, where one was wanted."""
    why = dict.fromkeys(what_is_in_the_way(episode, context))
    if why and NO_IMAGE.issuperset(getattr(command, "imaging", None) or ()):
        yield DIFFICULT_BACK(context, why=", ".join(why))


def level_is_usual(episode: Episode, command: Any, context: Context) -> Findings:
    spaces = context.protocol.procedure.max_spaces_below
    if where := above_lumbar(episode, command):
        most = context.protocol.procedure.above_lumbar_ml_most
        yield CORD_IS_NEAR(context, where=where, most=most)
        return
    relation = related(episode, command, spaces)
    if relation == "same" and patches_given(episode):
        yield SAME_SPACE_AGAIN(context, where="the space that was punctured")
    elif set(levels_of(command)) & patched_spaces(episode):
        yield SAME_SPACE_AGAIN(context, where="the space of an earlier patch")
    elif relation in ("above", "too far below"):
        yield NOT_AT_THE_PUNCTURE(context, where=f"It lies {relation} the puncture", spaces=spaces)


def above_lumbar(episode: Episode, command: Any) -> str:
    """In words, where the needle is in neck or chest; nothing where it is lower."""
    high = regions(episode, command) & ABOVE_LUMBAR
    where = " and ".join(region.value for region in Region if region in high)
    return f"{where.capitalize()} spine" if where else ""


def cord_is_near_where_it_is_planned(episode: Episode, context: Context) -> Findings:
    """Before the time-out only the puncture tells where the needle will be."""
    if where := above_lumbar(episode, None):
        yield CORD_IS_NEAR(
            context, where=where, most=context.protocol.procedure.above_lumbar_ml_most
        )


def planned_volume_suits_the_place(
    episode: Episode, command: TimeOut, context: Context
) -> Findings:
    """Nobody's silence is a plan: in neck or chest the volume is said."""
    planned = command.planned_ml
    told = f"{planned.value} mL planned" if planned else "nobody has said how much is planned"
    ml = planned.value if planned else None
    yield from volume_suits_the_place(episode, command, ml, told, context)


def volume_suits_the_place(
    episode: Episode, place: Any, ml: Decimal | None, told: str, context: Context
) -> Findings:
    most = context.protocol.procedure.above_lumbar_ml_most
    where = above_lumbar(episode, place)
    if where and (ml is None or ml > most):
        yield MUCH_ABOVE_LUMBAR(context, where=where, volume=told, most=most)


def patched_spaces(episode: Episode) -> set[SpinalLevel]:
    """Where the patches of earlier rounds, and those that others gave, went in."""
    reported = (h.event.levels or () for r in episode.rounds for h in r.procedure.elsewhere)
    here = (r.procedure.levels for r in episode.rounds[:-1])
    return {level for levels in (*reported, *here) for level in levels}


def regions(episode: Episode, command: Any) -> set[Region | None]:
    """Where the needle is; where nobody told that, where the puncture was."""
    told = {level.region for level in levels_of(command)} | {getattr(command, "region", None)}
    return told - {None} or {region_of(h.event) for h in episode.referral.punctures}


def needle_was_told_of(episode: Episode, command: Any, context: Context) -> Findings:
    """Only the injection was told: what the needle's own entry would have been asked."""
    if episode.now.procedure.needle is None:
        yield from level_is_usual(episode, command, context)
        yield from needle_is_seen_where_the_back_is_difficult(episode, command, context)


def levels_of(command: Any) -> tuple[SpinalLevel, ...]:
    if isinstance(command, TimeOut):
        return (command.level,) if command.level else ()
    return getattr(command, "levels", None) or ()


def related(episode: Episode, command: Any, spaces: int) -> str | None:
    """Where the needle is, seen from the puncture: told, or read from the two levels. None where
    nobody knows it, or it is as is usual."""
    if (told := getattr(command, "level_relation", None)) in RELATIONS:
        return RELATIONS[told]
    punctured = [h.event.level for h in episode.referral.punctures if h.event.level]
    below = [level.spaces_below(p) for level in levels_of(command) for p in punctured]
    if not below:
        return None
    if max(below) < 0:
        return "above"
    nearest = min(b for b in below if b >= 0)
    if nearest == 0:
        return "same"
    return "too far below" if nearest > spaces else None


CALLED_FOR = (back_is_as_usual,)
