"""A mutant is put in the place of the rule in a process that has read everything already.

A function keeps its identity and is given the other code, so each ladder that holds it feels it.
What a module binds is worked out again, and each place that held the old value is given the new
one; what other modules made of it is worked out again too.
"""

import ast
import gc
import sys
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from types import CodeType, FunctionType, ModuleType
from typing import Any

from bloodpatch.pathway.findings import KINDS
from tests.mutation.mutants import Mutant

TELL = "_reached_by_a_test"
Line = tuple[str, int]
PATHWAY = "bloodpatch.pathway"
Statements = dict[str, list[ast.stmt]]
MANY = (tuple, frozenset, set, list, dict)


def codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for const in code.co_consts:
        if isinstance(const, CodeType):
            yield from codes(const)


@cache
def functions() -> dict[str, list[FunctionType]]:
    """By file, every function that was made from it, also beneath a property or a decorator."""
    found: dict[str, list[FunctionType]] = defaultdict(list)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType):
            found[thing.__code__.co_filename].append(thing)
    return found


@cache
def users() -> dict[str, list[FunctionType]]:
    """By name, every function of the pathway that uses one of that name."""
    found: dict[str, list[FunctionType]] = defaultdict(list)
    here = (m for n, m in sys.modules.items() if n.startswith(PATHWAY))
    for module in here:
        for function in functions()[str(module.__file__)]:
            used = {n for code in codes(function.__code__) for n in code.co_names}
            for name in used | given_to(function):
                found[name].append(function)
    return found


def given_to(function: FunctionType) -> set[str]:
    """The names of the lists that it is given where nothing is said."""
    given = (*(function.__defaults__ or ()), *(function.__kwdefaults__ or {}).values())
    lists = [value for value in given if isinstance(value, MANY)]
    return {n for n, v in function.__globals__.items() if any(v is one for one in lists)}


def put(mutant: Mutant, tree: ast.Module, module: ModuleType, statements: Statements) -> None:
    """Make the change. Raises whatever the changed module raises when it is read."""
    mutant.swap(mutant.new)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if mutant.function:
            changed_function(mutant, tree, module)
            name = mutant.function
        else:
            name = bind_again(mutant.top, module)
    again(name, module, bool(mutant.function), statements)


def compiled(tree: ast.Module, filename: str) -> dict[tuple[str, int], CodeType]:
    """The code of each function, by its name and the line that it begins on."""
    return {(c.co_qualname, c.co_firstlineno): c for c in codes(compile(tree, filename, "exec"))}


def tell_of_each_line(tree: ast.Module, module: ModuleType, tell: Callable[[Line], None]) -> None:
    """Have each function of a module tell which of its statements are begun."""
    filename = str(module.__file__)
    inside = [f for f in ast.walk(tree) if isinstance(f, ast.FunctionDef)]
    for node in {n: None for f in inside for n in ast.walk(f)}:
        for part in ("body", "orelse", "finalbody"):
            if isinstance(held := getattr(node, part, None), list):
                setattr(node, part, [s for line in held for s in (call(filename, line), line)])
    vars(module)[TELL] = tell
    new = compiled(ast.fix_missing_locations(tree), filename)
    for function in functions()[filename]:
        if code := new.get((function.__code__.co_qualname, function.__code__.co_firstlineno)):
            function.__code__ = code


def call(filename: str, statement: ast.stmt) -> ast.stmt:
    line = ast.Constant((filename, statement.lineno))
    return ast.copy_location(ast.Expr(ast.Call(ast.Name(TELL, ast.Load()), [line], [])), statement)


def changed_function(mutant: Mutant, tree: ast.Module, module: ModuleType) -> None:
    """Also one that another function has made, and that other, so that it makes the changed one."""
    filename = str(module.__file__)
    new = compiled(tree, filename)
    for function in functions()[filename]:
        code = function.__code__
        name = code.co_qualname.replace(".<locals>", "")
        if not f"{mutant.function}.".startswith(f"{name}."):
            continue
        function.__code__ = new[code.co_qualname, code.co_firstlineno]
        if name == mutant.function and mutant.place in ("defaults", "kw_defaults"):
            value = eval(compile(ast.Expression(mutant.new), filename, "eval"), vars(module))
            given = list(function.__defaults__ or ())
            if mutant.place == "defaults":
                given[mutant.index or 0] = value
                function.__defaults__ = tuple(given)
            else:
                arguments = mutant.owner.kwonlyargs  # type: ignore[attr-defined]
                (function.__kwdefaults__ or {})[arguments[mutant.index or 0].arg] = value


def bound(statement: ast.stmt) -> str:
    """The name that a statement of a module binds; "" for another statement."""
    targets = getattr(statement, "targets", None) or [getattr(statement, "target", None)]
    return targets[0].id if isinstance(targets[0], ast.Name) else ""


def bind_again(statement: ast.stmt, module: ModuleType) -> str:
    """Run a statement of a module again. What was declared a second time replaces the first."""
    name, space = bound(statement), dict(vars(module))
    declared = dict(KINDS)
    KINDS.clear()
    try:
        code = compile(ast.Module([statement], []), str(module.__file__), "exec")
        exec(code, space)
    finally:
        KINDS.clear()
        KINDS.update(declared)
    replace(vars(module)[name], space[name], name)
    for code_before, kind in declared.items():
        if kind.code != code_before:
            KINDS[kind.code] = KINDS.pop(code_before)
    return name


def is_value(thing: Any) -> bool:
    """An object of ours that can be filled anew: a kind of finding, an act."""
    return hasattr(thing, "__dataclass_fields__") and not isinstance(thing, type)


def replace(old: Any, new: Any, name: str = "") -> None:
    """Each place that holds the old value is given the new one."""
    if isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new):
        pairs = [(o, n) for o, n in zip(old, new, strict=True) if o is not n]
        if all(is_value(o) and type(o) is type(n) for o, n in pairs):
            for o, n in pairs:
                replace(o, n)
            return
    if is_value(old) and type(old) is type(new):
        vars(old).clear()
        vars(old).update(vars(new))
    elif isinstance(old, MANY) and old:
        for holder in gc.get_referrers(old):
            give(holder, old, new)
    else:
        # A number or a member of a list is held everywhere: it is replaced where it has this name.
        for module in [m for n, m in sys.modules.items() if n.startswith(PATHWAY)]:
            if name in vars(module) and vars(module)[name] is old:
                setattr(module, name, new)


def give(holder: Any, old: Any, new: Any) -> None:
    if isinstance(holder, dict):
        for key in [k for k, v in holder.items() if v is old]:
            holder[key] = new
    elif type(holder) is tuple and any(part is old for part in holder):
        replace(holder, tuple(new if part is old else part for part in holder))
    elif is_value(holder):
        for key in [k for k, v in vars(holder).items() if v is old]:
            vars(holder)[key] = new
    elif isinstance(holder, FunctionType) and holder.__defaults__ is old:
        holder.__defaults__ = new


def again(name: str, module: ModuleType, called: bool, statements: Statements) -> None:
    """Work out again what other statements, of any module, made of what has changed."""
    for where, statement in made_of(name, module, called, statements):
        bind_again(statement, where)


def made_of(
    name: str, module: ModuleType, called: bool, statements: Statements
) -> list[tuple[ModuleType, ast.stmt]]:
    """The statements in which this name is used, and those in which what they bind is used.

    Of a function that is only held, and not called, nothing is made.
    """
    found: list[tuple[ModuleType, ast.stmt]] = []
    waiting = [(name, module)] if name in vars(module) else []
    while waiting:
        name, module = waiting.pop(0)
        value = vars(module)[name]
        for where, lines in statements.items():
            space = vars(other := sys.modules[where])
            for line in lines:
                new = bound(line)
                if not new or (new, other) == (name, module) or (other, line) in found:
                    continue
                if any(is_meant(n, value, space) for n in named(line)[called].get(name, ())):
                    found.append((other, line))
                    waiting.append((new, other))
        called = False
    return found


Named = dict[str, list[ast.Name | ast.Attribute]]


@cache
def named(statement: ast.stmt) -> tuple[Named, Named]:
    """The names that stand in a statement, and those of them that are called in it."""
    nodes = list(ast.walk(statement))
    some: Named = defaultdict(list)
    called: Named = defaultdict(list)
    for node in nodes:
        if isinstance(node, ast.Name | ast.Attribute):
            some[node.id if isinstance(node, ast.Name) else node.attr].append(node)
        if isinstance(node, ast.Call) and isinstance(what := node.func, ast.Name | ast.Attribute):
            called[what.id if isinstance(what, ast.Name) else what.attr].append(what)
    return some, called


def is_meant(node: ast.Name | ast.Attribute, value: Any, space: dict[str, Any]) -> bool:
    """Whether a name is that of this value: also `rules.rung` of a module, and `room.ACTS` where
    `room` goes through many."""
    if isinstance(node, ast.Name):
        return space.get(node.id) is value
    owner = node.value.id if isinstance(node.value, ast.Name) else ""
    return getattr(space[owner], node.attr, None) is value if owner in space else bool(owner)
