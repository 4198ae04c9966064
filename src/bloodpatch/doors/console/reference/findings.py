"""findings.md: the closed list of what can speak against an act, or is worth knowing before it."""

from collections.abc import Iterator

from bloodpatch.doors.console.finding_lines import CONFIRM
from bloodpatch.doors.console.reference.markdown import (
    Page,
    code,
    codes,
    heading,
    link,
    table,
)
from bloodpatch.doors.console.reference.markdown import page as made
from bloodpatch.doors.ui.chapters import EVERY_RULE, Chapter, chapters
from bloodpatch.pathway.findings import FindingKind, Level
from bloodpatch.pathway.protocol import Certainty
from bloodpatch.record.protocols import shipped, shipped_citations, shipped_names

ABOUT = "Every stop, hold and advice: its sentence, its rule, its source, and what would clear it."

LEVELS = """\
- **stop**: nobody overrides it. Only the fact, or a recorded review where the rule says so, lifts
  it.
- **hold**: a physician may override it, by name and with a reason.
- **advise**: shown, never blocks.

*Present* means that a fact speaks against it; *missing* means that nobody asked. Names in braces
are what the rule saw; an override lapses when one of them changes, but for those marked as moving
with the clock. H-numbers are hazards, T-numbers lines of the treatment. Staff read the same list,
with the values in force at their clinic and with how often each rule was recorded against or
overridden there, under *Rules*, *Every rule*."""


def page() -> Page:
    told = chapters(EVERY_RULE.values())
    sections = [line for chapter in told for line in of_chapter(chapter)]
    kinds = tuple(kind for chapter in told for kind in chapter.kinds)
    return made("findings", "Findings", ABOUT, (LEVELS,), overview(kinds), sections)


def overview(kinds: tuple[FindingKind, ...]) -> Iterator[str]:
    count = {level: sum(kind.level is level for kind in kinds) for level in Level}
    said = ", ".join(f"{count[level]} {level.name.lower()}" for level in sorted(Level)[::-1])
    yield heading(2, "All of them")
    yield ""
    yield f"{len(kinds)} findings: {said}."
    yield ""
    yield from table(
        ("Finding", "Level", "Cause", "Treatment", "Hazards"),
        (
            (
                link(kind.code, kind.code),
                kind.level.name.lower(),
                kind.cause.value,
                ", ".join(kind.treatment),
                ", ".join(kind.hazards),
            )
            for kind in kinds
        ),
    )


def of_chapter(chapter: Chapter) -> Iterator[str]:
    yield heading(2, chapter.title)
    yield ""
    for kind in chapter.kinds:
        yield from of_kind(kind)
        yield ""


def of_kind(kind: FindingKind) -> Iterator[str]:
    yield heading(3, kind.code)
    yield ""
    yield f"> {kind.says}"
    yield ""
    yield f"- {kind.level.name.capitalize()}, {kind.cause.value}. {refusal(kind)}".rstrip()
    yield f"- Rule: {kind.rule}"
    yield f"- Who may override: {kind.who_may_override}"
    yield f"- Source: {source(kind)}"
    yield f"- Clears it: {kind.clears}"
    if kind.treatment or kind.hazards:
        yield f"- Serves: {', '.join((*kind.treatment, *kind.hazards))}."
    if kind.replay:
        yield f"- In published cases it answers to: {codes(kind.replay)}."
    if kind.moving:
        yield f"- Moves with the clock: {codes(kind.moving)}."


def refusal(kind: FindingKind) -> str:
    if kind.refuses_record:
        return "It refuses a record too: the statement contradicts what is recorded."
    return ""


def source(kind: FindingKind) -> str:
    """Where the rule comes from, and an honest word about how sure that is."""
    if kind.value is not None:
        where = link(code(kind.value), kind.value, "protocol.md")
        return f"{where} of the protocol ({certainties(kind.value)})."
    if kind.source == "treatment":
        return f"the treatment as the clinic gives it, no study; {CONFIRM}."
    if kind.source == "clinic":
        return f"a rule of this service, no study; {CONFIRM}."
    assert kind.certainty is not None
    sure = kind.certainty.label
    if kind.certainty is not Certainty.VERIFIED:
        sure += f"; {CONFIRM}"
    return f"{shipped_citations()[kind.source]} ({sure})."


def certainties(parameter: str) -> str:
    """How sure each shipped protocol is of its value; where nothing was verified, who must be."""
    about = {name: shipped(name).about(parameter) for name in shipped_names()}
    own = {name: p for name, p in about.items() if p.from_layer == name}
    said = ", ".join(f"{name}: {p.certainty.label}" for name, p in own.items())
    return f"{said}; {CONFIRM}" if any(p.to_be_confirmed for p in about.values()) else said
