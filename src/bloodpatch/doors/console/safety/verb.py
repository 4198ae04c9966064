"""`bloodpatch safety`: write the safety case from the hazard log, or with --check say if it is old.

docs/safety/hazards.toml is the only source of its words. The findings come from the code, and what
turned red when a control was taken out from docs/safety/controls.json, which the proof writes.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from bloodpatch.doors.console.exits import Exit, Refusal
from bloodpatch.doors.console.reference.markdown import Page
from bloodpatch.doors.console.safety import (
    deployment,
    hazard_log,
    removed_controls,
    safety_case,
    traceability,
)


def words(parser: ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="change nothing; say what is stale")


def run(said: Namespace) -> Exit:
    if not hazard_log.LOG.exists():
        raise Refusal(
            Exit.USAGE,
            f"There is no {hazard_log.LOG} here.",
            why="The safety case is made where the code is, from the hazard log.",
            now="Go to the top folder of the repository first.",
        )
    made = {hazard_log.PLACE / f"{page.name}.md": page.text() for page in pages()}
    return check(made) if said.check else write(made)


def pages(root: Path = Path()) -> tuple[Page, ...]:
    hazards = hazard_log.read(root / hazard_log.LOG)
    return (
        safety_case.page(hazards, removed_controls.read(root / removed_controls.KEPT)),
        deployment.page(hazards),
        traceability.page(hazards, root / "tests"),
    )


def write(made: dict[Path, str]) -> Exit:
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
    print(f"{len(made)} pages in {hazard_log.PLACE}.")
    return Exit.DONE


def check(made: dict[Path, str]) -> Exit:
    stale = [p for p, text in made.items() if not p.exists() or p.read_text("utf-8") != text]
    for path in stale:
        print(f"{path} is not what the hazard log makes.")
    if stale:
        print("Run `make docs`, and look at what changed.")
        return Exit.FAULT
    return Exit.DONE
