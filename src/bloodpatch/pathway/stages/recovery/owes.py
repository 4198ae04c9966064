"""Who owes what at the bed, from the needle out until the patient has walked."""

from datetime import datetime, timedelta

from bloodpatch.pathway.episode import Episode, Round
from bloodpatch.pathway.obligations import Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.recovery.commands import (
    PermitStanding,
    RecordLayDown,
    RecordObservations,
    StartRest,
)
from bloodpatch.pathway.stages.recovery.events import (
    Observed,
    RestStarted,
)
from bloodpatch.pathway.whereabouts import Whereabouts


def owed_in_recovery(episode: Episode, protocol: Protocol) -> Owed:
    """From the needle out until the test is passed, somebody is always due at the bed."""
    if episode.whereabouts is Whereabouts.RECOVERING:
        yield from next_at_the_bed(episode.now, protocol)


def next_at_the_bed(round: Round, protocol: Protocol) -> Owed:
    recovery, out = round.recovery, round.procedure.before_recovery
    if (ends := recovery.rest_ends(protocol, out)) is not None:
        yield Obligation(
            code="recovery.stand_and_walk",
            owner=Role.NURSE,
            due=ends,
            says="Stand and walk",
            act=PermitStanding.name,
        )
    elif (up := recovery.up(out)) and recovery.is_up(out):
        yield Obligation(
            code="recovery.lie_down_again",
            owner=Role.NURSE,
            due=up.latest,
            says="Help the patient to lie down again",
            act=RecordLayDown.name,
        )
    else:
        yield Obligation(
            code="recovery.start_rest",
            owner=Role.NURSE,
            due=began_at(round),
            says="Start the rest",
            act=StartRest.name,
        )


def began_at(round: Round) -> datetime:
    """When the patient came to rest at the latest: the end of the procedure or the hand-over."""
    there = [*round.procedure.events, *round.recovery.events]
    return max(h.latest for h in there)


def observations_due(episode: Episode, protocol: Protocol) -> Owed:
    """The next observation that the protocol plans, counted from the start of the first rest:
    as many as were made since are done. It is late only after the grace, and not at the minute."""
    recovery = episode.now.recovery
    started = recovery.first(RestStarted)
    if started is None or episode.whereabouts is not Whereabouts.RECOVERING:
        return
    since = started.latest
    seen = sum(h.latest >= since for h in recovery.all(Observed))
    minutes = observation_minute(seen, protocol)
    grace = protocol.recovery.observation_grace_minutes
    yield Obligation(
        code="recovery.observations",
        owner=Role.NURSE,
        due=since + timedelta(minutes=minutes + grace),
        says=f"Observations at {minutes} minutes",
        act=RecordObservations.name,
    )


def observation_minute(number: int, protocol: Protocol) -> int:
    """When the observation of this number (from 0) is planned: those that the protocol names,
    then on at its interval for as long as the patient lies here."""
    named = protocol.recovery.observation_minutes
    if number < len(named):
        return named[number]
    return named[-1] + (number - len(named) + 1) * protocol.recovery.observation_then_every_minutes


OWES = (owed_in_recovery, observations_due)
