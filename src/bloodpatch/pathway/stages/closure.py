"""Closure (-)."""

from typing import Any

from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.drawers import Drawer
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.obligations import Cause


class Closure(Drawer):
    """What is known of it."""

    @property
    def closed(self) -> bool:
        """Closed and not reopened."""
        return False

    @property
    def died(self) -> Happened[Any] | None:
        """That the patient died."""
        return None


ACTS: tuple[Act, ...] = ()

OWES: tuple[Cause, ...] = ()
