"""What is owed to a patient at home. Each of these ends by hearing from the patient, by going up
to a physician, or by a physician's signature; none ends because time has passed."""

from datetime import timedelta

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.obligations import Cause, Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.contacts import next_contact
from bloodpatch.pathway.queries.urgent_facts import is_at_home, named, urgent
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


def urgent_fact_at_home_is_answered(episode: Episode, protocol: Protocol) -> Owed:
    """A2, T14: within minutes, by whichever entry it came, also after the episode was closed. One
    call for a patient, whatever she tells of."""
    found = urgent(episode, protocol)
    if not found or not is_at_home(found, episode):
        return
    ambulance = any(one.by_ambulance for one in found)
    yield Obligation(
        code="followup.red_flag",
        owner=Role.PHYSICIAN,
        due=found[0].due,
        says=f"{AMBULANCE if ambulance else CALL}: {named(found)}",
        act=RecordContact.name,
    )


AMBULANCE = "Ambulance now, then a physician calls"
CALL = "A physician calls the patient now"


OWES: tuple[Cause, ...] = (
    planned_contact_is_made,
    patient_without_a_patch_is_asked,
    silent_patient_is_tried_again,
    physician_decides_on_silence,
    urgent_fact_at_home_is_answered,
)
