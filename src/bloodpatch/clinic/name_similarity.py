"""How alike two descriptions of a person are, and why: a sum of plain reasons.

The question is never decided here. A pair at or above `ASK` is shown to a person, who says "same"
or "different" (see `duplicates.py`); a pair below it is not shown. Weights were set so that one
slip in each field (a typing error, swapped names, day and month exchanged) still asks, and a
common name with another date of birth does not. The figures are in `tests/clinic`.
"""

from dataclasses import dataclass
from datetime import date

from bloodpatch.clinic import names

ASK = 6

SAME_NUMBER = 8  # a record number belongs to one person: alone it is enough to ask
SAME_BIRTH, SWAPPED_BIRTH, NEAR_BIRTH = 4, 3, 2
SAME_NAME, PART_NAME, NEAR_NAME = 3, 2, 2
SAME_PHONE = 3


@dataclass(frozen=True, kw_only=True)
class Description:
    """What is compared of a person. Empty means not stated, and speaks neither way."""

    given: str
    family: str
    other: str = ""
    born: date | None = None
    phone: str = ""
    numbers: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True)
class Likeness:
    """`reasons` are codes from a closed list; they hold nothing that names a person."""

    score: int
    reasons: tuple[str, ...]

    @property
    def asks(self) -> bool:
        return self.score >= ASK


REASONS = {
    "same_number": "the same record number",
    "same_birth": "the same date of birth",
    "swapped_birth": "the date of birth with day and month exchanged",
    "near_birth": "a date of birth that differs in one place",
    "same_family": "the same family name",
    "near_family": "a family name that differs by one or two letters",
    "part_family": "a part of the family name",
    "same_given": "the same given name",
    "near_given": "a given name that differs by one or two letters",
    "part_given": "a part of the given name",
    "swapped_names": "given and family name exchanged",
    "same_phone": "the same telephone number",
}


def likeness(one: Description, other: Description) -> Likeness:
    """The reasons that two descriptions may mean one person, and their weight."""
    found: list[tuple[int, str]] = []
    if one.numbers & other.numbers:
        found.append((SAME_NUMBER, "same_number"))
    found += _births(one.born, other.born)
    if one.phone and one.phone == other.phone:
        found.append((SAME_PHONE, "same_phone"))
    # A name alone never asks: it needs something else of the person beside it.
    anchored = bool(found)
    found += _names(one, other)
    score = sum(weight for weight, _ in found)
    return Likeness(score if anchored else min(score, ASK - 1), tuple(why for _, why in found))


def _names(one: Description, other: Description) -> list[tuple[int, str]]:
    straight = _pair(one.given, other.given, "given") + _families(one, other)
    crossed = _pair(one.given, other.family, "given") + _pair(one.family, other.given, "family")
    if _weight(crossed) > _weight(straight):
        return [*crossed, (0, "swapped_names")]
    return straight


def _families(one: Description, other: Description) -> list[tuple[int, str]]:
    """Family names by any name that the person has or had: a former name counts as the name."""
    pairs = [
        _pair(mine, theirs, "family")
        for mine in (one.family, one.other)
        for theirs in (other.family, other.other)
        if mine and theirs
    ]
    return max(pairs, key=_weight, default=[])


def _weight(found: list[tuple[int, str]]) -> int:
    return sum(weight for weight, _ in found)


def _pair(mine: str, theirs: str, part: str) -> list[tuple[int, str]]:
    one, other = names.folded(mine), names.folded(theirs)
    if not one or not other:
        return []
    if one == other:
        return [(SAME_NAME, f"same_{part}")]
    if names.near(one, other):
        return [(NEAR_NAME, f"near_{part}")]
    if _share_a_word(names.words(mine), names.words(theirs)):
        return [(PART_NAME, f"part_{part}")]
    return []


def _share_a_word(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """As "Maria" and "Maria Elena" do. Particles ("de", "la") do not count."""
    return any(names.near(a, b) for a in mine for b in theirs if len(a) > 2 and len(b) > 2)


def _births(one: date | None, other: date | None) -> list[tuple[int, str]]:
    if one is None or other is None:
        return []
    if one == other:
        return [(SAME_BIRTH, "same_birth")]
    if (one.year, one.day, one.month) == (other.year, other.month, other.day):
        return [(SWAPPED_BIRTH, "swapped_birth")]
    same = (one.year == other.year) + (one.month == other.month) + (one.day == other.day)
    slip = names.distance(one.isoformat(), other.isoformat(), most=1) == 1
    if same == 2 or slip or abs((one - other).days) == 1:
        return [(NEAR_BIRTH, "near_birth")]
    return []
