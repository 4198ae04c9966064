"""What was worked out about an episode and cannot come out otherwise: asked once, kept with it.

An answer belongs to the history up to one entry, and to one set of rules. History only grows, so
the answer stays true for every later state of the same episode; a state that went another way (a
transaction that was undone, a correction that is only tried) has another entry at that place, and
is asked anew.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.protocol import Protocol

T = TypeVar("T")


class Remembered:
    """Shared by the states of one episode. Threads may ask at once: at worst both work it out."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int, int], tuple[Happened[Any], Protocol, Any]] = {}

    def ask(
        self,
        about: tuple[str, int],
        newest: Happened[Any],
        protocol: Protocol,
        answer: Callable[[], T],
    ) -> T:
        """The answer that was given with this newest entry, else a new one."""
        key = (*about, newest.position)
        if (kept := self._kept.get(key)) and kept[0] is newest and kept[1] is protocol:
            known: T = kept[2]
            return known
        found = answer()
        self._kept[key] = (newest, protocol, found)
        return found
