"""How much blood and how old (T6 T7): a child by weight; blood that waited is thrown away."""

from dataclasses import replace

import pytest
from entries import obstetric
from story import PHYSICIAN, Story

from bloodpatch.pathway.clinical import Material, Position
from bloodpatch.pathway.stages.assessment.choices import ObstetricState
from bloodpatch.pathway.stages.preparation.commands import RecordVitals, TakeTimeOut
from bloodpatch.pathway.stages.procedure.choices import StopReason
from bloodpatch.pathway.stages.procedure.commands import (
    Abandon,
    RecordDiscard,
    RecordDraw,
    RecordInjection,
    RecordNeedle,
    RecordPosition,
)
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Count, Kilograms, Millilitres

WEIGHT, VOLUME, MUCH = (
    "special_patient.child_weight",
    "special_patient.child_volume",
    "procedure.child_injected_much",
)
INJECTED_MUCH = "procedure.injected_much"
WAITED, TOO_OLD = "procedure.waited_too_long", "procedure.blood_too_old"
WOMB, USUAL = "procedure.on_the_womb", "procedure.position_not_usual"


def child(story: Story, kg: str | None, age: int = 9) -> Story:
    story.facts = replace(story.facts, age_years=age)
    if kg is not None:
        story.nurse(RecordVitals(weight_kg=Kilograms.parse(f"{kg} kg")))
    return story


def drawn(story: Story, ml: str = "20") -> list[str]:
    codes = story.does(PHYSICIAN, RecordDraw(volume_ml_drawn=Millilitres(ml)))
    story.does(PHYSICIAN, RecordNeedle())
    story.wait(minutes=1)
    return codes


def inject(ml: str) -> RecordInjection:
    return RecordInjection(stayed_sterile=Answer.YES, volume_ml_injected=Millilitres(ml))


# a child


@pytest.mark.parametrize(
    ("kg", "ml", "codes"),
    [
        ("20", "4", [VOLUME]),
        ("20", "8", [VOLUME]),
        ("20", "8.1", [MUCH]),
        ("20", "2", [VOLUME]),
        ("37.5", "15", [VOLUME]),
        ("37", "15", [MUCH]),
        ("64", "15", [VOLUME]),
        ("64", "15.1", [MUCH]),
        (None, "8", [WEIGHT]),
    ],
)
def test_a_childs_volume_goes_by_weight(
    marked: Story, kg: str | None, ml: str, codes: list[str]
) -> None:
    drawn(child(marked, kg))
    assert marked.physician(inject(ml)) == codes


def test_all_that_went_in_is_counted(marked: Story) -> None:
    drawn(child(marked, "20"))
    assert marked.physician(inject("5")) == [VOLUME]
    assert marked.wait(minutes=1).physician(inject("3.1")) == [MUCH]


@pytest.mark.parametrize("between", [RecordDiscard(), Abandon()])
@pytest.mark.parametrize(("age", "ml", "much"), [(9, "5", MUCH), (31, "16", INJECTED_MUCH)])
def test_all_that_went_in_is_counted_over_every_try(
    marked: Story, between: Command, age: int, ml: str, much: str
) -> None:
    drawn(child(marked, "20", age))
    assert much not in marked.physician(inject(ml))
    marked.wait(minutes=1).does(PHYSICIAN, between)
    drawn(marked.wait(minutes=1))
    assert much in marked.wait(minutes=1).physician(inject(ml))


@pytest.mark.parametrize(("age", "codes"), [(17, []), (18, ["procedure.drawn_outside"])])
def test_a_childs_draw_is_not_measured_by_the_range_of_adults(
    marked: Story, age: int, codes: list[str]
) -> None:
    assert drawn(child(marked, "30", age), "8") == codes


@pytest.mark.parametrize(
    ("kg", "says"),
    [
        ("20", "A child of 20 kg: 4.0 to 8.0 mL, and less as soon as it hurts."),
        ("64", "A child of 64 kg: 12.8 to 15.0 mL, and less as soon as it hurts."),
        ("90", "A child of 90 kg: 15.0 to 15.0 mL, and less as soon as it hurts."),
    ],
)
def test_the_time_out_says_how_much(ready: Story, kg: str, says: str) -> None:
    child(ready, kg)
    assert ready.finding(PHYSICIAN, TakeTimeOut, VOLUME).says == says


def test_without_a_weight_the_time_out_waits(ready: Story) -> None:
    child(ready, None)
    assert ready.finding(PHYSICIAN, TakeTimeOut, WEIGHT).blocks
    child(ready, "20")
    assert not ready.finding(PHYSICIAN, TakeTimeOut, VOLUME).blocks


# blood that waited


@pytest.mark.parametrize(
    ("minutes", "codes"),
    [(5, []), (5.5, [WAITED]), (10, [WAITED]), (10.5, [TOO_OLD]), (60, [TOO_OLD])],
)
def test_blood_that_waited_is_thrown_away(marked: Story, minutes: float, codes: list[str]) -> None:
    drawn(marked, "22")
    marked.wait(minutes=minutes - 1)
    volume = replace(inject("20"), stop_reason=StopReason.VOLUME_REACHED)
    assert marked.physician(volume) == codes


def test_a_second_draw_makes_the_first_no_younger(marked: Story) -> None:
    drawn(marked, "22")
    marked.wait(minutes=20).does(PHYSICIAN, RecordDraw(volume_ml_drawn=Millilitres("2")))
    assert TOO_OLD in marked.wait(minutes=1).physician(inject("20"))


def test_what_went_in_already_waits_no_more(marked: Story) -> None:
    for _ in range(3):
        drawn(marked.wait(minutes=20), "8")
        assert TOO_OLD not in marked.physician(inject("8"))


def test_glue_is_no_blood_that_waited(marked: Story) -> None:
    drawn(marked, "22")
    glue = RecordInjection(material=Material.FIBRIN_GLUE)
    assert TOO_OLD not in marked.wait(hours=1).physician(glue)


# pregnant, and on the womb


@pytest.mark.parametrize(
    ("weeks", "position", "codes"),
    [
        (19, Position.PRONE, []),
        (20, Position.PRONE, [WOMB]),
        (None, Position.PRONE, [WOMB]),
        (30, Position.SUPINE, [WOMB]),
        (30, Position.SEMI_PRONE, [WOMB]),
        (30, Position.LEFT_LATERAL, []),
        (30, Position.OTHER, [USUAL]),
        (19, Position.LEFT_LATERAL, [USUAL]),
        (30, Position.NOT_TOLD, []),
    ],
)
def test_late_in_pregnancy_a_woman_lies_on_her_side(
    ready: Story, weeks: int | None, position: Position, codes: list[str]
) -> None:
    told = {} if weeks is None else {"weeks": Count(weeks)}
    ready.does(PHYSICIAN, obstetric(ObstetricState.PREGNANT, **told))
    assert ready.nurse(RecordPosition(position=position)) == codes


def test_others_lie_as_the_protocol_says(ready: Story) -> None:
    assert ready.nurse(RecordPosition(position=Position.PRONE)) == []
