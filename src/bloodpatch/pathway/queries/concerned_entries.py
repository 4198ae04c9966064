"""What a correction or a strike is about, before it is made."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from bloodpatch.pathway.amendment.commands import (
    Correct,
    StrikeEntries,
)
from bloodpatch.pathway.amendment.corrected_history import new_value, put_right, spoken_of
from bloodpatch.pathway.amendment.events import (
    Corrected,
    Struck,
)
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.statements import stated
from bloodpatch.pathway.values import ValueFault, When


def named(episode: Episode, command: Correct | StrikeEntries) -> Iterator[int]:
    """The entries that a command is about; where it turns a strike or a correction to another
    entry, that one too."""
    if isinstance(command, StrikeEntries):
        yield from (int(position.value) for position in command.positions)
        return
    yield int(command.position.value)
    for target in versions(episode, int(command.position.value)):
        with suppress(ValueFault):  # a value that cannot be is refused by `applies`
            yield from spoken_of(put_right(target, {command.field.plain(): new_value(command)}))


def concerned(episode: Episode, positions: Iterable[int]) -> Iterator[Happened[Any]]:
    """The entries at these positions; behind a correction or a strike also those it is about, as
    it was recorded and as it was put right."""
    for position in dict.fromkeys(positions):
        if (happened := episode.recorded(position)) is not None:
            yield happened
            about = (p for version in versions(episode, position) for p in spoken_of(version))
            yield from concerned(episode, about)


def versions(episode: Episode, position: int) -> Iterator[Happened[Any]]:
    """An entry as it was recorded, and as it stands where it was put right."""
    entries = (*episode.history, *episode.standing)
    yield from (h for h in entries if h.position == position)


def about_to_be(
    command: Correct | StrikeEntries, episode: Episode, context: Context
) -> Happened[Any]:
    """The correction, or the strike, as it would stand in the episode."""
    becomes = Corrected if isinstance(command, Correct) else Struck
    event = becomes(**{f.name: getattr(command, f.name) for f in stated(becomes)})
    return Happened(
        event=event,
        position=episode.position + 1,
        occurred=When.exact(context.now, context.zone),
        recorded_at=context.now,
        by=context.actor,
    )
