"""Clearance: a leak through the skin and a fever hold it by whichever entry they came (H07 H10)."""

from dataclasses import replace

import pytest
from journey import assessed, called, due_at, referred, well
from story import PHYSICIAN, Story

from bloodpatch.pathway.clinical import Symptom
from bloodpatch.pathway.stages.assessment.choices import Decided
from bloodpatch.pathway.stages.assessment.commands import RecordDecision, RecordVitals
from bloodpatch.pathway.stages.clearance.commands import ClearActivity
from bloodpatch.pathway.values import Answer, Answers, Celsius


@pytest.mark.parametrize(("answer", "codes"), [(Answer.YES, ["red_flag.hold"]), (Answer.NO, [])])
def test_a_leak_through_the_skin_holds_it(home: Story, answer: Answer, codes: list[str]) -> None:
    """Before a needle the surgeon comes first; here nobody else says it."""
    called(home, "h4", "h24", "h48").now = due_at(home, "d5")
    home.nurse(replace(well("d5"), symptoms=Answers({Symptom.CSF_LEAK_SKIN: answer})))
    assert home.wait(hours=20).asks(PHYSICIAN, ClearActivity) == codes


@pytest.mark.parametrize(("read", "holds"), [("39.3", True), ("36.9", False)])
def test_a_fever_of_who_has_no_patch_holds_it(story: Story, read: str, holds: bool) -> None:
    """Read at the bedside, and in no call."""
    assessed(referred(story)).wait(minutes=5)
    story.physician(RecordDecision(decision=Decided.CONSERVATIVE))
    story.wait(hours=24).nurse(well())
    story.wait(minutes=5).nurse(RecordVitals(temperature=Celsius.parse(read)))
    assert ("clearance.fever" in story.asks(PHYSICIAN, ClearActivity)) is holds


def test_a_fever_from_before_the_decision_is_not_asked_at_the_end(story: Story) -> None:
    referred(story).nurse(RecordVitals(temperature=Celsius.parse("38.6")))
    story.wait(hours=1).physician(RecordDecision(decision=Decided.CONSERVATIVE))
    story.wait(hours=24).nurse(well())
    assert "clearance.fever" not in story.asks(PHYSICIAN, ClearActivity)
