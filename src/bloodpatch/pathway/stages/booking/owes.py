"""Who owes what to a patient who waits for a time, comes, or does not come."""

from datetime import timedelta

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.obligations import Cause, Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stage_stream import last_of
from bloodpatch.pathway.stages.booking.commands import Book, Confirm
from bloodpatch.pathway.whereabouts import Whereabouts


def patch_is_booked(episode: Episode, protocol: Protocol) -> Owed:
    """Counted from the decision; after a booking was called off, from then."""
    if episode.whereabouts is not Whereabouts.TO_BE_BOOKED:
        return
    called_off = episode.now.booking.called_off
    since = last_of((called_off, episode.assessment.decided, episode.repeat.decided))
    assert since is not None
    again = protocol.booking.rebook_due_hours
    hours = again if since is called_off else protocol.booking.book_due_hours
    yield Obligation(
        code="booking.to_book",
        owner=Role.FRONT_DESK,
        due=since.recorded_at + timedelta(hours=hours),
        says="Book the patch",
        act=Book.name,
    )


def patient_is_expected(episode: Episode, _: Protocol) -> Owed:
    booked = episode.now.booking.in_force
    if episode.whereabouts is Whereabouts.BOOKED and booked is not None:
        yield Obligation(
            code="booking.arrival",
            owner=Role.FRONT_DESK,
            due=booked.event.starts.latest,
            says="Receive the patient",
            act="preparation.record_arrival",
        )


def absent_patient_is_called(episode: Episode, protocol: Protocol) -> Owed:
    missed = episode.now.booking.called_off
    if episode.whereabouts is Whereabouts.DID_NOT_ATTEND and missed is not None:
        minutes = protocol.booking.no_show_call_minutes
        yield Obligation(
            code="booking.not_attended",
            owner=Role.NURSE,
            due=missed.recorded_at + timedelta(minutes=minutes),
            says="Call a patient who did not come, and book again",
            act=Book.name,
        )


def provisional_booking_is_looked_at(episode: Episode, protocol: Protocol) -> Owed:
    booked = episode.now.booking.in_force
    if episode.whereabouts is Whereabouts.BOOKED and booked and episode.now.booking.provisional:
        hours = protocol.booking.provisional_review_due_hours
        yield Obligation(
            code="booking.provisional",
            owner=Role.PHYSICIAN,
            due=booked.recorded_at + timedelta(hours=hours),
            says="Decide on a provisional booking",
            act=Confirm.name,
        )


OWES: tuple[Cause, ...] = (
    patch_is_booked,
    patient_is_expected,
    absent_patient_is_called,
    provisional_booking_is_looked_at,
)
