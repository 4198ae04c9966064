"""The sentences and small tables that the pages of the safety case have in common."""

from collections.abc import Iterable, Iterator
from importlib.util import find_spec

from bloodpatch.doors.console.reference.markdown import code, link
from bloodpatch.doors.console.safety.hazard_log import Hazard, Log, Score

MADE = "<!-- Made by `bloodpatch safety` from hazards.toml. Change that file, not this page. -->"
CASE = "case.md"


def draft(log: Log) -> str:
    if log.scores_confirmed_by:
        return f"The scores were confirmed by {log.scores_confirmed_by}."
    return (
        "**The scores are drafts.** They are a first guess of those who wrote the software, and no"
        " risk assessment until a clinical safety officer of the clinic has gone through them,"
        " changed what is wrong, and signed."
    )


def heading_of(hazard: Hazard) -> str:
    return f"{hazard.id} {hazard.title}"


def to(hazard: Hazard, page: str = "") -> str:
    return link(hazard.id, heading_of(hazard), page)


def all_of(hazards: Iterable[Hazard]) -> str:
    return ", ".join(hazard.id for hazard in hazards)


def scored(score: Score) -> str:
    said = f"severity {score.severity}, likelihood {score.likelihood}"
    return f"**{score.risk}** ({said}; draft)"


def name_of(control: str) -> str:
    """A control as people say it: the rest is over (recovery)."""
    module, _, function = control.partition(":")
    spoken = function.rpartition(".")[2].strip("_").replace("_", " ")
    return f"{spoken} ({code(module.removeprefix('bloodpatch.') + ':' + function)})"


def file_of(control: str) -> str:
    """The file that a control stands in; a package is its own first file."""
    module = control.partition(":")[0]
    path, found = f"src/{module.replace('.', '/')}", find_spec(module)
    return f"{path}/__init__.py" if found and found.submodule_search_locations else f"{path}.py"


def bullets(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"- {line}" for line in lines)
