"""`bloodpatch protocol`: list the protocols, show one, check a file, compare two, propose one.

A clinic writes its own file with a text editor; this verb tells its physician what is wrong with
it, where, and what to do, before anything is published. Only what is kept needs a data folder.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from textwrap import wrap

from bloodpatch.doors.console import protocol_store
from bloodpatch.doors.console.drug_tables import is_table, table_headed, table_shown, tables_listed
from bloodpatch.doors.console.exits import Exit, Refusal
from bloodpatch.pathway.protocol import Parameter, Protocol, ProtocolFaults, difference
from bloodpatch.record.protocols import (
    NoSuchProtocol,
    on_shipped_base,
    read_table,
    shipped,
    shipped_names,
    shipped_tables,
)

WIDTH = 100
WHICH = "a shipped protocol, a file, or the hash of one that is kept"


def words(parser: ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="list|show|check|diff|propose")
    acts.add_parser("list", help="protocols and drug tables that come with it, and what is kept")
    one = acts.add_parser("show", help="every value of a protocol, and where it comes from")
    one.add_argument("protocol", metavar="NAME", help=WHICH)
    file = acts.add_parser("check", help="every fault of a protocol file, with its line")
    file.add_argument("file", metavar="FILE", type=Path)
    two = acts.add_parser("diff", help="what is not the same in two protocols")
    two.add_argument("before", metavar="A", help=WHICH)
    two.add_argument("after", metavar="B", help=WHICH)
    own = acts.add_parser("propose", help="bring a clinic's own file to be signed")
    own.add_argument("file", type=Path, metavar="FILE")
    own.add_argument("--clinic", default="", metavar="CODE", help="where there are several")


def run(said: Namespace) -> Exit:
    data: Path | None = getattr(said, "data", None)
    try:
        match said.act:
            case "list":
                print("\n".join((*listed(), *tables_listed(), *protocol_store.kept(data))))
            case "show" if said.protocol in shipped_tables():
                print("\n".join(table_shown(shipped_tables()[said.protocol])))
            case "show":
                print("\n".join(shown(named(said.protocol, data))))
            case "diff":
                print("\n".join(compared(named(said.before, data), named(said.after, data))))
            case "check":
                print(f"No fault. {checked(text_of(said.file))}")
            case "propose":
                print(
                    protocol_store.propose(data, said.clinic, on_shipped_base(text_of(said.file)))
                )
    except ProtocolFaults as found:
        # Also under show and diff: a protocol with a fault is none, whoever asked for it.
        print("\n".join(faulty(found)))
        return Exit.FAULT
    except NoSuchProtocol as absent:
        raise Refusal(Exit.USAGE, str(absent)) from None
    return Exit.DONE


def checked(text: str) -> str:
    """A protocol, or a drug table; either in one line."""
    return table_headed(read_table(text)) if is_table(text) else headed(on_shipped_base(text))


def named(name: str, data: Path | None) -> Protocol:
    """A shipped protocol by its name, one from a file by its path, a kept one by its hash."""
    if name in shipped_names():
        return shipped(name)
    if Path(name).suffix == ".toml" or Path(name).exists():
        return on_shipped_base(text_of(Path(name)))
    if found := protocol_store.by_hash(data, name):
        return found
    raise NoSuchProtocol(name)


def text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as fault:
        raise Refusal(
            Exit.USAGE, f"{path} cannot be read: {fault.strerror}.", now="Check the path."
        ) from fault
    except UnicodeDecodeError as fault:
        raise Refusal(
            Exit.USAGE,
            f"{path} is not UTF-8 text (byte {fault.start + 1}).",
            now="Save it as UTF-8.",
        ) from fault


def faulty(found: ProtocolFaults) -> Iterator[str]:
    for fault in found.faults:
        yield str(fault)
    count = len(found.faults)
    yield f"{count} fault{'s' if count > 1 else ''}. Nothing of this file can be used until then."


def listed() -> Iterator[str]:
    for name in shipped_names():
        yield headed(shipped(name))


def headed(protocol: Protocol) -> str:
    layers = f" on {', '.join(protocol.layers[:-1])}" if len(protocol.layers) > 1 else ""
    return f"{protocol.name} {protocol.version}: {protocol.title}{layers}; {protocol.hash[:16]}"


def shown(protocol: Protocol) -> Iterator[str]:
    yield headed(protocol)
    for parameter in protocol.parameters.values():
        yield ""
        yield from entry(parameter)
    yield ""
    yield "Sources"
    for key in dict.fromkeys(key for p in protocol.parameters.values() for key in p.cites):
        yield from wrap(f"{key}: {protocol.citation(key)}", WIDTH, subsequent_indent="    ")


def entry(parameter: Parameter) -> Iterator[str]:
    value = parameter.value
    tables = [row for row in value if is_dataclass(row)] if isinstance(value, tuple) else []
    yield parameter.id
    yield from block(parameter.meaning if tables else f"{parameter.meaning}: {parameter}")
    for row in tables:
        cells = ((f.name, getattr(row, f.name)) for f in fields(row))
        yield from block(
            "- " + ", ".join(f"{name} {cell}" for name, cell in cells if cell is not None)
        )
    facts = [f"from {parameter.from_layer}", parameter.certainty.value, *parameter.t]
    if parameter.low is not None:
        facts.append(f"bounds {parameter.low} to {parameter.high}")
    if parameter.cites:
        facts.append(f"cites {', '.join(parameter.cites)}")
    facts.append(f"confirmed by {parameter.confirmed_by or 'nobody yet'}")
    yield from block("; ".join(facts))
    yield from block(parameter.note)


def block(text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent="    ", subsequent_indent="    ")


def compared(before: Protocol, after: Protocol) -> Iterator[str]:
    found = difference(before, after)
    for one in found:
        yield str(one)
    if not found:
        yield "No value differs."
