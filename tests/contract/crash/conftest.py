"""Where the crash harnesses work: in memory where there is such a folder, as nothing must last."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

# A treatment is told in the language of the specification.
sys.path.insert(0, str(Path(__file__).parents[2] / "spec"))

MEMORY = Path("/dev/shm")


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """The disk whose failing is tried is our own; the real one only holds what is left of it."""
    folder = tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None)
    yield Path(folder)
    shutil.rmtree(folder)
