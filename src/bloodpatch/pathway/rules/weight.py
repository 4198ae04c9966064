"""How heavy the patient is: what was weighed or told, wherever it was recorded."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from bloodpatch.pathway.drawers import last_of

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode


def weights(episode: "Episode") -> Iterator[Decimal]:
    """Every body weight in kg."""
    for entry in episode.standing:
        if (weight := getattr(entry.event, "weight_kg", None)) is not None:
            yield weight.value


def weight_kg(episode: "Episode") -> Decimal | None:
    """The newest; None: nobody recorded one."""
    told = (h for h in episode.standing if getattr(h.event, "weight_kg", None) is not None)
    newest = last_of(told)
    return newest.event.weight_kg.value if newest else None
