"""One thing that an investigation or an examination showed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from bloodpatch.pathway.clinical.birth import listed, shortest
from bloodpatch.pathway.clinical.sign_words import SignCode, SignQualifier
from bloodpatch.pathway.clinical.spine import Side, Vertebra
from bloodpatch.pathway.values.fault import ValueFault, quoted
from bloodpatch.pathway.values.typed import tidied
from bloodpatch.pathway.values.value import Value, not_plain

NUMBER = r"(?:0|[1-9][0-9]{0,2})(?:\.[0-9])?"
TYPED_SIZE = re.compile(rf"\b({NUMBER}) ?(?:(?:-|\u2013|to) ?({NUMBER}))? ?mm\b")
TYPED_SPAN = re.compile(
    r"\b([ctls][0-9]{1,2})(?: ?(?:\.\.|-|\u2013|to) ?([ctls][0-9]{1,2}))?(?![/0-9a-z])"
)
SPELLINGS = (("hematoma", "haematoma"), ("edema", "oedema"))
LARGEST_MM = 999


@dataclass(frozen=True, slots=True)
class Sign(Value):
    """`CODE [SIDE] [SIZE mm] [TOP[..BOTTOM]] [QUALIFIERS]`: "subdural_collection left 6-7 mm"."""

    code: SignCode
    side: Side | None = None
    size_low_mm: Decimal | None = None
    size_high_mm: Decimal | None = None
    top: Vertebra | None = None
    bottom: Vertebra | None = None
    qualifiers: tuple[SignQualifier, ...] = ()
    """Kept in the order of the list, each once; so the same sign is always equal."""

    title: ClassVar[str] = "sign (what an investigation showed, with side, size and extent)"
    example: ClassVar[str] = "subdural collection left 6-7 mm"

    def __post_init__(self) -> None:
        for word, kind in (
            (self.code, SignCode),
            (self.side, Side),
            (self.top, Vertebra),
            (self.bottom, Vertebra),
            *((qualifier, SignQualifier) for qualifier in self.qualifiers),
        ):
            listed(word, kind)
        for name in ("size_low_mm", "size_high_mm"):
            if (size := getattr(self, name)) is not None:
                object.__setattr__(self, name, shortest(size, places=1, largest=LARGEST_MM))
        if self.size_high_mm == self.size_low_mm:
            object.__setattr__(self, "size_high_mm", None)
        if self.bottom is self.top:
            object.__setattr__(self, "bottom", None)
        kept = tuple(q for q in SignQualifier if q in self.qualifiers)
        object.__setattr__(self, "qualifiers", kept)
        low, high = self.size_low_mm, self.size_high_mm
        if high is not None and (low is None or high < low):
            raise _backwards("The smaller size", "6-7 mm")
        if self.bottom and (self.top is None or self.bottom.rank < self.top.rank):
            raise _backwards("The upper vertebra", "L1..S1")
        if low is not None and SignQualifier.ABSENT in self.qualifiers:
            raise ValueFault(
                f"{self.code.label} is absent and has a size.",
                "What is not there has none.",
                "Leave out one of the two.",
            )

    @property
    def present(self) -> bool:
        """Whether it was found; a sign that was looked for and not seen is recorded as absent."""
        return SignQualifier.ABSENT not in self.qualifiers

    def plain(self) -> str:
        return self._written(self.code.value)

    def __str__(self) -> str:
        return self._written(self.code.label)

    def _written(self, code: str) -> str:
        size = _from_to(self.size_low_mm, self.size_high_mm, "-")
        span = _from_to(self.top, self.bottom, "..")
        words = (code, self.side, f"{size} mm" if size else "", span, *self.qualifiers)
        return " ".join(word for word in words if word)

    @classmethod
    def of(cls, plain: object) -> Self:
        try:
            value = cls._read(plain) if isinstance(plain, str) else None
        except ValueFault:
            value = None
        if value is None or value.plain() != plain:
            raise not_plain("sign", plain)
        return value

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls._read(tidied(text, longest=200))

    @classmethod
    def _read(cls, text: str) -> Self:
        rest = text.casefold()
        for typed, spelled in SPELLINGS:
            rest = re.sub(rf"(?<![ao]){typed}", spelled, rest)
        code, rest = _named(rest)
        sizes, rest = _cut(TYPED_SIZE, rest)
        span, rest = _cut(TYPED_SPAN, rest)
        sides, qualifiers = [], []
        for word in rest.split():
            if word in SIDES:
                sides.append(SIDES[word])
            elif word in QUALIFIERS:
                qualifiers.append(QUALIFIERS[word])
            else:
                raise _not_read(text, word)
        if len(sides) > 1:
            raise _not_read(text, "more than one side")
        low, high = (Decimal(size) if size else None for size in sizes)
        top, bottom = (_vertebra(name) if name else None for name in span)
        side = sides[0] if sides else None
        return cls(code, side, low, high, top, bottom, tuple(qualifiers))


SIDES: Mapping[str, Side] = {side.value: side for side in Side}
QUALIFIERS: Mapping[str, SignQualifier] = {q.value: q for q in SignQualifier}
CODES: Mapping[str, SignCode] = {
    phrase: code
    for code in SignCode
    for phrase in (
        code.value,
        code.value.replace("_", " "),
        code.label.casefold().replace(",", ""),
    )
}
LONGEST_FIRST = sorted(CODES, key=len, reverse=True)


def _named(text: str) -> tuple[SignCode, str]:
    """The sign that the text names, and the words before and behind it."""
    words = " ".join(text.replace(",", " ").split())
    for phrase in LONGEST_FIRST:
        before, found, behind = f" {words} ".partition(f" {phrase} ")
        if found:
            return CODES[phrase], f"{before} {behind}"
    raise ValueFault(
        f"{quoted(text)} names no sign of the list.",
        "Only listed signs are counted and compared.",
        'Choose one from the list; what was not found is written with "absent" behind it.',
    )


def _cut(pattern: re.Pattern[str], text: str) -> tuple[tuple[str | None, str | None], str]:
    """What the pattern finds, as (from, to), and the text without it."""
    match = pattern.search(text)
    if match is None:
        return (None, None), text
    return (match[1], match[2]), f"{text[: match.start()]} {text[match.end() :]}"


def _vertebra(name: str) -> Vertebra:
    try:
        return Vertebra(name.upper())
    except ValueError:
        raise ValueFault(
            f"There is no vertebra {name.upper()}.",
            "Counted here are C1 to C7, T1 to T12, L1 to L6 and S1 to S5.",
            "Type the extent by these names: L1..S1.",
        ) from None


def _from_to(low: object, high: object, between: str) -> str:
    if low is None:
        return ""
    return f"{low}{between}{high}" if high is not None else str(low)


def _backwards(which: str, example: str) -> ValueFault:
    return ValueFault(
        f"{which} does not come first.",
        "Written the other way round it could be a slip of the pen.",
        f"Check both, and write it like this: {example}.",
    )


def _not_read(text: str, word: str) -> ValueFault:
    return ValueFault(
        f"{quoted(word)} in {quoted(text)} is not read.",
        "Behind a sign stand its side, its size in mm, its extent, and listed words only.",
        f"Leave it out or choose from: {', '.join(SignQualifier)}. The rest belongs in the note.",
    )
