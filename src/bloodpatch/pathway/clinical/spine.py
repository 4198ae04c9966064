"""Places on the spine other than a space between two vertebrae: one vertebra, a region, a relation.

The region itself is that of `SpinalLevel`; it is repeated here so that a stage finds all places
in one room.
"""

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.values.spinal_level import Region

__all__ = ["VERTEBRAE_DOWN", "LevelRelation", "Region", "Side", "Vertebra"]


class Vertebra(Choice):
    """From the head to the tail. Some people have a sixth lumbar vertebra."""

    C1 = "C1"
    C2 = "C2"
    C3 = "C3"
    C4 = "C4"
    C5 = "C5"
    C6 = "C6"
    C7 = "C7"
    T1 = "T1"
    T2 = "T2"
    T3 = "T3"
    T4 = "T4"
    T5 = "T5"
    T6 = "T6"
    T7 = "T7"
    T8 = "T8"
    T9 = "T9"
    T10 = "T10"
    T11 = "T11"
    T12 = "T12"
    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    L4 = "L4"
    L5 = "L5"
    L6 = "L6"
    S1 = "S1"
    S2 = "S2"
    S3 = "S3"
    S4 = "S4"
    S5 = "S5"

    @property
    def rank(self) -> int:
        """0 for C1, one more for each vertebra further down."""
        return VERTEBRAE_DOWN.index(self)

    @property
    def region(self) -> Region:
        return {letter[0].upper(): letter for letter in Region}[self.value[0]]


VERTEBRAE_DOWN = tuple(Vertebra)


class Side(Choice):
    LEFT = "left", "Left"
    RIGHT = "right", "Right"
    BILATERAL = "bilateral", "Both sides"
    MIDLINE = "midline", "Midline"


class LevelRelation(Choice):
    """Where a needle goes in, seen from the earlier puncture."""

    SAME_SPACE = "same_space", "The same space"
    ABOVE = "above", "Above it"
    BELOW = "below", "Below it"
    NOT_TOLD = "not_told", "Not told"
