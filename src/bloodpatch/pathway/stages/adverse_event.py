"""AdverseEvent (T14)."""

from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.drawers import Drawer
from bloodpatch.pathway.obligations import Cause


class AdverseEvent(Drawer):
    """What is known of it."""


ACTS: tuple[Act, ...] = ()

OWES: tuple[Cause, ...] = ()
