"""Two values that name things rather than measure them: a code, and a plain form as it stands."""

from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bloodpatch.pathway.values.fault import ValueFault, quoted
from bloodpatch.pathway.values.value import Value

LONGEST_CODE = 100
CODE_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")


@dataclass(frozen=True, slots=True)
class Code(Value):
    """The name of something in the system: a room, a finding, a command, a version."""

    text: str

    title: ClassVar[str] = "code"
    example: ClassVar[str] = "bay-b"

    def __post_init__(self) -> None:
        if not 1 <= len(self.text) <= LONGEST_CODE or not CODE_CHARACTERS.issuperset(self.text):
            raise ValueFault(
                f"{quoted(self.text)} is not a code.",
                "A code has letters, digits, dots, dashes and underscores, 100 at most.",
                "Choose it from the list, or type it as it is written there.",
            )

    def plain(self) -> str:
        return self.text

    @classmethod
    def of(cls, plain: object) -> Self:
        return cls(plain if isinstance(plain, str) else "")

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls(text.strip())

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class PlainForm(Value):
    """The plain form of some other value, kept as it is: what a correction puts in its place,
    what a finding saw. It is checked by whatever reads it."""

    form: Any

    title: ClassVar[str] = "plain form of another value"
    example: ClassVar[str] = "22"

    def __post_init__(self) -> None:
        if not isinstance(self.form, (str, bool, int, list, dict)):
            raise ValueFault(
                f"{quoted(self.form)} cannot be kept.",
                "Only text, yes or no, whole numbers, lists and tables have a plain form.",
                "State it in one of these.",
            )

    def plain(self) -> Any:
        return self.form

    @classmethod
    def of(cls, plain: object) -> Self:
        return cls(plain)

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls(text)

    def __str__(self) -> str:
        return str(self.form)

    def __hash__(self) -> int:
        return hash(repr(self.form))
