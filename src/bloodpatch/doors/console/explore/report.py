"""What is said at the end of an exploration: figures, and the shortest way to each fault."""

from collections.abc import Iterator, Sequence
from typing import Any

from bloodpatch.doors.console.explore.invariants import NAMES
from bloodpatch.doors.console.explore.search import Found

FIGURES = ("states", "transitions", "commands_tried", "unsafe", "dead_ends")


def united(all_found: Sequence[Found], seconds: float) -> dict[str, Any]:
    """The figures of all patients together; no two of them share a state."""
    figures: dict[str, Any] = {
        name: sum(getattr(found, name) for found in all_found) for name in FIGURES
    }
    figures["exhausted"] = all(found.exhausted for found in all_found)
    figures["seconds"] = round(seconds, 1)
    figures["patients"] = {found.patient: found.states for found in all_found}
    figures["ways"] = ways(all_found)
    return figures


def ways(all_found: Sequence[Found]) -> dict[str, list[str]]:
    """Each fault with its shortest ways, the shortest of all patients first."""
    told: dict[str, list[tuple[str, ...]]] = {}
    for found in all_found:
        for name, its in found.ways.items():
            told.setdefault(name, []).extend(its)
    return {name: [" > ".join(way) for way in sorted(its, key=len)] for name, its in told.items()}


def is_sound(figures: dict[str, Any]) -> bool:
    return figures["exhausted"] and not figures["unsafe"] and not figures["dead_ends"]


def as_lines(figures: dict[str, Any]) -> Iterator[str]:
    rate = figures["states"] / max(figures["seconds"], 0.1)
    yield (
        f"{figures['states']:,} states, {figures['transitions']:,} transitions, "
        f"{figures['commands_tried']:,} commands in {figures['seconds']:.0f} s "
        f"({rate:.0f} states/s)."
    )
    for patient, states in figures["patients"].items():
        yield f"  {states:>10,}  {patient}"
    yield "The frontier ran empty." if figures["exhausted"] else "The exploration was cut short."
    yield (
        f"{len(NAMES)} invariants; {figures['unsafe']} unsafe steps, "
        f"{figures['dead_ends']} dead ends."
    )
    for name, its in figures["ways"].items():
        yield f"{name}:"
        yield from (f"  {way}" for way in its)
