"""The values of a protocol as a physician reads them: what, how much, by whose word, how sure."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from django.utils.translation import gettext as _

from bloodpatch.doors.staff.stage_page import STAGE_WORDS
from bloodpatch.doors.ui.findings import cited
from bloodpatch.pathway.protocol import SECTIONS, Difference, Parameter, Protocol
from bloodpatch.pathway.protocol.difference import by_code, rows_changed

WIDEST = 24


@dataclass(frozen=True, kw_only=True)
class Value:
    """One line. `before` is what is in force, where this is another value."""

    what: str
    says: tuple[str, ...]
    source: str
    sure: str
    note: str = ""
    before: str = ""

    @property
    def wide(self) -> bool:
        """Too long to stand beside its name on a phone."""
        return len(self.before) + sum(map(len, self.says)) > WIDEST


@dataclass(frozen=True)
class Section:
    stage: str
    values: tuple[Value, ...]


def changed(one: Difference, protocol: Protocol) -> Value:
    """A value that differs; of a table only the rows that do."""
    rows = tuple(
        worded(row) for row in rows_changed(by_code(one.before.value), by_code(one.after.value))
    )
    return value(one.after, protocol, before=str(one.before), rows=rows)


def sections(protocol: Protocol) -> Iterator[Section]:
    for name in SECTIONS:
        mine = (p for key, p in protocol.parameters.items() if key.startswith(f"{name}."))
        yield Section(STAGE_WORDS[name], tuple(value(one, protocol) for one in mine))


def value(
    parameter: Parameter, protocol: Protocol, *, before: str = "", rows: tuple[str, ...] = ()
) -> Value:
    return Value(
        what=parameter.meaning,
        says=rows or tuple(lines(parameter)),
        source="; ".join(cited(key, protocol) for key in parameter.cites) or _("no source stated"),
        sure=parameter.certainty.label,
        note=parameter.note,
        before="" if rows else worded(before),
    )


def lines(parameter: Parameter) -> Iterator[str]:
    found: Any = parameter.value
    tables = [row for row in found if is_dataclass(row)] if isinstance(found, tuple) else []
    if not tables:
        yield worded(str(parameter))
    for row in tables:
        told = {f.name: getattr(row, f.name) for f in fields(row)}
        first = f"{code}: " if (code := told.pop("code", "")) else ""
        cells = (f"{name} {cell}" for name, cell in told.items() if cell is not None)
        yield worded(first + ", ".join(cells))


def worded(code: str) -> str:
    return code.replace("_", " ").replace(" -> ", " → ")
