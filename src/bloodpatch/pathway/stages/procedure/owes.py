"""What is owed while a needle is in a back, and what must be looked at afterwards."""

from datetime import timedelta
from typing import TYPE_CHECKING

from bloodpatch.pathway.obligations import Cause, Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.procedure.commands import (
    Injected,
    RecordInjection,
    RecordNeedleOut,
)
from bloodpatch.pathway.whereabouts import Whereabouts

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode


def procedure_comes_to_an_end(episode: "Episode", protocol: Protocol) -> Owed:
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
    minutes = protocol.procedure.expected_minutes
    yield Obligation(
        code="procedure.finish",
        owner=Role.PHYSICIAN,
        due=began.occurred.latest + timedelta(minutes=minutes),
        says="Finish the procedure, or record that it was given up",
        act=RecordInjection.name,
    )


def drawn_blood_is_used_or_thrown_away(episode: "Episode", protocol: Protocol) -> Owed:
    """T13: drawn blood waits for nothing, and never without somebody who answers for it."""
    draw = episode.now.procedure.open_draw
    if draw is None or episode.whereabouts is not Whereabouts.BEING_PATCHED:
        return
    minutes = protocol.procedure.draw_to_inject_max_minutes
    yield Obligation(
        code="procedure.blood_waits",
        owner=Role.PHYSICIAN,
        due=(draw.event.drawn_at or draw.occurred).latest + timedelta(minutes=minutes),
        says="Inject the blood, or throw it away",
        act=RecordInjection.name,
    )


def volumes_are_put_right(episode: "Episode", protocol: Protocol) -> Owed:
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


def patch_given_elsewhere_is_looked_at(episode: "Episode", protocol: Protocol) -> Owed:
    """A patch that somebody else gave meanwhile: a physician decides what follows here."""
    given = episode.now.procedure.elsewhere
    if not given or episode.whereabouts in NOTHING_MORE_TO_DECIDE:
        return
    looked = episode.assessment.decided
    if looked is None or looked.recorded_at < given[-1].recorded_at:
        hours = protocol.assessment.decision_due_hours
        yield Obligation(
            code="procedure.patched_elsewhere",
            owner=Role.PHYSICIAN,
            due=given[-1].recorded_at + timedelta(hours=hours),
            says="A patch was given elsewhere: decide what follows",
            act="assessment.record_decision",
        )


NOTHING_MORE_TO_DECIDE = (Whereabouts.CLOSED, Whereabouts.DIED, Whereabouts.WITHDRAWN)

OWES: tuple[Cause, ...] = (
    procedure_comes_to_an_end,
    drawn_blood_is_used_or_thrown_away,
    volumes_are_put_right,
    patch_given_elsewhere_is_looked_at,
)
