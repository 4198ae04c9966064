"""docs/safety/figures.md: what was demanded, what was run, what came of it. Nothing is rounded up.

What was run last is kept beside the page in figures.json; the page is made from it alone.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path

from tests.prove.demands import DEMANDS, SEED, Demand
from tests.prove.running import Run, Tally
from tests.tidy.files import ROOT

FOLDER = ROOT / "docs" / "safety"

Runs = Mapping[str, Run]


class Verdict(StrEnum):
    HOLDS = "holds"
    FAILS = "FAILS"
    NO_TEETH = "FAILS: no teeth"
    SHORT = "holds so far, in fewer than demanded"
    LEFT_OUT = "not proven: a part could not run here"
    NOT_RUN = "not run yet"

    @property
    def red(self) -> bool:
        return self in (Verdict.FAILS, Verdict.NO_TEETH, Verdict.LEFT_OUT)


def verdict(demand: Demand, run: Run | None) -> Verdict:
    if run is None:
        return Verdict.NOT_RUN
    if run.proof.failed or not run.proof.tests:
        return Verdict.FAILS
    if run.teeth.failed or not run.teeth.tests:
        return Verdict.NO_TEETH
    if run.proof.left_out or run.teeth.left_out:
        return Verdict.LEFT_OUT
    return Verdict.SHORT if missing(demand, run.proof) else Verdict.HOLDS


def missing(demand: Demand, proof: Tally) -> list[str]:
    """What was demanded and not reached, in words."""
    return [
        f"{number(told)} of {number(wanted)} {name}"
        for name, wanted in demand.wanted.items()
        if not isinstance(told := proof.figures.get(name, 0), int) or told < wanted
    ]


def number(value: int | str) -> str:
    return f"{value:,}" if isinstance(value, int) else value


def page(runs: Runs, demands: tuple[Demand, ...] = DEMANDS) -> str:
    parts = [HEAD, table(runs, demands)]
    parts += [section(demand, runs.get(demand.name)) for demand in demands]
    return "\n\n".join(parts) + "\n"


HEAD = f"""\
# The figures

`make prove` writes this page, `make prove ONLY=kill` one part of it. Each demand is run in full
counts with seed {SEED}, and has *teeth*: tests in which the control is taken away, and which must
then see the harm. A demand that failed stands here as failing. What is not run yet says so.

These are proofs of the software on the machine that ran them, not of a clinic that uses it."""


def table(runs: Runs, demands: tuple[Demand, ...]) -> str:
    lines = ["| Demand | Result | Figures | Run |", "|---|---|---|---|"]
    for demand in demands:
        run = runs.get(demand.name)
        told = figures(run.proof) if run else ""
        when = run.date if run else ""
        title = f"[{demand.title}](#{anchor(demand.title)})"
        lines.append(f"| {title} | {verdict(demand, run)} | {told} | {when} |")
    return "\n".join(lines)


def anchor(title: str) -> str:
    return "".join(c for c in title.lower().replace(" ", "-") if c.isalnum() or c == "-")


def figures(tally: Tally) -> str:
    counts = [f"{number(v)} {name}" for name, v in tally.figures.items() if isinstance(v, int)]
    words = [f"{name}: {v}" for name, v in tally.figures.items() if isinstance(v, str)]
    return "; ".join(counts + words)


def section(demand: Demand, run: Run | None) -> str:
    lines = [f"## {demand.title}", "", demand.holds, ""]
    wanted = ", ".join(f"{number(n)} {name}" for name, n in demand.wanted.items())
    lines += [
        f"- Result: **{verdict(demand, run)}**",
        f"- Demanded: {wanted or 'all of its tests'}",
        f"- Command: `make prove ONLY={demand.name}`, which runs "
        + ", ".join(f"`{name}`" for name in demand.proof),
    ]
    lines += (
        told(demand, run)
        if run
        else [f"- Teeth, when it is run: {demand.off}", "- Not run yet in this file."]
    )
    return "\n".join(lines)


def told(demand: Demand, run: Run) -> list[str]:
    bitten = "no test turned red" if run.teeth.failed or not run.teeth.tests else "seen"
    found = figures(run.teeth)
    lines = [
        f"- Run: {counted(run.proof)}" + (f"; {figures(run.proof)}" if figures(run.proof) else ""),
        f"- Teeth: {demand.off} ({bitten}, in {counted(run.teeth)}{'; ' + found if found else ''})",
        f"- Seed {run.seed}, commit {run.commit}, run on {run.date} in {number(run.seconds)} s",
    ]
    lines += [f"- Reached only: {part}" for part in missing(demand, run.proof)]
    for words, names in (
        ("Failed", (*run.proof.failed, *run.teeth.failed)),
        ("Could not run here", (*run.proof.left_out, *run.teeth.left_out)),
    ):
        lines += [f"- {words}: `{name}`" for name in names]
    return lines


def counted(tally: Tally) -> str:
    return "1 test" if tally.tests == 1 else f"{number(tally.tests)} tests"


def kept(folder: Path = FOLDER) -> dict[str, Run]:
    """What was run last, by name; of demands that are no longer made, nothing."""
    path = folder / "figures.json"
    if not path.exists():
        return {}
    made = {demand.name for demand in DEMANDS}
    found = json.loads(path.read_text("utf-8"))
    return {name: run_of(one) for name, one in found.items() if name in made}


def run_of(plain: dict[str, object]) -> Run:
    return Run(**{**plain, **{name: tally_from(plain[name]) for name in ("proof", "teeth")}})


def tally_from(plain: object) -> Tally:
    assert isinstance(plain, dict)
    return Tally(plain["tests"], tuple(plain["failed"]), tuple(plain["left_out"]), plain["figures"])


def keep(runs: Runs, folder: Path = FOLDER) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    plain = {name: asdict(run) for name, run in runs.items()}
    (folder / "figures.json").write_text(json.dumps(plain, indent=1) + "\n", "utf-8")
    (folder / "figures.md").write_text(page(runs), "utf-8")
