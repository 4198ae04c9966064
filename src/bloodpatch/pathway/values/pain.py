"""Pain, from 0 to 10, and the position in which it was asked. One says nothing without the other.

The headache of this service is the one that comes with standing up: an 8 lying down and an 8
standing up are different findings. So there is no pain without a position, and two pains are not
ordered; compare their scores after you have looked at their positions.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Self

from bloodpatch.pathway.values.fault import ValueFault, quoted
from bloodpatch.pathway.values.typed import number_and_rest, tidied
from bloodpatch.pathway.values.value import Value, not_plain


class PainPosition(StrEnum):
    """How the patient was when the pain was asked."""

    LYING = "lying"
    SITTING = "sitting"
    STANDING = "standing"
    UPRIGHT = "upright"
    """Sitting or standing; it was not said which."""
    NOT_STATED = "not_stated"


POSITIONS = {position.value: position for position in PainPosition}
TYPED_POSITIONS = {
    **POSITIONS,
    "not stated": PainPosition.NOT_STATED,
    "lying down": PainPosition.LYING,
    "lying flat": PainPosition.LYING,
    "flat": PainPosition.LYING,
    "supine": PainPosition.LYING,
    "sitting up": PainPosition.SITTING,
    "standing up": PainPosition.STANDING,
}
OUT_OF_TEN = ("/10", "/ 10", "of 10", "out of 10")


@dataclass(frozen=True, slots=True)
class Pain(Value):
    """A score on the numerical rating scale, with its position."""

    score: int
    position: PainPosition

    title: ClassVar[str] = "pain, 0 to 10, with the position"
    example: ClassVar[str] = "8 standing"
    source: ClassVar[str] = "definition"
    highest: ClassVar[int] = 10

    def __post_init__(self) -> None:
        if type(self.score) is not int or type(self.position) is not PainPosition:
            raise not_plain("pain", f"{self.score!r} {self.position!r}")
        if not 0 <= self.score <= self.highest:
            raise _off_the_scale(self.score)

    def plain(self) -> str:
        return f"{self.score} {self.position}"

    @classmethod
    def of(cls, plain: object) -> Self:
        score, _, word = plain.partition(" ") if isinstance(plain, str) else ("", "", "")
        position = POSITIONS.get(word)
        if position is None or not score.isdecimal() or len(score) > 2:
            raise not_plain("pain", plain)
        value = cls(int(score), position)
        if value.plain() != plain:
            raise not_plain("pain", plain)
        return value

    @classmethod
    def parse(cls, text: str, *, position: PainPosition | None = None) -> Self:
        text = tidied(text)
        number, rest = number_and_rest(text)
        rest = rest.casefold()
        for end in OUT_OF_TEN:
            if rest == end or rest.startswith(end + " "):
                rest = rest[len(end) :].strip()
        typed = _position_of(rest) if rest else None
        if position is not None and typed is not None and typed is not position:
            raise ValueFault(
                f"{quoted(text)} says {_words(typed)}, but the question is the pain "
                f"{_words(position)}.",
                "Pain in one position is not the pain in another.",
                "Type only the number here, or answer the question of that other position.",
            )
        where = typed or position
        if where is None:
            raise ValueFault(
                f"{quoted(text)} does not say in which position.",
                "The same number means something else lying down and standing up.",
                f'Type the position behind it: "{number} lying" or "{number} standing".',
            )
        if number != int(number):
            raise ValueFault(
                f"{number} is not a whole number.",
                "The scale has whole numbers only, from 0 to 10.",
                "Ask again for a whole number; the computer does not round for the patient.",
            )
        if number > cls.highest:
            raise _off_the_scale(number)
        return cls(int(number), where)

    def __str__(self) -> str:
        return f"{self.score} of 10, {_words(self.position)}"


def _words(position: PainPosition) -> str:
    return "position not stated" if position is PainPosition.NOT_STATED else position.value


def _position_of(words: str) -> PainPosition:
    position = TYPED_POSITIONS.get(words)
    if position is None:
        raise ValueFault(
            f"{quoted(words)} is not a position.",
            "Pain is recorded lying, sitting, standing or upright.",
            'Type one of them behind the number: "8 standing".',
        )
    return position


def _off_the_scale(score: int | Decimal) -> ValueFault:
    return ValueFault(
        f"{score} is not on the pain scale.",
        "The scale is 0-10, not 0-100.",
        "Ask again: 0 is no pain, 10 the worst imaginable.",
    )
