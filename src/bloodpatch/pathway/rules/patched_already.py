"""One patch in each round: another one is decided as a repeat, with all that a repeat asks."""

from typing import TYPE_CHECKING, Any

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.stage_stream import last_of

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode

PATCHED_ALREADY = declare(
    code="repeat.patched_already",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="A patch was given on {at}; another one is decided as a repeat.",
    rule="Before another patch the last is reviewed: why it failed, how long ago, which diagnosis.",
    clears='A physician decides on "another patch".',
    hazards=("H49",),
    treatment=("T15",),
    replay=("REPEAT_HOLD",),
)


def no_patch_in_this_round(episode: "Episode", context: Context) -> Findings:
    """A patch given elsewhere before does not count: the first one here is still the first."""
    procedure = episode.now.procedure
    if procedure.finished and procedure.patch_given and procedure.given_at is not None:
        yield PATCHED_ALREADY(context, at=procedure.given_at.at)


def last_patch(episode: "Episode") -> Happened[Any] | None:
    """The last patch of the episode, whoever gave it."""
    return last_of(round.procedure.patch for round in episode.rounds)


def last_try(episode: "Episode") -> Happened[Any] | None:
    """The last patch, or a try without one after it: the needle may have done something too, and
    what was asked before it is not fresh."""
    rounds = (round.procedure for round in episode.rounds)
    return last_of(one for here in rounds for one in (here.patch, here.given_up, here.in_vain))


def patches_given(episode: "Episode") -> int:
    """How many patches this headache has had, as far as they were recorded or told."""
    recorded = sum(round.procedure.patches for round in episode.rounds)
    told = (round.procedure.patches_before + round.procedure.patches for round in episode.rounds)
    return max(recorded, *told)
