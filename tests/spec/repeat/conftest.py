"""What the stories of this stage begin with."""

import pytest
from journey import (
    headache_back,
)
from story import Story


@pytest.fixture
def back(home: Story) -> Story:
    """Tuesday, 15:20: the headache is back, assessed again, every flag asked; 25 hours after."""
    return headache_back(home)
