"""The tables about themselves: every vector has one row, no row is dead, no silence is forgotten.

Nothing here knows the rules; that they agree is asked elsewhere.
"""

import re
import tomllib
from collections import Counter
from importlib import resources
from itertools import pairwise
from typing import Any

import pytest

from tests.safety.oracle import GATES, JOINED
from tests.safety.oracle.antithrombotics import WINDOW, grid
from tests.safety.oracle.drug_tables import (
    AFTER_BLOOD_H,
    CRCL_LIMIT,
    DRUGS,
    HEPARINS_LOW_WEIGHT,
    JUDGED,
    NAMED,
    TABLES,
)
from tests.safety.oracle.in_force import NUMBERS
from tests.safety.oracle.table import (
    IN_CI_AT_MOST,
    NOT_TOLD,
    NOTHING_AGAINST,
    ORDER,
    Gate,
    Input,
    Row,
    Vector,
    decided,
    fits,
    full,
    harmless,
    in_ci,
    said,
    size,
    together,
)
from tests.tidy.files import ROOT

BY_NAME = pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.name)
ALL = pytest.mark.parametrize("gate", [*GATES, *JOINED], ids=lambda gate: gate.name)
# A section of the evidence, a line of the treatment, a hazard, a rule of the cases, the design.
RESTS = re.compile(r"^(\d+(\.\d)?\b|T\d+|H\d\d|cases R\d+|design|silent|derived|head of)")

GOOD = Input("asked", ("yes", "no", NOT_TOLD), "", "")
TINY = Gate(
    "tiny",
    "",
    (GOOD, Input("hours", (12, 11), "", "")),
    (
        Row("stop", {"asked": ["no"]}, "said no", "T1"),
        Row("hold", {"asked": [NOT_TOLD], "hours": [11]}, "nobody asked, early", "T1"),
        NOTHING_AGAINST,
    ),
)


def alone(gate: Gate, row: Row) -> Vector:
    """The harmless vector with the first value of each input that the row names."""
    return harmless(gate) | {name: values[0] for name, values in row.when.items()}


def dead(gate: Gate) -> list[str]:
    """The rows that do not decide even where nothing else is said."""
    firsts = [gate.rows.index(decided(gate, alone(gate, row))) for row in gate.rows]
    return [row.why for n, row in enumerate(gate.rows) if firsts[n] != n]


def undeclared(gate: Gate) -> list[str]:
    """What a row names and no input has, or names in another way than as a list."""
    known = {each.name: each.values for each in gate.inputs}
    return [
        f"{row.why}: {name}"
        for row in gate.rows
        for name, values in row.when.items()
        if not isinstance(values, list) or not values or not set(values) <= {*known.get(name, ())}
    ]


def unreal(gate: Gate) -> tuple[Row, ...]:
    """What nobody can be, as rows."""
    return tuple(Row("stop", facts, "nobody", "") for facts in gate.nobody)


def forgotten(gate: Gate) -> list[str]:
    """The inputs whose silence no row names: it would be read as harmless."""
    named = {name for row in gate.rows for name, v in row.when.items() if NOT_TOLD in v}
    asked = {each.name for each in gate.inputs if NOT_TOLD in each.values}
    return sorted(asked - named)


def weaker_first(gate: Gate) -> bool:
    """Whether some row stands before a stronger one."""
    ranks = [ORDER.index(row.verdict) for row in gate.rows]
    return any(later < earlier for earlier, later in pairwise(ranks))


@ALL
def test_every_vector_has_the_one_row_that_decides(gate: Gate) -> None:
    verdicts = Counter[str]()
    for vector in in_ci(gate):
        rows = said(gate, vector)
        assert rows[-1] is NOTHING_AGAINST
        assert rows[0].verdict == min((row.verdict for row in rows), key=ORDER.index)
        verdicts[rows[0].verdict] += 1
    assert verdicts["permitted"]
    assert {*verdicts} == {row.verdict for row in gate.rows}


@ALL
def test_no_row_is_dead_and_the_first_values_are_harmless(gate: Gate) -> None:
    assert dead(gate) == []
    assert decided(gate, harmless(gate)) is NOTHING_AGAINST


@ALL
def test_each_row_is_of_declared_values_and_no_silence_is_forgotten(gate: Gate) -> None:
    assert undeclared(gate) == undeclared(gate._replace(rows=unreal(gate))) == []
    # Pregnancy is asked where X-rays are planned: silence about it says nothing of the position.
    beside = {"position": ["pregnant"]}
    assert forgotten(gate) == beside.get(gate.name, [])
    assert not weaker_first(gate)


@BY_NAME
def test_each_row_says_why_and_on_what_it_rests(gate: Gate) -> None:
    for row in gate.rows:
        assert row.why
        assert RESTS.match(row.rests_on) or "protocol" in row.rests_on, row
        assert row.least == "permitted" or row.verdict == "silent", row
    names = [each.name for each in gate.inputs]
    assert len(names) == len(set(names))
    assert all(len(each.values) == len(set(each.values)) > 1 for each in gate.inputs)
    assert len({row.why for row in gate.rows}) == len(gate.rows)


def fields() -> set[str]:
    """Every act and every field of the generated reference, as stage.command.field."""
    found, act = set(), ""
    for line in (ROOT / "docs/reference/commands.md").read_text("utf-8").splitlines():
        if line.startswith("#"):
            act = line.lstrip("# ")
            found |= {act, f"{act}.note"}
        elif told := re.match(r"\| `(\w+)`", line):
            found.add(f"{act}.{told[1]}")
    return found


@BY_NAME
def test_what_tells_an_input_is_a_field_of_the_reference(gate: Gate) -> None:
    told = {word for each in gate.inputs for word in each.told_by.split()} | {gate.act}
    assert told - fields() <= {"procedure.record_patch.timing"}


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ((TINY.rows[0], TINY.rows[0], *TINY.rows[1:]), dead),
        ((Row("stop", {"asked": ["never"]}, "", ""), *TINY.rows), undeclared),
        ((TINY.rows[0], NOTHING_AGAINST), forgotten),
        ((TINY.rows[1], TINY.rows[0], NOTHING_AGAINST), weaker_first),
    ],
)
def test_teeth_a_faulty_table_is_seen(rows: tuple[Row, ...], fault: object) -> None:
    assert callable(fault)
    assert not fault(TINY)
    assert fault(TINY._replace(rows=rows))


def test_the_full_grid_is_the_product_and_pairs_are_what_differs_in_two() -> None:
    assert len(list(full(TINY))) == size(TINY) == 6
    assert len({tuple(each.values()) for each in full(TINY)}) == 6
    assert list(together(TINY, 1)) == [
        {"asked": a, "hours": h} for a, h in (("yes", 12), ("no", 12), (NOT_TOLD, 12), ("yes", 11))
    ]
    large = next(gate for gate in GATES if size(gate) > IN_CI_AT_MOST)
    plain = harmless(large)
    apart = Counter(sum(v[n] != plain[n] for n in plain) for v in in_ci(large))
    assert {*apart} == {0, 1, 2}
    assert apart[1] == sum(len(each.values) - 1 for each in large.inputs)


def shipped(name: str) -> dict[str, Any]:
    """A file of the shipped protocols."""
    file = resources.files("bloodpatch.protocols") / f"{name}.toml"
    return tomllib.loads(file.read_text("utf-8"))


@pytest.mark.parametrize("protocol", NUMBERS)
def test_the_tables_stand_on_the_numbers_in_force(protocol: str) -> None:
    values = {
        f"{section}.{name}": told["value"]
        for section, rest in shipped(protocol).items()
        if section != "protocol"
        for name, told in rest.items()
    }
    assert NUMBERS[protocol].items() <= values.items()
    # What only the house states is the same in the others.
    assert not (set(NUMBERS["house"]) - set(NUMBERS[protocol])) & set(values)


def in_force() -> set[tuple[object, ...]]:
    """The rows that the shipped tables hold, in the words of this one."""
    return {
        (
            table,
            row["drug"],
            row["dose_class"],
            row["renal"],
            JUDGED if row["judged"] else row["hold_hours"],
            row.get("restart_hours"),
            tuple(row["laboratory"]),
        )
        for table in TABLES
        for row in shipped(f"antithrombotics/{table}")["row"]
    }


def test_the_tables_in_force_have_the_hours_that_the_evidence_gives() -> None:
    assert {tuple(drug)[:-1] for drug in DRUGS} == in_force()
    heads = [shipped(f"antithrombotics/{table}")["table"] for table in TABLES]
    after = {(head["after_blood"]["hours"], *head["after_blood"]["drugs"]) for head in heads}
    assert after == {(AFTER_BLOOD_H, *HEPARINS_LOW_WEIGHT)}
    assert {head["crcl_limit"]["value"] for head in heads if "crcl_limit" in head} == {CRCL_LIMIT}


def test_each_drug_row_is_one_of_its_kind() -> None:
    assert len({drug[:4] for drug in DRUGS}) == len(DRUGS)
    assert {drug.drug for drug in DRUGS} <= set(NAMED)
    assert all(RESTS.match(drug.rests_on) for drug in DRUGS)


def test_the_grid_of_drugs_has_every_cell_once_and_every_row_decides_somewhere() -> None:
    cells = [(tuple(words.values()), row) for words, _, row in grid()]
    assert len({key for key, _ in cells}) == len(cells) == 4 * 25 * 3 * 4 * 2 * 5 * 3
    assert {row.why for _, row in cells} == {row.why for row in WINDOW.rows}


@pytest.mark.parametrize(
    ("table", "drug", "dose", "crcl", "hours"),
    [
        ("asra_regional_2025", "rivaroxaban", "low_prophylactic", 29.9, 30),
        ("asra_regional_2025", "rivaroxaban", "low_prophylactic", 30, 24),
        ("asra_regional_2025", "rivaroxaban", NOT_TOLD, NOT_TOLD, 72),
        ("asra_pain_2018", "dalteparin", "low_prophylactic", NOT_TOLD, 24),
        ("aagbi_2013", "rivaroxaban", "low_prophylactic", 85, 18),
    ],
)
def test_the_grid_waits_the_longest_of_the_possible_hours(
    table: str, drug: str, dose: str, crcl: float | str, hours: int
) -> None:
    asked = {"table": table, "drug": drug, "dose_class": dose, "crcl": crcl}
    found = [told for words, told, _ in grid() if asked.items() <= words.items()]
    assert set(found) == {hours}


def test_a_row_matches_only_when_all_that_it_names_is_so() -> None:
    row = TINY.rows[1]
    told = [fits(row.when, {"asked": a, "hours": h}) for a in ("yes", NOT_TOLD) for h in (12, 11)]
    assert told == [False, False, False, True]


def test_what_nobody_can_be_is_in_no_grid() -> None:
    none = TINY._replace(nobody=({"asked": ["no"], "hours": [11]},))
    for made, count in ((full(none), 5), (together(none, 2), 5)):
        vectors = list(made)
        assert len(vectors) == count
        assert {"asked": "no", "hours": 11} not in vectors
