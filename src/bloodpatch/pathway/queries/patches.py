"""The patches that were given, here and elsewhere, and the last try."""

from typing import Any

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stage_stream import last_of


def last_patch(episode: Episode) -> Happened[Any] | None:
    """The last patch of the episode, whoever gave it."""
    return last_of(round.procedure.patch for round in episode.rounds)


def last_try(episode: Episode) -> Happened[Any] | None:
    """The last patch, or a try without one after it: the needle may have done something too, and
    what was asked before it is not fresh."""
    rounds = (round.procedure for round in episode.rounds)
    return last_of(one for here in rounds for one in (here.patch, here.given_up, here.in_vain))


def patches_given(episode: Episode) -> int:
    """How many patches this headache has had, as far as they were recorded or told."""
    recorded = sum(round.procedure.patches for round in episode.rounds)
    told = (round.procedure.patches_before + round.procedure.patches for round in episode.rounds)
    return max(recorded, *told)
