"""stages.md: the stages of the treatment, where a patient can be, and what is owed there."""

import re
from collections.abc import Iterator

from bloodpatch.doors.console.reference.markdown import (
    Page,
    code,
    first_sentence,
    heading,
    link,
    paragraphs,
    spoken,
    table,
)
from bloodpatch.doors.console.reference.markdown import page as made
from bloodpatch.pathway.episode import LADDER, PER_ROUND
from bloodpatch.pathway.treatment import DESKS, STAGES, Stage

ABOUT = "The stages in their order, the ladder that says where a patient is, and what is owed."

LADDER_SAYS = """\
It is never stored. Read it from the top: the first line that is true of the episode is where the
patient is."""

OWED_SAYS = """\
Obligations are computed from the episode. No open episode is ever without one. Each line is a
cause of its own; a test takes each away and sees that a patient would be lost."""


def page() -> Page:
    return made(
        "stages",
        "Stages",
        ABOUT,
        diagram(),
        rooms(),
        (heading(2, "Where a patient can be"), "", LADDER_SAYS, "", *ladder()),
        (heading(2, "What is owed"), "", OWED_SAYS, "", *owed()),
    )


def diagram() -> Iterator[str]:
    """The whole way in one picture: what is done once, and what is done for each patch."""
    width = max(len(stage.name) for stage in STAGES)
    yield "```"
    for stage in STAGES:
        name = stage.name
        side = "each patch |" if name in PER_ROUND else "           |"
        yield f"{side} {name:<{width}}  {served(stage)}".rstrip()
    yield "```"
    yield ""
    yield (
        "What is marked *each patch* is gone through once for each patch: a decision to repeat"
        " opens a new round, and the old one stays beside it with its history. The other stages"
        " belong to the whole episode."
    )


def served(stage: Stage) -> str:
    """The lines of the treatment that a stage names in its first line."""
    found = re.search(r"\((T\d[^)]*)\)", first_sentence(stage.about))
    return found.group(1) if found else ""


def rooms() -> Iterator[str]:
    for stage in (*STAGES, *DESKS):
        name = stage.name
        yield heading(2, name)
        yield ""
        yield from paragraphs(stage.about)
        yield ""
        permits = [act.name for act in stage.acts if act.permit]
        asked = (
            f" Asked beforehand: {', '.join(code(name) for name in permits)}." if permits else ""
        )
        yield f"{len(stage.acts)} commands, see {link(name, name, 'commands.md')}.{asked}"
        yield ""


def ladder() -> Iterator[str]:
    rows = (
        (str(number), place.label, code(place.value))
        for number, (place, _) in enumerate(LADDER, start=1)
    )
    yield from table(("", "Where", "Code"), rows)


def owed() -> Iterator[str]:
    rows = (
        (room.name, spoken(cause.__name__), first_sentence(cause.__doc__))
        for room in (*STAGES, *DESKS)
        for cause in room.owes
    )
    yield from table(("Stage", "Cause", "In words"), rows)
