"""What the stories of this stage begin with."""

import pytest
from journey import ready_for_a_patch
from story import Story


@pytest.fixture
def in_the_room(story: Story) -> Story:
    """On the table at 14:10, timed out."""
    from bloodpatch.pathway.stages.procedure.commands import StartProcedure

    ready_for_a_patch(story.at("2026-11-16 14:05"))
    story.at("2026-11-16 14:10").nurse(StartProcedure())
    return story
