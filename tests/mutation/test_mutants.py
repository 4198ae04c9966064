"""Each change that is said to be made is made, and reads as it is."""

import ast
from importlib import import_module

import pytest

from bloodpatch.pathway.findings import Cause, Level
from bloodpatch.pathway.values import Answer
from tests.mutation.mutants import MODULES, dotted, found_in, mutants
from tests.tidy.files import shown

NAMES = {"Level": Level, "Cause": Cause, "Answer": Answer, "later": 1, "surely_later": 1}


def changes(source: str) -> set[str]:
    found = found_in(ast.parse(source), "here", NAMES)
    return {mutant.text.partition(" -> ")[2] for mutant in found}


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("x = a < 3", {"x = a <= 3", "x = a >= 3", "x = a < 4", "x = a < 2"}),
        ("x = a >= b", {"x = a > b", "x = a < b"}),
        ("x = a is None", {"x = a is not None"}),
        ("x = a and b", {"x = a or b", "x = a", "x = b"}),
        ("x = not a", {"x = a"}),
        ("x = a + b", {"x = a - b", "x = a"}),
        ("x = True", {"x = False"}),
        ("x = a.earliest", {"x = a.latest"}),
        ("x = a.latest(B)", {"x = a.first(B)"}),
        ("x = later(a, b)", {"x = surely_later(a, b)"}),
        ("x = any(a)", {"x = all(a)"}),
        ("x = reversed(a)", {"x = a"}),
        ("x = Answer.YES", {"x = Answer.NO"}),
        ("x = Level.ADVISE", {"x = Level.HOLD", "x = Level.STOP"}),
        ("x = 'a.code'", {"x = 'xa.code'"}),
        ("x = 'some words'", set()),
        ("x = f(a, key=b)", {"x = f(a)"}),
        ("x = {a, b}", {"x = {a}", "x = {b}"}),
        ("x |= a", {"pass"}),
        ("yield a", {"yield from ()"}),
        ("yield FINDING(context, what='word')", {"yield from ()"}),
        ("return a", {"return None"}),
        ("return a == b", {"return None", "return a != b", "return a == b or True",
                           "return a == b and False"}),
        ("x = b if a else c", {"x = b", "x = c", "x = b if a or True else c",
                               "x = b if a and False else c"}),
    ],
)  # fmt: skip
def test_in_a_function(line: str, made: set[str]) -> None:
    assert changes(f"def f():\n    {line}") == made


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("LADDER = (one, two)", {"LADDER = (two,)", "LADDER = (one,)"}),
        ("K = declare(code='a.b', says='c', hazards=('H01',))",
         {"K = declare(code='xa.b', says='c', hazards=('H01',))"}),
        ("K = declare(level=Level.STOP, cause=Cause.MISSING)",
         {"K = declare(level=Level.ADVISE, cause=Cause.MISSING)",
          "K = declare(level=Level.HOLD, cause=Cause.MISSING)",
          "K = declare(level=Level.STOP, cause=Cause.PRESENT)"}),
        ("Kind = Callable[[A, B], C]", set()),
        ("from a import b", set()),
    ],
)  # fmt: skip
def test_at_the_level_of_a_module(line: str, made: set[str]) -> None:
    assert changes(line) == made


def test_what_is_made_twice_in_a_function_is_told_apart() -> None:
    whole = ast.parse("def f():\n    yield a\n    yield a")
    texts = [mutant.text for mutant in found_in(whole, "here", {})]
    assert texts == ["yield a -> yield from ()", "yield a -> yield from () #2"]


def test_a_change_is_undone_when_it_was_read() -> None:
    source = "def f():\n    return {1, 2} if a < b else c"
    whole = ast.parse(source)
    assert found_in(whole, "here", NAMES)
    assert ast.unparse(whole) == ast.unparse(ast.parse(source))


def test_every_room_with_a_rule_is_in_scope() -> None:
    """A rung takes the episode and the context; a finding is declared."""
    scope = {shown(path) for path in MODULES}
    assert len(scope) == len(MODULES)
    for part in ("decide.py", "queries/pain.py", "stages/recovery/rules.py", "booking/acts.py"):
        assert any(name.endswith(part) for name in scope)


@pytest.mark.parametrize("stem", ["red_flag", "rules", "decide"])
def test_each_is_another_module_that_can_be_read(stem: str) -> None:
    for path in (p for p in MODULES if p.stem == stem):
        whole, found = mutants(path, import_module(dotted(path)))
        assert found
        for mutant in found:
            before, _, after = mutant.text.partition(" -> ")
            assert before != after
            stood = mutant.swap(mutant.new)
            assert compile(whole, str(path), "exec")
            mutant.undo(stood)
