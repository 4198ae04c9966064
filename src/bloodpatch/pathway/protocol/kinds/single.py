"""Kinds that hold one thing: a whole number, a number, yes or no, one of a list, a sentence."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from bloodpatch.pathway.protocol.faults import Blame, Key
from bloodpatch.pathway.protocol.kinds.kind import Kind, Value, declare, met, with_unit

LONGEST_SENTENCE = 300


@dataclass(frozen=True, kw_only=True)
class Whole(Kind):
    def expects(self) -> str:
        return f"a whole number from {self.span}"

    def read(self, raw: object, key: Key, blame: Blame) -> Value | None:
        # A bool is an int to Python; to a clinic "rest_minutes = true" is nonsense.
        if type(raw) is not int:
            blame(key, f"{met(raw)} is not a whole number; write {self.expects()}.")
            return None
        return raw if within(self, raw, key, blame) else None


@dataclass(frozen=True, kw_only=True)
class Number(Kind):
    places: int

    def expects(self) -> str:
        return f"a number from {self.span} with at most {self.places} decimal place(s)"

    def read(self, raw: object, key: Key, blame: Blame) -> Value | None:
        value = Decimal(raw) if type(raw) is int else raw
        if not isinstance(value, Decimal) or not value.is_finite():
            blame(key, f"{met(raw)} is not a number; write {self.expects()}.")
            return None
        if not within(self, value, key, blame):
            return None
        if value != round(value, self.places):
            blame(key, f"{met(raw)} is finer than it can be measured; write {self.expects()}.")
            return None
        return value


def within(kind: Kind, value: int | Decimal, key: Key, blame: Blame) -> bool:
    """Whether a number lies inside the bounds of its kind; blames it if not."""
    if kind.holds(value):
        return True
    blame(
        key,
        f"{with_unit(met(value), kind.unit)} is outside {kind.span}, the bounds that no file can"
        f" widen; write {kind.expects()}.",
    )
    return False


@dataclass(frozen=True, kw_only=True)
class YesNo(Kind):
    def expects(self) -> str:
        return "true or false"

    def read(self, raw: object, key: Key, blame: Blame) -> Value | None:
        if isinstance(raw, bool):
            return raw
        blame(key, f"{met(raw)} is neither yes nor no; write {self.expects()}.")
        return None


@dataclass(frozen=True, kw_only=True)
class OneOf(Kind):
    choices: type[StrEnum]

    def expects(self) -> str:
        return "one of " + ", ".join(self.choices)

    def read(self, raw: object, key: Key, blame: Blame) -> Value | None:
        if isinstance(raw, str) and raw in set(self.choices):
            return self.choices(raw)
        near = get_close_matches(raw, list(self.choices), 1) if isinstance(raw, str) else []
        hint = f' Was "{near[0]}" meant?' if near else ""
        blame(key, f"{met(raw)} is not on the closed list; write {self.expects()}.{hint}")
        return None


@dataclass(frozen=True, kw_only=True)
class Code(Kind):
    def expects(self) -> str:
        return "a short code of small letters, digits and underscores"

    def read(self, raw: object, key: Key, blame: Blame) -> Value | None:
        if isinstance(raw, str) and re.fullmatch(r"[a-z0-9][a-z0-9_]{0,39}", raw):
            return raw
        blame(key, f"{met(raw)} is not a code that can be stored; write {self.expects()}.")
        return None


@dataclass(frozen=True, kw_only=True)
class Sentence(Kind):
    """Words for people. With `fill`, figures come from values and not from the words."""

    fill: tuple[str, ...] = ()

    def expects(self) -> str:
        return f"a sentence of 1 to {LONGEST_SENTENCE} letters"

    def read(self, raw: object, key: Key, blame: Blame) -> Value | None:
        said = complaint(raw, self.fill)
        if said or not isinstance(raw, str):
            blame(key, f"{said}; write {self.expects()}.")
            return None
        return raw


def complaint(raw: object, fill: tuple[str, ...]) -> str:
    """What is wrong with a sentence, or nothing."""
    if not isinstance(raw, str) or not raw.strip() or len(raw) > LONGEST_SENTENCE:
        return f"{met(raw)} is not a sentence that fits"
    if invisible(raw):
        return "the sentence holds an invisible control character"
    rest = raw
    for name in fill:
        rest = rest.replace("{" + name + "}", "")
    if "{" in rest or "}" in rest:
        names = ", ".join("{" + name + "}" for name in fill) or "none"
        return f"the sentence has a place to fill that nothing fills (known here: {names})"
    if fill and any(letter.isdigit() for letter in rest):
        return "a figure in the words could disagree with the values, so it has no place there"
    return ""


def invisible(text: str) -> bool:
    """Whether a text holds controls or direction marks, which can make it read as its opposite."""
    return any(unicodedata.category(letter).startswith("C") for letter in text)


def whole(meaning: str, *, unit: str, low: int, high: int, optional: bool = False) -> Any:
    return declare(
        Whole(meaning=meaning, unit=unit, low=Decimal(low), high=Decimal(high), optional=optional)
    )


def number(meaning: str, *, unit: str, low: str, high: str, places: int) -> Any:
    return declare(
        Number(meaning=meaning, unit=unit, low=Decimal(low), high=Decimal(high), places=places)
    )


def yes_no(meaning: str) -> Any:
    return declare(YesNo(meaning=meaning))


def one_of(meaning: str, choices: type[StrEnum]) -> Any:
    return declare(OneOf(meaning=meaning, choices=choices))


def sentence(meaning: str, *, fill: tuple[str, ...] = ()) -> Any:
    return declare(Sentence(meaning=meaning, fill=fill))


def code(meaning: str = "The name by which the record and translations know it") -> Any:
    return declare(Code(meaning=meaning))
