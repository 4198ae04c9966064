"""The files that the house rules are about: what git keeps, or would."""

import ast
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "bloodpatch"


@cache
def kept() -> tuple[Path, ...]:
    """Every file of the repository that is not ignored, committed or not yet."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return tuple(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())


def modules(folder: Path = PACKAGE) -> tuple[Path, ...]:
    """The Python files under a folder; migrations are written by a program."""
    return tuple(
        path
        for path in kept()
        if path.suffix == ".py" and folder in path.parents and "migrations" not in path.parts
    )


def texts() -> Iterator[tuple[Path, str]]:
    """Every text file of the repository; pictures and fonts hold no words."""
    for path in kept():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def listed(faults: Iterable[str]) -> str:
    """All of them, one to a line, where pytest itself would cut the list short."""
    return "\n" + "\n".join(faults)
