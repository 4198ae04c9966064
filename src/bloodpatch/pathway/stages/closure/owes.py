"""Who signs for the end, and who looks when something comes after it."""

from datetime import timedelta
from typing import Any

from bloodpatch.pathway.clinical import AdverseKind
from bloodpatch.pathway.context import Facts
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.obligations import Cause, Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.contacts import next_contact
from bloodpatch.pathway.queries.person_facts import told_elsewhere
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stage_stream import last_of
from bloodpatch.pathway.stages.closure.commands import CloseEpisode, RecordDied, Reopen
from bloodpatch.pathway.stages.closure.events import Died
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.whereabouts import OVER, Whereabouts

AT_HOME = frozenset(
    {
        Whereabouts.FOLLOWED_UP,
        Whereabouts.CLEARED,
        Whereabouts.CONSERVATIVE,
        Whereabouts.DECLINED,
    }
)
NO_WORK = ("review.", "closure.closed")
"""What a physician writes while looking at an episode that is closed needs no second look."""


def outcome_is_signed(episode: Episode, protocol: Protocol) -> Owed:
    """T12: cleared, and no contact is left: a physician signs the outcome."""
    cleared, followup = episode.now.clearance.cleared, episode.now.followup
    if episode.whereabouts is not Whereabouts.CLEARED or cleared is None:
        return
    if followup.lost or followup.unanswered or next_contact(episode.now, protocol):
        return
    since = last_of((cleared, followup.last_contact))
    assert since is not None  # the clearance is there
    yield Obligation(
        code="closure.due",
        owner=Role.PHYSICIAN,
        due=since.latest + timedelta(hours=protocol.closure.due_hours),
        says="Sign the outcome and close",
        act=CloseEpisode.name,
    )


def lost_patient_is_signed_for(episode: Episode, protocol: Protocol) -> Owed:
    """H36: a patient who cannot be found stays on a list until a physician has closed."""
    lost = episode.now.followup.lost
    if lost is not None and episode.whereabouts in AT_HOME:
        yield Obligation(
            code="closure.lost",
            owner=Role.PHYSICIAN,
            due=lost.latest + timedelta(hours=protocol.closure.due_hours),
            says="Close, or find again, a patient who was signed as lost",
            act=CloseEpisode.name,
        )


def death_is_signed_for(episode: Episode, protocol: Protocol) -> Owed:
    died = episode.closure.died
    if episode.whereabouts is Whereabouts.DIED and died is not None:
        yield Obligation(
            code="closure.died",
            owner=Role.PHYSICIAN,
            due=died.recorded_at + timedelta(hours=protocol.closure.review_due_hours),
            says="Review the death of a patient, and close",
            act=CloseEpisode.name,
        )


def death_elsewhere_is_signed_for(episode: Episode, protocol: Protocol, facts: Facts) -> Owed:
    """The person has died, and another episode says so: nobody calls, and this one is signed."""
    deaths = told_elsewhere(facts, Died)
    if deaths and episode.whereabouts not in OVER:
        known = deaths[0].happened.recorded_at
        yield Obligation(
            code="closure.died",
            owner=Role.PHYSICIAN,
            due=known + timedelta(hours=protocol.closure.review_due_hours),
            says="Review the death of a patient, and close",
            act=CloseEpisode.name,
        )


STILL_OWED_TO_THE_DEAD = frozenset({"review", "amendment", "adverse_event", "closure"})
"""What is looked at on paper. Everything else is done with the patient."""


def death_that_was_told_is_recorded(episode: Episode, protocol: Protocol) -> Owed:
    """A death that stands only in an outcome or an adverse event stops no message."""
    if episode.closure.died or episode.whereabouts is Whereabouts.CLOSED:
        return
    for happened in (*episode.adverse_event.events, *episode.closure.events):
        if tells_of_death(happened.event):
            yield Obligation(
                code="closure.death_told",
                owner=Role.PHYSICIAN,
                due=happened.recorded_at + timedelta(hours=protocol.closure.review_due_hours),
                says="Record the death that was told, or correct what was told",
                act=RecordDied.name,
            )
            return


def tells_of_death(event: object) -> bool:
    words = (getattr(event, "status", None), getattr(event, "outcome", None))
    return Status.DIED in words or AdverseKind.DEATH in (getattr(event, "kinds", None) or ())


def what_came_after_the_closing_is_looked_at(episode: Episode, protocol: Protocol) -> Owed:
    """The episode stays closed; a physician looks, and reopens it or leaves it."""
    if after := recorded_after_the_closing(episode):
        yield Obligation(
            code="closure.recorded_after",
            owner=Role.PHYSICIAN,
            due=after[0].recorded_at + timedelta(hours=protocol.closure.review_due_hours),
            says="Look at what was recorded after the closing: reopen, or acknowledge it",
            act=Reopen.name,
        )


def recorded_after_the_closing(episode: Episode) -> list[Happened[Any]]:
    """What no physician has looked at, of a closed episode; none of one that is open."""
    closing = episode.closure.closing
    if not episode.closure.closed or closing is None:
        return []
    return [h for h in episode.standing if is_work(h, closing, episode)]


def is_work(happened: Happened[Any], closing: Happened[Any], episode: Episode) -> bool:
    return (
        happened.position > closing.position
        and not happened.event.name.startswith(NO_WORK)
        and happened.position not in episode.review.acknowledged
    )


def reopened_episode_is_decided_on(episode: Episode, protocol: Protocol) -> Owed:
    """What came back is looked at as soon as a headache that stays (T15)."""
    reopened = episode.closure.reopened
    if reopened is None or episode.whereabouts is Whereabouts.DIED:
        return
    decided = (episode.assessment.decided, episode.repeat.decided, episode.now.clearance.last)
    if any(word is not None and word.position > reopened.position for word in decided):
        return
    yield Obligation(
        code="closure.reopened",
        owner=Role.PHYSICIAN,
        due=reopened.recorded_at + timedelta(hours=protocol.repeat.decision_due_hours),
        says="Something came back: look, and decide how to go on",
        act="assessment.record_decision",
    )


OWES: tuple[Cause, ...] = (
    outcome_is_signed,
    lost_patient_is_signed_for,
    death_is_signed_for,
    death_that_was_told_is_recorded,
    what_came_after_the_closing_is_looked_at,
    reopened_episode_is_decided_on,
)
