"""Random histories speak the language of the specification."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "spec"))
