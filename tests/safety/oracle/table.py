"""What a gate is when it is written as a plain table, and the grids that are made of it.

A gate has inputs and rows. Every input has a few plain values; its FIRST value is the harmless one.
A row matches a vector when each input that it names has one of the values that it lists. Rows
stand from the strongest verdict to the weakest, so the first row that matches decides, and all
rows that match are what should be said. The last row matches everything. `nobody` lists what cannot
be true of one patient: such vectors are left out of the grids.

Verdicts: "stop", "hold", "silent", "advise", "permitted". "silent": the evidence does not say, or
says two things; then `least` is what it at least asks for. A vector whose first row is silent is
not to be compared by its verdict; it may be checked against `least`.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations, product
from math import prod
from typing import Literal, NamedTuple

Plain = str | int | float
Verdict = Literal["stop", "hold", "silent", "advise", "permitted"]
Vector = dict[str, Plain]
Facts = Mapping[str, list[Plain]]

ORDER: tuple[Verdict, ...] = ("stop", "hold", "silent", "advise", "permitted")
NOT_TOLD = "not_told"
IN_CI_AT_MOST = 50_000


class Input(NamedTuple):
    """A plain fact: its values, harmless first; the fields that tell it; what each value means."""

    name: str
    values: tuple[Plain, ...]
    told_by: str  # "stage.command.field", several with a space; "" where no field tells it
    means: str


class Row(NamedTuple):
    """One line: what is judged, for which values, why, and what in the evidence it rests on."""

    verdict: Verdict
    when: Facts
    why: str
    rests_on: str
    least: Verdict = "permitted"


class Gate(NamedTuple):
    """A table of one permit or record."""

    name: str
    act: str
    inputs: tuple[Input, ...]
    rows: tuple[Row, ...]
    nobody: tuple[Facts, ...] = ()


NOTHING_AGAINST = Row("permitted", {}, "nothing of this table speaks against it", "design permit")


def fits(facts: Facts, vector: Vector) -> bool:
    """Whether each input that is named has one of the values listed for it."""
    return all(vector[name] in values for name, values in facts.items())


def said(gate: Gate, vector: Vector) -> list[Row]:
    """Every row that matches, the strongest first."""
    return [row for row in gate.rows if fits(row.when, vector)]


def decided(gate: Gate, vector: Vector) -> Row:
    """The row that decides: the first that matches."""
    return said(gate, vector)[0]


def harmless(gate: Gate) -> Vector:
    """The vector of first values."""
    return {each.name: each.values[0] for each in gate.inputs}


def somebody(gate: Gate, vector: Vector) -> bool:
    """Whether one patient can be all of it."""
    return not any(fits(facts, vector) for facts in gate.nobody)


def size(gate: Gate) -> int:
    """How many vectors the full grid has at most: the product of its inputs."""
    return prod(len(each.values) for each in gate.inputs)


def full(gate: Gate) -> Iterator[Vector]:
    """Every combination of all values of all inputs, of which somebody can be all."""
    names = [each.name for each in gate.inputs]
    for values in product(*(each.values for each in gate.inputs)):
        vector = dict(zip(names, values, strict=True))
        if somebody(gate, vector):
            yield vector


def together(gate: Gate, at_once: int) -> Iterator[Vector]:
    """Every combination of values of any `at_once` inputs, while all others are harmless."""
    seen: set[tuple[Plain, ...]] = set()
    for chosen in combinations(gate.inputs, at_once):
        for values in product(*(each.values for each in chosen)):
            told = dict(zip((each.name for each in chosen), values, strict=True))
            vector = harmless(gate) | told
            key = tuple(vector.values())
            if key not in seen and somebody(gate, vector):
                seen.add(key)
                yield vector


def in_ci(gate: Gate) -> Iterator[Vector]:
    """The full grid where it is small enough, else every pair of facts alone."""
    return full(gate) if size(gate) <= IN_CI_AT_MOST else together(gate, 2)


def joined(name: str, gates: tuple[Gate, ...]) -> Gate:
    """Several tables of one act as one gate: an input of the same name is the same fact."""
    inputs = {each.name: each for gate in gates for each in gate.inputs}
    rows = [row for gate in gates for row in gate.rows if row.when]
    rows.sort(key=lambda row: ORDER.index(row.verdict))
    nobody = tuple(facts for gate in gates for facts in gate.nobody)
    return Gate(name, gates[0].act, tuple(inputs.values()), (*rows, NOTHING_AGAINST), nobody)
