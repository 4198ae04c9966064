"""What is owed to a patient who has stood and walked, until the door closes behind her."""

from datetime import timedelta

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.obligations import Cause, Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.discharge.commands import PermitDischarge, RecordDeparture
from bloodpatch.pathway.whereabouts import Whereabouts


def patient_is_seen_off(episode: Episode, protocol: Protocol) -> Owed:
    """T11: the checks, then the going. As long as the patient is here, observations go on, and
    nobody waits longer for this than for the next of them."""
    if episode.whereabouts is not Whereabouts.READY_TO_LEAVE:
        return
    minutes = protocol.recovery.observation_then_every_minutes
    permitted, out = episode.now.discharge.permitted, episode.now.procedure.before_recovery
    since = permitted or episode.now.recovery.tests(out)[-1]
    yield Obligation(
        code="discharge.departure" if permitted else "discharge.checks",
        owner=Role.NURSE,
        due=since.occurred.latest + timedelta(minutes=minutes),
        says="Record that the patient left" if permitted else "Do the checks before going home",
        act=RecordDeparture.name if permitted else PermitDischarge.name,
    )


OWES: tuple[Cause, ...] = (patient_is_seen_off,)
