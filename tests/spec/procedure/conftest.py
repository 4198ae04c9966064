"""What the stories of the procedure room begin with."""

import pytest
from journey import ready_for_a_patch
from story import Story

from bloodpatch.pathway.stages.procedure.commands import (
    RecordCleaned,
    RecordMarked,
    RecordPosition,
    StartProcedure,
)


@pytest.fixture
def ready(story: Story) -> Story:
    """The time-out was taken at 14:05."""
    return ready_for_a_patch(story.at("2026-11-16 14:05"))


@pytest.fixture
def marked(ready: Story) -> Story:
    """On the table: positioned, cleaned and marked at 14:10; under Kaysville the draw is next."""
    ready.at("2026-11-16 14:10").nurse(
        StartProcedure(), RecordPosition(), RecordCleaned(), RecordMarked()
    )
    return ready
