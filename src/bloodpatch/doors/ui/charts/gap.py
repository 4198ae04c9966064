"""The band between upright and lying: the part of the pain that posture explains.

It is drawn only where both are known, and never across a patch.
"""

from bisect import bisect_right

Place = tuple[float, float, int]
"""x, y, and the score that stands there."""
Series = list[Place]
Outline = list[tuple[float, float]]


def bands(upright: list[Series], lying: list[Series]) -> list[Outline]:
    """One outline for each time between patches in which both lines run."""
    return [
        outline for up, down in zip(upright, lying, strict=True) if (outline := between(up, down))
    ]


def between(up: Series, down: Series) -> Outline:
    if len(up) < 2 or len(down) < 2:
        return []
    left, right = max(up[0][0], down[0][0]), min(up[-1][0], down[-1][0])
    if left >= right:
        return []
    return [*along(up, left, right), *reversed(along(down, left, right))]


def along(line: Series, left: float, right: float) -> Outline:
    inside = [(x, y) for x, y, _score in line if left < x < right]
    return [(left, height(line, left)), *inside, (right, height(line, right))]


def height(line: Series, x: float) -> float:
    """Where the line runs at this place, straight between its marks."""
    xs = [place[0] for place in line]
    after = min(max(bisect_right(xs, x), 1), len(line) - 1)
    (x1, y1, _), (x2, y2, _) = line[after - 1], line[after]
    return y2 if x2 == x1 else y1 + (y2 - y1) * (x - x1) / (x2 - x1)
