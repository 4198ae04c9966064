"""console.md: the verbs of the `bloodpatch` command, and how it ends."""

from collections.abc import Iterator

from bloodpatch.doors.console.exits import MEANING
from bloodpatch.doors.console.reference.markdown import Page, code, heading, table
from bloodpatch.doors.console.reference.markdown import page as made
from bloodpatch.doors.console.verbs import VERBS

ABOUT = "The verbs of the `bloodpatch` command, and the codes with which it ends."


def page() -> Page:
    return made("console", "The bloodpatch command", ABOUT, verbs(), exit_codes())


def verbs() -> Iterator[str]:
    rows = ((code(f"bloodpatch {name}"), verb.says) for name, verb in VERBS.items())
    yield from table(("Verb", "Does"), rows)
    yield ""
    yield "`bloodpatch VERB --help` says which options it has."


def exit_codes() -> Iterator[str]:
    yield heading(2, "Exit codes")
    yield ""
    yield from table(("Code", "Means"), ((str(int(c)), says) for c, says in MEANING.items()))
