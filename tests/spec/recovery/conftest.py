"""What the stories of the recovery begin with."""

import pytest
from journey import patched as patch
from journey import ready_for_a_patch
from story import Story


@pytest.fixture
def patched(story: Story) -> Story:
    """A patient with 20 mL of her own blood in the epidural space; the needle is out at 14:20."""
    return patch(ready_for_a_patch(story.at("2026-11-16 14:05")))
