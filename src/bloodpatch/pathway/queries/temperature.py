"""What the thermometer showed, wherever in the treatment it was read."""

from collections.abc import Iterator

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.stage_stream import StageStream
from bloodpatch.pathway.values import Celsius, When

FIELDS = ("temperature", "temperature_later")


def readings(episode: Episode) -> Iterator[tuple[When, Celsius]]:
    """Every reading with its time. A fever measured at the assessment is a fever."""
    rounds = episode.rounds
    rooms: list[StageStream] = [episode.assessment]
    rooms += [r.preparation for r in rounds]
    rooms += [r.followup for r in rounds]
    for happened in (h for room in rooms for h in room.events):
        yield from ((happened.occurred, read) for read in temperatures(happened.event))


def temperatures(event: object) -> list[Celsius]:
    """What an entry says that the thermometer showed."""
    return [read for name in FIELDS if (read := getattr(event, name, None)) is not None]
