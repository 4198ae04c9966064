"""One ruler for time: a bar with a tick where the protocol ends, hatched beyond it.

`ruler` is the small one of a board row; `rest_ruler` the one that a screen is about.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.safestring import SafeString

from bloodpatch.doors.ui.charts import svg
from bloodpatch.doors.ui.shapes import shape
from bloodpatch.doors.ui.times import clock, stopwatch

ROOM = 1.28
"""How far the ruler goes on after the tick."""
SMALL = 136


def ruler(since: datetime, limit: timedelta, now: datetime, *, what: str) -> SafeString:
    """Ticked by the script between answers (`data-ruler-...`); true without it when drawn."""
    full = limit * ROOM
    share = min(max((now - since) / full, 0.0), 1.0)
    tick, reached = SMALL / ROOM, SMALL * share
    late = now - since > limit
    parts = [
        svg.rule(0, 9, SMALL, 9, "ruler-track"),
        svg.element("rect", x=0, y=6, width=min(reached, tick), height=6, style="ruler-fill"),
        svg.hatched(tick, reached, 6, 12) if late else "",
        svg.rule(tick, 2, tick, 14, "ruler-tick"),
    ]
    return svg.element(
        "svg",
        svg.group(parts),
        viewBox=f"0 0 {SMALL} 14",
        role="img",
        style="ruler ruler-late" if late else "ruler",
        aria_label=f"{what}: {stopwatch(now - since)} of {stopwatch(limit)}",
        data_ruler_since=since.isoformat(),
        data_ruler_seconds=int(limit.total_seconds()),
    )


@dataclass(frozen=True)
class Mark:
    """Something that happened, or is due, along the rest: a shape of `shapes` and its word."""

    at: datetime
    shape: str
    word: str
    ink: str = "ink-waiting"


def rest_ruler(
    start: datetime,
    limit: timedelta,
    now: datetime,
    *,
    then: str,
    marks: Sequence[Mark] = (),
    id: str = "rest",
) -> SafeString:
    """Two drawings, the narrow one for phones. `then` is what is open after the tick."""
    wide = one_ruler(Line(900, 44, 856, start, limit, now), then, marks, f"{id}-wide")
    narrow = one_ruler(Line(360, 30, 330, start, limit, now), then, marks, f"{id}-narrow")
    return svg.group([wide, narrow])


@dataclass(frozen=True)
class Line:
    width: int
    left: float
    right: float
    start: datetime
    limit: timedelta
    now: datetime

    def x(self, at: datetime) -> float:
        share = (at - self.start) / (self.limit * ROOM)
        return self.left + (self.right - self.left) * min(max(share, 0.0), 1.0)

    @property
    def end(self) -> datetime:
        return self.start + self.limit

    @property
    def is_wide(self) -> bool:
        return self.width > 500


def one_ruler(line: Line, then: str, marks: Sequence[Mark], id: str) -> SafeString:
    end, now = line.x(line.end), line.x(line.now)
    fill = min(now, end) - line.left
    parts = [
        svg.element("rect", x=line.left, y=40, width=end - line.left, height=30,
                    style="ruler-ground"),
        svg.element("rect", x=line.left, y=40, width=fill, height=30, style="ruler-fill"),
        svg.element("rect", x=end, y=40, width=line.right - end, height=30, style="ruler-open"),
        *scale(line),
        *(placed(mark, line) for mark in marks),
        svg.rule(now, 33, now, 78, "ruler-now"),
    ]  # fmt: skip
    if line.is_wide:
        parts.append(svg.text((end + line.right) / 2, 61, then, "middle ruler-open-word"))
    rested, left = stopwatch(line.now - line.start), stopwatch(line.end - line.now)
    says = (
        f"From {clock(line.start, seconds=True)} to {clock(line.end, seconds=True)}. "
        f"{rested} gone, {left} to go, then: {then}."
    )
    style = f"long-ruler long-ruler-{'wide' if line.is_wide else 'narrow'}"
    return svg.drawing(line.width, 108, parts, id=id, title="Time", says=says, style=style)


def scale(line: Line) -> list[SafeString]:
    """A tick for each minute, longer for each five; the two instants in words."""
    whole = int(line.limit.total_seconds() // 60)
    step = 1 if whole <= 60 and line.is_wide else 5 if whole <= 120 else 15
    parts = []
    for minute in range(0, int(whole * ROOM) + 1, step):
        x = line.x(line.start + timedelta(minutes=minute))
        parts.append(svg.rule(x, 70, x, 79 if minute % 5 == 0 else 74, "axis"))
    tens = 10 if whole <= 60 else 30
    if line.is_wide:
        for minute in range(tens, whole - tens // 2, tens):
            x = line.x(line.start + timedelta(minutes=minute))
            parts.append(svg.text(x, 98, f"{minute} min", "middle"))
    first = "middle" if line.is_wide else "start"
    begin = line.left if line.is_wide else 0.0
    parts.append(svg.text(begin, 98, clock(line.start, seconds=True), f"ruler-said {first}"))
    end = line.x(line.end)
    parts.append(svg.text(end, 98, clock(line.end, seconds=True), "ruler-said middle"))
    return parts


def placed(mark: Mark, line: Line) -> SafeString:
    """A shape above its instant; its word is a title of its own."""
    drawn = SafeString(shape(mark.shape).replace("<svg ", '<svg width="22" height="22" ', 1))
    title = svg.element("title", f"{mark.word}, {clock(mark.at)}")
    place = f"translate({svg.number(line.x(mark.at) - 11)} 6)"
    return svg.element("g", svg.group([title, drawn]), transform=place, style=mark.ink)
