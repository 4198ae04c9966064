"""What makes two histories one state: a mark for each entry, short and quick to compare.

A mark says which statement it is, by whom, what it was recorded against, and when. The statements
of a domain are a closed list and each says its times relative to the entry, so a number stands
for all of it. Answers of one group (`Move.together`) at one instant are sorted: they are
independent of each other, and the order in which they were given makes no other state.
"""

from array import array
from hashlib import blake2b

Marks = tuple[int, ...]
MINUTES = 32
"""Bits for the minute of an entry; the statement stands above them."""
LOW = (1 << MINUTES) - 1


class Statements:
    """The number of each statement, and the group whose order does not matter (0: none)."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[object, ...], int] = {}
        self.groups: list[int] = []
        self.names: dict[str, int] = {"": 0}

    def number(self, together: str, *statement: object) -> int:
        found = self.numbers.get(statement)
        if found is None:
            found = self.numbers[statement] = len(self.groups)
            self.groups.append(self.names.setdefault(together, len(self.names)))
        return found

    def appended(self, marks: Marks, statement: int, minute: int) -> Marks:
        """The marks with one more, in its place among those that came with it."""
        mark = statement << MINUTES | minute
        group, place = self.groups[statement], len(marks)
        if group:
            while place and self.beside(marks[place - 1], group, minute) > mark:
                place -= 1
        return (*marks[:place], mark, *marks[place:])

    def beside(self, mark: int, group: int, minute: int) -> int:
        """A mark of the same group and minute; else one before every other."""
        same = mark & LOW == minute and self.groups[mark >> MINUTES] == group
        return mark if same else -1


def key_of(marks: Marks, minute: int) -> bytes:
    """The state in 16 bytes: each statement with its age."""
    ages = array("Q", [mark - (mark & LOW) + minute - (mark & LOW) for mark in marks])
    return blake2b(ages.tobytes(), digest_size=16).digest()
