"""How heavy the patient is: what was weighed or told, wherever it was recorded."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stage_stream import last_of


def weighings(episode: Episode) -> Iterator[Happened[Any]]:
    """Every entry with a body weight."""
    return (h for h in episode.standing if getattr(h.event, "weight_kg", None) is not None)


def weight_kg(episode: Episode) -> Decimal | None:
    """The newest; None: nobody recorded one."""
    newest = last_of(weighings(episode))
    return newest.event.weight_kg.value if newest else None
