"""What a difference between a table and the rules is, and how a grid is compared.

The verdict of the rules is the level of their strongest finding on the act, "permitted" where
there is none. Of a record it is the level that is noted: a pen is never refused. Beside a row that
is silent the rules may say more than the table, never less than its `least` and the other rows.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bloodpatch.pathway.findings import Finding
from tests.safety.oracle.table import ORDER, Gate, Row, Vector, Verdict, said

Asks = Callable[[Vector], Iterable[Finding]]


@dataclass(frozen=True)
class Compared:
    """A table, how it is asked of the rules, and the codes that are another table's matter."""

    gate: Gate
    asks: Asks
    beside: Mapping[str, str] = field(default_factory=dict)


class Agreed(NamedTuple):
    """A row that the clinic's rules read in another way: how, why, and who decides."""

    gate: str
    why: str
    verdict: Verdict
    reason: str
    who: str


class Difference(NamedTuple):
    """Inputs that are not harmless, what the table says and why, what the rules say."""

    told: Vector
    table: Verdict
    why: str
    rules: Verdict
    codes: tuple[str, ...]


def reread(gate: Gate, agreed: Iterable[Agreed]) -> Gate:
    """The table with the agreed verdicts in place of its own; a joined one, with those of its
    parts."""
    whys = {row.why for row in gate.rows}
    mine = [a for a in agreed if gate.name in (a.gate, a.gate.partition(", ")[0])]
    read = {each.why: each.verdict for each in mine if each.why in whys}
    rows = [row._replace(verdict=read.get(row.why, row.verdict)) for row in gate.rows[:-1]]
    rows.sort(key=lambda row: ORDER.index(row.verdict))
    return gate._replace(rows=(*rows, gate.rows[-1]))


def strongest(verdicts: Iterable[Verdict]) -> Verdict:
    return min(verdicts, key=ORDER.index, default="permitted")


def rules_say(one: Compared, vector: Vector) -> tuple[Verdict, tuple[str, ...]]:
    found = [f for f in one.asks(vector) if f.code not in one.beside]
    levels: list[Verdict] = [f.kind.level.name.lower() for f in found]  # type: ignore[misc]
    return strongest(levels), tuple(f.code for f in found)


def speaking(rows: Iterable[Row]) -> Verdict:
    """What the rows that are not silent come to, and the least of those that are."""
    return strongest(row.least if row.verdict == "silent" else row.verdict for row in rows)


def difference(one: Compared, vector: Vector) -> Difference | None:
    rows = said(one.gate, vector)
    least, (verdict, codes) = speaking(rows), rules_say(one, vector)
    silent = any(row.verdict == "silent" for row in rows)
    if verdict == least or (silent and ORDER.index(verdict) < ORDER.index(least)):
        return None
    plain = {each.name: each.values[0] for each in one.gate.inputs}
    told = {name: value for name, value in vector.items() if value != plain.get(name)}
    return Difference(told, least, rows[0].why, verdict, codes)


def differences(
    one: Compared, vectors: Iterable[Vector], counted: Counter[str] | None = None
) -> Iterator[Difference]:
    """Each difference; `counted` gets the vectors, and how many of them had a silent row."""
    for vector in vectors:
        if counted is not None:
            counted["compared"] += 1
            counted["beside a silent row"] += any(
                row.verdict == "silent" for row in said(one.gate, vector)
            )
        if found := difference(one, vector):
            yield found
