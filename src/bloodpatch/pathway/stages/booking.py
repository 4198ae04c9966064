"""Booking (T4 T5)."""

from typing import Any

from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.drawers import Drawer
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.obligations import Cause


class Booking(Drawer):
    """What is known of it."""

    @property
    def in_force(self) -> Happened[Any] | None:
        """The booking that stands."""
        return None

    @property
    def missed(self) -> bool:
        """Did not attend."""
        return False


ACTS: tuple[Act, ...] = ()

OWES: tuple[Cause, ...] = ()
