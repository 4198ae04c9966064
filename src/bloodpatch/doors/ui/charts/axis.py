"""The time axis of the pain chart: straight pieces, wider where more happens.

The four hours after each patch are drawn wide, because the test of standing and most of the change
lie there; days are drawn narrow. The knots are said on the axis, so that nobody reads a slope
across two pieces as a rate.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDE_HOURS = 4.0
SHARES = ((WIDE_HOURS, 2.0), (24.0, 1.0), (48.0, 1.2), (168.0, 1.1))
"""After a patch: up to this hour, this share of the width. What comes later gets LATER."""
LATER = 0.9
BEFORE = 1.25


@dataclass(frozen=True)
class Axis:
    """Hours since the first patch to a place on the paper, and where its knots are."""

    hours: tuple[float, ...]
    places: tuple[float, ...]

    def x(self, hour: float) -> float:
        piece = min(max(bisect_right(self.hours, hour), 1), len(self.hours) - 1)
        h1, h2 = self.hours[piece - 1], self.hours[piece]
        x1, x2 = self.places[piece - 1], self.places[piece]
        return x1 + (x2 - x1) * (hour - h1) / (h2 - h1)


def laid_out(
    first: float, last: float, patches: Sequence[float], left: float, right: float
) -> Axis:
    """The axis from the first score to the last, knotted at each patch and after it."""
    pieces: list[tuple[float, float]] = []
    if first < patches[0]:
        pieces.append((patches[0], BEFORE))
    else:
        first = patches[0]
    ends = [*patches[1:], max(last, patches[-1] + WIDE_HOURS)]
    for start, end in zip(patches, ends, strict=True):
        pieces += after(start, end)
    total = sum(share for _end, share in pieces)
    hours, places = [first], [left]
    for end, share in pieces:
        hours.append(end)
        places.append(places[-1] + share / total * (right - left))
    return Axis(tuple(hours), tuple(places))


def after(start: float, end: float) -> list[tuple[float, float]]:
    """The pieces from one patch to the next, or to the end; a short piece keeps its scale."""
    knots = [(start + hour, share) for hour, share in SHARES]
    pieces: list[tuple[float, float]] = []
    came = start
    for knot, share in knots:
        if came >= end:
            return pieces
        reached = min(knot, end)
        part = (reached - came) / (knot - came)
        pieces.append((reached, share * max(part, 0.35)))
        came = reached
    if came < end:
        pieces.append((end, LATER))
    return pieces


def ticks(axis: Axis, patches: Sequence[float]) -> list[tuple[float, str]]:
    """Each knot with its words; within the wide hours each hour."""
    found: dict[float, str] = {}
    if axis.hours[0] < patches[0]:
        found[axis.hours[0]] = since(axis.hours[0])
    for start, end in pairwise([*patches, axis.hours[-1]]):
        for hour in range(1, int(WIDE_HOURS)):
            if start + hour < end:
                found[start + hour] = str(hour)
    for knot in axis.hours[1:]:
        patch = max((p for p in patches if p <= knot), default=patches[0])
        found.setdefault(knot, "patch" if knot == patch else since(knot - patch))
    found[patches[0]] = "patch"
    return sorted(found.items())


def until(axis: Axis, last: float) -> list[tuple[float, str]]:
    """Where there was no patch yet: from the first score to the last."""
    first = axis.hours[0]
    return [*([(first, since(first - last))] if first < last else []), (last, "last score")]


def since(hours: float) -> str:
    """−24 h, 4 h, 7 days."""
    sign = "−" if hours < 0 else ""
    size = abs(hours)
    if size >= 72:
        return f"{sign}{round(size / 24)} days"
    return f"{sign}{round(size)} h" if size >= 1 else f"{sign}{round(size * 60)} min"
