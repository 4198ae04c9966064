"""Followup (T10 T14)."""

from typing import Any, ClassVar

from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.drawers import Drawer
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.obligations import Cause


class Followup(Drawer):
    """What is known of it."""

    screens: ClassVar[tuple[Happened[Any], ...]] = ()
    last_contact: ClassVar[Happened[Any] | None] = None


ACTS: tuple[Act, ...] = ()

OWES: tuple[Cause, ...] = ()
