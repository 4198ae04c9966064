"""Who owes what to a patient who has arrived."""

from datetime import timedelta

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.obligations import Cause, Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.preparation.commands import TakeTimeOut
from bloodpatch.pathway.whereabouts import Whereabouts


def patient_is_prepared(episode: Episode, protocol: Protocol) -> Owed:
    """By the booked time; without a booking, within the time that a room is held for."""
    preparation = episode.now.preparation
    arrived = preparation.arrived
    if episode.whereabouts is not Whereabouts.BEING_PREPARED or arrived is None:
        return
    if preparation.timed_out is not None:
        yield Obligation(
            code="preparation.start_the_procedure",
            owner=Role.PHYSICIAN,
            due=preparation.timed_out.occurred.latest,
            says="Start the procedure",
            act="procedure.start",
        )
        return
    booked = episode.now.booking.in_force
    held = timedelta(minutes=protocol.booking.planned_minutes)
    came = arrived.occurred.latest
    yield Obligation(
        code="preparation.time_out",
        owner=Role.NURSE,
        due=max(came, booked.event.starts.latest) if booked else came + held,
        says="Prepare the patient for the time-out",
        act=TakeTimeOut.name,
    )


OWES: tuple[Cause, ...] = (patient_is_prepared,)
