"""What is owed while a needle is in a back, and what must be looked at afterwards."""

from datetime import datetime, timedelta
from typing import Any

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.obligations import Cause, Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.procedure.commands import (
    Abandon,
    RecordDiscard,
    RecordInjection,
    RecordNeedleOut,
)
from bloodpatch.pathway.stages.procedure.events import Injected
from bloodpatch.pathway.stages.procedure.times import drawn_at
from bloodpatch.pathway.whereabouts import Whereabouts


def procedure_comes_to_an_end(episode: Episode, protocol: Protocol) -> Owed:
    """T7: a patient in the procedure room, until the needle is out or it was given up."""
    procedure = episode.now.procedure
    began = procedure.began
    if episode.whereabouts is not Whereabouts.BEING_PATCHED or began is None:
        return
    if injected := procedure.attempt.latest(Injected):
        yield Obligation(
            code="procedure.needle_out",
            owner=Role.PHYSICIAN,
            due=injected.occurred.latest,
            says="Take the needle out",
            act=RecordNeedleOut.name,
        )
        return
    if withdrawn := episode.now.preparation.consent_withdrawn:
        yield Obligation(
            code="procedure.give_up",
            owner=Role.PHYSICIAN,
            due=withdrawn.occurred.latest,
            says="Consent was withdrawn: take the needle out, and record that it was given up",
            act=Abandon.name,
        )
        return
    minutes = protocol.procedure.expected_minutes
    yield Obligation(
        code="procedure.finish",
        owner=Role.PHYSICIAN,
        due=began.occurred.latest + timedelta(minutes=minutes),
        says="Finish the procedure, or record that it was given up",
        act=RecordInjection.name,
    )


def drawn_blood_is_used_or_thrown_away(episode: Episode, protocol: Protocol) -> Owed:
    """T13: drawn blood waits for nothing, and never without somebody who answers for it."""
    draw = episode.now.procedure.open_draw
    if draw is None or episode.whereabouts is not Whereabouts.BEING_PATCHED:
        return
    minutes = protocol.procedure.draw_to_inject_max_minutes
    withdrawn = episode.now.preparation.consent_withdrawn is not None
    yield Obligation(
        code="procedure.blood_waits",
        owner=Role.PHYSICIAN,
        due=drawn_at(draw).latest + timedelta(minutes=minutes),
        says="Throw the blood away" if withdrawn else "Inject the blood, or throw it away",
        act=RecordDiscard.name if withdrawn else RecordInjection.name,
    )


def volumes_are_put_right(episode: Episode, protocol: Protocol) -> Owed:
    """What a correction has made impossible is a physician's task."""
    if episode.whereabouts is Whereabouts.CLOSED:
        return
    for procedure in (round.procedure for round in episode.rounds):
        drawn = procedure.volume_drawn
        if procedure.draw and drawn is not None and procedure.blood_ml_injected > drawn:
            hours = protocol.closure.review_due_hours
            yield Obligation(
                code="procedure.volumes",
                owner=Role.PHYSICIAN,
                due=procedure.draw.recorded_at + timedelta(hours=hours),
                says="More is recorded as injected than as drawn: put it right",
                act="amendment.correct",
            )
            return


def patch_given_elsewhere_is_looked_at(episode: Episode, protocol: Protocol) -> Owed:
    """T15: a patch that somebody else gave meanwhile."""
    given = episode.now.procedure.elsewhere
    if given and not decided_since(episode, given[-1]):
        yield Obligation(
            code="procedure.patched_elsewhere",
            owner=Role.PHYSICIAN,
            due=decision_due(given[-1], protocol),
            says="A patch was given elsewhere: decide what follows",
            act="assessment.record_decision",
        )


def what_follows_a_procedure_given_up_is_decided(episode: Episode, protocol: Protocol) -> Owed:
    """T15: the patient was prepared, and still has the hole and the headache."""
    procedure = episode.now.procedure
    given_up = procedure.given_up
    if given_up is None or procedure.patch_given or decided_since(episode, given_up):
        return
    yield Obligation(
        code="procedure.given_up",
        owner=Role.PHYSICIAN,
        due=decision_due(given_up, protocol),
        says="The patch could not be given: decide what follows",
        act="assessment.record_decision",
    )


def decision_due(happened: Happened[Any], protocol: Protocol) -> datetime:
    return happened.recorded_at + timedelta(hours=protocol.assessment.decision_due_hours)


def decided_since(episode: Episode, happened: Happened[Any]) -> bool:
    """A physician has decided on the way since this was recorded, or there is no way left."""
    if episode.whereabouts in NO_WAY_LEFT:
        return True
    decided = (episode.assessment.decided, episode.repeat.decided)
    return any(d is not None and d.position > happened.position for d in decided)


NO_WAY_LEFT = (Whereabouts.CLOSED, Whereabouts.DIED, Whereabouts.WITHDRAWN)

OWES: tuple[Cause, ...] = (
    procedure_comes_to_an_end,
    drawn_blood_is_used_or_thrown_away,
    volumes_are_put_right,
    patch_given_elsewhere_is_looked_at,
    what_follows_a_procedure_given_up_is_decided,
)
