"""The drawings: what is drawn is what was said, and a table says it exactly."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree as Xml

import pytest

from bloodpatch.doors.ui.charts.axis import laid_out
from bloodpatch.doors.ui.charts.gap import bands
from bloodpatch.doors.ui.charts.pain import Patch, Scored, pain_chart
from bloodpatch.doors.ui.charts.ruler import rest_ruler, ruler
from bloodpatch.doors.ui.charts.volume import volume_ruler
from bloodpatch.pathway.values import PainPosition
from tests.doors.ui.people import AGAIN, PATCH, SCORES

START = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
LIMIT = timedelta(minutes=30)


def of_class(svg: str, style: str) -> list[Xml.Element]:
    return [node for node in Xml.fromstring(svg).iter() if style in node.get("class", "").split()]


@pytest.mark.parametrize("scores", [SCORES, AGAIN, SCORES[:1], ()])
def test_each_score_is_drawn_once_and_stands_in_the_table(scores: tuple[Scored, ...]) -> None:
    chart = pain_chart(scores, (PATCH,))
    for drawing in (chart.wide, chart.narrow):
        styles = ("pain-upright-mark", "pain-lying-mark", "pain-unsaid-mark")
        assert sum(len(of_class(drawing, style)) for style in styles) == len(scores)
    assert [row[2] for row in chart.table.rows if row[2]] == [
        str(s.score) for s in sorted(scores, key=lambda s: s.hours)
    ]


def test_a_higher_score_stands_higher_and_a_later_one_further_on() -> None:
    dots = of_class(pain_chart(SCORES, (PATCH,)).wide, "pain-upright-mark")
    xs = [float(dot.get("cx", "")) for dot in dots]
    ys = [float(dot.get("cy", "")) for dot in dots]
    upright = [s.score for s in SCORES if s.position is not PainPosition.LYING]
    assert xs == sorted(xs)
    assert all(
        (y1 > y2) == (s1 < s2) and (y1 == y2) == (s1 == s2)
        for (y1, y2), (s1, s2) in zip(pairwise(ys), pairwise(upright), strict=True)
    )


def test_no_line_and_no_band_crosses_a_patch() -> None:
    chart = pain_chart(AGAIN, (PATCH, Patch(64, "2nd patch")))
    (first, second) = (
        float(re.match(r"M([\d.]+)", line.get("d", ""))[1])  # type: ignore[index]
        for line in of_class(chart.wide, "pain-patch")
    )
    for style in ("pain-upright", "pain-lying", "pain-gap"):
        drawn = of_class(chart.wide, style)
        assert len(drawn) == 3
        for line in drawn:
            xs = [float(x) for x in re.findall(r"[ML]([\d.]+) ", line.get("d", ""))]
            for patch in (first, second):
                assert max(xs) <= patch or min(xs) >= patch


def test_a_score_without_a_position_is_never_joined() -> None:
    lonely = (
        *SCORES[:2],
        Scored(1, PainPosition.NOT_STATED, 6),
        Scored(2, PainPosition.NOT_STATED, 5),
    )
    chart = pain_chart(lonely, (PATCH,))
    assert len(of_class(chart.wide, "pain-unsaid-mark")) == 2
    assert of_class(chart.wide, "pain-upright") == []
    assert chart.unsaid
    assert not pain_chart(SCORES, (PATCH,)).unsaid


def test_the_chart_says_in_words_what_it_shows() -> None:
    chart = pain_chart(SCORES, (PATCH,))
    assert "Upright pain: 8, 9 before the patch; 3 first after it; 1 after 48 h." in chart.says
    for drawing in (chart.wide, chart.narrow):
        root = Xml.fromstring(drawing)
        assert root.get("role") == "img"
        named = root.get("aria-labelledby", "").split()
        assert [node.get("id") for node in root[:2]] == named
        assert root[1].text == chart.says
    assert pain_chart((), (PATCH,)).says == "No pain score has been recorded yet."


def test_before_any_patch_nothing_is_said_of_one() -> None:
    told = tuple(
        Scored(hours, PainPosition.SITTING, score, "Headache recorded")
        for hours, score in ((-3.0, 8), (0.0, 6))
    )
    chart = pain_chart(told, ())
    assert chart.says == "Upright pain: 8, 6."
    assert "last score" in chart.wide and "-mark" in chart.wide
    assert "patch" not in f"{chart.wide}{chart.narrow}{chart.table}"
    assert [row[0] for row in chart.table.rows] == ["3 h before the last", "the last"]


def test_on_a_phone_the_words_of_a_second_patch_stay_on_the_paper() -> None:
    """Where neither side has room for the volume it is said by the table alone."""
    label = "Patch Sat 21 Nov 19:09, 20 mL"
    chart = pain_chart([Scored(1, PainPosition.LYING, 3)], [Patch(0, ""), Patch(90, label)])
    assert label in chart.wide and label in str(chart.table)
    (anchored,) = re.findall(r'<text x="([\d.]+)"[^>]*>Patch Sat 21 Nov 19:09<', chart.narrow)
    assert float(anchored) >= 8 * len("Patch Sat 21 Nov 19:09")


def test_two_charts_on_a_page_share_no_id() -> None:
    one, other = pain_chart(SCORES, (PATCH,)), pain_chart(AGAIN, (PATCH,), id="again")
    ids = re.findall(r' id="([^"]+)"', one.wide + one.narrow + other.wide + other.narrow)
    assert len(ids) == len(set(ids)) == 8


@pytest.mark.parametrize(
    ("first", "last", "patches"),
    [(-24, 48, [0]), (0, 1, [0]), (-300, 900, [0]), (-4, 90, [0, 64]), (-1, 70, [0, 3, 66])],
)
def test_time_only_runs_forward(first: float, last: float, patches: list[float]) -> None:
    axis = laid_out(first, last, patches, 44, 618)
    assert all(h1 < h2 for h1, h2 in pairwise(axis.hours))
    assert all(x1 < x2 for x1, x2 in pairwise(axis.places))
    assert axis.x(axis.hours[0]) == 44
    assert axis.x(axis.hours[-1]) == pytest.approx(618)
    assert axis.hours[-1] >= last


def test_the_first_hours_are_drawn_wider_than_the_days() -> None:
    axis = laid_out(-24, 48, [0], 0, 1000)
    assert (axis.x(4) - axis.x(0)) / 4 > 5 * (axis.x(24) - axis.x(4)) / 20


def test_the_band_runs_only_where_both_are_known() -> None:
    up, down = [(0.0, 10.0, 9), (100.0, 50.0, 5)], [(20.0, 90.0, 1), (60.0, 90.0, 1)]
    ((*top, right, left),) = bands([up], [down])
    assert [x for x, _y in top] == [20, 60]
    assert top == [(20, 18), (60, 34)]
    assert (left, right) == ((20, 90), (60, 90))
    assert bands([up], [down[:1]]) == []


def width(svg: str, style: str) -> float:
    (bar,) = of_class(svg, style)
    return float(bar.get("width", ""))


@pytest.mark.parametrize(
    ("minutes", "fill", "over"),
    [(0, 0, 0), (15, 53.1, 0), (30, 106.2, 0), (36, 106.2, 1), (600, 106.2, 1)],
)
def test_the_ruler_fills_to_its_tick_and_is_hatched_beyond(
    minutes: float, fill: float, over: int
) -> None:
    svg = ruler(START, LIMIT, START + timedelta(minutes=minutes), what="Rest")
    assert width(svg, "ruler-fill") == pytest.approx(fill, abs=0.1)
    assert len(of_class(svg, "ruler-over")) == over
    assert ("ruler-late" in svg) == bool(over)


def test_the_ruler_says_how_long_of_how_long() -> None:
    svg = ruler(START, LIMIT, START + timedelta(minutes=15, seconds=14), what="Rest")
    assert 'aria-label="Rest: 15:14 of 30:00"' in svg


def test_the_long_ruler_names_both_instants_and_what_is_then() -> None:
    svg = rest_ruler(START, LIMIT, START + timedelta(minutes=10), then="may stand")
    wide = svg[: svg.index("</svg>") + 6]
    words = [node.text for node in Xml.fromstring(wide).iter() if node.tag.endswith("text")]
    assert {"08:00:00", "08:30:00", "may stand"} <= set(words)
    assert "10:00 gone, 20:00 to go, then: may stand." in wide


@pytest.mark.parametrize(
    ("drawn_ml", "where"), [("22", "inside"), ("20", "inside"), ("26.5", "outside")]
)
def test_the_volume_is_inside_the_protocol_or_outside(drawn_ml: str, where: str) -> None:
    svg = volume_ruler(Decimal(20), Decimal(25), Decimal(drawn_ml))
    assert f"{drawn_ml} mL lies {where} the protocol" in svg
    assert Xml.fromstring(svg) is not None


def test_what_people_wrote_cannot_become_markup() -> None:
    chart = pain_chart(SCORES, (Patch(0, "<script>alert(1)</script>"),))
    assert "<script" not in chart.wide
    assert "&lt;script" in chart.wide
