"""Bookings hold what they name: the claims follow the record, in the same transaction.

After every command that touches a booking, the claims of its episode are made to say what the
fold says. So a booking that is called off, corrected or struck gives its room back, whichever
page or machine it came from.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bloodpatch.clinic import reservations
from bloodpatch.clinic.models import Resource
from bloodpatch.clinic.reservations import Wanted
from bloodpatch.pathway.protocol import Protocol

if TYPE_CHECKING:
    from bloodpatch.pathway.stages.booking.statements import Slot
    from bloodpatch.record.outcomes import Accepted

TOUCHES = ("booking.", "amendment.corrected", "amendment.struck", "repeat.")

ProtocolOf = Callable[[str, str | None], Protocol]


def wanted(slot: "Slot", protocol: Protocol) -> tuple[Wanted, ...]:
    """The room and the physician for the procedure, the bay for the rest after it."""
    starts = slot.starts.at
    done = starts + timedelta(minutes=protocol.booking.planned_minutes)
    rested = done + timedelta(minutes=protocol.booking.recovery_bay_minutes)
    return (
        Wanted(Resource.ROOM, slot.room.plain(), starts, done),
        Wanted(Resource.PHYSICIAN, slot.physician.plain(), starts, done),
        Wanted(Resource.BAY, slot.bay.plain(), done, rested),
    )


def keeper(protocol_of: ProtocolOf) -> Callable[["Accepted"], None]:
    """For `Record.within`: keep the claims of an episode as its booking says."""

    def keep(accepted: "Accepted") -> None:
        names = [happened.event.name for happened in accepted.events]
        if any(name.startswith(TOUCHES) for name in names):
            follow(accepted.episode, accepted.events[0].by.clinic, protocol_of)

    return keep


def follow(episode: Any, clinic: str, protocol_of: ProtocolOf) -> None:
    booked = episode.now.booking.in_force
    if booked is None:
        reservations.release(clinic, episode.id)
        return
    protocol = protocol_of(clinic, episode.protocol)
    asked = wanted(booked.event, protocol)
    if set(asked) != set(reservations.held(clinic, episode.id)):
        reservations.claim(clinic, episode.id, asked)


def clashes(
    slot: "Slot", clinic: str, episode: str, protocol: Protocol
) -> tuple[reservations.Clash, ...]:
    """Everything in the way of a booking that is not yet made."""
    return reservations.clashes(clinic, wanted(slot, protocol), but=episode)
