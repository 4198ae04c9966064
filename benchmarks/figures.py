"""A figure, its bar, and the table of all of them."""

import json
import statistics
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True)
class Figure:
    """`bar` is what must hold, in words that a program has checked: `ok`. No bar: told only."""

    name: str
    value: float
    unit: str
    bar: str = ""
    ok: bool = True


def at_least(name: str, value: float, bar: float, unit: str = "ratio") -> Figure:
    return Figure(name, value, unit, f"at least {bar:g}", value >= bar)


def at_most(name: str, value: float, bar: float, unit: str = "ratio") -> Figure:
    return Figure(name, value, unit, f"at most {bar:g}", value <= bar)


def seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def in_turn(rounds: int, *works: Callable[[], object]) -> list[float]:
    """Medians of several pieces of work, done A B A B so that a slow moment hits all of them."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for kept, work in zip(times, works, strict=True):
            kept.append(seconds(work))
    return [statistics.median(kept) for kept in times]


def in_pairs(pairs: int, first: Callable[[], object], second: Callable[[], object]) -> float:
    """How much longer the second takes: the median of the ratios of so many pairs.

    Each pair is taken at one moment of the machine, and every other one the other way round.
    """
    ratios = []
    for pair in range(pairs):
        order = (first, second) if pair % 2 else (second, first)
        took = {work: seconds(work) for work in order}
        ratios.append(took[second] / took[first])
    return statistics.median(ratios)


def table(figures: Iterable[Figure]) -> str:
    rows = [("", "figure", "value", "unit", "bar")]
    for one in figures:
        mark = "" if not one.bar else "ok" if one.ok else "FAULT"
        rows.append((mark, one.name, f"{one.value:.4g}", one.unit, one.bar))
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def write(figures: Iterable[Figure], path: Path) -> None:
    path.write_text(json.dumps([asdict(one) for one in figures], indent=1) + "\n", "utf-8")
