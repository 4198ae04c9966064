"""protocol.md: every value of the shipped protocols, side by side, with where it comes from."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from bloodpatch.doors.console.finding_lines import CONFIRM
from bloodpatch.doors.console.reference.markdown import (
    Page,
    code,
    first_sentence,
    heading,
    link,
    table,
)
from bloodpatch.doors.console.reference.markdown import page as made
from bloodpatch.pathway.protocol import KINDS, SECTIONS, Parameter, Protocol
from bloodpatch.record.protocols import shipped, shipped_base, shipped_citations, shipped_names

ABOUT = "Every value that the clinic's rules have, in each protocol that comes with the software."

LAYERS = """\
A protocol is a file that a physician can read and a clinic can own; these come with the software.
A protocol that extends another one states only what it has of its own. A file may narrow the
bounds of a value and never widen them. Certainty says how sure a value is: *verified* was read in
the publication itself, *secondary* in a copy or a summary, *derived* follows from several,
*memory* was not read, *clinic* is a choice and no evidence."""

SOURCES = "Sources"


def page() -> Page:
    protocols = tuple(shipped(name) for name in shipped_names())
    sections = [line for name in SECTIONS for line in (*of_section(name, protocols), "")]
    return made(
        "protocol", "Protocol values", ABOUT, (LAYERS,), heads(protocols), sections, sources()
    )


def heads(protocols: tuple[Protocol, ...]) -> Iterator[str]:
    rows = (
        (code(p.name), p.version, p.title, shipped_base(p.name) or "", code(p.hash[:16]))
        for p in protocols
    )
    yield from table(("Protocol", "Version", "Title", "Extends", "Hash begins"), rows)


def of_section(section: str, protocols: tuple[Protocol, ...]) -> Iterator[str]:
    yield heading(2, section)
    yield ""
    yield first_sentence(SECTIONS[section].__doc__)
    for key in KINDS:
        if key.partition(".")[0] == section:
            yield ""
            yield from of_value(key, protocols)


def of_value(key: str, protocols: tuple[Protocol, ...]) -> Iterator[str]:
    kind = KINDS[key]
    about = [protocol.about(key) for protocol in protocols]
    yield heading(3, key)
    yield ""
    bounds = f" Bounds: {kind.span}." if kind.bounded else ""
    yield f"{kind.meaning}.{bounds} Serves {', '.join(about[0].t)}."
    yield ""
    yield from table(
        ("Protocol", "Value", "Certainty", "Sources", "Note"),
        (row(protocol, parameter) for protocol, parameter in zip(protocols, about, strict=True)),
    )


def row(protocol: Protocol, parameter: Parameter) -> tuple[str, ...]:
    if parameter.from_layer != protocol.name:
        return (code(protocol.name), f"as {parameter.from_layer}", "", "", "")
    cites = ", ".join(link(key, SOURCES) for key in parameter.cites)
    return (code(protocol.name), worded(parameter), sure(parameter), cites, parameter.note)


def sure(parameter: Parameter) -> str:
    if parameter.confirmed_by:
        return f"{parameter.certainty}, confirmed by {parameter.confirmed_by}"
    if not parameter.to_be_confirmed:
        return parameter.certainty.value
    return f"{parameter.certainty}, {CONFIRM}"


def worded(parameter: Parameter) -> str:
    """A value in one cell; a table of values row by row."""
    value: Any = parameter.value
    if not isinstance(value, tuple) or not value or not is_dataclass(value[0]):
        return f"**{parameter}**"
    return "<br>".join(
        ", ".join(
            f"{f.name} {cell}" if f.name != "code" else f"**{cell}**"
            for f in fields(one)
            if (cell := getattr(one, f.name)) is not None
        )
        for one in value
    )


def sources() -> Iterator[str]:
    yield heading(2, SOURCES)
    yield ""
    yield "What is not known of a publication is left out, never guessed."
    yield ""
    rows = ((code(key), str(cited), cited.note) for key, cited in shipped_citations().items())
    yield from table(("Key", "Publication, and how it was read", "Note"), rows)
