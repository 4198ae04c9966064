"""The drug tables: what the shipped ones say of themselves, and the faults a file can have."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from bloodpatch.pathway.clinical import Antithrombotic, DoseClass
from bloodpatch.pathway.protocol import (
    AntithromboticPolicy,
    Certainty,
    ProtocolFaults,
    Table,
    parse_table,
)
from bloodpatch.record.protocols import (
    read_table,
    shipped_citations,
    shipped_table_names,
    shipped_tables,
    shipped_text,
)

every = pytest.mark.parametrize("table", shipped_tables().values(), ids=lambda table: table.id)
TEXT = shipped_text("antithrombotics/asra_regional_2025")
CRCL = 'crcl_limit = { value = 30, certainty = "secondary" }'


def test_each_policy_that_can_be_chosen_is_a_table() -> None:
    chosen = {policy.value for policy in AntithromboticPolicy} - {"not_chosen"}
    assert set(shipped_table_names()) == set(shipped_tables()) == chosen


@every
def test_none_passes_for_the_societys_own(table: Table) -> None:
    assert table.title.startswith("Draft after ")
    assert not any(row.certainty is Certainty.VERIFIED for row in table.rows)
    assert all(row.note for row in table.rows)


@every
def test_every_drug_is_answered_or_named_as_unanswered(table: Table) -> None:
    assert {row.drug for row in table.rows} | set(table.without_a_row) == set(Antithrombotic)


@every
def test_what_was_not_told_leaves_every_row_possible(table: Table) -> None:
    for drug in Antithrombotic:
        told = [
            table.rows_for(drug, dose, crcl)
            for dose in (DoseClass.LOW_PROPHYLACTIC, DoseClass.HIGH_THERAPEUTIC)
            for crcl in (Decimal("29.9"), Decimal(30))
        ]
        assert set(table.rows_for(drug, None, None)) == {row for rows in told for row in rows}
        assert all(len(rows) == (drug not in table.without_a_row) for rows in told)


@every
def test_a_table_is_known_by_what_its_rows_say(table: Table) -> None:
    again = read_table(shipped_text(f"antithrombotics/{table.id}"))
    assert again == table and again.hash == table.hash
    assert replace(table, title="Another").hash == table.hash
    changed = (replace(table.rows[0], hold_hours=999), *table.rows[1:])
    assert replace(table, rows=changed).hash != table.hash


# faults


def faults(*changes: tuple[str, str]) -> list[str]:
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    with pytest.raises(ProtocolFaults) as refused:
        parse_table(text, citations=shipped_citations())
    return [str(fault) for fault in refused.value.faults]


def line(text: str) -> int:
    return TEXT[: TEXT.index(text)].count("\n") + 1


FIRST = line("hold_hours = 0")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "hold_hours = 0",
            "hold_hours = -1",
            rf"line {FIRST}: row\[1\].hold_hours: -1 is no whole",
        ),
        ("hold_hours = 0", "hold_hours = true", r"row\[1\].hold_hours: true is no whole number"),
        ("hold_hours = 0", "hold_hours = 1001", r"row\[1\].hold_hours: 1001"),
        ("hold_hours = 0\n", "", r"row\[1\]: no hold_hours: write them, or judged = true"),
        (
            "hold_hours = 0",
            'hold_hours = 0\nconfirmed_by = "Dr Iyer"',
            r"confirmed_by: no such key",
        ),
        ('drug = "aspirin"', 'drug = "asprin"', r'row\[1\].drug: "asprin" is none of aspirin'),
        ('dose_class = "any"', 'dose_class = "low"', r"row\[1\].dose_class:"),
        ('renal = "any"', 'renal = "bad"', r"row\[1\].renal:"),
        ('renal = "any"', 'renal = "crcl_under_limit"', "aspirin: any: rows below and from"),
        (CRCL, "", "the table says no crcl_limit"),
        (CRCL, "crcl_limit = 30", "table.crcl_limit: 30 stands alone"),
        ("{ value = 30,", "{ value = 0,", "table.crcl_limit.value: 0 is no whole number"),
        ('{ value = 30, certainty = "secondary" }', "{ value = 30 }", "missing: certainty"),
        ("laboratory = []", 'laboratory = ["anti_xa"]', r"row\[1\].laboratory: a list is no list"),
        ("judged = false", 'judged = "no"', r'row\[1\].judged: "no" is neither yes nor no'),
        ('"memory-high"', '"sure"', r'row\[1\].certainty: "sure" is none of'),
        ('"memory-high"', '"verified"', "nothing is verified in a table that was not read"),
        ('note = "No restriction before or after."', 'note = ""', r"row\[1\].note:"),
        ('cites = "asra_regional_2025"', 'cites = ["x"]', "table.cites: a list is not known here"),
        ('title = "Draft', 'titel = "Draft', "table.titel: no such key"),
        ('version = "0.1"', 'version = "new"', 'table.version: "new" cannot be the version'),
        ("{ hours = 24,", "{ ours = 24,", "table.after_blood: missing: hours"),
        ('{ hours = 24, certainty = "memory-medium",', "{ hours = 24,", "missing: certainty"),
        ('"enoxaparin", "dalteparin"', '"enoxa", "dalteparin"', "table.after_blood: write"),
        ("{ iu_per_ml = 0.1,", "{", "table.low_level: write"),
        ("{ iu_per_ml = 0.1,", "{ iu_per_ml = 0,", "table.low_level: write"),
        ("{ iu_per_ml = 0.1,", "{ iu_per_ml = 101,", "table.low_level: write"),
        ("{ iu_per_ml = 0.1,", "{ iu_per_ml = true,", "table.low_level: write"),
        ("{ iu_per_ml = 0.1,", "{ iu_per_ml = 0.1, more = 1,", "table.low_level: write"),
        (
            'certainty = "secondary", drugs',
            'certainty = "sure", drugs',
            "table.low_level.certainty:",
        ),
        ('"rivaroxaban", "apixaban"', '"rivaroxa", "apixaban"', "table.low_level: write"),
        ('drug = "cilostazol"', 'drug = "aspirin"', "aspirin has a row all the same"),
        ('{ drug = "cilostazol",', '{ drog = "cilostazol",', "which drug has no row, and why"),
        ("[table]", "[tables]", "tables: no such key"),
        ("[[row]]\n", "[row]\n", "not TOML"),
    ],
)
def test_a_fault_is_told_with_its_place(old: str, new: str, says: str) -> None:
    told = faults((old, new))
    assert any(re.search(says, fault) for fault in told), told


def test_all_of_them_at_once() -> None:
    told = faults(("hold_hours = 0", "hold_hours = -1"), ('renal = "any"', 'renal = "bad"'))
    assert len(told) == 2


def test_no_drug_is_left_out_and_none_stands_twice() -> None:
    aspirin = TEXT[TEXT.index("[[row]]") : TEXT.index("[[row]]", TEXT.index("[[row]]") + 1)]
    assert "aspirin is left out" in "".join(faults((aspirin, "")))
    assert "aspirin any any stands here 2 times" in "".join(faults((aspirin, aspirin * 2)))
    high = aspirin.replace('"any"', '"high_therapeutic"', 1)
    assert "aspirin: rows for low and for high dose" in "".join(faults((aspirin, high)))


def test_a_file_of_something_else_is_no_table() -> None:
    with pytest.raises(ProtocolFaults, match="begins with \\[table\\]"):
        read_table("")
