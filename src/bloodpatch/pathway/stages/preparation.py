"""Preparation (T5 T6)."""

from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.drawers import Drawer
from bloodpatch.pathway.obligations import Cause


class Preparation(Drawer):
    """What is known of it."""

    @property
    def begun(self) -> bool:
        """Arrived."""
        return False


ACTS: tuple[Act, ...] = ()

OWES: tuple[Cause, ...] = ()
