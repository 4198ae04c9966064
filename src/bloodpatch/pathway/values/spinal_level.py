"""Where on the spine: the space between two neighbouring vertebrae, such as L3/4."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Self

from bloodpatch.pathway.values.fault import ValueFault, quoted
from bloodpatch.pathway.values.typed import tidied
from bloodpatch.pathway.values.value import Value, not_plain


class Region(StrEnum):
    """The part of the spine to which the upper vertebra of a space belongs."""

    CERVICAL = "cervical"
    THORACIC = "thoracic"
    LUMBAR = "lumbar"
    SACRAL = "sacral"


VERTEBRAE = tuple(
    f"{letter}{number}"
    for letter, last in (("C", 7), ("T", 12), ("L", 5), ("S", 2))
    for number in range(1, last + 1)
)
REGIONS = dict(zip("CTLS", Region, strict=True))
RANKS = {
    f"{upper}/{lower if upper[0] != lower[0] else lower[1:]}": rank
    for rank, (upper, lower) in enumerate(itertools.pairwise(VERTEBRAE))
}
"""All spaces from the neck downwards, each with its place in that order."""
SPACES = tuple(RANKS)

TYPED = re.compile(r"(C|TH?|L|S) ?(1?[0-9]) ?[-/\u2013] ?(C|TH?|L|S)? ?(1?[0-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SpinalLevel(Value):
    """One interspace, from C1/2 down to S1/2. Ordered from the head to the tail."""

    name: str

    title: ClassVar[str] = "spinal level (a space between two vertebrae)"
    example: ClassVar[str] = "L3/4"

    def __post_init__(self) -> None:
        if not isinstance(self.name, str) or self.name not in RANKS:
            raise not_plain("spinal level", self.name)

    @property
    def rank(self) -> int:
        """0 for C1/2, one more for each space further down."""
        return RANKS[self.name]

    @property
    def region(self) -> Region:
        """The region of the upper vertebra: L5/S1 is lumbar."""
        return REGIONS[self.name[0]]

    def spaces_below(self, other: SpinalLevel) -> int:
        """How many spaces this one lies below the other: L4/5 is 1 below L3/4, L2/3 is -1."""
        return self.rank - other.rank

    def plain(self) -> str:
        return self.name

    @classmethod
    def of(cls, plain: object) -> Self:
        if not isinstance(plain, str) or plain not in RANKS:
            raise not_plain("spinal level", plain)
        return cls(plain)

    @classmethod
    def parse(cls, text: str) -> Self:
        text = tidied(text)
        match = TYPED.fullmatch(text)
        if match is None:
            raise _no_space(text)
        first, upper, second, lower = match.groups()
        above = first[0].upper() + upper
        below = (second or first)[0].upper() + lower
        name = f"{above}/{below if above[0] != below[0] else lower}"
        if name not in RANKS:
            raise _no_such_space(text, above, below)
        return cls(name)

    def __str__(self) -> str:
        return self.name

    def __lt__(self, other: SpinalLevel) -> bool:
        if not isinstance(other, SpinalLevel):
            return NotImplemented
        return self.rank < other.rank

    def __le__(self, other: SpinalLevel) -> bool:
        if not isinstance(other, SpinalLevel):
            return NotImplemented
        return self.rank <= other.rank

    def __gt__(self, other: SpinalLevel) -> bool:
        if not isinstance(other, SpinalLevel):
            return NotImplemented
        return self.rank > other.rank

    def __ge__(self, other: SpinalLevel) -> bool:
        if not isinstance(other, SpinalLevel):
            return NotImplemented
        return self.rank >= other.rank


def _no_space(text: str) -> ValueFault:
    if re.fullmatch(r"(C|TH?|L|S)1?[0-9]", text, re.IGNORECASE):
        return ValueFault(
            f"{quoted(text)} is one vertebra.",
            "The needle goes into a space between two, and there is one above and one below.",
            "Type the space: L3/4.",
        )
    return ValueFault(
        f"{quoted(text)} is not a space of the spine.",
        "A level is recorded as the space between two neighbouring vertebrae.",
        "Type the upper vertebra, a slash, the lower one: L3/4, T12/L1, L5/S1.",
    )


def _no_such_space(text: str, above: str, below: str) -> ValueFault:
    if above in VERTEBRAE and below in VERTEBRAE:
        steps = VERTEBRAE.index(below) - VERTEBRAE.index(above)
        if steps == -1:
            return ValueFault(
                f"{quoted(text)} is written from below upwards.",
                "The upper vertebra comes first, so that nobody reads another space.",
                f"Check it, and type it as {SPACES[VERTEBRAE.index(below)]} if that is meant.",
            )
        return ValueFault(
            f"In {quoted(text)} the vertebrae {above} and {below} are not neighbours.",
            "A space lies between two vertebrae that follow each other.",
            "Type the space where the needle went in; at a border name both: T12/L1, L5/S1.",
        )
    missing = above if above not in VERTEBRAE else below
    return ValueFault(
        f"There is no vertebra {missing} in {quoted(text)}.",
        "Counted here are C1 to C7, T1 to T12, L1 to L5, S1 and S2.",
        "Type the space by these names; describe a variant of the spine in a note.",
    )
