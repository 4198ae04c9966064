"""Citations: which publication a value rests on, and how it was read.

A citation names the primary publication. Where we only read about it, `read` says so, and a
value that rests on it alone cannot call itself verified.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.protocol.faults import Blame, Key
from bloodpatch.pathway.protocol.kinds.kind import met
from bloodpatch.pathway.protocol.kinds.single import invisible


class Read(Choice):
    """How the publication was read."""

    PRIMARY = "primary", "read: the publication itself, its abstract or its official page"
    SECONDARY = "secondary", "not read itself: a copy, or a summary by somebody else"
    MEMORY = "memory", "not read: from memory, or from a source of low authority"


@dataclass(frozen=True, kw_only=True)
class Citation:
    """One publication. Whatever is not known is left empty, never guessed."""

    key: str
    authors: str = ""
    title: str = ""
    journal: str = ""
    year: int | None = None
    doi: str = ""
    read: Read
    note: str = ""

    def __str__(self) -> str:
        year = str(self.year) if self.year else ""
        doi = f"doi:{self.doi}" if self.doi else ""
        said = [part for part in (self.authors, self.title, self.journal, year, doi) if part]
        return f"{'. '.join(said)} (read: {self.read})"


Citations = Mapping[str, Citation]
NO_CITATIONS: Citations = MappingProxyType({})
NAMES = tuple(declared.name for declared in fields(Citation) if declared.name != "key")


def read_citations(tables: object, at: Key, known: Citations, blame: Blame) -> Citations:
    """Return `known` with the citations of a file added. A key keeps its meaning for ever."""
    if not isinstance(tables, dict):
        blame(at, f"{met(tables)} is not a table of citations; write [citations.key].")
        return known
    found = dict(known)
    for key, table in tables.items():
        citation = read_citation(key, table, (*at, key), blame)
        if citation is None:
            continue
        if key in known and known[key] != citation:
            blame(
                (*at, key),
                f'"{key}" already means {known[key]}. A citation cannot come to mean another'
                " publication under values that rest on it; choose another key.",
            )
        found[key] = citation
    return MappingProxyType(found)


def read_citation(key: str, table: object, at: Key, blame: Blame) -> Citation | None:
    before = len(blame)
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", key):
        blame(at, "a citation key is made of small letters, digits and underscores; rename it.")
    if not isinstance(table, dict):
        blame(at, f"{met(table)} is not a citation; write a table with {', '.join(NAMES)}.")
        return None
    for name, raw in table.items():
        said = complaint(name, raw)
        if said:
            blame((*at, name), said)
    if "read" not in table:
        blame(at, "missing: read; how it was read is part of a citation. " + HOW_READ)
    if len(blame) > before:
        return None
    return Citation(key=key, **{**table, "read": Read(table["read"])})


HOW_READ = "Write read = " + " or ".join(f'"{way}"' for way in Read) + "."


def complaint(name: str, raw: object) -> str:
    """What is wrong with one line of a citation, or nothing."""
    if name not in NAMES:
        return f"a citation has no such key; it has {', '.join(NAMES)}."
    if name == "year":
        right = type(raw) is int and 1800 <= raw <= 2100
        return "" if right else f"{met(raw)} is not a year; write it, or leave the line out."
    if not isinstance(raw, str):
        return f"{met(raw)} is not text; write it in quotes, or leave the line out."
    if invisible(raw.replace("\n", "")):
        return "the text holds an invisible control character; write it again."
    if name == "read" and raw not in set(Read):
        return f"{met(raw)} says not how it was read. {HOW_READ}"
    if name == "doi" and raw and not re.fullmatch(r"10\.[0-9]{4,9}/\S+", raw):
        return f"{met(raw)} is not a DOI, which begins with 10.; write it without address."
    return ""
