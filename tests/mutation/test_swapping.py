"""A mutant that is put in its place is felt wherever the rule was held."""

import ast
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from tests.mutation import swapping
from tests.mutation.mutants import Mutant, found_in

HERE = "bloodpatch.pathway.rules_of_this_test"
SOURCE = """
import sys
from dataclasses import dataclass

@dataclass(frozen=True)
class Kind:
    code: str

class Said:
    @property
    def much(self):
        return 3

def three(limit=3):
    return limit + Said().much

def made(code):
    return Kind(f"room.{code}")

def maker():
    def rung():
        return 5

    return rung

LEAST = 7
RUNG = maker()
LADDER = (three, made)
LONGER = (*LADDER, len)
KIND = Kind("a.code")
OTHER = made("b")
HELD = {"ladder": LADDER}
ROOMS = (sys.modules[__name__],)
GATHERED = [rung for room in ROOMS for rung in room.LADDER]

def least():
    return LEAST

def longest(rungs=LADDER):
    return len(rungs)
"""


@pytest.fixture
def module(tmp_path: Path) -> Iterator[ModuleType]:
    path = tmp_path / "rules_of_this_test.py"
    path.write_text(SOURCE)
    spec = spec_from_file_location(HERE, path)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[HERE] = module
    spec.loader.exec_module(module)
    swapping.functions.cache_clear()
    yield module
    del sys.modules[HERE]
    swapping.functions.cache_clear()
    swapping.users.cache_clear()


def put(module: ModuleType, text: str) -> Mutant:
    whole = ast.parse(SOURCE)
    mutant = next(m for m in found_in(whole, "here", vars(module)) if m.text == text)
    swapping.put(mutant, whole, module, {HERE: list(whole.body)})
    return mutant


def test_a_function_keeps_its_identity_and_is_felt_through_the_ladder(module: ModuleType) -> None:
    held = module.HELD["ladder"][0]
    put(module, "return limit + Said().much -> return limit - Said().much")
    assert held() == 0


def test_so_is_a_property(module: ModuleType) -> None:
    put(module, "return 3 -> return 4")
    assert module.three() == 7


def test_so_is_a_function_that_another_made(module: ModuleType) -> None:
    held = module.RUNG
    put(module, "return 5 -> return 6")
    assert held() == 6
    assert module.maker()() == 6


def test_so_is_what_is_given_where_nothing_is_said(module: ModuleType) -> None:
    put(module, "3 -> 2")
    assert module.LADDER[0]() == 5


def test_a_number_is_another(module: ModuleType) -> None:
    put(module, "LEAST = 7 -> LEAST = 8")
    assert module.least() == 8


def test_a_rung_is_gone_from_each_ladder(module: ModuleType) -> None:
    put(module, "LADDER = (three, made) -> LADDER = (made,)")
    assert module.LADDER == (module.made,) == module.HELD["ladder"]
    assert (module.made, len) == module.LONGER


def test_what_is_gathered_from_many_rooms_is_gathered_again(module: ModuleType) -> None:
    put(module, "LADDER = (three, made) -> LADDER = (made,)")
    assert [module.made] == module.GATHERED


def test_whoever_is_given_a_list_where_nothing_is_said_uses_it(module: ModuleType) -> None:
    assert module.longest in swapping.users()["LADDER"]
    put(module, "LADDER = (three, made) -> LADDER = (made,)")
    assert module.longest() == 1


def test_also_from_one_of_another_module_that_takes_it_by_the_name_of_the_first(
    module: ModuleType,
) -> None:
    other = ModuleType(f"{HERE}_2")
    vars(other).update(first=module, __file__="")
    line = "LADDER = (*first.LADDER, len)"
    exec(line, vars(other))
    whole = ast.parse(SOURCE)
    mutant = next(m for m in found_in(whole, "here", vars(module)) if "LADDER = (made,)" in m.text)
    sys.modules[other.__name__] = other
    try:
        statements = {HERE: list(whole.body), other.__name__: ast.parse(line).body}
        swapping.put(mutant, whole, module, statements)
    finally:
        del sys.modules[other.__name__]
    assert (module.made, len) == other.LADDER


def test_a_declared_thing_is_filled_anew(module: ModuleType) -> None:
    kind = module.KIND
    put(module, "KIND = Kind('a.code') -> KIND = Kind('xa.code')")
    assert kind.code == "xa.code" == module.KIND.code


def test_what_a_changed_function_made_is_made_again(module: ModuleType) -> None:
    other = module.OTHER
    put(module, "return Kind(f'room.{code}') -> return None")
    assert other.code == "room.b"
    assert module.OTHER is None


def test_each_line_that_is_begun_is_told(module: ModuleType) -> None:
    told: set[swapping.Line] = set()
    swapping.tell_of_each_line(ast.parse(SOURCE), module, told.add)
    assert module.three() == 6
    lines = SOURCE.splitlines()
    assert {lines[number - 1].strip() for _, number in told} == {
        "return limit + Said().much",
        "return 3",
    }
