"""One patch in each round: another one is decided as a repeat, with all that a repeat asks."""

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare

PATCHED_ALREADY = declare(
    code="patched_already.in_this_round",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="A patch was given on {at}; another one is decided as a repeat.",
    rule="Before another patch the last is reviewed: why it failed, how long ago, which diagnosis.",
    clears='A physician decides on "another patch".',
    hazards=("H49",),
    treatment=("T15",),
    replay=("REPEAT_HOLD",),
)


def no_patch_in_this_round(episode: Episode, context: Context) -> Findings:
    """A patch given elsewhere before does not count: the first one here is still the first."""
    procedure = episode.now.procedure
    if procedure.finished and procedure.patch_given and procedure.given_at is not None:
        yield PATCHED_ALREADY(context, at=procedure.given_at)
