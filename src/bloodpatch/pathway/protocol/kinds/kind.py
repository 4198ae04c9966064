"""A kind of value: its meaning, unit and hard bounds, and how it is read from a file."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields, replace
from decimal import Decimal
from functools import cache
from typing import Any, Self

from bloodpatch.pathway.protocol.faults import Blame, Key

Value = bool | int | Decimal | str | tuple[Any, ...]
"""A value as the rules read it. Enumerations are strings, lists are tuples."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One declaration. `low` and `high` are None where a value has no order."""

    meaning: str
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    optional: bool = False

    def read(self, raw: object, key: Key, blame: Blame) -> Value | None:
        """Return the value, or None after telling `blame` each thing that is wrong with it."""
        raise NotImplementedError

    def expects(self) -> str:
        """What a value looks like, for people: "a whole number from 30 to 240 min"."""
        raise NotImplementedError

    @property
    def bounded(self) -> bool:
        return self.low is not None

    def tightened(self, low: Decimal | None, high: Decimal | None) -> Self:
        """The same kind inside narrower bounds."""
        return replace(
            self,
            low=self.low if low is None else low,
            high=self.high if high is None else high,
        )

    def holds(self, number: int | Decimal) -> bool:
        """Whether a number lies inside the bounds."""
        above = self.low is None or self.low <= number
        return above and (self.high is None or number <= self.high)

    @property
    def span(self) -> str:
        """The bounds with their unit: "30 to 240 min"."""
        return with_unit(f"{self.low} to {self.high}", self.unit)


def with_unit(text: str, unit: str) -> str:
    return f"{text} {unit}" if unit else text


def met(raw: object) -> str:
    """What was found in the file, short enough to be read in a sentence."""
    words = {bool: "yes or no", str: "text", list: "a list", dict: "a table"}
    if isinstance(raw, str) and len(raw) <= 40:
        return f'"{raw}"'
    if isinstance(raw, bool):
        return str(raw).lower()
    if isinstance(raw, Decimal):
        return f"{raw:.12g}"
    if isinstance(raw, int):
        # Not through str() unseen: Python refuses to write out an int of thousands of digits.
        return str(raw) if raw.bit_length() < 64 else "a very large number"
    return words.get(type(raw), "a date or a time")


def declare(kind: Kind) -> Any:
    """A field of a section; the section itself stays an ordinary frozen dataclass."""
    if kind.optional:
        return field(default=None, metadata={"kind": kind})
    return field(metadata={"kind": kind})


def kind_of(declared: Field[Any]) -> Kind:
    """The declaration behind a field of a section."""
    kind: Kind = declared.metadata["kind"]
    return kind


@cache
def kinds_of(section: type) -> Mapping[str, Kind]:
    """Name -> kind of every field of a section or a row, in the order of declaration."""
    return {declared.name: kind_of(declared) for declared in fields(section)}
