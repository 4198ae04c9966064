"""What the stories of the assessment begin with."""

import pytest
from journey import referred as refer
from story import Story


@pytest.fixture
def referred(story: Story) -> Story:
    """Referred, read and sorted by 08:20; puncture and onset are known."""
    return refer(story)
