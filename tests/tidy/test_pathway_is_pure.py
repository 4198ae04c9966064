"""The medicine is pure: standard library only, no clock, no chance, no input or output.

Who wants to know the time there, takes it as an argument; then a night shift can be replayed.
"""

import ast
import sys

import pytest

from tests.tidy.files import PACKAGE, listed, modules, shown, tree

ALLOWED_FROM_HERE = "bloodpatch.pathway"
# Each of these knows something that was not given to it, or changes something outside.
IMPURE = {
    *("asyncio", "ctypes", "getpass", "glob", "importlib", "inspect", "io", "json", "locale"),
    *("logging", "multiprocessing", "os", "pathlib", "platform", "random", "secrets", "select"),
    *("shutil", "signal", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading"),
    *("time", "urllib", "uuid", "warnings"),
}
CLOCKS = {"now", "utcnow", "today"}
ACTS = {"__import__", "breakpoint", "compile", "eval", "exec", "input", "open", "print"}


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or "." if not node.level else "."]
    return []


def impure(name: str) -> bool:
    if name == ALLOWED_FROM_HERE or name.startswith(ALLOWED_FROM_HERE + "."):
        return False
    top = name.split(".")[0]
    return top in IMPURE or top not in sys.stdlib_module_names


def asks_a_clock(node: ast.AST) -> bool:
    """`datetime.now`, `date.today` and the like; an attribute `now` of our own is none."""
    if not isinstance(node, ast.Attribute) or node.attr not in CLOCKS:
        return False
    owner = node.value
    name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
    return name in {"datetime", "date", "dt"}


def faults(module: ast.Module) -> list[str]:
    found = []
    for node in ast.walk(module):
        found += [f"line {node.lineno}: imports {n}" for n in imported(node) if impure(n)]
        if asks_a_clock(node):
            found.append(f"line {node.lineno}: asks a clock; take the instant as an argument")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ACTS:
            found.append(f"line {node.lineno}: calls {node.func.id}()")
    return found


def test_the_medicine_is_pure() -> None:
    rooms = modules(PACKAGE / "pathway")
    found = [f"{shown(path)} {fault}" for path in rooms for fault in faults(tree(path))]
    assert found == [], listed(found)


@pytest.mark.parametrize(
    "snippet",
    [
        "import time",
        "from random import choice",
        "import os.path",
        "import django.db",
        "from bloodpatch.record import handle",
        "from . import values",
        "import datetime\ndatetime.datetime.now()",
        "from datetime import date\nlater = date.today",
        "open('a')",
    ],
)
def test_an_impurity_is_caught(snippet: str) -> None:
    assert faults(ast.parse(snippet))


@pytest.mark.parametrize(
    "snippet",
    [
        "from bloodpatch.pathway.values import When",
        "from datetime import datetime\ndatetime.fromisoformat('2026-11-22')",
        "def decide(context): return context.now",
    ],
)
def test_pure_code_is_left_alone(snippet: str) -> None:
    assert faults(ast.parse(snippet)) == []
