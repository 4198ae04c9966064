"""What the stories of booking begin with."""

import pytest
from journey import assessed, referred
from story import Story


@pytest.fixture
def decided(story: Story) -> Story:
    """A patch was decided at 09:30."""
    return assessed(referred(story))
