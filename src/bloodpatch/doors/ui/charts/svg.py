"""Writing SVG: elements with escaped attributes, and coordinates short enough to read."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

Attribute = str | float | int


def number(value: Attribute) -> str:
    """One decimal is finer than any screen; 12.0 is written 12."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def element(tag: str, content: str = "", /, **attributes: Attribute) -> SafeString:
    """`style` is what CSS calls class; underscores become hyphens."""
    named = {"style": "class"}
    given = [(named.get(k, k.replace("_", "-")), number(v)) for k, v in attributes.items()]
    written = format_html_join("", ' {}="{}"', given)
    name = mark_safe(tag)  # noqa: S308  our own constant
    if not content:
        return format_html("<{}{}/>", name, written)
    return format_html("<{}{}>{}</{}>", name, written, content, name)


def group(parts: Iterable[str]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def text(x: float, y: float, words: str, style: str) -> SafeString:
    return element("text", words, x=x, y=y, style=style)


def path(points: Iterable[tuple[float, float]], style: str, *, closed: bool = False) -> SafeString:
    joined = "L".join(f"{number(float(x))} {number(float(y))}" for x, y in points)
    return element("path", d=f"M{joined}{'z' if closed else ''}", style=style)


def rule(x1: float, y1: float, x2: float, y2: float, style: str) -> SafeString:
    return path([(x1, y1), (x2, y2)], style)


def drawing(
    width: int, height: int, parts: Iterable[str], *, id: str, title: str, says: str, style: str
) -> SafeString:
    """A whole picture; `id` must be one of its own on the page."""
    return element(
        "svg",
        group(
            [
                element("title", title, id=f"{id}-title"),
                element("desc", says, id=f"{id}-says"),
                *parts,
            ]
        ),
        viewBox=f"0 0 {width} {height}",
        role="img",
        style=f"drawing {style}",
        aria_labelledby=f"{id}-title {id}-says",
    )


def hatched(x1: float, x2: float, top: float, bottom: float, step: float = 5) -> SafeString:
    """Slanted strokes between two places, each cut where the bar ends."""
    strokes = []
    rise = bottom - top
    x = x1 - rise
    while x < x2:
        low, high = max(x, x1), min(x + rise, x2)
        if high > low:
            strokes.append(
                f"M{number(low)} {number(bottom - (low - x))}"
                f"L{number(high)} {number(bottom - (high - x))}"
            )
        x += step
    box = f"M{number(x1)} {number(top)}H{number(x2)}V{number(bottom)}H{number(x1)}z"
    return element("path", d="".join(strokes) + box, style="ruler-over")
