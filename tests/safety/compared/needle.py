"""The records `procedure.record_position` and `procedure.record_needle`."""

from functools import cache

from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import (
    ApproachKind,
    HistoryItem,
    ImagingGuide,
    LorMedium,
    Position,
    SpineSurgery,
)
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.stages.assessment.choices import ObstetricState
from bloodpatch.pathway.stages.assessment.events import (
    HistoryRecorded,
    ObstetricRecorded,
    VitalsRecorded,
)
from bloodpatch.pathway.stages.booking.events import Booked
from bloodpatch.pathway.stages.preparation.events import PregnancyAsked
from bloodpatch.pathway.stages.procedure.choices import Aspirate, PatchedBy
from bloodpatch.pathway.stages.procedure.commands import (
    RecordNeedle,
    RecordPosition,
)
from bloodpatch.pathway.stages.procedure.events import (
    Drawn,
    PatchReported,
    Started,
)
from bloodpatch.pathway.stages.repeat.events import RepeatDecided
from bloodpatch.pathway.values import Answer, Count, Kilograms, Needle, SpinalLevel
from tests.safety.compared import patients as p
from tests.safety.oracle.table import Plain, Vector


def position(vector: Vector) -> tuple[Finding, ...]:
    story = p.in_the_room(under=str(vector["protocol"])).copy()
    if vector["pregnant"] == "yes":
        story.given(ObstetricRecorded(state=ObstetricState.PREGNANT, weeks=Count(32)))
    elif vector["pregnant"] == "no":
        story.given(PregnancyAsked(pregnant=Answer.NO))
    lies = Position(str(vector["position"]))
    return p.found(story, NURSE, RecordPosition(position=lies, asepsis=Answer.YES))


SPACES = {
    "lumbar": ("L2/3", "L3/4", "L4/5", "L5/S1"),
    "thoracic": ("T6/7", "T7/8", "T8/9", "T9/10"),
    "cervical": ("C3/4", "C4/5", "C5/6", "C6/7"),
}
PLACES = {"one_above": 0, "at_the_puncture": 1, "not_told": 1, "one_below": 2, "two_below": 3}
BACKS: dict[Plain, HistoryRecorded] = {
    "operated": HistoryRecorded(
        condition=HistoryItem.SPINAL_SURGERY, surgery=SpineSurgery.DISCECTOMY
    ),
    "hardware": HistoryRecorded(condition=HistoryItem.SPINAL_HARDWARE),
    "scoliosis": HistoryRecorded(condition=HistoryItem.SCOLIOSIS),
    "spina_bifida": HistoryRecorded(condition=HistoryItem.SPINA_BIFIDA),
}
LOR: dict[Plain, LorMedium | None] = {
    "saline": LorMedium.SALINE,
    "air": LorMedium.AIR,
    "not_told": None,
}
PICTURE: dict[Plain, ImagingGuide] = {
    "fluoroscopy": ImagingGuide.FLUOROSCOPY,
    "ultrasound": ImagingGuide.ULTRASOUND,
    "none": ImagingGuide.NONE,
}


def needle(vector: Vector) -> tuple[Finding, ...]:
    spaces = SPACES[str(vector["region"])]
    at = PLACES[str(vector["level"])]
    before = None
    if vector["round"] != "first":
        before = {"repeat_in_another_space": far_from(at), "repeat_in_the_last_space": at}.get(
            str(vector["round"]), -1
        )
    route = str(vector["route"])
    story = at_the_needle(
        spaces,
        vector["level"] != "not_told",
        before,
        route == "transforaminal_after_failure",
        vector["back"],
    )
    aspirate = vector["aspirate"]
    through = ApproachKind.INTERLAMINAR if route == "interlaminar" else ApproachKind.TRANSFORAMINAL
    command = RecordNeedle(
        needle=Needle.parse("17G tuohy"),
        levels=(SpinalLevel(spaces[at]),),
        route=through,
        loss_of_resistance=LOR[vector["loss_of_resistance"]],
        aspirate=None if aspirate == "not_told" else (Aspirate(str(aspirate)),),
        imaging=(PICTURE[vector["imaging"]],),
    )
    return p.found(story, PHYSICIAN, command)


def far_from(at: int) -> int:
    """A space that is neither the needle's nor the puncture's."""
    return 0 if at == 3 else 3


@cache
def at_the_needle(
    spaces: tuple[str, ...], level_told: bool, before: int | None, after_failure: bool, back: Plain
) -> Story:
    """Everything done up to the needle; `before`: where an earlier patch went in, -1 not told."""
    puncture = spaces[1] if level_told else None
    if before is None:
        story = p.decided(level=puncture).copy()
    else:
        told = (SpinalLevel(spaces[before]),) if before >= 0 else None
        way = ApproachKind.INTERLAMINAR if after_failure else None
        earlier = PatchReported(by=PatchedBy.ANOTHER_HOSPITAL, levels=told, route=way)
        story = p.assessed(level=puncture).copy().given(earlier, RepeatDecided(), SLOT)
    if back in BACKS:
        story.given(BACKS[back])
    elif back == "weight_150_kg":
        story.given(VitalsRecorded(weight_kg=Kilograms.parse("150")))
    story = p.checked(p.arrived(story)).given(p.CONSENT, p.event(p.TIME_OUT))
    story.at(f"{p.TODAY} 14:05").given(Started(room=Code("room-1")))
    return p.patch(story, last=Drawn)


SLOT = Booked(
    room=Code("room-1"),
    physician=Code("physician-1"),
    bay=Code("bay-b"),
    starts=moment(f"{p.TODAY} 13:30"),
)
