"""What is made wrong: one small change to one expression or statement of a module.

In scope are the rules and the decisions: MODULES. Of these not the wording (what a finding says,
its rule, its sources, hazards and lines of the treatment: other tests ask for those), nor types,
names, declared fields, nor what a command waits for (`depends_on`: a promise of the record).
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.tidy.files import PACKAGE, ROOT, tree

PATHWAY = PACKAGE / "pathway"
NO_RULES = {
    "__init__", "choices", "statements", "events", "commands", "state", "owes",
}  # fmt: skip
"""Modules of a stage in which no rung and no finding stands."""

MODULES = (
    *(PATHWAY / f"{name}.py" for name in ("decide", "findings", "clinical/neurology")),
    *sorted(p for p in PATHWAY.glob("review/*.py") if p.stem not in NO_RULES),
    *sorted(p for p in PATHWAY.glob("queries/*.py") if p.stem != "__init__"),
    *sorted(p for p in PATHWAY.glob("rules/*.py") if p.stem != "__init__"),
    *sorted(p for p in PATHWAY.glob("stages/*/*.py") if p.stem not in NO_RULES),
)
WORDING = frozenset(
    {"says", "rule", "clears", "source", "certainty", "treatment", "hazards", "replay"}
) | {"depends_on"}
CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
LONGEST = 90
PAIRS = (
    ast.Return, ast.Yield, ast.Subscript, ast.Dict, ast.comprehension, ast.For, ast.Lambda,
    ast.GeneratorExp, ast.ListComp, ast.SetComp,
)  # fmt: skip
"""Whoever is given a tuple here takes it apart: with a part left out it would only crash."""

COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
CALCULATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
CALLED = {
    "any": "all",
    "all": "any",
    "min": "max",
    "max": "min",
    "later": "surely_later",
    "surely_later": "later",
}
MEMBERS = {"earliest": "latest", "latest": "earliest"}
OF_A_DRAWER = {"first": "latest", "latest": "first"}


@dataclass(frozen=True, eq=False)
class Mutant:
    """One change: where it is, how it reads before and after, and how it is made."""

    module: str
    function: str  # "" at the level of the module
    text: str
    line: int
    lines: range  # of the statement that it is in
    top: ast.stmt = field(repr=False)  # that statement, or the whole of the module's
    owner: ast.AST = field(repr=False)
    place: str = field(repr=False)
    index: int | None = field(repr=False)
    new: ast.AST | None = field(repr=False)  # None: left out

    def swap(self, new: Any) -> Any:
        """Put this in its place, and tell what stood there."""
        held = getattr(self.owner, self.place)
        if self.index is None:
            setattr(self.owner, self.place, new)
            return held
        old, held[self.index : self.index + 1] = held[self.index], [] if new is None else [new]
        return old

    def undo(self, old: Any) -> None:
        held = getattr(self.owner, self.place)
        if self.index is None:
            setattr(self.owner, self.place, old)
        else:
            gone = 0 if self.new is None else 1
            held[self.index : self.index + gone] = [old]

    def unchanged(self) -> "Mutant":
        """What stands there now put in its own place: nothing may feel it."""
        held = getattr(self.owner, self.place)
        same = held if self.index is None else held[self.index]
        return Mutant(**{**vars(self), "new": same, "text": "as it is"})


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")


def mutants(path: Path, module: ModuleType) -> tuple[ast.Module, list[Mutant]]:
    """All that can be made wrong in a module, with the tree that it is made in."""
    whole = tree(path)
    return whole, found_in(whole, dotted(path).removeprefix("bloodpatch.pathway."), vars(module))


def found_in(whole: ast.Module, module: str, names: Mapping[str, Any]) -> list[Mutant]:
    found = Finder(module, names)
    for number, statement in enumerate(whole.body):
        found.statement(statement, whole, "body", number)
    return found.named()


class Finder:
    """Walks the statements of a module, and of each the expressions."""

    def __init__(self, module: str, names: Mapping[str, Any]) -> None:
        self.module, self.names = module, names
        self.found: list[Mutant] = []
        self.function: list[str] = []
        self.in_function = False
        self.top: ast.stmt = ast.Pass()
        self.header = range(0)
        self.around: list[ast.AST] = []

    def named(self) -> list[Mutant]:
        """A change that can be made twice in one function is told apart by a number."""
        times: Counter[tuple[str, str]] = Counter()
        for number, mutant in enumerate(self.found):
            times[mutant.function, mutant.text] += 1
            if (n := times[mutant.function, mutant.text]) > 1:
                self.found[number] = Mutant(**{**vars(mutant), "text": f"{mutant.text} #{n}"})
        return self.found

    # Statements

    def statement(self, node: ast.stmt, owner: ast.AST, place: str, index: int) -> None:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            return self.definition(node)
        held = ("test", "iter", "items", "value", "exc", "msg", "targets", "target", "subject")
        parts = [f for f in held if f in node._fields]
        if not self.in_function:
            self.top = node
            bound = isinstance(node, ast.Assign | ast.AnnAssign)
            if not bound or isinstance(node.value, ast.Subscript):  # the latter names a type
                return None
        ends = [getattr(node, p) for p in parts] if hasattr(node, "body") else [node]
        last = max((e.end_lineno for e in ends if isinstance(e, ast.AST)), default=node.lineno)
        self.header, self.around = range(node.lineno, last + 1), [node]
        if self.in_function:
            for new in instead_of_statement(node):
                self.add(node, owner, place, index, new)
        for part in ("test", "iter", "value", "exc"):
            child = getattr(node, part, None)
            if isinstance(child, ast.expr):
                self.expression(child, node, part, None)
        for part in ("body", "orelse", "finalbody"):
            for number, inner in enumerate(getattr(node, part, ())):
                self.statement(inner, node, part, number)
        return None

    def definition(self, node: ast.FunctionDef | ast.ClassDef) -> None:
        self.function.append(node.name)
        outside, self.in_function = self.in_function, isinstance(node, ast.FunctionDef)
        if isinstance(node, ast.FunctionDef):
            if not outside:
                self.top = node
            self.header, self.around = range(node.body[0].lineno, node.body[-1].lineno + 1), [node]
            for place in ("defaults", "kw_defaults"):
                for number, default in enumerate(getattr(node.args, place)):
                    if default is not None and not outside:
                        self.expression(default, node.args, place, number)
        for number, inner in enumerate(node.body):
            if isinstance(node, ast.FunctionDef) or isinstance(inner, ast.FunctionDef):
                self.statement(inner, node, "body", number)
        self.in_function = outside
        self.function.pop()

    # Expressions

    def expression(self, node: ast.expr, owner: ast.AST, place: str, index: int | None) -> None:
        for new in self.instead_of(node, owner, place):
            self.add(node, owner, place, index, new)
        self.around.append(node)
        left_out = self.what_can_be_left_out(node, owner)
        for part, value in ast.iter_fields(node):
            many = value if isinstance(value, list) else [value]
            for number, child in enumerate(many):
                at = number if isinstance(value, list) else None
                if isinstance(child, ast.keyword) and child.arg in WORDING:
                    continue
                if (node, part) in left_out and at is not None:
                    self.add(child, node, part, at, None)
                if isinstance(child, ast.keyword):
                    self.expression(child.value, child, "value", None)
                elif isinstance(child, ast.comprehension):
                    self.expression(child.iter, child, "iter", None)
                    for n, test in enumerate(child.ifs):
                        self.expression(test, child, "ifs", n)
                elif isinstance(child, ast.expr):
                    self.expression(child, node, part, at)
        self.around.pop()

    def what_can_be_left_out(self, node: ast.expr, owner: ast.AST) -> set[tuple[ast.expr, str]]:
        unpacked = isinstance(owner, ast.Assign) and isinstance(owner.targets[0], ast.Tuple)
        in_pairs = isinstance(owner, PAIRS)
        if isinstance(node, ast.Set | ast.List):
            return {(node, "elts")}
        if isinstance(node, ast.Tuple) and not unpacked and not in_pairs:
            return {(node, "elts")}
        if isinstance(node, ast.Call) and self.in_function and not is_finding(node):
            return {(node, "keywords")}
        return set()

    def instead_of(self, node: ast.expr, owner: ast.AST, place: str) -> Iterator[ast.expr]:
        """Each wrong expression that may stand in the place of this one."""
        if place in ("test", "ifs") or returns_truth(node, owner):
            yield ast.BoolOp(ast.Or(), [node, ast.Constant(True)])
            yield ast.BoolOp(ast.And(), [node, ast.Constant(False)])
        match node:
            case ast.Compare(ops=[op, *_]):
                for other in COMPARED[type(op)]:
                    yield ast.Compare(node.left, [other(), *node.ops[1:]], node.comparators)
            case ast.BoolOp(op=op):
                yield ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), node.values)
                for number in range(len(node.values)):
                    rest = node.values[:number] + node.values[number + 1 :]
                    yield rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                yield operand
            case ast.IfExp():
                yield node.body
                yield node.orelse
            case ast.BinOp(op=op):
                yield node.left
                if other := CALCULATED.get(type(op)):
                    yield ast.BinOp(node.left, other(), node.right)
            case ast.Constant():
                yield from self.constant(node, owner)
            case ast.Attribute():
                yield from self.attribute(node, owner)
            case ast.Call(func=ast.Name(id="reversed" | "sorted"), args=[first, *_]):
                yield first
            case ast.Name() if place == "func" and node.id in CALLED:
                if CALLED[node.id] in ("any", "all", "min", "max") or CALLED[node.id] in self.names:
                    yield ast.Name(CALLED[node.id], ast.Load())

    def constant(self, node: ast.Constant, owner: ast.AST) -> Iterator[ast.expr]:
        match node.value:
            case bool():
                yield ast.Constant(not node.value)
            case int():
                yield ast.Constant(node.value + 1)
                yield ast.Constant(node.value - 1)
            case str() if CODE.fullmatch(node.value) and not is_wording(node, self.around):
                yield ast.Constant(f"x{node.value}")

    def attribute(self, node: ast.Attribute, owner: ast.AST) -> Iterator[ast.expr]:
        called = isinstance(owner, ast.Call) and owner.func is node
        if other := (OF_A_DRAWER if called else MEMBERS).get(node.attr):
            yield ast.Attribute(node.value, other, ast.Load())
        kind = self.names.get(node.value.id) if isinstance(node.value, ast.Name) else None
        listed = isinstance(owner, ast.Set | ast.Tuple | ast.List)
        if isinstance(kind, type) and issubclass(kind, Enum) and not listed:
            names = [m.name for m in kind]
            if node.attr in names:
                at = names.index(node.attr)
                near = names[at + 1 :] + names[:at]
                for other in near if kind.__name__ == "Level" else near[:1]:
                    yield ast.Attribute(node.value, other, ast.Load())

    def add(
        self, old: ast.AST, owner: ast.AST, place: str, index: int | None, new: ast.AST | None
    ) -> None:
        if isinstance(new, ast.AST) and hasattr(old, "lineno"):
            new = ast.fix_missing_locations(ast.copy_location(new, old))
        mutant = Mutant(
            self.module, ".".join(self.function), "", getattr(old, "lineno", self.header.start),
            self.header, self.top, owner, place, index, new,
        )  # fmt: skip
        self.found.append(Mutant(**{**vars(mutant), "text": reading(mutant, self.around, old)}))


def reading(mutant: Mutant, around: list[ast.AST], old: ast.AST) -> str:
    """How it reads before and after, with as much around it as fits into a line."""
    readable = [a for a in (*around, old) if isinstance(a, ast.expr | ast.stmt)]
    for node in readable:
        if isinstance(node, ast.FunctionDef) or (hasattr(node, "body") and node in around[:1]):
            continue
        before = ast.unparse(node)
        if len(before) <= LONGEST and "\n" not in before:
            break
    stood = mutant.swap(mutant.new)
    try:
        after = ast.unparse(mutant.new if node is old and mutant.new else node)
        after = "left out" if node is old and mutant.new is None else after
    finally:
        mutant.undo(stood)
    return f"{before} -> {after}"


def instead_of_statement(node: ast.stmt) -> Iterator[ast.stmt]:
    nothing = ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load())))
    match node:
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            yield nothing
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Raise():
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
            yield ast.Pass()
        case ast.Break():
            yield ast.Continue()
        case ast.Return(value=ast.expr() as value) if not is_constant(value):
            yield ast.Return(ast.Constant(None))


def is_constant(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def returns_truth(node: ast.expr, owner: ast.AST) -> bool:
    calls = isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("any", "all", "bool")
    truth = isinstance(node, ast.BoolOp | ast.Compare) or calls
    return isinstance(owner, ast.Return) and truth


def is_finding(node: ast.AST) -> bool:
    """A kind of finding is called, and given what its sentence says."""
    if not isinstance(node, ast.Call):
        return False
    name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
    return bool(name.isupper())


def is_wording(node: ast.Constant, around: list[ast.AST]) -> bool:
    return any(is_finding(a) or isinstance(a, ast.JoinedStr) for a in around)
