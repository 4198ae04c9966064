"""What the stories of the recovery begin with."""

import pytest
from journey import patched as patch
from journey import ready_for_a_patch
from story import Story

from bloodpatch.pathway.stages.recovery.commands import StartRest


@pytest.fixture
def patched(story: Story) -> Story:
    """A patient with 20 mL of her own blood in the epidural space; the needle is out at 14:20."""
    return patch(ready_for_a_patch(story.at("2026-11-16 14:05")))


@pytest.fixture
def rested(patched: Story) -> Story:
    """The rest is over."""
    patched.at("2026-11-16 14:22").nurse(StartRest())
    return patched.wait(minutes=patched.protocol.recovery.rest_minutes)
