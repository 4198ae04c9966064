"""The shapes that stand beside words: one drawing each, in the colour of the text around it.

Every shape is cut out of its ground, never painted over it, so that it stays true in the dim
theme, on paper and in the colours that a person chose. A shape never stands without its word.
"""

from collections.abc import Mapping
from math import cos, pi, sin

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

DISC = "M12 .9a11.1 11.1 0 1 0 0 22.2 11.1 11.1 0 0 0 0-22.2z"
TICK = "M10.4 17.5 5.5 12.7l1.9-1.9 3 2.9 6.3-6.5 1.9 1.9z"
RING = '<circle cx="12" cy="12" r="9.7" class="line"/>'


def cut(path: str) -> str:
    return f'<path fill-rule="evenodd" d="{path}"/>'


def line(path: str) -> str:
    return f'<path class="line" d="{path}"/>'


def seal() -> str:
    """A disc with twelve scallops: two radii, taken in turn."""
    points = []
    for corner in range(24):
        radius = 11.6 if corner % 2 else 9.7
        angle = corner * pi / 12
        points.append(f"{12 + radius * sin(angle):.2f} {12 - radius * cos(angle):.2f}")
    return "M" + "L".join(points) + "z"


SHAPES: Mapping[str, str] = {
    # statuses
    "triangle": cut("M12 1.4 23.8 22.4H.2zM10.7 8.8l.4 6.6h1.8l.4-6.6zM10.7 17.1v2.6h2.6v-2.6z"),
    "clock-face": RING + line("M12 6.4V12l3.8 2.6"),
    "ring-running": line("M12 2.6A9.4 9.4 0 1 1 2.6 12") + '<circle cx="12" cy="12" r="3.4"/>',
    "ring": RING,
    "disc-tick": cut(DISC + TICK),
    "octagon": cut("M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4zM6 10.3v3.4h12v-3.4z"),
    "square-pause": cut(
        "M4.5 1.6h15a3 3 0 0 1 3 3v14.8a3 3 0 0 1-3 3h-15a3 3 0 0 1-3-3V4.6a3 3 0"
        " 0 1 3-3zM7.2 7v10h3.1V7zM13.7 7v10h3.1V7z"
    ),
    "square-struck": '<rect x="4" y="4" width="16" height="16" rx="2.6" class="line"/>'
    + line("M1.9 22.1 22.1 1.9"),
    "disc-i": cut(DISC + "M10.6 5.4v2.9h2.8V5.4zM10.6 10.3v8.2h2.8v-8.2z"),
    "ring-query": '<circle cx="12" cy="12" r="9.9" class="line" stroke-dasharray="3.4 3.6"/>'
    + line("M9.3 9.7a2.8 2.8 0 1 1 4.2 2.5c-1 .6-1.5 1.1-1.5 2M12 17.2v.1"),
    "seal-tick": cut(seal() + TICK),
    "dot-waves": '<circle cx="12" cy="12" r="3.7" class="beat"/>'
    + line("M5.3 18.7a9.5 9.5 0 0 1 0-13.4M18.7 5.3a9.5 9.5 0 0 1 0 13.4"),
    "clock-back": line("M3.2 9.3a9.3 9.3 0 1 1-.4 5M2.2 4.2l.7 5.3 5.2-.8M12.2 7v5.2l3.4 2.2"),
    "dot-struck": '<circle cx="12" cy="12" r="4.4"/>' + line("M3 21 21 3"),
    # the path: where one is, what is still to come
    "ring-here": '<circle cx="12" cy="12" r="10.5" class="line"/><circle cx="12" cy="12" r="5.6"/>',
    "ring-small": '<circle cx="12" cy="12" r="7.4" class="line"/>',
    "ring-skipped": '<circle cx="12" cy="12" r="7.4" class="line"/>' + line("M8 12h8"),
    # in buttons and notes
    "lock": '<rect x="4" y="10.4" width="16" height="11.2" rx="2.2"/>'
    + line("M7.6 10V7.2a4.4 4.4 0 0 1 8.8 0V10"),
    "telephone": '<path d="M6.4 2.2 9.6 7 7.8 9.4c1.2 2.7 3.2 4.7 6 6l2.4-1.8 4.8 3.2-1 4.4c-8.6'
    '.9-17.6-8-16.7-16.8z"/>',
    "erase": line("M8.6 4.8h13.2v14.4H8.6L2.2 12zM12 9.2l5.6 5.6M17.6 9.2 12 14.8"),
    "menu": line("M3 6h18M3 12h18M3 18h18"),
}
"""Closed: a name that is not here is a mistake, and drawing it fails."""


def shape(name: str) -> SafeString:
    """The drawing; hidden from screen readers, because the word beside it says the same."""
    return format_html(
        '<svg class="shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        mark_safe(SHAPES[name]),  # noqa: S308  our own constant
    )
