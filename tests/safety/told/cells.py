"""The cells of the table: a word, told in one way, before one permit or to be answered in time."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.safety.told.levels import HOLD, STOP, Meaning, Owed
from tests.safety.told.more_ways import WAYS
from tests.safety.told.ways import Way
from tests.safety.told.words import ALL

STANDS_AT = {"in the house": "stand", "at home": "clear"}
"""Before which permit she is in the recovery bay, and before which at home."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    vocabulary: str
    word: str
    way: Way
    permit: str
    wanted: str

    @property
    def column(self) -> str:
        return self.permit

    def __str__(self) -> str:
        return f"{self.vocabulary} {self.word!r}, {self.way.name}, before {self.permit}"


@dataclass(frozen=True, kw_only=True)
class Duty:
    """What is owed for one word, told in one way, to a patient in the house or at home."""

    vocabulary: str
    word: str
    way: Way
    where: str
    wanted: Owed

    @property
    def column(self) -> str:
        return self.where

    def __str__(self) -> str:
        return f"{self.vocabulary} {self.word!r}, {self.way.name}, {self.where}"


def told_ways() -> Iterator[tuple[str, str, Meaning, Way]]:
    for vocabulary, word, meaning in ALL:
        for way in WAYS[vocabulary](word):
            yield vocabulary, word, meaning, way


def cells() -> tuple[Cell, ...]:
    return tuple(
        Cell(vocabulary=kind, word=word, way=way, permit=permit, wanted=meaning.at[permit])
        for kind, word, meaning, way in told_ways()
        for permit in way.before
        if permit in meaning.at and (meaning.at[permit] == STOP or not way.stops_only)
    )


def duties() -> tuple[Duty, ...]:
    """A physician who tells it himself owes it to nobody: those ways are left out."""
    return tuple(
        Duty(vocabulary=kind, word=word, way=way, where=where, wanted=wanted)
        for kind, word, meaning, way in told_ways()
        for where, wanted in (("in the house", meaning.house), ("at home", meaning.home))
        if wanted and way.by != "physician" and STANDS_AT[where] in way.before
    )


def stops_then_no() -> tuple[Cell, ...]:
    """After each of these a nurse asks every red flag of the bedside list, and hears no."""
    permits = ("decide", "time_out", "stand", "clear")
    return tuple(c for c in cells() if c.wanted == STOP and c.permit in permits)


def holds_then_no() -> tuple[Cell, ...]:
    """Each of these was asked by name, and is asked again by name."""
    named = ("symptom", "red flag")
    return tuple(c for c in cells() if c.wanted == HOLD and c.vocabulary in named and again(c))


LASTING = frozenset({"coagulopathy", "haematological_malignancy"})
"""A "no" does not cure them."""


def again(cell: Cell) -> bool:
    if cell.word in LASTING:
        return False
    return cell.permit in ("decide", "time_out") and cell.way.command.startswith("assessment.")
