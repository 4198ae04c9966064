"""Names: what has no name yet has no place yet."""

from pathlib import Path

import pytest

from tests.tidy.files import ROOT, listed, modules, shown

NAMELESS = {"base", "common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}


def nameless(path: Path) -> set[str]:
    """The parts of a module's path, packages and file, that say nothing of what is inside."""
    return {*path.parts, path.stem} & NAMELESS


def test_every_module_and_package_says_what_is_inside() -> None:
    bad = [
        shown(path)
        for folder in ("src", "tests", "tools", "benchmarks")
        for path in modules(ROOT / folder)
        if nameless(path.relative_to(ROOT))
    ]
    assert bad == [], listed(bad)


@pytest.mark.parametrize("path", ["pathway/utils.py", "doors/common/page.py", "record/base.py"])
def test_a_nameless_path_is_caught(path: str) -> None:
    assert nameless(Path(path))


def test_a_name_that_only_contains_such_a_word_is_fine() -> None:
    assert nameless(Path("record/database.py")) == set()
