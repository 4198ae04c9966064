"""A needle: its tip and its gauge."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Self

from bloodpatch.pathway.values.fault import ValueFault, quoted
from bloodpatch.pathway.values.typed import tidied
from bloodpatch.pathway.values.value import Value, not_plain


class NeedleKind(StrEnum):
    """The tip, as exactly as somebody said it: a Sprotte is a pencil point, a Quincke cuts."""

    TUOHY = "tuohy"
    PENCIL_POINT = "pencil_point"
    CUTTING = "cutting"
    GERTIE_MARX = "gertie_marx"
    PERICAN = "perican"
    SPROTTE = "sprotte"
    WHITACRE = "whitacre"
    QUINCKE = "quincke"
    SPINAL = "spinal"
    """For a spinal block; the tip was not said."""
    OTHER = "other"
    NOT_STATED = "not_stated"


KINDS = {kind.value: kind for kind in NeedleKind}
TYPED_KINDS = {
    **KINDS,
    "touhy": NeedleKind.TUOHY,
    "pencilpoint": NeedleKind.PENCIL_POINT,
    "atraumatic": NeedleKind.PENCIL_POINT,
}
GAUGES = range(10, 35)
# "17G", "17 gauge", "G17"; and a bare number beside a word, which can only be the gauge.
GAUGE_FIRST = re.compile(r"(?:g ?)?([0-9]{1,3}) ?(?:gauge|ga|g)?(?: (.+))?", re.IGNORECASE)
GAUGE_LAST = re.compile(r"(?:(.+?) )?(?:g ?)?([0-9]{1,3}) ?(?:gauge|ga|g)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Needle(Value):
    """Which needle it was; the gauge is None when nobody knows it."""

    kind: NeedleKind
    gauge: int | None = None

    title: ClassVar[str] = "needle"
    example: ClassVar[str] = "17G tuohy"

    def __post_init__(self) -> None:
        if type(self.kind) is not NeedleKind:
            raise not_plain("needle", self.kind)
        if self.gauge is None:
            return
        if type(self.gauge) is not int:
            raise not_plain("needle gauge", self.gauge)
        if self.gauge not in GAUGES:
            raise ValueFault(
                f"There is no needle of {self.gauge} gauge here.",
                f"The gauge lies between {GAUGES[0]} and {GAUGES[-1]}; "
                "the higher the gauge, the thinner the needle.",
                "Read the gauge on the packet, and type it with a G: 17G.",
            )

    def plain(self) -> str:
        return self.kind.value if self.gauge is None else f"{self.gauge}G {self.kind}"

    @classmethod
    def of(cls, plain: object) -> Self:
        if not isinstance(plain, str):
            raise not_plain("needle", plain)
        size, space, word = plain.rpartition(" ")
        kind = KINDS.get(word)
        if kind is None or (space and not (size[:-1].isdecimal() and len(size) <= 3)):
            raise not_plain("needle", plain)
        value = cls(kind, int(size[:-1]) if space else None)
        if value.plain() != plain:
            raise not_plain("needle", plain)
        return value

    @classmethod
    def parse(cls, text: str) -> Self:
        text = tidied(text)
        if text.isdecimal():
            raise ValueFault(
                f"{quoted(text)} is a number alone.",
                "It could be a gauge, a length or a count.",
                f"Type it with a G, and the kind of needle if you know it: {text}G tuohy.",
            )
        first = GAUGE_FIRST.fullmatch(text)
        if first:
            return cls(_kind_of(first[2], text), int(first[1]))
        last = GAUGE_LAST.fullmatch(text)
        if last:
            return cls(_kind_of(last[1], text), int(last[2]))
        return cls(_kind_of(text, text), None)

    def __str__(self) -> str:
        words = self.kind.replace("_", " ")
        words = "needle, kind not stated" if self.kind is NeedleKind.NOT_STATED else words
        return words if self.gauge is None else f"{self.gauge}G {words}"


def _kind_of(words: str | None, text: str) -> NeedleKind:
    if words is None:
        return NeedleKind.NOT_STATED
    code = words.casefold().replace(" ", "_").replace("-", "_").removesuffix("_needle")
    kind = TYPED_KINDS.get(code)
    if kind is not None:
        return kind
    if "mm" in code:
        raise ValueFault(
            f"{quoted(text)} gives the needle in millimetres.",
            "Needles are recorded by their gauge.",
            "Read the gauge on the packet, and type it with a G: 17G tuohy.",
        )
    known = ", ".join(kind.replace("_", " ") for kind in NeedleKind)
    raise ValueFault(
        f"{quoted(words)} is not one of the needles that are told apart here.",
        f"These are: {known}.",
        'Type one of them, or "other" and its name in a note.',
    )
