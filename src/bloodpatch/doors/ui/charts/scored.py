"""Pain scores and patches as the chart is given them, and the same in words and as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from bloodpatch.doors.ui.charts.axis import since
from bloodpatch.doors.ui.components import Table
from bloodpatch.pathway.clinical.pain_series import (
    LYING,
    UPRIGHT,
)
from bloodpatch.pathway.values import PainPosition


@dataclass(frozen=True)
class Scored:
    """One score. `hours` count from the first patch and are negative before it."""

    hours: float
    position: PainPosition
    score: int
    source: str = ""


@dataclass(frozen=True)
class Patch:
    hours: float
    label: str


def described(scores: Sequence[Scored], patches: Sequence[Patch]) -> str:
    """The chart in a sentence or two, for who cannot see it."""
    if not scores:
        return "No pain score has been recorded yet."
    said = []
    for word, kinds in (("Upright", UPRIGHT), ("Lying", LYING)):
        of = [s for s in scores if s.position in kinds]
        before = [s.score for s in of if not patches or s.hours < patches[0].hours]
        after = [s for s in of if patches and s.hours >= patches[0].hours]
        parts = []
        if before:
            parts.append(", ".join(map(str, before)) + (" before the patch" if patches else ""))
        if after:
            parts.append(f"{after[0].score} first after it")
            parts.append(f"{after[-1].score} after {since(after[-1].hours)}")
        if parts:
            said.append(f"{word} pain: {'; '.join(parts)}.")
    return " ".join(said)


def tabled(scores: Sequence[Scored], patches: Sequence[Patch]) -> Table:
    def when(hours: float) -> str:
        if not patches:
            return f"{since(-hours)} before the last" if hours < 0 else "the last"
        return f"{since(-hours)} before" if hours < 0 else f"{since(hours)} after"

    words = {position: position.value.replace("_", " ") for position in PainPosition}
    rows = [(s.hours, (when(s.hours), words[s.position], str(s.score), s.source)) for s in scores]
    rows += [(p.hours, (when(p.hours) if p.hours else "0 h", "", "", p.label))
             for p in patches if p.label]  # fmt: skip
    ordered = tuple(row for _hours, row in sorted(rows, key=lambda row: row[0]))
    return Table(
        caption=f"Pain scores, by time from the {'first patch' if patches else 'last score'}",
        head=("When", "Position", "Score", "From"),
        rows=ordered,
        numbers=(2,),
    )
