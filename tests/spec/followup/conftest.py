"""What the stories of the follow-up begin with."""

import pytest
from journey import referred
from story import Story


@pytest.fixture
def untreated(story: Story) -> Story:
    """Care without a patch was decided at 09:30."""
    from bloodpatch.pathway.stages.assessment.choices import Decided
    from bloodpatch.pathway.stages.assessment.commands import RecordDecision

    referred(story).at("2026-11-16 09:30")
    story.physician(RecordDecision(decision=Decided.CONSERVATIVE))
    return story
