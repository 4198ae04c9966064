"""Sizes: a room that fits on a screen is read; one that does not is skimmed.

Median module <= 80 lines, 90 % <= 220, none above 400; a function <= 50; a line <= 100 columns.
A file that cannot keep to it yet stands in RATCHET with its size, which may only shrink.
"""

import ast
from pathlib import Path
from statistics import median

import pytest

from tests.tidy.files import PACKAGE, ROOT, kept, listed, modules, shown, tree

LINES_MEDIAN, LINES_MOST, LINES_ALL, SHARE_MOST = 80, 220, 400, 0.9
FUNCTION_LINES, COLUMNS = 50, 100
RATCHET: dict[str, int] = {}


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def spread_faults(sizes: dict[str, int]) -> list[str]:
    """What is wrong with a set of modules, each given with its number of lines."""
    faults = [
        f"{name} has {size} lines, {allowed} are allowed: give one thought of it a name and a file"
        for name, size in sizes.items()
        if size > (allowed := RATCHET.get(name, LINES_ALL))
    ]
    middle = median(sizes.values())
    if middle > LINES_MEDIAN:
        faults.append(f"the median module has {middle:g} lines, {LINES_MEDIAN} are allowed")
    small = sum(size <= LINES_MOST for size in sizes.values()) / len(sizes)
    if small < SHARE_MOST:
        largest = sorted(sizes, key=lambda name: -sizes[name])[:5]
        faults.append(
            f"{small:.0%} of the modules have at most {LINES_MOST} lines, {SHARE_MOST:.0%} must; "
            f"the largest: {', '.join(largest)}"
        )
    return faults


def long_functions(module: ast.Module) -> list[str]:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = [node for node in ast.walk(module) if isinstance(node, functions)]
    sized = {node: (node.end_lineno or node.lineno) - node.lineno + 1 for node in found}
    return [f"{f.name} has {size} lines" for f, size in sized.items() if size > FUNCTION_LINES]


def wide_lines(text: str) -> list[int]:
    return [n for n, line in enumerate(text.splitlines(), 1) if len(line) > COLUMNS]


def test_modules_are_small() -> None:
    faults = spread_faults({shown(path): lines(path) for path in modules()})
    assert faults == [], listed(faults)


def test_test_files_are_small() -> None:
    large = {shown(p): lines(p) for p in modules(ROOT / "tests") if lines(p) > LINES_ALL}
    assert large == {}


def test_functions_are_short() -> None:
    written = (*modules(), *modules(ROOT / "tools"), *modules(ROOT / "tests"))
    # A journey is a story, told from its beginning to its end without a step into the next room.
    told = ROOT / "tests" / "journeys"
    written = tuple(
        path
        for path in written
        if not path.name.startswith("test_from_") or told not in path.parents
    )
    faults = [f"{shown(path)}: {fault}" for path in written for fault in long_functions(tree(path))]
    assert faults == [], listed(faults)


def test_lines_fit() -> None:
    # The cases quote the words of published reports, however long.
    data = [p for p in kept() if p.suffix == ".toml" and "cases" not in p.parts]
    read_by_people = [*modules(ROOT), *data]
    wide = [
        f"{shown(path)}:{line}" for path in read_by_people for line in wide_lines(path.read_text())
    ]
    assert wide == [], listed(wide)


def test_what_the_ratchet_holds_is_still_needed() -> None:
    assert {name: size for name, size in RATCHET.items() if lines(ROOT / name) < size} == {}
    assert PACKAGE.is_dir()


@pytest.mark.parametrize(
    ("sizes", "caught"),
    [
        ({"a": 10, "b": 401, **dict.fromkeys(map(str, range(20)), 10)}, "b has 401 lines"),
        ({"a": 10, "b": 81, "c": 82}, "median"),
        (dict.fromkeys("abcdefghi", 10) | {"x": 221, "y": 230}, "82% of the modules"),
    ],
)
def test_a_bad_spread_is_caught(sizes: dict[str, int], caught: str) -> None:
    (fault,) = spread_faults(sizes)
    assert caught in fault


def test_a_long_function_is_caught() -> None:
    body = "\n".join(["    pass"] * FUNCTION_LINES)
    assert long_functions(ast.parse(f"def far():\n{body}\n")) == ["far has 51 lines"]


def test_a_wide_line_is_caught() -> None:
    assert wide_lines("x" * 100 + "\n" + "x" * 101) == [2]
