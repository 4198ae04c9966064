"""What cannot wait: a fact that stops, or that brings an ambulance or a physician to a patient at
home, and that no physician has answered. By whichever entry it was told."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bloodpatch.pathway.clinical.concepts import AtHome, Concept, Weight
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.physicians_answer import unanswered
from bloodpatch.pathway.queries.standing_facts import Fact, standing
from bloodpatch.pathway.stage_stream import last_of
from bloodpatch.pathway.stages.discharge.events import Departed, Left
from bloodpatch.pathway.stages.followup.events import Contacted, Reported
from bloodpatch.pathway.whereabouts import Whereabouts

AT_HOME = frozenset(
    {
        Whereabouts.FOLLOWED_UP,
        Whereabouts.CLEARED,
        Whereabouts.CONSERVATIVE,
        Whereabouts.DECLINED,
        Whereabouts.WITHDRAWN,
        Whereabouts.OTHER_PATHWAY,
        Whereabouts.DID_NOT_ATTEND,
        Whereabouts.CLOSED,
    }
)
IN_THE_HOUSE = frozenset(
    {
        Whereabouts.BEING_PREPARED,
        Whereabouts.BEING_PATCHED,
        Whereabouts.RECOVERING,
        Whereabouts.READY_TO_LEAVE,
    }
)


@dataclass(frozen=True, kw_only=True)
class Urgent:
    """A fact with the first of its tellings that nobody has answered: from then the minutes run."""

    fact: Fact
    told: Happened[Any]
    due: datetime

    @property
    def by_ambulance(self) -> bool:
        return self.fact.at_home is AtHome.AMBULANCE


def urgent(episode: Episode, protocol: Protocol) -> tuple[Urgent, ...]:
    """What is due soonest first; nobody is called to the dead."""
    if episode.whereabouts is Whereabouts.DIED:
        return ()
    found = []
    for fact in standing(episode, protocol):
        told = [h for h in unanswered(episode, fact, protocol) if calls(fact, h, episode)]
        if told:
            due = min(h.recorded_at + within(h, episode, protocol) for h in told)
            found.append(Urgent(fact=fact, told=told[0], due=due))
    return tuple(sorted(found, key=lambda one: one.due))


def calls(fact: Fact, entry: Happened[Any], episode: Episode) -> bool:
    """A stop and what asks for an ambulance do so anywhere; the rest only where it was told from
    home: in the house somebody is there, and the permits hold it."""
    if fact.weight is Weight.STOP or fact.at_home is AtHome.AMBULANCE:
        return True
    if fact.at_home is AtHome.PHYSICIAN and told_from_home(entry, episode):
        return True
    return fact.concept in AFTER_A_NEEDLE and is_since_the_needle(entry, episode)


AFTER_A_NEEDLE = frozenset(
    {
        Concept.SEVERE_BACK_PAIN,
        Concept.LEG_NUMBNESS,
        Concept.SPINAL_COLLECTION,
        Concept.SUBDURAL_ON_IMAGING,
    }
)
"""Told after a needle, each may be a bleed that is growing (yentis2020, secondary)."""


def is_since_the_needle(entry: Happened[Any], episode: Episode) -> bool:
    needle = episode.now.procedure.first_needle
    return needle is not None and entry.order > needle.order


def since_the_needle(facts: tuple[Fact, ...], episode: Episode) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if is_since_the_needle(fact.newest, episode))


def told_from_home(entry: Happened[Any], episode: Episode) -> bool:
    """At a contact, in a report, or in any other form since the patient went."""
    if isinstance(entry.event, (Contacted, Reported)):
        return True
    if episode.whereabouts not in AT_HOME:
        return False
    decided = (episode.assessment.decided, episode.repeat.decided, episode.referral.turned)
    went = episode.now.discharge.first(Departed, Left) or last_of(decided)
    return went is not None and entry.position >= went.position


def within(entry: Happened[Any], episode: Episode, protocol: Protocol) -> timedelta:
    """The minutes of where the patient was when it was told: going home gives nobody more time."""
    if told_in_the_house(entry, episode):
        return timedelta(minutes=protocol.assessment.urgent_minutes_in_house)
    return timedelta(minutes=protocol.followup.red_flag_call_minutes)


def told_in_the_house(entry: Happened[Any], episode: Episode) -> bool:
    if isinstance(entry.event, (Contacted, Reported)):
        return False
    round = episode.round_at(entry.latest)
    came, left = round.preparation.arrived or round.procedure.began, round.discharge.departed
    return (
        came is not None
        and entry.order >= came.order
        and (left is None or entry.order < left.order)
    )


def is_at_home(found: tuple[Urgent, ...], episode: Episode) -> bool:
    """Whether the patient has to be called, and not only to be seen in a bay or a ward."""
    phoned = any(isinstance(one.told.event, (Contacted, Reported)) for one in found)
    return phoned or episode.whereabouts in AT_HOME


def named(found: tuple[Urgent, ...]) -> str:
    return ", ".join(dict.fromkeys(one.fact.words for one in found))
