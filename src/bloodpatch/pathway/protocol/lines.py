"""On which line each key of a TOML text stands.

The standard library's reader checks the syntax and gives the values, but forgets where they
stood. A physician who is told "rest_minutes is wrong" must not have to search, so this room walks
a text *that has already been read without fault* and notes the lines. It checks nothing itself.
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping

from bloodpatch.pathway.protocol.faults import Key

BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
# Longest first: a triple quote begins with a single one.
STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
QUOTES = ('"', "'")
BARE = re.compile(r"[A-Za-z0-9_-]+")
SCALAR = re.compile(r"[^,\]}\n#]+")


def lines_of(text: str) -> Mapping[Key, int]:
    """Return the line, from 1, of every key and every list item of a valid TOML text."""
    walk = _Walk(text)
    walk.document()
    return walk.lines


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.ends = [i for i, letter in enumerate(text) if letter == "\n"]
        self.lines: dict[Key, int] = {}
        self.rows: dict[Key, int] = {}  # tables of an array `[[so]]` seen until now

    def document(self) -> None:
        table: Key = ()
        while self.skip():
            if self.text.startswith("[[", self.at):
                table = self.header(2)
                self.rows[table] = self.rows.get(table, -1) + 1
                table = (*table, self.rows[table])
                self.note(table)
            elif self.text[self.at] == "[":
                table = self.inside(self.header(1))
            else:
                self.pair(table)

    def header(self, brackets: int) -> Key:
        self.at += brackets
        key: Key = ()
        for part in self.dotted():
            key = (*self.inside(key), part)
            self.note(key)
        self.skip()
        self.at += brackets
        return key

    def inside(self, key: Key) -> Key:
        """A name of an array of tables means, in TOML, the newest of its tables."""
        return (*key, self.rows[key]) if key in self.rows else key

    def pair(self, table: Key) -> None:
        start = self.at
        key = table
        for part in self.dotted():
            key = (*key, part)
            self.note(key, start)
        self.skip()
        self.at += 1  # the equals sign
        self.skip()
        self.value(key)

    def dotted(self) -> list[str]:
        parts: list[str] = []
        while True:
            self.skip()
            if self.text[self.at] in QUOTES:
                parts.append(tomllib.loads(f"name = {self.take(STRING)}")["name"])
            else:
                parts.append(self.take(BARE))
            self.skip()
            if self.text[self.at] != ".":
                return parts
            self.at += 1

    def value(self, key: Key) -> None:
        if self.text[self.at] == "[":
            self.items(key)
        elif self.text[self.at] == "{":
            self.inline(key)
        else:
            self.take(STRING if self.text[self.at] in QUOTES else SCALAR)

    def items(self, key: Key) -> None:
        self.at += 1
        number = 0
        while self.skip() and self.text[self.at] != "]":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self.note((*key, number))
            self.value((*key, number))
            number += 1
        self.at += 1

    def inline(self, key: Key) -> None:
        self.at += 1
        while self.skip() and self.text[self.at] != "}":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self.pair(key)
        self.at += 1

    def skip(self) -> bool:
        """Pass over blanks and comments; False at the end of the text."""
        self.take(BLANK)
        return self.at < len(self.text)

    def take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        if found is None:
            raise AssertionError("lines_of was given a text that was not read before")
        self.at = found.end()
        return found.group()

    def note(self, key: Key, at: int | None = None) -> None:
        self.lines.setdefault(key, bisect_right(self.ends, self.at if at is None else at) + 1)
