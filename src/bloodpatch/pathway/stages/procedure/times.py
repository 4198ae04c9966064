"""When blood was drawn: what was told, else the time of the entry."""

from datetime import timedelta

from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stages.procedure.events import Drawn
from bloodpatch.pathway.values import Precision, When


def drawn_at(draw: Happened[Drawn]) -> When:
    return draw.event.drawn_at or draw.occurred


def between(earlier: When, later: When) -> timedelta | None:
    """There is no interval in a guess: None unless both are known to the minute."""
    exact = {earlier.precision, later.precision} == {Precision.MINUTE}
    return later.at - earlier.at if exact else None
