"""Followup (T10 T14)."""

from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.drawers import Drawer
from bloodpatch.pathway.obligations import Cause


class Followup(Drawer):
    """What is known of it."""


ACTS: tuple[Act, ...] = ()

OWES: tuple[Cause, ...] = ()
