"""Whoever reads a finding's code can guess the file that declares it.

A code is `noun.what`. The noun is the module of `rules/`, or the stage (or review, or amendment).
A module of rules that outgrew itself may keep its findings beside it, in `<noun>_findings.py`.
"""

import ast
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from bloodpatch.pathway import treatment
from bloodpatch.pathway.findings import KINDS, FindingKind
from tests.tidy.files import PACKAGE, listed, modules, shown

PATHWAY = PACKAGE / "pathway"
RULES = PATHWAY / "rules"
ONLY_GATHERS = {"__init__", "collected"}


def assigned(path: Path) -> Iterator[str]:
    """The names that a module gives by itself; what it imports is not its own."""
    for node in ast.parse(path.read_text("utf-8")).body:
        match node:
            case ast.Assign(targets=targets):
                yield from (one.id for one in targets if isinstance(one, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name


def kinds_in(value: Any) -> Iterator[FindingKind]:
    if isinstance(value, FindingKind):
        yield value
    elif isinstance(value, Mapping):
        yield from (kind for one in value.values() for kind in kinds_in(one))
    elif isinstance(value, tuple | list | frozenset | set):
        yield from (kind for one in value for kind in kinds_in(one))


def declared(path: Path) -> set[str]:
    dotted = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    module = import_module(dotted.removesuffix(".__init__"))
    return {kind.code for name in assigned(path) for kind in kinds_in(getattr(module, name))}


def noun(path: Path) -> str:
    if path.parent == RULES:
        return path.stem.removesuffix("_findings")
    return path.parent.name


def astray(path: Path, codes: set[str]) -> list[str]:
    return sorted(f"{shown(path)}: {c}" for c in codes if c.split(".")[0] != noun(path))


THE_CLOSED_LIST = PATHWAY / "findings.py"
DECLARED = {path: declared(path) for path in modules(PATHWAY) if path != THE_CLOSED_LIST}


def test_each_code_begins_with_the_name_of_its_file() -> None:
    assert treatment.ACTS  # every module of the pathway is loaded
    bad = [line for path, codes in DECLARED.items() for line in astray(path, codes)]
    assert bad == [], listed(bad)


def test_no_finding_is_declared_anywhere_else() -> None:
    assert set().union(*DECLARED.values()) == set(KINDS)


def test_each_module_of_rules_has_a_finding() -> None:
    bad = [
        shown(path)
        for path, codes in DECLARED.items()
        if path.parent == RULES and path.stem not in ONLY_GATHERS and not codes
        if not leans_on_findings(path)
    ]
    assert bad == [], listed(bad)


def leans_on_findings(path: Path) -> bool:
    """Whether a module raises findings of a `<noun>_findings` beside it."""
    tree = ast.parse(path.read_text("utf-8"))
    beside = {p.stem for p in RULES.glob("*_findings.py")}
    return any(
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in beside
        for node in ast.walk(tree)
    )


def test_the_package_of_a_stage_only_says_what_it_is() -> None:
    bad = [
        shown(path)
        for folder in (*sorted((PATHWAY / "stages").iterdir()), PATHWAY / "review")
        if (path := folder / "__init__.py").exists() and not only_a_docstring(path.read_text())
    ]
    assert bad == [], listed(bad)


def only_a_docstring(text: str) -> bool:
    tree = ast.parse(text)
    return len(tree.body) == 1 and ast.get_docstring(tree) is not None


def test_a_code_that_went_astray_is_caught() -> None:
    assert astray(RULES / "pain.py", {"weight.not_known"}) != []
    assert astray(RULES / "pain.py", {"pain.worse"}) == []
    assert astray(RULES / "pain_findings.py", {"pain.worse"}) == []
    assert astray(PATHWAY / "stages/recovery/rules.py", {"discharge.early"}) != []


def test_a_package_that_does_more_is_caught() -> None:
    assert not only_a_docstring('"""Recovery."""\n\nfrom bloodpatch import pathway\n')
    assert not only_a_docstring("")
    assert only_a_docstring('"""Recovery."""\n')
