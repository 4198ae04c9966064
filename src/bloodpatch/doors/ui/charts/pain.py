"""Pain lying and upright, against the hours since the patch. The gap between them is the story.

    chart = pain_chart([Scored(-4, PainPosition.STANDING, 9, "Assessment"), ...],
                       [Patch(0, "Patch 16 Nov 14:06, 20 mL")])
    {% pain_chart chart %}

A score whose position nobody said is shown by itself and never joined to the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from django.utils.safestring import SafeString

from bloodpatch.doors.ui.charts import svg
from bloodpatch.doors.ui.charts.axis import WIDE_HOURS, Axis, laid_out, ticks, until
from bloodpatch.doors.ui.charts.gap import Place, Series, bands
from bloodpatch.doors.ui.charts.scored import Patch, Scored, described, tabled
from bloodpatch.doors.ui.components import Table
from bloodpatch.pathway.clinical.pain_series import UPRIGHT
from bloodpatch.pathway.values import Pain, PainPosition


@dataclass(frozen=True)
class PainChart:
    """Two drawings of the same scores, one for phones, and the table that says them exactly."""

    wide: SafeString
    narrow: SafeString
    says: str
    table: Table
    unsaid: bool


@dataclass(frozen=True)
class Paper:
    name: str
    width: int
    height: int
    left: int
    right: int
    top: int = 30

    def with_rows(self, rows: int) -> "Paper":
        """Room above for the words of the patches: a second one stands a row lower."""
        return replace(self, top=self.top + 17 * (min(rows, 2) - 1))

    @property
    def bottom(self) -> int:
        return self.height - 52

    def y(self, score: float) -> float:
        return self.bottom - (self.bottom - self.top) * score / Pain.highest


WIDE = Paper("pain-wide", 720, 330, 44, 618)
NARROW = Paper("pain-narrow", 360, 330, 26, 272)


def pain_chart(
    scores: Sequence[Scored], patches: Sequence[Patch], *, id: str = "pain"
) -> PainChart:
    """Without a patch the time ends at the last score, and nothing is said of before and after."""
    ordered = sorted(scores, key=lambda scored: scored.hours)
    says = described(ordered, patches)
    wide, narrow = (drawn(ordered, patches, paper, id, says) for paper in (WIDE, NARROW))
    unsaid = any(scored.position is PainPosition.NOT_STATED for scored in ordered)
    return PainChart(wide, narrow, says, tabled(ordered, patches), unsaid)


def drawn(
    scores: Sequence[Scored], patches: Sequence[Patch], paper: Paper, id: str, says: str
) -> SafeString:
    paper = paper.with_rows(len(patches))
    last = max((scored.hours for scored in scores), default=0.0)
    given = [patch.hours for patch in patches]
    starts = given or [last]
    hours = [scored.hours for scored in scores] or [starts[0]]
    axis = laid_out(min(hours), max(hours), starts, paper.left, paper.right)
    upright, lying = (series(scores, given, axis, paper, up) for up in (True, False))
    parts = [
        *ground(axis, starts, paper, patched=bool(patches)),
        *(svg.path(band, "pain-gap", closed=True) for band in bands(upright, lying)),
        *(marked(patch, row, axis, paper) for row, patch in enumerate(patches)),
        *curve(upright, "pain-upright"),
        *curve(lying, "pain-lying"),
        *unsaid_marks(scores, axis, paper),
        *labels(upright, lying, paper),
        *first_words(scores, given, axis, paper),
    ]
    title = f"Pain, upright and lying, {'against hours since the patch' if given else 'so far'}"
    return svg.drawing(
        paper.width, paper.height, parts, id=f"{id}-{paper.name}", title=title, says=says,
        style=paper.name,
    )  # fmt: skip


def series(
    scores: Sequence[Scored], starts: Sequence[float], axis: Axis, paper: Paper, up: bool
) -> list[Series]:
    """The scores of one position, broken at each patch: no line is drawn across a treatment."""
    edges = [float("-inf"), *starts, float("inf")]
    wanted = [s for s in scores if (s.position in UPRIGHT if up else s.position == "lying")]
    return [
        [(axis.x(s.hours), paper.y(s.score), s.score) for s in wanted if low <= s.hours < high]
        for low, high in pairwise(edges)
    ]


def ground(axis: Axis, starts: Sequence[float], paper: Paper, *, patched: bool) -> list[SafeString]:
    parts = []
    for start in starts if patched else ():
        x1, x2 = axis.x(start), axis.x(min(start + WIDE_HOURS, axis.hours[-1]))
        high = paper.bottom - paper.top
        parts.append(svg.element("rect", x=x1, y=paper.top, width=x2 - x1, height=high,
                                 style="pain-wide-hours"))  # fmt: skip
    for score in range(0, Pain.highest + 1, 2):
        y = paper.y(score)
        parts.append(svg.rule(paper.left, y, paper.right, y, "grid"))
        parts.append(svg.text(paper.left - 9, y + 5, str(score), "end"))
    came = float("-inf")
    for hour, words in ticks(axis, starts) if patched else until(axis, starts[0]):
        x = axis.x(hour)
        parts.append(svg.rule(x, paper.bottom, x, paper.bottom + 6, "axis"))
        if x - came > 8 * len(words) + 4:
            parts.append(svg.text(x, paper.bottom + 22, words, "middle"))
            came = x + 4 * len(words) - 8
    if not patched:
        return parts
    middle = axis.x(starts[0] + min(WIDE_HOURS, axis.hours[-1] - starts[0]) / 2)
    wider = f"first {WIDE_HOURS:.0f} hours, drawn wider"
    parts.append(svg.text(middle, paper.bottom + 44, wider, "middle"))
    return parts


def marked(patch: Patch, row: int, axis: Axis, paper: Paper) -> SafeString:
    """The patch: a line in the colour of blood, and its words; the next one stands a row lower."""
    x = axis.x(patch.hours)
    y = 14 + 17 * (row % 2)
    turned = f"rotate(12 {svg.number(x)} {y})"
    tile = svg.element(
        "rect",
        x=x - 8,
        y=y - 8,
        width=16,
        height=16,
        rx=4,
        style="pain-patch-mark",
        transform=turned,
    )
    # On a phone neither side may have room for all of it: the volume stands in the table, too.
    room = max(x, paper.width - x) - 15
    label = patch.label if 8 * len(patch.label) <= room else patch.label.partition(",")[0]
    to_the_left = x + 15 + 8 * len(label) > paper.width
    side = "end" if to_the_left else "start"
    place = x - 15 if to_the_left else x + 15
    words = svg.text(place, y + 5, label, f"pain-patch-word {side}")
    return svg.group([svg.rule(x, y, x, paper.bottom, "pain-patch"), tile, words])


def curve(pieces: list[Series], style: str) -> list[SafeString]:
    lines = [svg.path([(x, y) for x, y, _ in piece], style) for piece in pieces if len(piece) > 1]
    return lines + [mark(x, y, style) for piece in pieces for x, y, _ in piece]


def mark(x: float, y: float, style: str) -> SafeString:
    if style == "pain-upright":
        return svg.element("circle", cx=x, cy=y, r=6, style="pain-upright-mark")
    return svg.element("rect", x=x - 5.5, y=y - 5.5, width=11, height=11, style="pain-lying-mark")


def unsaid_marks(scores: Sequence[Scored], axis: Axis, paper: Paper) -> list[SafeString]:
    found = [s for s in scores if s.position is PainPosition.NOT_STATED]
    places = [(axis.x(s.hours), paper.y(s.score)) for s in found]
    return [
        svg.path([(x, y - 8), (x + 8, y), (x, y + 8), (x - 8, y)], "pain-unsaid-mark", closed=True)
        for x, y in places
    ]


def labels(upright: list[Series], lying: list[Series], paper: Paper) -> list[SafeString]:
    """The latest of each, at the end of its line; pushed apart where they would touch."""
    ends: list[tuple[Place, str, str]] = []
    for pieces, word, style in ((upright, "Upright", "upright"), (lying, "Lying", "lying")):
        last = next((piece[-1] for piece in reversed(pieces) if piece), None)
        if last is not None:
            ends.append((last, f"{word} {last[2]}", f"pain-{style}-word start"))
    ys = [place[1] + 5 for place, _words, _style in ends]
    if len(ys) == 2 and abs(ys[0] - ys[1]) < 19:
        middle = min(sum(ys) / 2, paper.bottom - 6.0)
        ys = [middle - 10, middle + 10]
    return [
        svg.text(place[0] + 12, y, words, style)
        for (place, words, style), y in zip(ends, ys, strict=True)
    ]


def first_words(
    scores: Sequence[Scored], starts: Sequence[float], axis: Axis, paper: Paper
) -> list[SafeString]:
    """The last upright score before each patch, and the first after it: the two that count."""
    upright = [s for s in scores if s.position in UPRIGHT]
    parts = []
    for start in starts:
        before = next((s for s in reversed(upright) if s.hours < start), None)
        after = next((s for s in upright if s.hours >= start), None)
        if before is not None and before is not upright[-1]:
            x = axis.x(before.hours)
            x += 15 if x < paper.left + 20 else -11  # never on the figures of the axis
            parts.append(svg.text(x, paper.y(before.score) - 9, str(before.score),
                                  "pain-upright-word middle"))  # fmt: skip
        if after is not None and after is not upright[-1]:
            words = str(after.score)
            if after.position is PainPosition.STANDING and paper.width > NARROW.width:
                words += " at first standing"
            x = axis.x(after.hours)
            rises = upright[upright.index(after) + 1].score > after.score
            above = 34 if rises else 12  # a line that rises would strike the words through
            y = paper.y(after.score) - above
            parts.append(svg.text(x, y, words, "pain-upright-word start"))
    return parts
