"""What the stories of the specification begin with."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from story import Story


@pytest.fixture
def story() -> Story:
    return Story()
