"""The proofs of safety speak the language of the specification."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent / "spec")]
