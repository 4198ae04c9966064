"""What is said when something is not a value: what was wrong, why, and what to do now."""

from __future__ import annotations


class ValueFault(ValueError):
    """The text or number is no value of this kind. Three sentences for whoever typed it."""

    def __init__(self, what: str, why: str, now: str) -> None:
        super().__init__(what, why, now)
        self.what = what
        self.why = why
        self.now = now

    def __str__(self) -> str:
        return f"{self.what} {self.why} {self.now}"


def quoted(text: object, longest: int = 30) -> str:
    """The text in quotes, short enough to read and with nothing invisible left invisible.

    A character that turns the writing direction would otherwise turn our own sentence too.
    """
    words = str(text)
    cut = words[:longest]
    seen = "".join(c if c.isprintable() else f"<{code_point(c)}>" for c in cut)
    return f'"{seen}..."' if len(words) > longest else f'"{seen}"'


def code_point(character: str) -> str:
    """The name under which a character can be looked up: U+202E."""
    return f"U+{ord(character):04X}"
