"""What is known, from which study, with how many people; and what nobody knows.

The counts are the studies' own (`protocols/studies.toml`); chances out of 100 are computed from
them. Each names a citation of the protocols, so that its authors, its year and how it was read are
said in one place only.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bloodpatch.doors.public.words import minutes
from bloodpatch.pathway.protocol import Citation, Protocol, Read
from bloodpatch.record.protocols import shipped_text

HUNDRED = 100
DOT = 34
"""Width of one person in the drawing of a hundred."""


@dataclass(frozen=True)
class Group:
    """So many people of a study had this outcome; `mark` is its shape on the page."""

    mark: str
    people: int
    says: str
    out_of_100: int = 0


@dataclass(frozen=True)
class Dot:
    """One of the hundred people of the drawing, and where it stands."""

    mark: str
    x: int
    y: int


@dataclass(frozen=True)
class Known:
    """Something that a study found, in words, with the study behind it."""

    asks: str
    says: str
    study: str
    people: int
    source: str = ""


def claim(told: Mapping[str, Any]) -> Known:
    return Known(told["asks"], told["says"], told["study"], told["people"])


FOUND: Mapping[str, Any] = tomllib.loads(shipped_text("studies"))
GROUPS = tuple(Group(**told) for told in FOUND["outcome"]["groups"])
GROUPS_STUDY: str = FOUND["outcome"]["study"]
SECOND = claim(FOUND["second"])
HARMS = tuple((told["name"], told["says"]) for told in FOUND["harms"]["listed"])
HARMS_STUDY: str = FOUND["harms"]["study"]
UNSURE = tuple(claim(told) for told in FOUND["unsure"])
WITHOUT = tuple(claim(told) for told in FOUND["without"])
REST: Mapping[str, Any] = FOUND["rest"]


def rest(protocol: Protocol) -> Known:
    """The one trial of rest, beside what this clinic asks for."""
    ours, advised = protocol.recovery.rest_minutes, REST["advised_minutes"]
    known = claim(REST)
    says = known.says.format(advised=minutes(advised), ours=minutes(ours))
    if ours < advised:
        says += REST["if_ours_is_shorter"]
    return replace(known, says=says)


def out_of_100(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Whole people out of 100, to the nearest, that add up: the largest remainders round up."""
    everybody = sum(group.people for group in groups)
    shares = [divmod(group.people * HUNDRED, everybody) for group in groups]
    missing = HUNDRED - sum(whole for whole, _ in shares)
    up = sorted(range(len(groups)), key=lambda i: -shares[i][1])[:missing]
    return tuple(
        Group(g.mark, g.people, g.says, shares[i][0] + (i in up)) for i, g in enumerate(groups)
    )


def dots(groups: tuple[Group, ...]) -> tuple[Dot, ...]:
    """A hundred people in ten rows, one group after the other."""
    marks = [group.mark for group in groups for _ in range(group.out_of_100)]
    return tuple(Dot(mark, n % 10 * DOT, n // 10 * DOT) for n, mark in enumerate(marks))


def sourced(known: Known, protocol: Protocol) -> Known:
    """The same with its study named."""
    source = f"{named(protocol.citation(known.study))}, {known.people} people"
    return replace(known, source=source)


def named(citation: Citation) -> str:
    """Who and when, and an honest word where we know the study only at second hand."""
    said = ", ".join(filter(None, (citation.authors, str(citation.year or ""))))
    return said if citation.read is Read.PRIMARY else f"{said} (read at second hand)"
