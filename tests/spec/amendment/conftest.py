"""What the stories of correction begin with."""

import pytest
from journey import assessed, referred
from story import Story

from bloodpatch.pathway.stages.assessment.commands import RecordHeadache
from bloodpatch.pathway.values import FreeText, Pain, PainPosition


@pytest.fixture
def decided(story: Story) -> Story:
    """A patch was decided at 09:30; the last entry is a headache of 8, upright, with a note."""
    assessed(referred(story)).wait(minutes=10)
    story.nurse(
        RecordHeadache(pain_upright=Pain(8, PainPosition.UPRIGHT), note=FreeText("Says it throbs."))
    )
    return story
