"""The drug tables in words: for `bloodpatch protocol list`, `show` and `check`."""

import re
from collections.abc import Iterator
from textwrap import wrap

from bloodpatch.pathway.protocol import Row, Table
from bloodpatch.record.protocols import shipped_citations, shipped_tables

WIDTH = 100
OPENS = re.compile(r"^\s*\[table\]", re.MULTILINE)


def is_table(text: str) -> bool:
    """A drug table begins with [table], a protocol with [protocol]."""
    return OPENS.search(text) is not None


def tables_listed() -> Iterator[str]:
    for table in shipped_tables().values():
        yield table_headed(table)


def table_headed(table: Table) -> str:
    return (
        f"{table.id} {table.version}: {table.title}; drug table, {len(table.rows)} rows; "
        + (table.hash[:16])
    )


def table_shown(table: Table) -> Iterator[str]:
    yield table_headed(table)
    yield from block(table.note)
    for row in table.rows:
        yield ""
        yield row.id
        yield from block(f"{hold(row)}; {again(row)}{labs(row)}")
        yield from block(f"{row.certainty.value}; confirmed by each clinic itself; {row.hash}")
        yield from block(row.note)
    yield ""
    yield "Without a row: a physician judges"
    for drug, reason in table.without_a_row.items():
        yield from block(f"{drug.value}: {reason}")
    yield ""
    yield from wrap(f"{table.cites}: {shipped_citations()[table.cites]}", WIDTH)


def hold(row: Row) -> str:
    hours = "no time told" if row.hold_hours is None else f"needle after {row.hold_hours} h"
    if (low := row.low_level) is not None:
        hours += f" or anti-Xa at most {low.iu_per_ml} IU/mL or below {low.ng_per_ml} ng/mL"
    return f"{hours}, a physician judges" if row.needs_a_physician else hours


def again(row: Row) -> str:
    told = "not told" if row.restart_hours is None else f"after {row.restart_hours} h"
    blood = row.after_blood_hours
    return f"taken again {told}" + (f", after blood {blood} h" if blood is not None else "")


def labs(row: Row) -> str:
    return f"; needs {', '.join(row.laboratory)}" if row.laboratory else ""


def block(text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent="    ", subsequent_indent="    ")
