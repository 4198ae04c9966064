"""What people write in their own words. The record keeps it encrypted under the patient's key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Self
from unicodedata import category, normalize

from bloodpatch.pathway.values.fault import ValueFault, code_point
from bloodpatch.pathway.values.value import Value, not_plain

LONGEST = 4000
# Beyond this nothing is even looked at: what a person writes is never shortened so far by NFC.
LONGEST_LOOKED_AT = 4 * LONGEST

# Without these two, Persian, Hindi and many emoji cannot be written.
JOINERS = frozenset("\u200c\u200d")
# They turn the direction of what follows: "no" and "on" can be made to look alike.
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Controls, formats, halves of characters, private ones, and separators of lines and paragraphs.
# Not the unassigned: they depend on the age of this Python, and the newest emoji are among them.
REFUSED = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class FreeText(Value):
    """1 to 4000 characters on one or more lines, in one Unicode form, with nothing invisible."""

    # Kept out of the repr: a traceback in a log must not tell what a patient wrote.
    text: str = field(repr=False)

    title: ClassVar[str] = "text in one's own words"
    example: ClassVar[str] = "Worse since this morning; better after coffee."

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise not_plain("text", type(self.text).__name__)
        _refuse_too_long(len(self.text), LONGEST_LOOKED_AT)
        # Before anything is changed, so that the positions are those of the text that was typed.
        if not self.text.replace("\n", "").isprintable():
            _refuse_invisible(self.text)
        text = normalize("NFC", self.text).strip()
        if not text:
            raise ValueFault(
                "Nothing was written.",
                "An empty note looks like one that was lost.",
                "Write something, or leave the note out.",
            )
        _refuse_too_long(len(text), LONGEST)
        object.__setattr__(self, "text", text)

    def plain(self) -> str:
        return self.text

    @classmethod
    def of(cls, plain: object) -> Self:
        if not isinstance(plain, str):
            raise not_plain("text", type(plain).__name__)
        value = cls(plain)
        if value.text != plain:
            # What was written is not repeated here either.
            raise not_plain("text", f"{len(plain)} characters")
        return value

    @classmethod
    def parse(cls, text: str) -> Self:
        # Browsers send each line end as two characters, and a tab is a space that somebody meant.
        if isinstance(text, str) and len(text) <= LONGEST_LOOKED_AT:
            text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        return cls(text)

    def __str__(self) -> str:
        return self.text


def _refuse_too_long(length: int, longest: int) -> None:
    if length > longest:
        raise ValueFault(
            f"The text has {length} characters.",
            f"A note has at most {LONGEST}.",
            "Shorten it, or split it into several notes.",
        )


def _refuse_invisible(text: str) -> None:
    for position, character in enumerate(text, start=1):
        if character == "\n" or character in JOINERS or category(character) not in REFUSED:
            continue
        what = f"There is an invisible character at position {position} ({code_point(character)})."
        if character in BIDI:
            raise ValueFault(
                what,
                "It turns the direction of writing, so that the text reads differently.",
                "Delete it, or type the words around it again.",
            )
        raise ValueFault(
            what,
            "Others could not see it, and it can hide what is meant.",
            "Delete it, or type the words around it again.",
        )
