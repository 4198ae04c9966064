"""The two contracts of our own that `lint-imports` holds, besides those it brings along.

`pyproject.toml` names them under `contract_types`, and holds the stairs as data.
"""

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from grimp import ImportGraph
from importlinter.application import output
from importlinter.domain import fields
from importlinter.domain.contract import Contract, ContractCheck


class Stairs(Contract):
    """Each module of a package stands on a step, and imports from its own step or from below.

    A step is a line of patterns, the lowest first: a name without the package's own, in which `*`
    stands for one part and a last `**` for any number of parts. Where several patterns fit a
    module, the one that says most of its name counts. A module that stands on no step breaks the
    contract; on one step modules may import each other, and `no_cycle` sees to it that no circle
    comes of it.
    """

    type_name = "stairs"

    package = fields.StringField()
    steps = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        package, patterns = str(self.package), list(patterns_of(self.steps))
        inside = sorted(m for m in graph.modules if m.startswith(f"{package}."))
        step = {m: step_of(m.removeprefix(f"{package}."), patterns) for m in inside}
        wrong = [f"{m} stands on no step" for m, number in step.items() if number is None]
        for importer in inside:
            for imported in sorted(graph.find_modules_directly_imported_by(importer)):
                here, there = step[importer], step.get(imported)
                if here is not None and there is not None and there > here:
                    lines = lines_of(graph, importer, imported)
                    wrong.append(f"{importer} (step {here}) imports {imported} ({there}){lines}")
        return ContractCheck(kept=not wrong, metadata={"wrong": wrong})

    def render_broken_contract(self, check: ContractCheck) -> None:
        render(check.metadata["wrong"])


class NoCycle(Contract):
    """No module of a package imports itself by way of others, type hints included."""

    type_name = "no_cycle"

    package = fields.StringField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        package = str(self.package)
        inside = {m for m in graph.modules if m == package or m.startswith(f"{package}.")}
        imports = {m: inside & graph.find_modules_directly_imported_by(m) for m in inside}
        circle = circle_in(imports)
        wrong = [f"{one} imports {other}" for one, other in pairwise(circle)]
        return ContractCheck(kept=not wrong, metadata={"wrong": wrong})

    def render_broken_contract(self, check: ContractCheck) -> None:
        render(check.metadata["wrong"])


def patterns_of(steps: Iterable[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for number, line in enumerate(steps, start=1):
        for pattern in line.split():
            yield number, tuple(pattern.split("."))


def step_of(name: str, patterns: Iterable[tuple[int, tuple[str, ...]]]) -> int | None:
    """The number of the step on which a module stands: that of the pattern that says most."""
    parts = tuple(name.split("."))
    fitting = [(said(pattern), number) for number, pattern in patterns if fits(parts, pattern)]
    return max(fitting)[1] if fitting else None


def fits(parts: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    if pattern[-1] == "**":
        pattern = pattern[:-1]
        if len(parts) <= len(pattern):
            return False
        parts = parts[: len(pattern)]
    if len(parts) != len(pattern):
        return False
    return all(p in ("*", part) for part, p in zip(parts, pattern, strict=True))


def said(pattern: tuple[str, ...]) -> tuple[int, int]:
    """How much of a name a pattern says: the words that are not stars, then the single stars."""
    return sum(p not in ("*", "**") for p in pattern), pattern.count("*")


def circle_in(imports: Mapping[str, Iterable[str]]) -> list[str]:
    """One circle of imports, if there is any, beginning and ending with the same module."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as found:
        circle: list[str] = found.args[1]
        return circle[::-1]
    return []


def lines_of(graph: ImportGraph, importer: str, imported: str) -> str:
    found = graph.get_import_details(importer=importer, imported=imported)
    return "".join(f", l.{detail['line_number']}" for detail in found)


def render(wrong: Iterable[str]) -> None:
    for line in wrong:
        output.print(f"- {line}")
    output.new_line()
