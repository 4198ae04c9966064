"""Finds the numbers that are typed into a module, and the amounts that are typed into its words.

What is left out here is left out by its shape: none of these places can hold medicine. Whatever
else is allowed is named in `test_no_number_in_the_code.py`.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

HARMLESS = {0, 1, -1}
MADE_OF_TEXT = {"Decimal", "Fraction", "float", "int"}
SIZES = {"len", "bit_length"}
NO_MEDICINE = {"longest", "max_length", "places", "status", "status_code"}
"""Names of arguments: how long a text is, how many decimals, which answer of the web."""
LISTS = {"Enum", "IntEnum"}
DECLARE = {"whole", "number", "ascending"}
"""What declares a value of the protocol: `low` and `high` bound what a clinic may write."""
VALUES = {"Value", "Quantity", "Whole", "Score"}
"""What a class of values derives from. Its bounds are named by its `source`."""


@dataclass(frozen=True)
class Number:
    """`name` is the innermost function, class or constant that it stands in."""

    line: int
    said: str
    name: str
    bounds: bool = False
    """It bounds what a value can be, and is no limit of a treatment."""


def numbers(module: ast.Module) -> Iterator[Number]:
    """Every number but 0, 1 and -1 that stands where medicine could."""
    of_values = any(isinstance(node, ast.ClassDef) and is_value(node) for node in module.body)
    yield from within(module, "", bounds=of_values)


def within(node: ast.AST, name: str, *, bounds: bool) -> Iterator[Number]:
    if (said := number(node)) is not None:
        yield Number(getattr(node, "lineno", 0), said, name, bounds)
        return
    for child in children(node):
        inner = named(child, name)
        yield from within(child, inner, bounds=bounding(child, default=bounds))


def bounding(node: ast.AST, *, default: bool) -> bool:
    """Inside a function nothing is a bound; in the body of a class it is, if it is a value's."""
    if isinstance(node, ast.FunctionDef | ast.Lambda):
        return False
    return is_value(node) if isinstance(node, ast.ClassDef) else default


def is_value(node: ast.ClassDef) -> bool:
    return bool({last(base) for base in node.bases} & VALUES)


def children(node: ast.AST) -> Iterator[ast.AST]:
    """What stands inside a piece of a module, without the places where no medicine can be."""
    match node:
        case ast.Subscript(value=value):
            yield value
        case ast.Call(func=ast.Attribute(value=of, attr="group")):
            yield of  # which part of what was found
        case ast.Call(func=ast.Name(id=made)) if made in DECLARE:
            yield from (k for k in node.keywords if k.arg not in ("low", "high"))
        case ast.Compare(left=left, comparators=others) if any(map(is_size, [left, *others])):
            yield from (one for one in [left, *others] if number(one) is None)
        case ast.keyword(arg=str(name)) if name in NO_MEDICINE:
            return
        case ast.ClassDef(bases=bases) if {last(base) for base in bases} & LISTS:
            yield from (one for one in node.body if not isinstance(one, ast.Assign))
        case ast.arguments():
            yield from (d for arg, d in defaults(node) if arg not in NO_MEDICINE)
        case ast.Assign(targets=[ast.Name(id=name)]) if name in NO_MEDICINE:
            return
        case _:
            yield from ast.iter_child_nodes(node)


def defaults(node: ast.arguments) -> Iterator[tuple[str, ast.expr]]:
    arguments = [*node.posonlyargs, *node.args]
    tail = arguments[len(arguments) - len(node.defaults) :]
    yield from ((a.arg, d) for a, d in zip(tail, node.defaults, strict=True))
    by_name = zip(node.kwonlyargs, node.kw_defaults, strict=True)
    yield from ((a.arg, d) for a, d in by_name if d is not None)


def number(node: ast.AST) -> str | None:
    """The number that this is, unless it is a harmless one."""
    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            return None if value in HARMLESS else str(value)
        case ast.Call(func=made, args=[ast.Constant(value=str(text))]) if (
            last(made) in MADE_OF_TEXT
        ):
            return None if text in {"0", "1"} else text
    return None


def is_size(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and last(node.func) in SIZES


def last(node: ast.AST) -> str:
    """The last name of a.b.c."""
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def named(node: ast.AST, outer: str) -> str:
    """The function, the constant or the class that this is, or else the one that it is in."""
    match node:
        case _ if outer.endswith("()"):
            return outer
        case ast.FunctionDef(name=name):
            return f"{name}()"
        case ast.ClassDef(name=name):
            return name
        case ast.Assign(targets=[target]) | ast.AnnAssign(target=target):
            return last(target.elts[0] if isinstance(target, ast.Tuple) else target)
    return outer


# --- the amounts in words ---

FIGURE = (
    r"(?:\d+(?:[.,]\d+)?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half an?)\b)"
)
UNIT = (
    r"(?:(?:seconds?|min(?:ute)?s?|h(?:ou)?rs?|h|days?|nights?|weeks?|months?|years?"
    r"|(?:milli|micro|deci)?lit(?:re|er)s?|(?:kilo|milli|micro)?grams?"
    r"|(?:centi|milli)?met(?:re|er)s|m[lL]|mc?g|kg|cm|mm|mmHg|NRS|degrees?|°\s?[CF]|per ?cent"
    r"|patches|identifiers|attempts|points)\b|%(?![(}]))"
)
LIMIT = r"(?:more than|less than|older than|younger than|at least|at most|up to|over|under|above)"
ONE = r"one[ -](?:second|minute|hour|day|night|week|month|year)"
AMOUNT = re.compile(
    rf"(?<![\w/.-]){FIGURE}[\s\u00a0-]?{UNIT}|\b{LIMIT} {FIGURE}(?![\w-])|\b{ONE}\b", re.IGNORECASE
)
SPELLING = {"example", "title", "foreign"}
"""What a class of values says about how it is typed; so does a `ValueFault`."""
FAULTS = {"ValueFault", "ValueError", "TypeError"}


def amounts(module: ast.Module) -> Iterator[Number]:
    """Every amount in a text that people read: a figure with its unit, or behind "at least"."""
    for node, name in texts(module, ""):
        for found in AMOUNT.finditer(node.value):
            yield Number(node.lineno, found[0], name)


def texts(node: ast.AST, name: str) -> Iterator[tuple[ast.Constant, str]]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Expr(value=ast.Constant()):
                continue  # a docstring explains, and nobody acts on it
            case ast.Call(func=made) if last(made) in FAULTS:
                continue
            case ast.Constant(value=str()):
                yield child, name
                continue
        inner = named(child, name)
        if not (inner in SPELLING and isinstance(node, ast.ClassDef) and is_value(node)):
            yield from texts(child, inner)


COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}|<svg.*?</svg>", re.S)
TAG = re.compile(r"{{.*?}}|{%.*?%}", re.S)
SAID = re.compile(r"""{%\s*translate\s+(["'])(.*?)\1.*?%}""", re.S)


def amounts_of_page(template: str) -> list[str]:
    """The amounts that a template types itself; what it fills in comes from elsewhere."""
    words = SAID.sub(r" \2 ", COMMENT.sub(" ", template))
    return [found[0] for found in AMOUNT.finditer(TAG.sub(" ; ", words))]
