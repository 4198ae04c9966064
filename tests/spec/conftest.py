"""What the stories of the specification begin with."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from journey import assessed, discharged, patched, ready_for_a_patch, recovered, referred
from story import Story


@pytest.fixture
def story() -> Story:
    return Story()


@pytest.fixture
def home(story: Story) -> Story:
    """Patched at 14:20 on Monday with a headache of 8 upright before it; at home since 15:05."""
    begun = assessed(referred(story))
    return discharged(recovered(patched(ready_for_a_patch(begun.at("2026-11-16 14:05")))))
