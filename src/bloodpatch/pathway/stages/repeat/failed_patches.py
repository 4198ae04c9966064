"""What failed patches ask for before another one, and what is planned of it."""

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode, Round
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.investigations_done import done_so_far, of_the_head
from bloodpatch.pathway.queries.patches import (
    last_patch,
    patches_given,
)
from bloodpatch.pathway.stage_stream import later, surely_later
from bloodpatch.pathway.stages.repeat.statements import AnotherPatch

IMAGING_FIRST = declare(
    code="repeat.imaging_first",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="{patches} patches have failed: no imaging of the head is recorded since the last.",
    rule="After so many failed patches the head is imaged before another one.",
    clears="Record the imaging and what it showed.",
    asks="assessment.record_investigation",
    value="repeat.specialist_review_after_patches",
    hazards=("H08", "H49"),
    treatment=("T15",),
    replay=("REPEAT_HOLD", "IMAGE_FIRST"),
)

PLANNED_MUCH = declare(
    code="repeat.planned_much",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="{planned} mL planned; more than {most} mL is warned about.",
    rule="Large volumes have hurt, and no benefit of them is shown.",
    clears="Plan less.",
    value="procedure.warn_ml_over",
    hazards=("H21",),
    treatment=("T7", "T15"),
    replay=("VOLUME_CHECK",),
)


def imaging_came_first(episode: Episode, context: Context) -> Findings:
    """Of patches that helped for a time the specialist decides; what failed is looked into."""
    patches, patch = failed(episode), last_patch(episode)
    if patches < context.protocol.repeat.specialist_review_after_patches:
        return
    if not any(surely_later(h, patch) for h in done_so_far(episode, of_the_head)):
        yield IMAGING_FIRST(context, patches=patches)


def failed(episode: Episode) -> int:
    """Patches that a headache stayed after. One that was given before there was any, or of which
    nobody has told what it did, has not failed; those told of from before have, for here she is."""
    here = sum(r.procedure.patches for r in episode.rounds)
    before = max(patches_given(episode) - here, 0)
    return before + sum(r.procedure.patches for r in episode.rounds if has_failed(episode, r))


def has_failed(episode: Episode, round: Round) -> bool:
    if not round.procedure.patch_given or round.followup.helped:
        return False
    return not is_preventive(episode, round)


def is_preventive(episode: Episode, round: Round) -> bool:
    """Decided on before there was a headache."""
    preventive = episode.assessment.preventive
    return preventive is not None and later(round.procedure.patch, preventive)


def not_too_much_is_planned(_: Episode, command: AnotherPatch, context: Context) -> Findings:
    most, planned = context.protocol.procedure.warn_ml_over, command.planned_ml
    if planned is not None and planned.value > most:
        yield PLANNED_MUCH(context, planned=planned.value, most=most)
