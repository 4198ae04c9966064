"""A referral taken in: the person, the register and the first event, all or nothing."""

from hashlib import sha256

from django.utils.translation import gettext as _

from bloodpatch.clinic import patients
from bloodpatch.clinic.models import Patient
from bloodpatch.clinic.opaque import ALPHABET, LENGTH
from bloodpatch.clinic.patients import Identity
from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import ValueFault
from bloodpatch.record.errors import RecordFault
from bloodpatch.record.handle import handle
from bloodpatch.record.outcomes import Outcome


def take_in(
    request: StaffRequest, who: Identity | Patient, command: Command, command_id: str
) -> tuple[str, Outcome]:
    """Open an episode; for somebody new, with the person in the same transaction.

    The episode's id comes from the command's, so that a second click finds the first episode.
    """
    episode = episode_of(command_id)
    now = request.record.clock()

    def register() -> None:
        known = who
        if isinstance(known, Identity):
            known = patients.register(request.clinic, known, now=now)
        patients.open_episode(known, episode=episode)

    outcome = handle(
        request.record,
        command,
        episode=episode,
        actor=request.actor,
        command_id=command_id,
        seen=None,
        before=(register,),
    )
    return episode, outcome


def episode_of(command_id: str) -> str:
    """The id of the episode that a form opens: as random as the form's own number, and the same
    each time that the form is sent."""
    figures = int.from_bytes(sha256(f"episode of {command_id}".encode()).digest())
    letters = []
    for _place in range(LENGTH):
        figures, one = divmod(figures, len(ALPHABET))
        letters.append(ALPHABET[one])
    return "".join(letters)


def not_kept(fault: RecordFault) -> ValueFault:
    return ValueFault(fault.what, fault.why, fault.now)


def named(fault: patients.IdentityFault) -> ValueFault:
    return ValueFault(
        str(fault),
        _("Nobody was entered, and no episode was opened."),
        _("Correct it; the rest of what you typed is still here."),
    )
