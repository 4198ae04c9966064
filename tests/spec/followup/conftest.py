"""What the stories of the follow-up begin with."""

import pytest
from journey import assessed, discharged, patched, ready_for_a_patch, recovered, referred
from story import Story


@pytest.fixture
def home(story: Story) -> Story:
    """Patched at 14:20 on Monday with a headache of 8 upright before it; at home since 15:05."""
    begun = assessed(referred(story))
    return discharged(recovered(patched(ready_for_a_patch(begun.at("2026-11-16 14:05")))))


@pytest.fixture
def untreated(story: Story) -> Story:
    """Care without a patch was decided at 09:30."""
    from bloodpatch.pathway.stages.assessment.choices import Decided
    from bloodpatch.pathway.stages.assessment.commands import RecordDecision

    referred(story).at("2026-11-16 09:30")
    story.physician(RecordDecision(decision=Decided.CONSERVATIVE))
    return story
