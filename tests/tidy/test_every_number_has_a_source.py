"""Every number of the protocols says where it comes from and how sure it is, down to each leaf.

That a citation named in a file exists, and that nothing is surer than its source was read, is
refused where files are read (`tests/spec/protocol`); that a rule names its source is in
`tests/spec/tables/test_findings.py`. Here it is the other way round: no leaf without.
"""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from bloodpatch.pathway.findings import KINDS as FINDINGS
from bloodpatch.pathway.protocol import Certainty, Read
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Value
from bloodpatch.record.protocols import (
    CITATIONS,
    shipped,
    shipped_citations,
    shipped_names,
    shipped_tables,
    shipped_text,
)
from tests.tidy.files import PACKAGE, listed

FOLDER = PACKAGE / "protocols"
FILES = tuple(
    path.relative_to(FOLDER).with_suffix("").as_posix()
    for path in sorted(FOLDER.rglob("*.toml"))
    if path.stem != CITATIONS
)
OURS = "clinic"
MADE_SO = "definition"
About = dict[str, Any]


def leaves(document: Any, about: About, at: str = "") -> Iterator[tuple[str, About]]:
    """Each number of a file, with what the tables around it say of it, the nearest first."""
    match document:
        case dict():
            about = about | {k: v for k, v in document.items() if k in SAYS}
            for key, value in document.items():
                yield from leaves(value, about, f"{at}.{key}" if at else key)
        case list():
            for row in document:
                yield from leaves(row, about, at)
        case int() | float() if not isinstance(document, bool):
            yield at, about


SAYS = {"certainty", "cites", "study"}


def without_a_source(text: str) -> list[str]:
    """The numbers of a file that do not say whose they are, or how sure they are."""
    return sorted({at for at, about in found(text) if not sourced(about)})


def found(text: str) -> Iterator[tuple[str, About]]:
    """The leaves of a file. A drug table names its publication once, for all its rows."""
    document = tomllib.loads(text)
    cites = document.get("table", {}).get("cites")
    return leaves(document, {"cites": cites} if cites else {})


def sourced(about: About) -> bool:
    """By a publication that is cited, or as a choice of our own; always with a certainty."""
    named = [about.get("study"), *([c] if isinstance(c := about.get("cites"), str) else c or [])]
    keys = [key for key in named if key]
    if about.get("certainty") not in tuple(Certainty) or not set(keys) <= set(shipped_citations()):
        return False
    if about["certainty"] == Certainty.VERIFIED:
        return any(shipped_citations()[key].read is Read.PRIMARY for key in keys)
    return bool(keys) or about["certainty"] == Certainty.CLINIC


@pytest.mark.parametrize("name", FILES)
def test_every_number_of_a_file_has_a_source_and_a_certainty(name: str) -> None:
    text = shipped_text(name)
    assert len(list(found(text))) > 2
    assert without_a_source(text) == [], listed(without_a_source(text))


PLANTED = {
    "no certainty": '[a.rest]\nvalue = 30\ncites = ["treatment"]',
    "no source": '[a.rest]\nvalue = 30\ncites = []\ncertainty = "memory-high"',
    "a source that is not listed": '[a.rest]\nvalue = 30\ncites = ["x"]\ncertainty = "derived"',
    "verified by what was not read": '[a.r]\nvalue = 3\ncites = ["diaz"]\ncertainty = "verified"',
    "a row of a table": '[table]\ncites = "diaz"\n[[row]]\nhold_hours = 24',
    "a number in a list": '[a.times]\nvalue = [[15, 30]]\ncites = ["treatment"]',
}


@pytest.mark.parametrize("text", PLANTED.values(), ids=PLANTED)
def test_a_number_without_is_found(text: str) -> None:
    assert without_a_source(text)


@pytest.mark.parametrize(
    "text",
    [
        '[a.rest]\nvalue = 30\ncites = ["treatment"]\ncertainty = "derived"',
        '[a.rest]\nvalue = 30\ncites = []\ncertainty = "clinic"',
        '[table]\ncites = "diaz"\n[[row]]\nhold_hours = 24\ncertainty = "secondary"',
        '[rest]\nstudy = "martin1994"\npeople = 30\ncertainty = "verified"',
    ],
)
def test_a_number_with_is_left_alone(text: str) -> None:
    assert without_a_source(text) == []


# --- what a value can be ---


def values(kind: type[Value] = Value) -> Iterator[type[Value]]:
    for made in kind.__subclasses__():
        yield made
        yield from values(made)


def test_the_bounds_of_each_value_have_a_source() -> None:
    assert ACTS  # all rooms are imported, so all values are known
    said = {kind.__name__: kind.source for kind in values()}
    assert len(said) > 25
    known = {OURS, MADE_SO, *shipped_citations()}
    assert {name: source for name, source in said.items() if source not in known} == {}


# --- no citation that nothing rests on ---


def test_something_rests_on_each_citation() -> None:
    used = {key for n in shipped_names() for p in shipped(n).parameters.values() for key in p.cites}
    used |= {table.cites for table in shipped_tables().values()}
    used |= {kind.source for kind in FINDINGS.values()} | {kind.source for kind in values()}
    used |= {about.get("study") for _, about in found(shipped_text("studies"))}
    assert set(shipped_citations()) - used == set()
