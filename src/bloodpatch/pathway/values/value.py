"""What every value has in common: it is frozen, it checks itself, and it has one plain form."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, Self

from bloodpatch.pathway.values.fault import ValueFault, quoted

Plain = str | dict[str, str]


class Value(ABC):
    """One thing that is known about a patient. There is no wrong one: birth refuses it.

    `plain` and `of` are exact inverses, for the record. `parse` is for what people type: it
    forgives how a thing is written, and never guesses what was meant.
    """

    __slots__ = ()

    title: ClassVar[str]
    """A short name for the reference, such as "volume in mL"."""
    example: ClassVar[str]
    """A text that `parse` accepts."""
    source: ClassVar[str] = "clinic"
    """Who says where its bounds are: `clinic`, so that a slip of the pen is noticed; `definition`,
    where a scale ends because it is made so; or the citation that describes the scale."""

    @abstractmethod
    def plain(self) -> Plain:
        """The one canonical form that goes into the record."""

    @classmethod
    @abstractmethod
    def of(cls, plain: object) -> Self:
        """The value whose `plain` this is; anything else is a `ValueFault`."""

    @classmethod
    @abstractmethod
    def parse(cls, text: str) -> Self:
        """The value that a person typed, or a `ValueFault` that says what to type instead."""


def not_plain(kind: str, plain: object) -> ValueFault:
    """The fault of a stored form that this software never writes."""
    return ValueFault(
        f"{quoted(plain)} is not a stored {kind}.",
        "The record holds each value in one exact form, and this is not it.",
        "Correct the file or the program that wrote it; nothing was changed.",
    )
