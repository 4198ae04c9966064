"""H08, H10: a clinical fact counts at each permit, in whichever form it was told.

Each word of each vocabulary, in each command that can tell it, to an otherwise healthy patient
just before each permit: what the product answers is held against a table that was written apart
from it (`told/`). What is not yet right is counted in `told/red.toml`, and may only become less.
"""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from tests.safety.told import asking, kept, parts
from tests.safety.told.closed_lists import FIELDS, known_words
from tests.safety.told.levels import NOTHING, PERMITS, STOP
from tests.safety.told.patients import just_before
from tests.safety.told.words import ALL, WORDS

CELLS = parts.PARTS["permits"].cells
HERE = Path(__file__).parent / "told"
THE_TABLE = ("symptoms", "flags", "signs", "diagnoses", "adverse", "headache", "measured")
THE_REST = ("background", "levels", "words", "cells", "more_ways", "ways")
THE_WAYS = ("ways_of_asking", "ways_of_naming", "ways_of_measuring", "ways_of_the_headache")


@pytest.mark.parametrize("part", parts.PARTS)
def test_no_more_is_red_than_is_kept(part: str) -> None:
    found = parts.red(part)
    print(f"{part}: {kept.summary(found, len(parts.PARTS[part].cells))}")
    more = kept.beyond(found, part)
    assert not more, "\n".join(("more is red than is kept in told/red.toml:", *more))


def test_no_cell_is_kept_that_is_not_asked() -> None:
    for part, asked in parts.PARTS.items():
        columns = {(cell.vocabulary, cell.column) for cell in asked.cells}
        assert set(kept.allowed(part)) <= columns


def test_the_table_is_not_empty() -> None:
    sizes = {part: len(asked.cells) for part, asked in parts.PARTS.items()}
    assert len(ALL) > 500
    assert sizes["permits"] > 7000, sizes
    assert sizes["then_no"] > 800, sizes
    assert sizes["once_gone"] > 20, sizes
    assert sizes["owed"] == sizes["later"] > 500, sizes
    assert {cell.vocabulary for cell in CELLS} == set(WORDS)
    assert {cell.permit for cell in CELLS} == set(PERMITS)


@pytest.mark.parametrize("vocabulary", FIELDS)
def test_every_word_is_in_the_table(vocabulary: str) -> None:
    written = {word.split()[0] for word in WORDS[vocabulary]}
    assert known_words(vocabulary) - written == set() or vocabulary.endswith("denied")
    assert written - known_words(vocabulary) == set()


@pytest.mark.parametrize("permit", PERMITS)
def test_nothing_stands_in_the_way_of_the_healthy_patient(permit: str) -> None:
    found = asking.asked(just_before()[permit], permit)
    assert not any(asking.NAMES[level] in ("hold", "stop") for _, level in found), found


@pytest.mark.parametrize("module", [*THE_TABLE, *THE_REST, *THE_WAYS])
def test_the_table_knows_nothing_of_the_product(module: str) -> None:
    tree = ast.parse((HERE / f"{module}.py").read_text(encoding="utf-8"))
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))
    names = [getattr(node, "module", None) or node.names[0].name for node in imports]
    assert not [name for name in names if name.startswith(("bloodpatch", "story", "journey"))]


def test_a_cell_that_is_wrong_is_found() -> None:
    """The table has teeth: what is turned round in it is red, in both directions."""
    stop = next(c for c in CELLS if c.wanted == STOP and not asking.wrong(c))
    harmless = next(c for c in CELLS if c.wanted == NOTHING and not asking.wrong(c))
    assert asking.wrong(replace(stop, wanted=NOTHING))
    assert asking.wrong(replace(harmless, wanted=STOP))


def test_more_red_than_kept_is_told_with_its_cells() -> None:
    found = {("symptom", "decide"): [f"cell {number}" for number in range(10_000)]}
    lines = kept.beyond(found, "permits")
    assert lines[0].startswith("symptom, decide: 10000 are red")
    assert len(lines) == 1 + len(found["symptom", "decide"])
