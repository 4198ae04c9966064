"""A leak through the skin is the surgeon's first, whoever was asked before it (H07 H10)."""

import pytest
from journey import assessed, referred
from story import FRONT_DESK, NURSE, Story

from bloodpatch.pathway.clinical import ImagedRegion, Investigation, Specialty, Symptom
from bloodpatch.pathway.stages.assessment.choices import Advice
from bloodpatch.pathway.stages.assessment.commands import (
    RecordInvestigation,
    RecordOpinion,
    RecordSymptoms,
)
from bloodpatch.pathway.stages.booking.commands import Book
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Answers

LEAK = RecordSymptoms(symptoms=Answers({Symptom.CSF_LEAK_SKIN: Answer.YES}))
IMAGE = RecordInvestigation(kind=(Investigation.CT,), region=(ImagedRegion.BRAIN,))
SURGEON = RecordOpinion(specialty=Specialty.NEUROSURGERY, advice=Advice.AGREES)


@pytest.mark.parametrize(
    ("told", "holds"),
    [
        ((IMAGE, SURGEON, LEAK), True),
        ((IMAGE, LEAK, SURGEON), True),
        ((LEAK, IMAGE), True),
        ((LEAK, IMAGE, SURGEON), False),
    ],
)
def test_the_surgeon_and_the_image_come_after_it(
    story: Story, told: tuple[Command, ...], holds: bool
) -> None:
    assessed(referred(story))
    for command in told:
        story.wait(minutes=5).does(NURSE, command)
    assert ("diagnosis.surgeon_first" in story.asks(FRONT_DESK, Book)) is holds
