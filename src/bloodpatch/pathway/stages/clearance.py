"""Clearance (T12)."""

from typing import Any

from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.drawers import Drawer
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.obligations import Cause


class Clearance(Drawer):
    """What is known of it."""

    @property
    def cleared(self) -> Happened[Any] | None:
        """The clearance in force."""
        return None


ACTS: tuple[Act, ...] = ()

OWES: tuple[Cause, ...] = ()
