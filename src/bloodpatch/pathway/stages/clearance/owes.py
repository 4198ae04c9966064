"""When a physician owes a patient the word on normal activity, and when she is to be told."""

from datetime import datetime, timedelta

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.obligations import Cause, Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.contacts import next_contact
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.clearance.commands import ClearActivity, RecordTold
from bloodpatch.pathway.stages.clearance.rules import low_since
from bloodpatch.pathway.whereabouts import Whereabouts

WITHOUT_A_PATCH = frozenset({Whereabouts.CONSERVATIVE, Whereabouts.DECLINED})


def physician_looks_again_after_deferring(episode: Episode, protocol: Protocol) -> Owed:
    """T12: not yet is an answer that asks for another one."""
    deferred = episode.now.clearance.deferred
    if deferred is None or not waits(episode):
        return
    hours = protocol.clearance.deferred_review_due_hours
    until = deferred.event.until
    due = until.at if until else deferred.latest + timedelta(hours=hours)
    yield decision(due, "Look again at a clearance that was deferred")


def physician_decides_once_it_is_possible(episode: Episode, protocol: Protocol) -> Owed:
    """T12: counted from when the pain has been low for long enough, or from the last contact that
    was planned, whichever is there first."""
    if episode.now.clearance.deferred is not None or not waits(episode):
        return
    hours = protocol.clearance.decision_due_hours
    if possible := possible_since(episode, protocol):
        yield decision(possible + timedelta(hours=hours), "Clear normal activity, or defer it")


def possible_since(episode: Episode, protocol: Protocol) -> datetime | None:
    followup, departed = episode.now.followup, episode.now.discharge.departed
    if episode.whereabouts in WITHOUT_A_PATCH:
        return followup.headache.latest if followup.headache and followup.headache_gone else None
    last = followup.last_contact or departed
    if last is not None and next_contact(episode.now, protocol) is None:
        return last.latest
    low = low_since(episode, protocol)
    if low is None or followup.last_contact is None:
        return None
    return low + timedelta(hours=protocol.clearance.min_stable_hours)


def waits(episode: Episode) -> bool:
    """At home, not cleared, and not signed as lost."""
    if episode.now.followup.lost:
        return False
    return episode.whereabouts in WITHOUT_A_PATCH | {Whereabouts.FOLLOWED_UP}


def decision(due: datetime, says: str) -> Obligation:
    return Obligation(
        code="clearance.decision",
        owner=Role.PHYSICIAN,
        due=due,
        says=says,
        act=ClearActivity.name,
    )


def patient_is_told(episode: Episode, protocol: Protocol) -> Owed:
    """T12: the patient is told when it is given."""
    cleared = episode.now.clearance.cleared
    if episode.whereabouts is not Whereabouts.CLEARED or cleared is None:
        return
    if episode.now.clearance.told:
        return
    yield Obligation(
        code="clearance.tell",
        owner=Role.NURSE,
        due=cleared.latest + timedelta(hours=protocol.clearance.tell_due_hours),
        says="Tell the patient that normal activity is cleared",
        act=RecordTold.name,
    )


OWES: tuple[Cause, ...] = (
    physician_looks_again_after_deferring,
    physician_decides_once_it_is_possible,
    patient_is_told,
)
