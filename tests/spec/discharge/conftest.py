"""What the stories of discharge begin with."""

import pytest
from journey import instructions, normal_legs, ready_for_a_patch, recovered
from journey import patched as patch
from story import Story


@pytest.fixture
def patched(story: Story) -> Story:
    """The needle is out at 14:20."""
    return patch(ready_for_a_patch(story.at("2026-11-16 14:05")))


@pytest.fixture
def walked(patched: Story) -> Story:
    """She has stood and walked at 14:55, and nothing else was done yet."""
    return recovered(patched)


@pytest.fixture
def fit(walked: Story) -> Story:
    """Everything that discharge asks of a plain patient is there, at 15:00."""
    walked.at("2026-11-16 15:00").nurse(normal_legs(), instructions())
    return walked
