"""An episode as it was folded, up to a position of the ledger."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Folded:
    """An episode up to a position. Position 0: nothing is recorded."""

    clinic: str
    episode: str
    state: Any
    position: int = 0
    hash: bytes = b""
    opened_at: str = ""
    changed_at: str = ""
    worded: bool = False
    """Whether words of the patient are in it."""
