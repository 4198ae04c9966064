"""What the stories of this stage begin with."""

import pytest
from journey import (
    assessed,
    discharged,
    headache_back,
    patched,
    ready_for_a_patch,
    recovered,
    referred,
)
from story import Story


@pytest.fixture
def home(story: Story) -> Story:
    """Patched at 14:20 on Monday with a headache of 8 upright before it; at home since 15:05."""
    begun = assessed(referred(story))
    return discharged(recovered(patched(ready_for_a_patch(begun.at("2026-11-16 14:05")))))


@pytest.fixture
def back(home: Story) -> Story:
    """Tuesday, 15:20: the headache is back, assessed again, every flag asked; 25 hours after."""
    return headache_back(home)
