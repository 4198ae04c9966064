"""What the stories of the recovery begin with."""

import pytest
from journey import patched as patch
from story import Story

from bloodpatch.pathway.stages.preparation.answers import Identifier
from bloodpatch.pathway.stages.preparation.commands import TimeOutTaken


@pytest.fixture
def patched(story: Story) -> Story:
    """A patient with 20 mL of her own blood in the epidural space; the needle is out at 14:20."""
    identity = (Identifier.NAME, Identifier.DATE_OF_BIRTH)
    return patch(story.at("2026-11-16 14:05").given(TimeOutTaken(identity=identity)))
