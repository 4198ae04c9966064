"""The rungs of referral: questions whose answers are findings."""

from collections.abc import Iterator

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.stages.referral.choices import Dura
from bloodpatch.pathway.stages.referral.commands import RecordDeclined, RecordOnset, RecordPuncture
from bloodpatch.pathway.stages.referral.findings import (
    ONSET_BEFORE_PUNCTURE,
    REFUSAL_NOT_WHOLE,
    SECOND_PUNCTURE,
)
from bloodpatch.pathway.values import Answer, When


def before(onset: When | None, puncture: When | None) -> bool:
    """Whether the onset lies before the puncture, however the two times are read."""
    return onset is not None and puncture is not None and onset.latest < puncture.earliest


def onset_follows_puncture(episode: Episode, command: RecordOnset, context: Context) -> Findings:
    puncture = episode.referral.puncture_at
    if before(command.onset_at, puncture):
        yield ONSET_BEFORE_PUNCTURE(context, onset=command.onset_at, puncture=puncture)


def puncture_precedes_onset(
    episode: Episode, command: RecordPuncture, context: Context
) -> Findings:
    onset = episode.referral.onset_at
    if not episode.referral.punctures and before(onset, command.punctured_at):
        yield ONSET_BEFORE_PUNCTURE(context, onset=onset, puncture=command.punctured_at)


def refusal_is_whole(_: Episode, command: RecordDeclined, context: Context) -> Findings:
    if parts := tuple(missing_from(command)):
        yield REFUSAL_NOT_WHOLE(context, parts=", ".join(parts))


def missing_from(command: RecordDeclined) -> Iterator[str]:
    """What a refusal lacks. Somebody who cannot decide cannot refuse: then another decides."""
    if command.explained_by is None:
        yield "who explained it"
    if command.capacity is Answer.NO:
        yield "who decides for the patient, who cannot"
    elif command.capacity is not Answer.YES:
        yield "whether the patient can decide"
    if not command.warned_of:
        yield "what the patient was warned of"


def one_puncture_at_a_time(episode: Episode, command: RecordPuncture, context: Context) -> Findings:
    """What did not pierce the dura is told as well, and is no puncture more."""
    before = [h for h in episode.referral.punctures if h.event.dura not in NOT_PIERCED]
    if before and not episode.referral.no_puncture and command.dura not in NOT_PIERCED:
        yield SECOND_PUNCTURE(context)


NOT_PIERCED = frozenset({Dura.NOT_PUNCTURED, Dura.NO_PROCEDURE})
