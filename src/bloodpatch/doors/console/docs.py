"""`bloodpatch docs`: write the reference from the code, or with --check say whether it is current.

The pages stand in the repository, so that they are read where the code is read, and so that a
change of the code shows what it changes for people. The same code always makes the same text.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from bloodpatch.doors.console.exits import Exit, Refusal
from bloodpatch.doors.console.reference import PAGES, SCHEMAS
from bloodpatch.doors.console.reference.markdown import Page

PLACE = Path("docs/reference")


def words(parser: ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="change nothing; say what is stale")
    parser.add_argument("--to", type=Path, default=PLACE, metavar="DIR", help=f"default: {PLACE}")


def run(said: Namespace) -> Exit:
    if not said.check and said.to == PLACE and not Path("pyproject.toml").exists():
        raise Refusal(
            Exit.USAGE,
            "This is not the top folder of the repository.",
            now="Go there first, or name a folder with --to.",
        )
    made = files()
    return check(said.to, made) if said.check else write(said.to, made)


def pages() -> tuple[Page, ...]:
    return tuple(make() for make in PAGES)


def files() -> dict[str, str]:
    """Every page, and what stands beside them for programs."""
    return {f"{page.name}.md": page.text() for page in pages()} | {
        name: make() for name, make in SCHEMAS.items()
    }


def write(folder: Path, made: dict[str, str]) -> Exit:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"{len(made)} files in {folder}.")
    return Exit.DONE


def check(folder: Path, made: dict[str, str]) -> Exit:
    """Every page that is not what the code makes, and every one that nothing makes."""
    there = {path.name: path.read_text("utf-8") for path in folder.glob("*.*")}
    stale = sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))
    for name in stale:
        fault = "is not what the code makes" if name in made else "is made by nothing; delete it"
        print(f"{folder / name} {fault}.")
    if stale:
        print("Run `make docs`, and look at what changed.")
        return Exit.FAULT
    return Exit.DONE
