"""Discharge (T11)."""

from typing import Any

from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.drawers import Drawer
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.obligations import Cause


class Discharge(Drawer):
    """What is known of it."""

    @property
    def departed(self) -> Happened[Any] | None:
        """The actual departure."""
        return None


ACTS: tuple[Act, ...] = ()

OWES: tuple[Cause, ...] = ()
