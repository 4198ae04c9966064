"""docs/safety/mutation.md: how many of how many wrong rules are noticed. Nothing is rounded up.

What was run last is kept beside the page in mutation.json, module by module; the page is made from
it and from equivalent.toml, where each survivor that changes nothing is explained.
"""

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.mutation.mutants import MODULES, WORDING
from tests.tidy.files import ROOT, shown

FOLDER = ROOT / "docs" / "safety"
EQUIVALENT = Path(__file__).parent / "equivalent.toml"
DEMANDED = 95


@dataclass(frozen=True, order=True)
class Alive:
    """A mutant that no test noticed."""

    function: str
    text: str
    line: int = 0
    tests: int = 0


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What came of one module."""

    date: str
    commit: str
    mutants: int
    red: int
    timed_out: int
    unreadable: int
    alive: tuple[Alive, ...]


Runs = Mapping[str, Ran]
Reasons = Mapping[tuple[str, str, str], str]


def name(path: Path) -> str:
    """As it is written in equivalent.toml: "queries/pain.py"."""
    return shown(path).removeprefix("src/bloodpatch/pathway/")


def reasons(path: Path = EQUIVALENT) -> Reasons:
    """Why a survivor changes nothing, by module, function and how it reads."""
    listed = tomllib.loads(path.read_text("utf-8")).get("mutant", [])
    found = {(one["module"], one["function"], one["reads"]): one["because"] for one in listed}
    if len(found) < len(listed):
        raise ValueError("A mutant is explained twice.")
    return found


def kept(folder: Path = FOLDER) -> dict[str, Ran]:
    path = folder / "mutation.json"
    found = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return {
        module: Ran(**{**ran, "alive": tuple(Alive(**one) for one in ran["alive"])})
        for module, ran in found.items()
    }


def keep(runs: Runs, folder: Path = FOLDER) -> None:
    plain = {module: asdict(ran) for module, ran in sorted(runs.items())}
    (folder / "mutation.json").write_text(json.dumps(plain, indent=1) + "\n", "utf-8")
    (folder / "mutation.md").write_text(page(runs, reasons()), "utf-8")


def stale(runs: Runs, explained: Reasons) -> list[str]:
    """Explanations of what was not alive when its module was run last."""
    alive = {(module, a.function, a.text) for module, ran in runs.items() for a in ran.alive}
    return [" | ".join(key) for key in explained if key[0] in runs and key not in alive]


def unexplained(module: str, ran: Ran, explained: Reasons) -> list[Alive]:
    return [a for a in ran.alive if (module, a.function, a.text) not in explained]


def share(runs: Iterable[Ran]) -> str:
    told = list(runs)
    mutants = sum(ran.mutants for ran in told)
    noticed = mutants - sum(len(ran.alive) for ran in told)
    return f"{noticed * 1000 // mutants / 10:.1f} %" if mutants else "nothing to change"


HEAD = f"""\
# Whether the tests would notice a wrong rule

`make mutation` writes this page, `make mutation ONLY='rules/imaging stages/recovery'` a part of it.
Each module of the rules and the decisions is made wrong, one small change at a time (a mutant): a
comparison turned or moved by one, a condition always or never met, a rung or an answer left out, a
level, a cause or a code exchanged, a number one off, a finding not raised. The tests that reach the
place are run on it, until one turns red. What stays green is alive, and stands below.

In scope: `pathway/decide.py`, `findings.py`, `clinical/neurology.py`, all of `pathway/queries/` and
`pathway/rules/`, and of each stage and of `review` every module with a rung or a finding (all but
`choices`, `statements`, `events`, `commands`, `state`, `owes`). Not changed:
{", ".join(f"`{word}`" for word in sorted(WORDING))}; words for people; types; declared
fields. Other tests ask for those. `tests/mutation/mutants.py` says each change that is made.

At least {DEMANDED} % must be noticed, and whoever stays alive must be explained as equal: it
changes nothing that anybody could see. Score: noticed of all, the explained ones not taken off."""


def page(runs: Runs, explained: Reasons, paths: Sequence[Path] = MODULES) -> str:
    there = [name(path) for path in paths]
    told = {module: ran for module, ran in runs.items() if module in there}
    lines = [
        "| Module | Mutants | Noticed | Of them no end | Alive | Explained | Score | Run |",
        "|---|--:|--:|--:|--:|--:|--:|---|",
    ]
    for module in there:
        if ran := told.get(module):
            lines.append(row(module, ran, explained))
        else:
            lines.append(f"| {module} | | | | | | not run | |")
    alive = sum(len(ran.alive) for ran in told.values())
    open_ = sum(len(unexplained(m, ran, explained)) for m, ran in told.items())
    lines.append(
        f"| **All that was run** | {sum(r.mutants for r in told.values())} "
        f"| {sum(r.mutants for r in told.values()) - alive} "
        f"| {sum(r.timed_out for r in told.values())} | {alive} | {alive - open_} "
        f"| **{share(told.values())}** | |"
    )
    return "\n".join([HEAD, "", *lines, "", *living(told, explained)]) + "\n"


def row(module: str, ran: Ran, explained: Reasons) -> str:
    told = len(ran.alive) - len(unexplained(module, ran, explained))
    noticed = ran.mutants - len(ran.alive)
    return (
        f"| {module} | {ran.mutants} | {noticed} | {ran.timed_out} | {len(ran.alive)} | {told} "
        f"| {share([ran])} | {ran.date}, {ran.commit} |"
    )


def living(runs: Runs, explained: Reasons) -> list[str]:
    lines = ["## Alive", ""]
    for module, ran in runs.items():
        for a in ran.alive:
            because = explained.get((module, a.function, a.text), "**not explained**")
            asked = f"{a.tests} tests" if a.tests else "reached by no test"
            lines += [
                f"- {module}:{a.line} `{a.function or 'module'}` ({asked}): {because}",
                f"  `{a.text}`",
            ]
    return lines
