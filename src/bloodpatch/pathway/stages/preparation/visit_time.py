"""What counts for this visit: what was asked, told and examined since shortly before she came."""

from datetime import datetime, timedelta

from bloodpatch.pathway.clinical import ImagingGuide
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.stages.preparation.state import Preparation

X_RAYS = frozenset({ImagingGuide.FLUOROSCOPY, ImagingGuide.CT, ImagingGuide.CONTRAST})


def counts_from(episode: Episode, context: Context) -> datetime:
    """From when an answer counts for this visit: a few hours before the patient came, or before
    now where nobody recorded that she came, or where she came so long ago that all may differ."""
    hours = timedelta(hours=context.protocol.preparation.answers_valid_hours)
    arrived = episode.now.preparation.arrived
    came = arrived.latest if arrived else context.now
    return (came if context.now - came <= hours else context.now) - hours


def for_this_visit(episode: Episode, context: Context) -> "Preparation":
    """What was asked, told and examined for this visit. A no of last week is not one of today; a
    yes of last week is still a yes, so what speaks against a patch is looked for everywhere."""
    return episode.now.preparation.since(counts_from(episode, context))
