"""What comes back when a command was given."""

from dataclasses import dataclass
from typing import Any

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Finding


@dataclass(frozen=True)
class Accepted:
    """It is recorded, durably. `findings` stood on it all the same: advice, overrides, and on a
    record what a permit would have been refused for. `again`: it was recorded before, and this is
    the same answer."""

    positions: tuple[int, ...]
    events: tuple[Happened[Any], ...]
    findings: tuple[Finding, ...]
    episode: Any
    position: int
    again: bool = False


@dataclass(frozen=True)
class Refused:
    """Nothing was recorded, and the same command given again is decided anew."""

    findings: tuple[Finding, ...]
    episode: Any
    position: int


@dataclass(frozen=True)
class Conflict:
    """Nothing was recorded: since the page was drawn, something happened that this depends on."""

    since: tuple[Happened[Any], ...]
    episode: Any
    position: int


Outcome = Accepted | Refused | Conflict
