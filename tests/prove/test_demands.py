"""No full count is forgotten: what waits for BLOODPATCH_PROVE is named by a demand."""

import ast
import re

import pytest

from tests.prove.demands import DEMANDS
from tests.tidy.files import ROOT, modules, shown, tree

NAMED = [name for demand in DEMANDS for name in (*demand.proof, *demand.teeth)]
WAITS = re.compile(r"BLOODPATCH_PROVE|pytest\.mark\.prove|import FULL")
# Those that make the waiting, and its tests.
AROUND = ("tests/conftest.py", "tests/prove/", "tests/tidy/")


def waiting() -> list[str]:
    found = [shown(p) for p in modules(ROOT / "tests") if WAITS.search(p.read_text("utf-8"))]
    return [name for name in found if not name.startswith(AROUND)]


def test_every_file_with_a_full_count_is_run_by_some_demand() -> None:
    assert len(waiting()) >= 7
    assert set(waiting()) <= {name.partition("::")[0] for name in NAMED}


@pytest.mark.parametrize("name", sorted(set(NAMED)))
def test_what_a_demand_names_is_there(name: str) -> None:
    path, _, function = name.partition("::")
    made = {n.name for n in ast.walk(tree(ROOT / path)) if isinstance(n, ast.FunctionDef)}
    assert function in made if function else any(n.startswith("test_") for n in made)


def test_every_demand_has_its_name_its_count_and_its_teeth() -> None:
    assert len({demand.name for demand in DEMANDS}) == len(DEMANDS)
    assert all(d.proof and d.teeth and d.off and d.wanted for d in DEMANDS)
