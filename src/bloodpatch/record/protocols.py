"""The protocols that come with the software, read from the package's own data.

The pathway reads no files; this room does, and hands it the text. What a clinic has published
is in its ledger, not here.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from bloodpatch.pathway.protocol import (
    Citations,
    Fault,
    Protocol,
    ProtocolFaults,
    Table,
    Tables,
    extends,
    parse,
    parse_citations,
    parse_table,
)
from bloodpatch.pathway.protocol.lines import lines_of

CITATIONS = "citations"
STUDIES = "studies"
TABLES = "antithrombotics"


class NoSuchProtocol(LookupError):
    """No protocol of this name is shipped."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f'No protocol "{name}" comes with the software; there are {", ".join(shipped_names())}.'
        )


def shipped_names() -> tuple[str, ...]:
    """Names of the shipped protocols, the one that extends nothing first."""
    files = resources.files("bloodpatch.protocols").iterdir()
    names = {file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")}
    return tuple(
        sorted(names - {CITATIONS, STUDIES}, key=lambda name: (shipped_base(name) or "", name))
    )


@cache
def shipped(name: str) -> Protocol:
    """The shipped protocol of this name, on top of its base."""
    if name not in shipped_names():
        raise NoSuchProtocol(name)
    return on_shipped_base(shipped_text(name))


@cache
def by_hash() -> Mapping[str, Protocol]:
    """The shipped protocols by the hash of their values."""
    return {protocol.hash: protocol for protocol in map(shipped, shipped_names())}


def on_shipped_base(text: str) -> Protocol:
    """Read a protocol file that extends a shipped protocol, or nothing."""
    base = extends(text)
    if base is not None and base not in shipped_names():
        says = f"{NoSuchProtocol(base)} Its values would come from nowhere; name one of these."
        line = lines_of(text)["protocol", "extends"]
        raise ProtocolFaults((Fault("protocol.extends", line, says),))
    return parse(text, base=shipped(base) if base else None, citations=shipped_citations())


def shipped_text(name: str) -> str:
    """The text of a shipped file, as doctors read it."""
    return resources.files("bloodpatch.protocols").joinpath(f"{name}.toml").read_text("utf-8")


@cache
def shipped_base(name: str) -> str | None:
    return extends(shipped_text(name))


@cache
def shipped_citations() -> Citations:
    return parse_citations(shipped_text(CITATIONS))


def shipped_table_names() -> tuple[str, ...]:
    """Ids of the shipped drug tables."""
    files = resources.files("bloodpatch.protocols").joinpath(TABLES).iterdir()
    return tuple(sorted(f.name.removesuffix(".toml") for f in files if f.name.endswith(".toml")))


def read_table(text: str) -> Table:
    return parse_table(text, citations=shipped_citations())


@cache
def shipped_tables() -> Tables:
    """The drug tables in their newest version, by id: the same for every episode."""
    return MappingProxyType(
        {name: read_table(shipped_text(f"{TABLES}/{name}")) for name in shipped_table_names()}
    )
