"""findings.md: the closed list of what can speak against an act, or is worth knowing before it."""

from collections.abc import Iterator

from bloodpatch.doors.console.reference.markdown import (
    Page,
    code,
    codes,
    heading,
    link,
    table,
)
from bloodpatch.doors.console.reference.markdown import page as made
from bloodpatch.pathway.findings import KINDS, FindingKind, Level
from bloodpatch.pathway.protocol import Certainty
from bloodpatch.pathway.treatment import ROOMS, stage_name
from bloodpatch.record.protocols import shipped, shipped_citations, shipped_names

ABOUT = "Every stop, hold and advice: its sentence, its rule, its source, and what would clear it."

LEVELS = """\
- **stop**: nobody overrides it. Only the fact, or a recorded review where the rule says so, lifts
  it.
- **hold**: a physician may override it, by name and with a reason.
- **advise**: shown, never blocks.

*Present* means that a fact speaks against it; *missing* means that nobody asked. Names in braces
are what the rule saw; an override lapses when one of them changes, but for those marked as moving
with the clock. H-numbers are hazards, T-numbers lines of the treatment."""

CONFIRM = "to be confirmed by a clinician"


def page() -> Page:
    kinds = tuple(sorted(KINDS.values(), key=place))
    sections = [line for kind in kinds for line in (*of_kind(kind), "")]
    return made("findings", "Findings", ABOUT, (LEVELS,), overview(kinds), sections)


def place(kind: FindingKind) -> tuple[int, str]:
    """The rules that belong to no room first, then room by room; the list itself is filled in the
    order of imports, which may change."""
    rooms = [stage_name(room) for room in ROOMS]
    room = kind.code.partition(".")[0]
    return (rooms.index(room) if room in rooms else -1, kind.code)


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


def of_kind(kind: FindingKind) -> Iterator[str]:
    yield heading(2, kind.code)
    yield ""
    yield f"> {kind.says}"
    yield ""
    yield f"- {kind.level.name.capitalize()}, {kind.cause.value}. {refusal(kind)}".rstrip()
    yield f"- Rule: {kind.rule}"
    yield f"- Source: {source(kind)}"
    yield f"- Clears it: {kind.clears}"
    if kind.treatment or kind.hazards:
        yield f"- Serves: {', '.join((*kind.treatment, *kind.hazards))}."
    if kind.replay:
        yield f"- In published cases it answers to: {codes(kind.replay)}."
    if kind.moving:
        yield f"- Moves with the clock: {codes(kind.moving)}."


def refusal(kind: FindingKind) -> str:
    said = []
    if kind.lifted_by_review:
        said.append("A recorded examination or imaging may lift it.")
    if kind.refuses_record:
        said.append("It refuses a record too: the statement contradicts what is recorded.")
    return " ".join(said)


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
    sure = kind.certainty.value
    if kind.certainty is not Certainty.VERIFIED:
        sure += f"; {CONFIRM}"
    return f"{shipped_citations()[kind.source]} ({sure})."


def certainties(parameter: str) -> str:
    """How sure each shipped protocol is of its value; where nothing was verified, who must be."""
    about = {name: shipped(name).about(parameter) for name in shipped_names()}
    said = ", ".join(f"{name}: {p.certainty}" for name, p in about.items() if p.from_layer == name)
    sure = all(p.certainty is Certainty.VERIFIED or p.confirmed_by for p in about.values())
    return said if sure else f"{said}; {CONFIRM}"
