"""Repeat (T15)."""

from typing import Any

from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.drawers import Drawer
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.obligations import Cause


class Repeat(Drawer):
    """What is known of it."""

    @property
    def decided(self) -> Happened[Any] | None:
        """The latest decision to repeat; its event has `.way`."""
        return None


ACTS: tuple[Act, ...] = ()

OWES: tuple[Cause, ...] = ()
