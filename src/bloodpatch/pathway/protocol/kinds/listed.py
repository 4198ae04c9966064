"""Kinds that hold several things: some of a closed list, rising numbers, rows of a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Any

from bloodpatch.pathway.protocol.faults import Blame, Key
from bloodpatch.pathway.protocol.kinds.kind import Kind, Value, declare, kinds_of, met
from bloodpatch.pathway.protocol.kinds.single import OneOf, Whole

MOST_ROWS = 50


Items = dict[int, Any]
"""The items that could be read, by their place in the list."""


@dataclass(frozen=True, kw_only=True)
class Listed(Kind):
    """A list that holds something. The sub-kinds say of what."""

    def read(self, raw: object, key: Key, blame: Blame) -> Value | None:
        if not isinstance(raw, list) or not 1 <= len(raw) <= MOST_ROWS:
            size = f"a list of {len(raw)}" if isinstance(raw, list) else met(raw)
            blame(key, f"{size} cannot be used here; write {self.expects()}.")
            return None
        before = len(blame)
        found = {i: self.read_item(item, (*key, i), blame) for i, item in enumerate(raw)}
        items = {i: item for i, item in found.items() if item is not None}
        self.agree(items, key, blame)
        if len(items) == len(raw):
            self.complete(items, key, blame)
        return tuple(items.values()) if len(blame) == before else None

    def read_item(self, raw: object, key: Key, blame: Blame) -> Any:
        raise NotImplementedError

    def agree(self, items: Items, key: Key, blame: Blame) -> None:
        """Blame items that are right by themselves and wrong together."""
        raise NotImplementedError

    def complete(self, items: Items, key: Key, blame: Blame) -> None:
        """Blame what is missing. Asked only when every item could be read: one fault for one
        cause, so a misspelt step is not also a missing step."""


@dataclass(frozen=True, kw_only=True)
class SomeOf(Listed):
    choices: type[StrEnum]
    mandatory: tuple[StrEnum, ...] = ()

    def expects(self) -> str:
        return "a list, each at most once, of " + ", ".join(self.choices)

    def read_item(self, raw: object, key: Key, blame: Blame) -> Any:
        return OneOf(meaning=self.meaning, choices=self.choices).read(raw, key, blame)

    def agree(self, items: Items, key: Key, blame: Blame) -> None:
        no_item_twice(items, key, blame)

    def complete(self, items: Items, key: Key, blame: Blame) -> None:
        for missing in self.mandatory:
            if missing not in items.values():
                blame(
                    key,
                    f'"{missing}" is missing; a patch without it is none, so no file can leave it'
                    " out. Add it at its place.",
                )


@dataclass(frozen=True, kw_only=True)
class Ascending(Listed):
    first: int | None = None

    def expects(self) -> str:
        start = f", beginning with {self.first}" if self.first is not None else ""
        return f"a list of rising whole numbers from {self.span}{start}"

    def read_item(self, raw: object, key: Key, blame: Blame) -> Any:
        one = Whole(meaning=self.meaning, unit=self.unit, low=self.low, high=self.high)
        return one.read(raw, key, blame)

    def agree(self, items: Items, key: Key, blame: Blame) -> None:
        rises({(*key, place): item for place, item in items.items()}, blame)
        if self.first is not None and items.get(0, self.first) != self.first:
            blame((*key, 0), f"the list begins with {items[0]}; write {self.expects()}.")


@dataclass(frozen=True, kw_only=True)
class Rows(Listed):
    row: type
    rising: str | None = None

    def expects(self) -> str:
        names = [n + (" (optional)" if k.optional else "") for n, k in kinds_of(self.row).items()]
        return "a list of tables, each with " + ", ".join(names)

    def read_item(self, raw: object, key: Key, blame: Blame) -> Any:
        if not isinstance(raw, dict):
            blame(key, f"{met(raw)} is not a row; write {self.expects()}.")
            return None
        before = len(blame)
        kinds = kinds_of(self.row)
        for name in raw:
            if name not in kinds:
                blame((*key, name), f"a row has no such key; write {self.expects()}.")
        values: dict[str, Any] = {}
        for name, kind in kinds.items():
            if name in raw:
                values[name] = kind.read(raw[name], (*key, name), blame)
            elif not kind.optional:
                blame((*key, name), f"missing in this row; write {kind.expects()}.")
        return self.row(**values) if len(blame) == before else None

    def agree(self, items: Items, key: Key, blame: Blame) -> None:
        no_item_twice({place: row.code for place, row in items.items()}, key, blame)
        if self.rising:
            numbers = {
                (*key, place, self.rising): getattr(row, self.rising)
                for place, row in items.items()
            }
            rises(numbers, blame)


def no_item_twice(items: Items, key: Key, blame: Blame) -> None:
    seen = set()
    for place, item in items.items():
        if item in seen:
            blame((*key, place), f'"{item}" stands here twice; remove one of the two.')
        seen.add(item)


def rises(numbers: Mapping[Key, int], blame: Blame) -> None:
    for (_, before), (key, after) in pairwise(numbers.items()):
        if after <= before:
            blame(
                key,
                f"{after} comes after {before}; the order is the order of time, so put them in"
                " rising order, each once.",
            )


def some_of(meaning: str, choices: type[StrEnum], *, mandatory: tuple[StrEnum, ...] = ()) -> Any:
    return declare(SomeOf(meaning=meaning, choices=choices, mandatory=mandatory))


def ascending(meaning: str, *, unit: str, low: int, high: int, first: int | None = None) -> Any:
    return declare(
        Ascending(meaning=meaning, unit=unit, low=Decimal(low), high=Decimal(high), first=first)
    )


def rows(meaning: str, row: type, *, rising: str | None = None) -> Any:
    return declare(Rows(meaning=meaning, row=row, rising=rising))
