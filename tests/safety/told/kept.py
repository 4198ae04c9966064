"""The cells in which the product does not yet answer as the table says: counted, and only fewer.

`red.toml` has the number for each vocabulary and column. Write it anew, with the numbers of today,
after cells have turned green:

    PYTHONPATH=src python -m tests.safety.told
"""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from tests.safety.told.cells import Cell, Duty

FILE = Path(__file__).parent / "red.toml"
HEAD = "# Cells that are still wrong, by vocabulary and column. May only shrink; see kept.py.\n"

Red = dict[tuple[str, str], list[str]]
C = TypeVar("C", Cell, Duty)


def red(cells: Iterable[C], fault: Callable[[C], str]) -> Red:
    """Each fault, by vocabulary and column."""
    found: Red = {}
    for cell in cells:
        if why := fault(cell):
            found.setdefault((cell.vocabulary, cell.column), []).append(why)
    return found


def allowed(part: str) -> Counter[tuple[str, str]]:
    kept = tomllib.loads(FILE.read_text(encoding="utf-8")).get(part, {})
    columns = kept.get("columns", ())
    rows = kept.get("red", {}).items()
    return Counter({(v, c): n for v, row in rows for c, n in zip(columns, row, strict=True) if n})


def beyond(found: Red, part: str) -> list[str]:
    """Where more is red than is kept: how much more, and every cell there."""
    lines: list[str] = []
    for (vocabulary, column), cells in sorted(found.items()):
        if len(cells) > (most := allowed(part)[vocabulary, column]):
            lines.append(f"{vocabulary}, {column}: {len(cells)} are red, {most} are kept:")
            lines.extend(f"  {cell}" for cell in cells)
    return lines


def summary(found: Red, cells: int) -> str:
    by_column: Counter[str] = Counter()
    for (_, column), faults in found.items():
        by_column[column] += len(faults)
    parts = ", ".join(f"{column} {n}" for column, n in by_column.most_common())
    return f"{by_column.total()} of {cells} cells red" + (f" ({parts})" if parts else "")


def written(parts: dict[str, Red]) -> str:
    lines = [HEAD]
    for part, found in parts.items():
        columns = sorted({column for _, column in found})
        named = ", ".join(f'"{column}"' for column in columns)
        lines.extend((f"[{part}]", f"columns = [{named}]", f"[{part}.red]"))
        for vocabulary in sorted({v for v, _ in found}):
            row = ", ".join(str(len(found.get((vocabulary, c), ()))) for c in columns)
            lines.append(f'"{vocabulary}" = [{row}]')
        lines.append("")
    return "\n".join(lines)
