"""From the text of a protocol file to a Protocol, or to every fault in it at once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, cast

from bloodpatch.pathway.protocol.agreement import check_agreement
from bloodpatch.pathway.protocol.citations import NO_CITATIONS, Citations, read_citations
from bloodpatch.pathway.protocol.entry import Entry
from bloodpatch.pathway.protocol.faults import Blame, Fault, ProtocolFaults
from bloodpatch.pathway.protocol.kinds.kind import met
from bloodpatch.pathway.protocol.kinds.single import invisible
from bloodpatch.pathway.protocol.lines import lines_of
from bloodpatch.pathway.protocol.protocol import KINDS, SECTIONS, Parameter, Protocol

HEADER = {
    "name": r"[a-z][a-z0-9_-]{0,39}",
    "version": r"[0-9]+(\.[0-9]+){0,2}",
    "title": r".{1,120}",
    "extends": r"[a-z][a-z0-9_-]{0,39}",
}
NOT_A_SWITCH = (
    "A protocol states values; hard stops and who may do what are no values and cannot be switched"
    " off or on."
)


@dataclass(frozen=True)
class Header:
    name: str
    version: str
    title: str
    extends: str | None


def parse(
    text: str, *, base: Protocol | None = None, citations: Citations = NO_CITATIONS
) -> Protocol:
    """Read one layer on top of `base`, or a whole protocol without one.

    `citations` are known beside those of the base and of the file itself. Raises ProtocolFaults
    with every fault of the file, each with its key path and line.
    """
    document, blame = opened(text)
    head = document.pop("protocol", None)
    header = read_header(head, base, blame)
    known: Citations = MappingProxyType({**citations, **(base.citations if base else {})})
    if "citations" in document:
        known = read_citations(document.pop("citations"), ("citations",), known, blame)
    layer = header.name if header else ""
    parameters = dict(base.parameters) if base else {}
    parameters.update(read_sections(document, base, layer, known, blame))
    if base is None and not (isinstance(head, dict) and "extends" in head):
        check_complete(document, blame)
    check_agreement(parameters, layer, blame)
    blame.settle()
    return assembled(cast(Header, header), base, parameters, known)


def parse_citations(text: str) -> Citations:
    """Read a file of citations, each a table [key]."""
    document, blame = opened(text)
    found = read_citations(document, (), NO_CITATIONS, blame)
    blame.settle()
    return found


def extends(text: str) -> str | None:
    """The name of the layer that a file says it extends; None if it says so of none."""
    document, _ = opened(text)
    table = document.get("protocol")
    name = table.get("extends") if isinstance(table, dict) else None
    return name if isinstance(name, str) else None


def opened(text: str) -> tuple[dict[str, Any], Blame]:
    """The document, and a blame that knows its lines; or the one fault of its syntax."""
    try:
        # Decimal, because 38.0 degrees read as a binary fraction is not 38.0 degrees.
        document = tomllib.loads(text, parse_float=Decimal)
        return document, Blame(lines_of(text))
    except RecursionError:
        fault = Fault("", 1, "The brackets are nested too deeply to be a protocol; unfold them.")
    except ValueError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        what = str(error).partition(" (at ")[0]
        line = int(place.group(1)) if place else text.count("\n") + 1
        column = f" at column {place.group(2)}" if place else " at the end of the file"
        fault = Fault(
            "",
            line,
            f"This is not TOML: {what}{column}. Correct this line first, then check again.",
        )
    raise ProtocolFaults((fault,))


def read_header(table: object, base: Protocol | None, blame: Blame) -> Header | None:
    before = len(blame)
    if not isinstance(table, dict):
        blame(("protocol",), "missing; a file begins with [protocol] name, version and title.")
        return None
    for name, raw in table.items():
        if name not in HEADER:
            blame(("protocol", name), f"no such key; [protocol] has {', '.join(HEADER)}.")
        elif not isinstance(raw, str) or not re.fullmatch(HEADER[name], raw) or invisible(raw):
            blame(
                ("protocol", name),
                f'{met(raw)} cannot be a {name}; write text such as "{EXAMPLES[name]}".',
            )
    for name in ("name", "version", "title"):
        if name not in table:
            blame(("protocol", name), f'missing; write {name} = "{EXAMPLES[name]}".')
    stated, given = table.get("extends"), base.name if base else None
    if stated != given:
        blame(
            ("protocol", "extends"),
            f"the file says that it extends {stated or 'nothing'}, but it is read on top of"
            f" {given or 'nothing'}; a value that it leaves out would come from elsewhere.",
        )
    if base and table.get("name") in base.layers:
        blame(("protocol", "name"), f"{met(table['name'])} is a layer below; choose another name.")
    if len(blame) > before:
        return None
    return Header(table["name"], table["version"], table["title"], stated)


EXAMPLES = {"name": "kaysville", "version": "1.0", "title": "Kaysville", "extends": "house"}


def read_sections(
    document: Mapping[str, object],
    base: Protocol | None,
    layer: str,
    citations: Citations,
    blame: Blame,
) -> dict[str, Parameter]:
    found: dict[str, Parameter] = {}
    for section, entries in document.items():
        if section not in SECTIONS:
            near = suggestion(section, SECTIONS)
            blame(
                (section,),
                f"no such section.{near} The sections are {', '.join(SECTIONS)}. {NOT_A_SWITCH}",
            )
            continue
        if not isinstance(entries, dict):
            blame((section,), f"{met(entries)} is not a section; write tables [{section}.name].")
            continue
        for name, raw in entries.items():
            key = f"{section}.{name}"
            if key not in KINDS:
                near = suggestion(key, KINDS)
                blame(
                    (section, name),
                    f"no such value, so nothing would obey it.{near} {NOT_A_SWITCH} Remove it.",
                )
                continue
            below = base.parameters[key] if base else None
            entry = Entry(
                id=key, kind=KINDS[key], below=below, layer=layer, citations=citations, blame=blame
            )
            parameter = entry.read(raw)
            if parameter:
                found[key] = parameter
    return found


def check_complete(document: Mapping[str, object], blame: Blame) -> None:
    """A protocol that stands on nothing has nothing to take a value from."""
    for key, kind in KINDS.items():
        section, _, name = key.partition(".")
        entries = document.get(section)
        if not isinstance(entries, dict) or name not in entries:
            says = f"missing; a protocol that extends nothing states {kind.expects()}."
            blame((section, name), says)


def suggestion(name: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(name, list(known), 1)
    return f" Was {near[0]} meant?" if near else ""


def assembled(
    header: Header,
    base: Protocol | None,
    parameters: Mapping[str, Parameter],
    citations: Citations,
) -> Protocol:
    """Nothing is wrong any more: build the typed sections."""
    sections: dict[str, Any] = {
        section: shape(
            **{
                key.partition(".")[2]: parameter.value
                for key, parameter in parameters.items()
                if key.startswith(f"{section}.")
            }
        )
        for section, shape in SECTIONS.items()
    }
    return Protocol(
        name=header.name,
        version=header.version,
        title=header.title,
        layers=(*(base.layers if base else ()), header.name),
        parameters=MappingProxyType({key: parameters[key] for key in KINDS}),
        citations=citations,
        **sections,
    )
