"""T7: where the needle goes, seen from the puncture, and in a back that is not as others are."""

from dataclasses import replace
from typing import Any

import pytest
from entries import history, patch, puncture, raised
from journey import ready_for_a_patch, time_out
from places import DECIDED, second_round, there, walked
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import (
    Activity,
    HistoryItem,
    ImagingGuide,
    LevelRelation,
    SpineSurgery,
)
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.rules import anatomy
from bloodpatch.pathway.stages.assessment.commands import RecordVitals
from bloodpatch.pathway.stages.booking.commands import Book
from bloodpatch.pathway.stages.preparation.commands import TakeTimeOut
from bloodpatch.pathway.stages.procedure.choices import PatchedBy
from bloodpatch.pathway.stages.procedure.commands import (
    RecordInjection,
    RecordNeedle,
    RecordPatch,
)
from bloodpatch.pathway.stages.procedure.events import PatchReported
from bloodpatch.pathway.stages.referral.choices import DeviceLeft, Purpose, Technique
from bloodpatch.pathway.stages.repeat.events import RepeatDecided
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Kilograms, Millilitres, Region, SpinalLevel
from bloodpatch.pathway.whereabouts import Whereabouts

BACK, LEVEL, SAME, CORD = (
    "anatomy.difficult_back",
    "anatomy.level_not_usual",
    "anatomy.same_space_again",
    "anatomy.cord_is_near",
)


def levels(*names: str) -> tuple[SpinalLevel, ...]:
    return tuple(SpinalLevel(name) for name in names)


def of_anatomy(codes: list[str]) -> list[str]:
    return [code for code in codes if code.startswith("anatomy")]


# a difficult back

H = HistoryItem
BACKS: dict[str, tuple[Command, str]] = {
    "surgery": (history(H.SPINAL_SURGERY), "Surgery of the spine"),
    "surgery that is over leaves a scar": (
        history(H.SPINAL_SURGERY, Activity.RESOLVED),
        "Surgery of the spine",
    ),
    "a disc that was taken out": (
        history(H.DISC_DISEASE, surgery=SpineSurgery.DISCECTOMY),
        "Removal of a disc",
    ),
    "metal": (history(H.SPINAL_HARDWARE), "Metal in the spine"),
    **{
        condition.value: (history(condition), condition.label)
        for condition in (
            H.SPINAL_DEFORMITY,
            H.SCOLIOSIS,
            H.SPINA_BIFIDA,
            H.TETHERED_CORD,
            H.SPINAL_STENOSIS,
            H.SIX_LUMBAR_VERTEBRAE,
            H.ANKYLOSING_SPONDYLITIS,
        )
    },
    "a lead": (puncture(device_left=DeviceLeft.STIMULATOR_LEAD), "Stimulator lead"),
    "a scar at the needle": (puncture(near_scar=Answer.YES), "A scar at the puncture"),
    "punctured at surgery": (puncture(technique=Technique.SPINE_SURGERY), "Surgery of the spine"),
    "punctured for surgery": (puncture(purpose=Purpose.SPINE_SURGERY), "Surgery of the spine"),
    "130 kg": (RecordVitals(weight_kg=Kilograms(130)), "Body weight"),
}
USUAL: dict[str, Command] = {
    "a disc": history(H.DISC_DISEASE),
    "back pain": history(H.CHRONIC_BACK_PAIN),
    "surgery elsewhere": history(H.PERITONEAL_TUMOUR, surgery=SpineSurgery.CYTOREDUCTIVE_HIPEC),
    "129 kg": RecordVitals(weight_kg=Kilograms(129)),
    "no scar": puncture(near_scar=Answer.NO, device_left=DeviceLeft.NONE),
}


@pytest.mark.parametrize(("entry", "why"), BACKS.values(), ids=BACKS)
def test_a_difficult_back_is_planned_for(story: Story, entry: Command, why: str) -> None:
    assert BACK in story.physician(entry)
    (finding,) = anatomy.back_is_as_usual(story.episode, story.context(PHYSICIAN))
    assert finding.says.startswith(f"{why}: ")


@pytest.mark.parametrize("entry", USUAL.values(), ids=USUAL)
def test_a_usual_back_needs_no_plan(story: Story, entry: Command) -> None:
    assert of_anatomy(story.physician(entry)) == []


@pytest.mark.parametrize(
    ("plan", "left"),
    [
        (ImagingGuide.FLUOROSCOPY, []),
        (ImagingGuide.ULTRASOUND, []),
        (ImagingGuide.NONE, [BACK]),
        (ImagingGuide.NOT_TOLD, [BACK]),
        (None, [BACK]),
    ],
)
def test_the_plan_of_the_imaging_answers_it(plan: ImagingGuide | None, left: list[str]) -> None:
    story = walked(DECIDED).copy()
    story.physician(history(H.SCOLIOSIS))
    slot = Book(
        room=Code("room-1"),
        physician=Code("physician-1"),
        bay=Code("bay-b"),
        starts=moment("2026-11-16 13:30"),
        imaging_plan=plan,
    )
    story.physician(slot)
    assert raised(story, anatomy.back_is_as_usual) == left


def test_it_is_shown_again_at_the_time_out() -> None:
    story = there(Whereabouts.BEING_PREPARED)
    assert BACK not in story.asks(PHYSICIAN, TakeTimeOut)
    story.physician(history(H.SCOLIOSIS))
    assert BACK in story.asks(PHYSICIAN, TakeTimeOut)


# the needle

SEEN = (ImagingGuide.FLUOROSCOPY,)


@pytest.mark.parametrize(
    ("imaging", "codes"), [(None, [BACK]), ((ImagingGuide.NONE,), [BACK]), (SEEN, [])]
)
def test_in_a_difficult_back_the_needle_is_seen(
    story: Story, imaging: tuple[ImagingGuide, ...] | None, codes: list[str]
) -> None:
    story.physician(history(H.SCOLIOSIS))
    assert of_anatomy(story.physician(RecordNeedle(imaging=imaging))) == codes
    assert of_anatomy(story.copy().physician(patch(imaging=imaging))) == codes


NEEDLES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "at the space": ({"levels": levels("L3/4")}, []),
    "one below": ({"levels": levels("L4/5")}, []),
    "two below": ({"levels": levels("L5/S1")}, [LEVEL]),
    "above": ({"levels": levels("L2/3")}, [LEVEL]),
    "one at it, one above": ({"levels": levels("L2/3", "L3/4")}, []),
    "one above, one below": ({"levels": levels("L2/3", "L4/5")}, []),
    "one and two below": ({"levels": levels("L4/5", "L5/S1")}, []),
    "above, and two below": ({"levels": levels("L2/3", "L5/S1")}, [LEVEL]),
    "told to be above": ({"level_relation": LevelRelation.ABOVE}, [LEVEL]),
    "told to be below": ({"level_relation": LevelRelation.BELOW}, []),
    "told to be below, and it is two": (
        {"level_relation": LevelRelation.BELOW, "levels": levels("L5/S1")}, [LEVEL]
    ),
    "told to be the same": ({"level_relation": LevelRelation.SAME_SPACE}, []),
    "not told": ({"level_relation": LevelRelation.NOT_TOLD}, []),
    "nothing told": ({}, []),
    "in the chest": ({"levels": levels("T11/12")}, [CORD]),
    "in the chest, space not told": ({"region": Region.THORACIC}, [CORD]),
    "in the neck": ({"region": Region.CERVICAL}, [CORD]),
    "in the back": ({"region": Region.LUMBAR}, []),
}  # fmt: skip


@pytest.mark.parametrize(("said", "codes"), NEEDLES.values(), ids=NEEDLES)
def test_the_level_is_seen_from_the_puncture(
    story: Story, said: dict[str, Any], codes: list[str]
) -> None:
    story.physician(puncture(level=SpinalLevel("L3/4")))
    assert of_anatomy(story.copy().physician(RecordNeedle(**said))) == codes
    if "region" not in said:
        assert of_anatomy(story.copy().physician(patch(**said))) == codes


@pytest.mark.parametrize(
    ("said", "codes"),
    [({}, [CORD]), ({"levels": levels("L1/2")}, [LEVEL]), ({"region": Region.LUMBAR}, [])],
)
def test_after_a_puncture_in_the_chest_the_cord_is_near_unless_the_needle_is_elsewhere(
    story: Story, said: dict[str, Any], codes: list[str]
) -> None:
    story.physician(puncture(level=SpinalLevel("T11/12")))
    assert of_anatomy(story.physician(RecordNeedle(**said))) == codes


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({"region": Region.THORACIC}, "Thoracic spine"),
        ({"levels": levels("C7/T1", "T1/2")}, "Cervical and thoracic spine"),
        ({"levels": levels("T12/L1", "L1/2")}, "Thoracic spine"),
    ],
)
def test_it_says_where(story: Story, said: dict[str, Any], where: str) -> None:
    (finding,) = anatomy.level_is_usual(
        story.episode, RecordNeedle(**said), story.context(PHYSICIAN)
    )
    assert finding.says.startswith(f"{where}: the spinal cord is near.")


def test_without_a_known_puncture_no_level_is_judged(story: Story) -> None:
    story.physician(puncture())
    assert of_anatomy(story.physician(RecordNeedle(levels=levels("L5/S1")))) == []


SECOND: dict[str, tuple[dict[str, Any], list[str]]] = {
    "at the puncture": ({"levels": levels("L3/4")}, [SAME]),
    "told to be there": ({"level_relation": LevelRelation.SAME_SPACE}, [SAME]),
    "at the puncture and above it": ({"levels": levels("L2/3", "L3/4")}, [SAME]),
    "below it": ({"levels": levels("L4/5")}, []),
}


@pytest.mark.parametrize(("said", "codes"), SECOND.values(), ids=SECOND)
def test_a_second_patch_through_the_punctured_space(
    story: Story, said: dict[str, Any], codes: list[str]
) -> None:
    story.physician(puncture(level=SpinalLevel("L3/4")))
    assert of_anatomy(story.physician(patch(levels=levels("L3/4")))) == []
    assert of_anatomy(story.wait(days=2).physician(patch(**said))) == codes


def test_a_second_patch_through_the_space_of_the_first() -> None:
    """The first patch here went in at the puncture, the one that others gave below it."""
    story = second_round()
    below = RecordNeedle(levels=levels("L4/5"))
    assert of_anatomy(story.copy().physician(below)) == []
    others = patch(by=PatchedBy.ANOTHER_HOSPITAL)
    assert of_anatomy(story.physician(others)) == []
    assert of_anatomy(story.copy().physician(below)) == []
    story.physician(replace(others, levels=levels("L4/5")))
    assert of_anatomy(story.physician(below)) == [SAME]


@pytest.mark.parametrize(("space", "codes"), [("L2/3", [SAME]), ("L4/5", [])])
def test_where_the_puncture_was_is_not_known_the_space_of_the_first_patch_is(
    story: Story, space: str, codes: list[str]
) -> None:
    story.given(PatchReported(levels=levels("L2/3")), RepeatDecided())
    story.wait(days=2).physician(RecordNeedle(levels=levels("L2/3")))
    assert of_anatomy(story.physician(RecordNeedle(levels=levels(space)))) == codes


@pytest.mark.parametrize("needle_first", [True, False])
def test_where_only_the_injection_is_told_it_is_asked_there(needle_first: bool) -> None:
    """The injection has no field for the space; what it can tell is the difficult back."""
    story = ready_for_a_patch(Story())
    story.physician(history(H.SCOLIOSIS))
    if needle_first:
        story.physician(RecordNeedle(imaging=SEEN))
    codes = story.physician(RecordInjection(volume_ml_injected=Millilitres(15)))
    assert of_anatomy(codes) == ([] if needle_first else [BACK])


def test_and_that_the_cord_is_near(story: Story) -> None:
    story.physician(puncture(level=SpinalLevel("T11/12")))
    injection = RecordInjection(volume_ml_injected=Millilitres(10))
    assert of_anatomy(story.copy().physician(injection)) == [CORD]
    story.physician(RecordNeedle(levels=levels("L4/5")))
    assert CORD not in story.physician(injection)


MUCH = "anatomy.much_above_lumbar"


@pytest.mark.parametrize(
    ("space", "ml", "codes"),
    [
        ("C6/7", 10, []),
        ("C6/7", 11, [MUCH]),
        ("T11/12", 20, [MUCH]),
        ("L1/2", 20, []),
    ],
)
def test_in_neck_and_chest_less_blood_goes_in(
    story: Story, space: str, ml: int, codes: list[str]
) -> None:
    story.physician(RecordNeedle(levels=levels(space)))
    injection = RecordInjection(volume_ml_injected=Millilitres(ml))
    assert of_anatomy(story.copy().physician(injection)) == codes
    line = RecordPatch(levels=levels(space), volume_ml_injected=Millilitres(ml))
    assert (MUCH in story.copy().physician(line)) is bool(codes)


def test_what_went_in_at_several_times_counts_together(story: Story) -> None:
    story.physician(RecordNeedle(levels=levels("C6/7")))
    half = RecordInjection(volume_ml_injected=Millilitres(6))
    assert MUCH not in story.physician(half)
    assert MUCH in story.wait(minutes=1).physician(half)


@pytest.mark.parametrize(
    ("punctured", "planned", "ml", "codes"),
    [
        ("C6/7", None, None, [MUCH]),
        ("C6/7", None, 11, [MUCH]),
        ("C6/7", None, 10, [CORD]),
        ("C6/7", "L3/4", None, [CORD]),
        ("L3/4", "T8/9", 20, [MUCH]),
        ("L3/4", None, 20, []),
    ],
)
def test_the_volume_there_is_said_at_the_time_out(
    story: Story, punctured: str, planned: str | None, ml: int | None, codes: list[str]
) -> None:
    story.physician(puncture(level=SpinalLevel(punctured)))
    told = replace(
        time_out(),
        level=SpinalLevel(planned) if planned else None,
        planned_ml=Millilitres(ml) if ml else None,
    )
    found = [f.code for f in story.decide(NURSE, told).findings]
    assert [c for c in of_anatomy(found) if c in (MUCH, CORD)] == codes
