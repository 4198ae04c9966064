"""Assessment (T3)."""

from typing import Any

from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.drawers import Drawer
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.obligations import Cause


class Assessment(Drawer):
    """What is known of it."""

    @property
    def assessed(self) -> Happened[Any] | None:
        """The latest assessment."""
        return None

    @property
    def decided(self) -> Happened[Any] | None:
        """The latest decision; its event has `.way`."""
        return None


ACTS: tuple[Act, ...] = ()

OWES: tuple[Cause, ...] = ()
