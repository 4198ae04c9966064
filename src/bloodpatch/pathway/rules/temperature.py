"""What the thermometer showed, wherever in the treatment it was read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bloodpatch.pathway.drawers import Drawer
from bloodpatch.pathway.values import Celsius, When

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode

FIELDS = ("temperature", "temperature_later")


def readings(episode: "Episode") -> Iterator[tuple[When, Celsius]]:
    """Every reading with its time. A fever measured at the assessment is a fever."""
    rounds = episode.rounds
    rooms: list[Drawer] = [episode.assessment]
    rooms += [r.preparation for r in rounds]
    rooms += [r.followup for r in rounds]
    for happened in (h for room in rooms for h in room.events):
        for name in FIELDS:
            if (read := getattr(happened.event, name, None)) is not None:
                yield happened.occurred, read
