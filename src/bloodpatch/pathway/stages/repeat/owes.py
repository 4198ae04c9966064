"""T15: a headache that a patch did not end is a physician's to decide on."""

from datetime import timedelta

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.obligations import Cause, Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stage_stream import last_of, later
from bloodpatch.pathway.stages.repeat.commands import DecideRepeat
from bloodpatch.pathway.whereabouts import Whereabouts

AFTER_A_PATCH = frozenset({Whereabouts.FOLLOWED_UP, Whereabouts.CLEARED})


def physician_decides_on_a_headache_that_stays(episode: Episode, protocol: Protocol) -> Owed:
    """Until a physician has decided since, one way or the other."""
    if episode.whereabouts not in AFTER_A_PATCH or not episode.now.procedure.patch_given:
        return
    trouble = episode.now.followup.trouble(protocol)
    decided = last_of((episode.repeat.decided, episode.assessment.decided))
    if trouble is None or later(decided, trouble):
        return
    yield Obligation(
        code="repeat.decision",
        owner=Role.PHYSICIAN,
        due=trouble.recorded_at + timedelta(hours=protocol.repeat.decision_due_hours),
        says="The headache stays or came back: assess again, and decide",
        act=DecideRepeat.name,
    )


OWES: tuple[Cause, ...] = (physician_decides_on_a_headache_that_stays,)
