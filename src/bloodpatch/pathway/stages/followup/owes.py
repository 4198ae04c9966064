"""What is owed to a patient at home. Each of these ends by hearing from the patient, by going up
to a physician, or by a physician's signature; none ends because time has passed."""

from datetime import timedelta
from typing import Any

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.obligations import Cause, Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.contacts import next_contact
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stage_stream import last_of
from bloodpatch.pathway.stages.followup.commands import (
    RecordContact,
    RecordLost,
    RecordNoReply,
)
from bloodpatch.pathway.whereabouts import Whereabouts

AFTER_A_PATCH = frozenset({Whereabouts.FOLLOWED_UP, Whereabouts.CLEARED})
WITHOUT_A_PATCH = frozenset({Whereabouts.CONSERVATIVE, Whereabouts.DECLINED})


def waits_for_an_answer(episode: Episode) -> bool:
    """Asked, and nobody answered; not yet signed as lost."""
    followup = episode.now.followup
    return bool(followup.unanswered) and followup.lost is None


def planned_contact_is_made(episode: Episode, protocol: Protocol) -> Owed:
    """T10 T14: the next one. A late one stays owed until the patient is reached."""
    followup = episode.now.followup
    if episode.whereabouts not in AFTER_A_PATCH or followup.unanswered or followup.lost:
        return
    if upcoming := next_contact(episode.now, protocol):
        yield Obligation(
            code="followup.contact",
            owner=Role.NURSE,
            due=upcoming.due,
            says=f"Ask how the patient is, {upcoming.words}",
            act=RecordContact.name,
        )


def patient_without_a_patch_is_asked(episode: Episode, protocol: Protocol) -> Owed:
    """T3: conservative care and a refusal leave the hole where it is; she is asked every day until
    the headache is gone."""
    followup = episode.now.followup
    if episode.whereabouts not in WITHOUT_A_PATCH or followup.unanswered or followup.lost:
        return
    if followup.headache_gone:
        return
    since = last_of(
        (
            episode.assessment.decided,
            episode.repeat.decided,
            episode.referral.turned,
            followup.last_contact,
        )
    )
    assert since is not None  # a decision or a refusal is what brought her here
    yield Obligation(
        code="followup.contact",
        owner=Role.NURSE,
        due=since.latest + timedelta(hours=protocol.followup.conservative_contact_hours),
        says="Ask how the patient is who has no patch",
        act=RecordContact.name,
    )


def silent_patient_is_tried_again(episode: Episode, protocol: Protocol) -> Owed:
    """A call that nobody answered is tried again, by another channel too."""
    followup = episode.now.followup
    if episode.whereabouts not in AFTER_A_PATCH | WITHOUT_A_PATCH:
        return
    if not waits_for_an_answer(episode) or followup.exhausted(protocol):
        return
    hours = protocol.followup.next_attempt_due_hours
    yield Obligation(
        code="followup.try_again",
        owner=Role.NURSE,
        due=followup.unanswered[-1].latest + timedelta(hours=hours),
        says=f"Try again, also by another channel: {followup.attempts} attempts so far",
        act=RecordNoReply.name,
    )


def physician_decides_on_silence(episode: Episode, protocol: Protocol) -> Owed:
    """H36: all attempts were in vain. She is not lost until a physician has signed that."""
    followup = episode.now.followup
    if episode.whereabouts not in AFTER_A_PATCH | WITHOUT_A_PATCH:
        return
    if not waits_for_an_answer(episode) or not followup.exhausted(protocol):
        return
    hours = protocol.followup.non_reply_review_due_hours
    yield Obligation(
        code="followup.no_reply",
        owner=Role.PHYSICIAN,
        due=followup.unanswered[-1].latest + timedelta(hours=hours),
        says=f"Nobody was reached in {followup.attempts} attempts: decide how to go on",
        act=RecordLost.name,
    )


def red_flag_is_answered_by_a_physician(episode: Episode, protocol: Protocol) -> Owed:
    """T14: within minutes, wherever the patient is, also after the episode was closed."""
    if episode.whereabouts is Whereabouts.DIED:
        return
    for alarm in (h for round in episode.rounds for h in round.followup.alarms):
        if not answered_by_a_physician(episode, alarm):
            minutes = protocol.followup.red_flag_call_minutes
            yield Obligation(
                code="followup.red_flag",
                owner=Role.PHYSICIAN,
                due=alarm.recorded_at + timedelta(minutes=minutes),
                says="Call a patient who reports a red flag",
                act=RecordContact.name,
            )
            return


def answered_by_a_physician(episode: Episode, alarm: Happened[Any]) -> bool:
    """A physician made that entry, has looked at it, spoke with the patient since, or decided."""
    if alarm.by.role is Role.PHYSICIAN or alarm.position in episode.review.acknowledged:
        return True
    spoke = [
        h for round in episode.rounds for h in round.followup.reached if h.by.role is Role.PHYSICIAN
    ]
    decided = (episode.assessment.decided, episode.repeat.decided, episode.closure.closing)
    return any(h is not None and h.position > alarm.position for h in (*spoke, *decided))


OWES: tuple[Cause, ...] = (
    planned_contact_is_made,
    patient_without_a_patch_is_asked,
    silent_patient_is_tried_again,
    physician_decides_on_silence,
    red_flag_is_answered_by_a_physician,
)
