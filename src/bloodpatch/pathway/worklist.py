"""What is owed to a patient, what is next for the person who looks, and who comes first of all."""

from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from bloodpatch.pathway.context import Facts
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.obligations import Obligation
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.physicians_answer import answered
from bloodpatch.pathway.queries.standing_facts import open_stops
from bloodpatch.pathway.queries.urgent_facts import IN_THE_HOUSE
from bloodpatch.pathway.roles import MAY_GIVE, Role
from bloodpatch.pathway.stages.closure.owes import (
    STILL_OWED_TO_THE_DEAD,
    death_elsewhere_is_signed_for,
)
from bloodpatch.pathway.treatment import CAUSES
from bloodpatch.pathway.whereabouts import OVER, Whereabouts

RED_FLAG_OWED = "followup.red_flag"
URGENT_FACT_OWED = "review.urgent_fact"
SEVERE_PRESSURE_OWED = "assessment.severe_pressure"
LOOK_FIRST = frozenset({"recovery.observations"})
"""Of two things that are due at one instant, looking at the patient comes before moving her."""


NOBODY = Facts()


def owed(episode: Episode, protocol: Protocol, facts: Facts = NOBODY) -> tuple[Obligation, ...]:
    """Everything that is owed now, what is due soonest first. Where another episode says that the
    patient has died, nothing is that would be done with them."""
    found = [o for cause in CAUSES for o in cause(episode, protocol)]
    if signed := list(death_elsewhere_is_signed_for(episode, protocol, facts)):
        found = [o for o in found if o.stage in STILL_OWED_TO_THE_DEAD] + signed
    return tuple(sorted(found, key=lambda o: (o.due, o.code not in LOOK_FIRST, o.code)))


def next_for(role: Role, obligations: tuple[Obligation, ...]) -> Obligation | None:
    """The first thing owed that this person may do; a nurse is never shown a signature."""
    return next((o for o in obligations if o.act and role in MAY_GIVE[o.act]), None)


def late(obligation: Obligation, now: datetime) -> bool:
    return now > obligation.due


# WHO COMES FIRST


class Urgency(StrEnum):
    """What cannot wait for its time, whatever the time is."""

    RED_FLAG = "red_flag"  # reported, and no physician has answered
    SEVERE_PRESSURE = "severe_pressure"  # pregnant or after birth, until a lower one is recorded
    STOP = "stop"  # a sign that stops the treatment, or an act against one, not looked at


class Rank(IntEnum):
    """In a list of patients: the smaller the number, the sooner somebody must go."""

    URGENT = 0
    LATE_AND_HERE = 1
    LATE = 2
    SOON = 3
    LATER = 4


def urgency(
    episode: Episode, obligations: tuple[Obligation, ...], protocol: Protocol
) -> Urgency | None:
    codes = {o.code for o in obligations}
    if RED_FLAG_OWED in codes:
        return Urgency.RED_FLAG
    if SEVERE_PRESSURE_OWED in codes:
        return Urgency.SEVERE_PRESSURE
    if URGENT_FACT_OWED in codes:
        return Urgency.STOP
    over = episode.whereabouts in OVER
    return Urgency.STOP if not over and stop_is_open(episode, protocol) else None


def stop_is_open(episode: Episode, protocol: Protocol) -> bool:
    """A fact that stops the treatment and that no physician has answered, or an act against a stop
    that none has looked at. Who has answered may still not treat: the stop itself stands."""
    stops = open_stops(episode, protocol)
    return any(not answered(episode, fact, protocol) for fact in stops) or any(
        mark.startswith("stop:") and happened.position not in episode.review.acknowledged
        for happened in episode.standing
        for mark in happened.findings
    )


def rank(
    urgent: bool, due: datetime | None, now: datetime, soon: timedelta, where: Whereabouts
) -> Rank:
    """Who comes first of all patients: an open stop or red flag, then who is late and in the
    house, then who else is late, then who is due soon. `soon` is how far ahead the one who looks
    wants to see."""
    if urgent:
        return Rank.URGENT
    if due is None or due - now > soon:
        return Rank.LATER
    if now <= due:
        return Rank.SOON
    # Somebody lies there: what is late for her comes before any paper, however late that is.
    return Rank.LATE_AND_HERE if where in IN_THE_HOUSE else Rank.LATE
