"""What is wrong with a script: every fault with its line, its step and the key that it is about."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

HEAD = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?")
KEY = re.compile(r"\s*([\w.-]+)\s*=")
LONG_ENOUGH = 4
"""A shorter word stands inside too many others."""

NONE: Mapping[str, str] = MappingProxyType({})
LIKE_ENOUGH = 0.6
"""Words less alike than this are no slip of the pen, and to name them would mislead."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """`where` is the path of a key as the text has it: step[2].said.needle, counted from 1."""

    where: str
    says: str
    step: str = ""
    """The id of the step, or what stands for one."""

    def told(self, lines: dict[str, int], name: str) -> str:
        """The fault in one line, as compilers write it: an editor can jump to it."""
        line = line_of(self.where, lines)
        key = self.where.partition("].")[2] if self.step else self.where
        place = ": ".join(part for part in (self.step, key) if part)
        return f"{name}:{line}: {place}: {self.says}" if line else f"{name}: {place}: {self.says}"


class ScriptFaults(Exception):
    """Everything that is wrong with a script. `faults` are sentences."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def lines_of(text: str) -> dict[str, int]:
    """The line of each key that stands at the start of one, by its path."""
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if head := HEAD.fullmatch(line):
            path = head[2].split(".")
            if head[1] == "[[":
                counts[path[0]] = counts.get(path[0], 0) + 1
            if path[0] in counts:
                path[0] = f"{path[0]}[{counts[path[0]]}]"
            table = ".".join(path)
            found.setdefault(table, number)
        elif key := KEY.match(line):
            found.setdefault(f"{table}.{key[1]}" if table else key[1], number)
    return found


def line_of(where: str, lines: dict[str, int]) -> int | None:
    """The line of a key; of the table that it stands in, where it has no line of its own."""
    while where:
        if where in lines:
            return lines[where]
        where = where[: max(where.rfind("."), where.rfind("["), 0)]
    return None


def near(word: object, known: Iterable[str], shown: Mapping[str, str] = NONE) -> str:
    """ "Did you mean analgesics?": the known words that are most like it; nothing where none is.

    `shown` has the words for people: who writes "phone" may mean `call`, shown as "Telephone call".
    """
    if not isinstance(word, str):
        return ""
    listed = list(known)
    found = get_close_matches(word.casefold(), listed, n=3, cutoff=LIKE_ENOUGH)
    if len(word) < LONG_ENOUGH:
        return told(found)
    # A longer word that holds this one whole is likely meant, however much longer it is.
    whole = [one for one in listed if word.casefold() in one]
    typed = word.casefold().replace("_", " ")
    meant = [code for code, says in shown.items() if typed in says.casefold()]
    return told([*found, *whole, *meant])


def told(words: Iterable[str]) -> str:
    named = list(dict.fromkeys(words))[:3]
    return f" Did you mean {' or '.join(named)}?" if named else ""
