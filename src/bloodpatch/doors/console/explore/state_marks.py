"""What makes two histories one state: a mark for each entry, short and quick to compare.

A mark says which statement it is, by whom, what it was recorded against, and when. The statements
of a domain are a closed list and each says its times relative to the entry, so a number stands
for all of it. Answers of one group (`Move.together`) at one instant are sorted: they are
independent of each other, and the order in which they were given makes no other state.
"""

from array import array
from hashlib import blake2b

Marks = tuple[int, ...]
MINUTES = 24
"""Bits for the minute of an entry, enough for thirty years; the statement stands above them."""
LOW = (1 << MINUTES) - 1
STATEMENT_BYTES = 5


class Statements:
    """The number of each statement, and the group whose order does not matter.

    The number is made from the statement alone, so that every process counts one state as one.
    """

    def __init__(self) -> None:
        self.numbers: dict[tuple[object, ...], int] = {}
        self.groups: dict[int, str] = {}

    def number(self, together: str, *statement: object) -> int:
        """Raises LookupError where two statements would have one number."""
        found = self.numbers.get(statement)
        if found is None:
            words = repr(statement).encode()
            found = int.from_bytes(blake2b(words, digest_size=STATEMENT_BYTES).digest())
            if found in self.groups:
                raise LookupError(f"{statement} has the number of another statement.")
            self.numbers[statement], self.groups[found] = found, together
        return found

    def appended(self, marks: Marks, statement: int, minute: int) -> Marks:
        """The marks with one more, in its place among those that came with it."""
        mark = statement << MINUTES | minute
        group, place = self.groups[statement], len(marks)
        if group:
            while place and self.beside(marks[place - 1], group, minute) > mark:
                place -= 1
        return (*marks[:place], mark, *marks[place:])

    def beside(self, mark: int, group: str, minute: int) -> int:
        """A mark of the same group and minute; else one before every other."""
        same = mark & LOW == minute and self.groups[mark >> MINUTES] == group
        return mark if same else -1


def key_of(marks: Marks, minute: int) -> bytes:
    """The state in 16 bytes: each statement with its age."""
    ages = array("Q", [mark - (mark & LOW) + minute - (mark & LOW) for mark in marks])
    return blake2b(ages.tobytes(), digest_size=16).digest()
