"""The five questions that are asked of the table, each worked out once in a run."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.safety.told import asking, cells, kept


@dataclass(frozen=True, kw_only=True)
class Part:
    cells: tuple[Any, ...]
    fault: Callable[[Any], str]


PARTS: Mapping[str, Part] = {
    "permits": Part(cells=cells.cells(), fault=asking.wrong),
    "then_no": Part(cells=cells.stops_then_no(), fault=asking.wrong_after_a_no),
    "once_gone": Part(cells=cells.holds_then_no(), fault=asking.wrong_once_gone),
    "owed": Part(cells=cells.duties(), fault=asking.not_owed),
    "later": Part(cells=cells.duties(), fault=asking.moved_later),
}
"""Does the fact stand at the permit; does it still, after a nurse's no; does a hold end once it is
gone; is somebody sent in time; does the deadline stay where it was."""


@cache
def red(part: str) -> kept.Red:
    return kept.red(PARTS[part].cells, PARTS[part].fault)
