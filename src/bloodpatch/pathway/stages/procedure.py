"""Procedure (T4 T6 T7 T13)."""

from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.drawers import Drawer
from bloodpatch.pathway.obligations import Cause


class Procedure(Drawer):
    """What is known of it."""

    @property
    def begun(self) -> bool:
        """Started."""
        return False

    @property
    def finished(self) -> bool:
        """The needle is out after an injection, or the patch was abandoned."""
        return False


ACTS: tuple[Act, ...] = ()

OWES: tuple[Cause, ...] = ()
