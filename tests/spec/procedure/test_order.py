"""The steps follow each other as the protocol says (T6): position, clean, mark, only then blood."""

from dataclasses import replace

import pytest
from entries import raised
from journey import patched, ready_for_a_patch
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import Position
from bloodpatch.pathway.protocol.sections.procedure import PatientPosition, Step
from bloodpatch.pathway.stages.procedure.choices import Aspirate
from bloodpatch.pathway.stages.procedure.commands import (
    RecordCleaned,
    RecordDraw,
    RecordInjection,
    RecordLocal,
    RecordMarked,
    RecordNeedle,
    RecordPosition,
    StartProcedure,
)
from bloodpatch.pathway.stages.procedure.order import earlier, following, steps
from bloodpatch.pathway.stages.procedure.rules import in_order
from bloodpatch.pathway.values import Answer, Millilitres


def checklist(story: Story) -> dict[str, str]:
    shown = steps(story.episode.now.procedure, story.protocol)
    return {line.step.value: line.state.value for line in shown}


@pytest.mark.parametrize("under", ["kaysville", "multisociety", "house"])
def test_a_procedure_in_the_order_of_its_protocol_has_nothing_to_explain(under: str) -> None:
    """T4 T6 T7: `patched` demands that no entry has a finding, under each protocol's own order."""
    story = patched(ready_for_a_patch(Story("2026-11-16 14:05", under=under)))
    assert set(checklist(story).values()) == {"done"}


def test_the_checklist_says_what_was_done_and_what_is_next(marked: Story) -> None:
    assert checklist(marked) == {
        "position": "done",
        "clean": "done",
        "mark": "done",
        "draw": "next",
        "needle_in_space": "later",
        "inject": "later",
        "withdraw": "later",
    }


def test_a_line_of_the_checklist_names_the_entry_that_says_so(marked: Story) -> None:
    (clean,) = (
        line
        for line in steps(marked.episode.now.procedure, marked.protocol)
        if line.step == "clean"
    )
    assert clean.done is not None
    assert (clean.done.by.role.value, clean.done.occurred.at) == ("nurse", marked.now)


def test_skin_and_mark_may_be_told_with_the_position(ready: Story) -> None:
    ready.nurse(RecordPosition(skin_cleaned=Answer.YES, skin_marked=Answer.NO))
    assert checklist(ready)["clean"] == "done"
    assert checklist(ready)["mark"] == "next"


def test_blood_before_the_skin_is_cleaned_is_recorded_and_says_what_is_missing(
    ready: Story,
) -> None:
    """T6: only then is blood taken."""
    ready.nurse(StartProcedure(), RecordPosition())
    assert ready.nurse(RecordDraw(volume_ml_drawn=Millilitres(22))) == ["procedure.earlier_steps"]
    assert checklist(ready)["draw"] == "out_of_order"


def test_a_step_after_its_turn_is_recorded_and_says_so(ready: Story) -> None:
    ready.nurse(StartProcedure(), RecordPosition(), RecordMarked(), RecordDraw())
    ready.wait(minutes=1)
    assert ready.nurse(RecordCleaned()) == ["procedure.out_of_order"]
    assert checklist(ready)["clean"] == "done"
    assert checklist(ready)["mark"] == "out_of_order"


STEPS = {
    "position": RecordPosition(),
    "clean": RecordCleaned(),
    "mark": RecordMarked(),
    "local_anaesthetic": RecordLocal(),
    "needle_in_space": RecordNeedle(),
    "draw": RecordDraw(),
}


WORDS = {
    "position": "position",
    "clean": "skin cleaned",
    "mark": "site marked",
    "local_anaesthetic": "local anaesthetic",
    "needle_in_space": "needle in the space",
    "draw": "blood drawn",
}


@pytest.mark.parametrize("step", list(STEPS))
def test_each_step_after_its_turn_says_so_and_says_what_came_first(step: str) -> None:
    """T6: under the order of the house every step has its turn."""
    story = ready_for_a_patch(Story("2026-11-16 14:05", under="house"))
    story.nurse(StartProcedure())
    story.physician(RecordInjection(stayed_sterile=Answer.YES, needle_out=Answer.YES))
    story.wait(minutes=1)
    outcome = story.decide(PHYSICIAN, STEPS[step])
    (finding,) = (f for f in outcome.findings if f.code == "procedure.out_of_order")
    assert finding.says == (
        f"The protocol has this step ({WORDS[step]}) before: blood injected, needle out."
    )


def test_the_needle_before_the_draw_is_out_of_order_where_the_draw_comes_first(
    marked: Story,
) -> None:
    """Kaysville draws first; elsewhere the needle is placed first."""
    assert marked.physician(RecordNeedle()) == ["procedure.earlier_steps"]
    assert marked.nurse(RecordDraw()) == ["procedure.out_of_order"]


def test_an_injection_with_its_draw_still_names_the_steps_before_it(ready: Story) -> None:
    ready.nurse(RecordDraw())
    outcome = ready.decide(PHYSICIAN, RecordInjection(stayed_sterile=Answer.YES))
    (finding,) = outcome.findings[-1:]
    assert finding.code == "procedure.earlier_steps"
    assert finding.says == (
        "Not recorded before this: position, skin cleaned, site marked, needle in the space."
    )


@pytest.mark.parametrize("step", list(Step))
def test_only_before_blood_needle_and_injection_is_said_what_is_missing(
    ready: Story, step: Step
) -> None:
    """The rest is only put in order, so that no pen is followed by a list at each line."""
    of_substance = step in (Step.DRAW, Step.NEEDLE_IN_SPACE, Step.INJECT)
    codes = ["procedure.earlier_steps"] if of_substance else []
    assert raised(ready, in_order(step)) == codes


def test_a_step_that_is_done_again_is_not_late(marked: Story) -> None:
    """The patient is turned, or more blood is drawn: the first time was in order."""
    marked.nurse(RecordDraw())
    marked.physician(RecordNeedle())
    for again in (RecordPosition(), RecordCleaned(), RecordMarked(), RecordDraw()):
        assert marked.wait(minutes=1).nurse(again) == []
    assert "out_of_order" not in checklist(marked).values()


@pytest.mark.parametrize(
    ("step", "before", "after"),
    [
        (Step.POSITION, (), (Step.CLEAN, Step.NEEDLE_IN_SPACE, Step.DRAW)),
        (Step.CLEAN, (Step.POSITION,), (Step.NEEDLE_IN_SPACE, Step.DRAW)),
        (Step.DRAW, (Step.POSITION, Step.CLEAN, Step.NEEDLE_IN_SPACE), ()),
        (Step.MARK, (), ()),
    ],
)
def test_what_comes_before_and_after_a_step_is_as_the_protocol_has_it(
    ready: Story, step: Step, before: tuple[Step, ...], after: tuple[Step, ...]
) -> None:
    """A step that is not of its list has no turn."""
    order = (Step.POSITION, Step.CLEAN, Step.NEEDLE_IN_SPACE, Step.DRAW)
    procedure = replace(ready.protocol.procedure, step_order=order)
    protocol = replace(ready.protocol, procedure=procedure)
    assert (earlier(step, protocol), following(step, protocol)) == (before, after)


def test_that_the_needle_is_out_is_a_line_only_where_somebody_said_so(ready: Story) -> None:
    """Of an injection told alone it is taken for granted, and shown to nobody as recorded."""
    ready.physician(RecordInjection())
    assert ready.episode.now.procedure.finished
    assert checklist(ready)["withdraw"] == "not_recorded"


def test_a_step_recorded_late_with_its_time_was_in_order(ready: Story) -> None:
    """A pen may be slow; what counts is when it happened."""
    ready.nurse(StartProcedure(), RecordPosition())
    ready.at("2026-11-16 14:12").nurse(RecordDraw(volume_ml_drawn=Millilitres(22)))
    ready.wait(minutes=3)
    assert checklist(ready)["draw"] == "out_of_order"
    assert ready.nurse(RecordCleaned(occurred=moment("2026-11-16 14:10"))) == []
    assert ready.nurse(RecordMarked(occurred=moment("2026-11-16 14:11"))) == []
    assert checklist(ready)["draw"] == "done"


def test_a_needle_through_which_csf_came_is_not_in_the_space(marked: Story) -> None:
    marked.nurse(RecordDraw(volume_ml_drawn=Millilitres(22)))
    marked.physician(RecordNeedle(aspirate=(Aspirate.CSF,)))
    assert checklist(marked)["needle_in_space"] == "next"
    marked.physician(RecordNeedle(aspirate=(Aspirate.CLEAR,)))
    assert checklist(marked)["needle_in_space"] == "done"


def test_when_it_is_over_a_step_that_nobody_recorded_is_not_recorded(ready: Story) -> None:
    ready.physician(RecordInjection(stayed_sterile=Answer.YES, needle_out=Answer.YES))
    assert checklist(ready)["mark"] == "not_recorded"
    assert checklist(ready)["withdraw"] == "out_of_order"


@pytest.mark.parametrize(
    ("position", "codes"),
    [
        (Position.PRONE, []),
        (Position.NOT_TOLD, []),
        (None, []),
        (Position.SITTING, ["procedure.position_not_usual"]),
        (Position.LEFT_LATERAL, ["procedure.position_not_usual"]),
        (Position.SUPINE, ["procedure.position_not_usual"]),
    ],
)
def test_the_position_is_that_of_the_protocol(
    ready: Story, position: Position | None, codes: list[str]
) -> None:
    """T6: the patient lies prone, in Kaysville."""
    assert ready.nurse(RecordPosition(position=position)) == codes


@pytest.mark.parametrize(
    ("allowed", "usual"),
    [
        (PatientPosition.PRONE, {Position.PRONE}),
        (
            PatientPosition.LATERAL,
            {Position.LEFT_LATERAL, Position.RIGHT_LATERAL, Position.LATERAL},
        ),
        (PatientPosition.SITTING, {Position.SITTING}),
    ],
)
def test_how_a_clinic_has_its_patients_lie_is_its_own_choice(
    ready: Story, allowed: PatientPosition, usual: set[Position]
) -> None:
    """T6: on which side does not matter; half prone is not prone, and another way is unusual."""
    procedure = replace(ready.protocol.procedure, positions_allowed=(allowed,))
    ready.protocol = replace(ready.protocol, procedure=procedure)
    told = [position for position in Position if position is not Position.NOT_TOLD]
    assert {p for p in told if not ready.copy().nurse(RecordPosition(position=p))} == usual


def test_elsewhere_patients_lie_on_their_side() -> None:
    story = ready_for_a_patch(Story("2026-11-16 14:05", under="house"))
    assert story.nurse(RecordPosition(position=Position.LEFT_LATERAL)) == []


def test_a_start_without_a_time_out_is_recorded_and_is_a_physicians_task(story: Story) -> None:
    assert story.nurse(StartProcedure()) == ["procedure.not_timed_out"]
    assert "review.against_a_rule" in story.owes()


def test_an_injection_of_which_nothing_else_is_told_asks_for_the_time_out(story: Story) -> None:
    """Where nobody recorded a start, the injection is the first to ask."""
    assert story.physician(RecordInjection(stayed_sterile=Answer.YES)) == [
        "procedure.not_timed_out",
        "procedure.no_draw",
    ]


def test_one_missing_time_out_is_said_once(story: Story) -> None:
    story.nurse(StartProcedure(), RecordPosition(), RecordCleaned(), RecordMarked(), RecordDraw())
    story.physician(RecordNeedle())
    assert story.physician(RecordInjection(stayed_sterile=Answer.YES)) == []
