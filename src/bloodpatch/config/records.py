"""The record of this installation: its ports, each filled by the floor that knows the answer.

There is one for each process. A door finds it on its request; nobody else hands it around.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

import bloodpatch
from bloodpatch.clinic import bookings, clinics
from bloodpatch.clinic.confirmed_rows import confirmed_rows
from bloodpatch.clinic.facts import facts
from bloodpatch.clinic.keys import PatientKeys
from bloodpatch.clinic.models import Clinic
from bloodpatch.clinic.person import told_elsewhere
from bloodpatch.config import clock
from bloodpatch.pathway.context import Facts
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.record import protocol_versions
from bloodpatch.record.errors import RecordFault
from bloodpatch.record.outcomes import Accepted
from bloodpatch.record.ports import Record
from bloodpatch.record.protocol_document import with_newest
from bloodpatch.record.protocols import by_hash, shipped

FIRST_PROTOCOL = "kaysville"
"""What a clinic runs until a physician of it has signed for another one."""


class UnknownProtocol(RecordFault):
    """An episode is pinned to rules that this installation does not have."""

    def __init__(self, clinic: str, pinned: str) -> None:
        super().__init__(
            f"The protocol {pinned[:12]} of clinic {clinic} is not in this installation.",
            "This episode was decided by it, and is never decided by another one unasked.",
            "Install the version of the software that it came with, or restore a backup that has "
            "it: `bloodpatch protocol list` shows those that are kept.",
        )


@cache
def known(clinic: str, pinned: str) -> Protocol:
    """By its hash, so it is the same for ever: what is shipped, else what this clinic kept."""
    found = by_hash().get(pinned) or protocol_versions.find("default", clinic, pinned)
    if found is None:
        raise LookupError(pinned)
    return found


@cache
def deciding(clinic: str, pinned: str) -> Protocol:
    """The clinic's choices as pinned; what is about drugs and blood as of today."""
    found = known(clinic, pinned)
    return with_newest(found, protocol_versions.newest_of(found.layers))


class Protocols:
    """The rules that each clinic runs; each version known by its hash."""

    def in_force(self, clinic: str, pinned: str | None) -> Protocol:
        if pinned is None:
            signed = clinics.active_protocol(clinic)
            pinned = signed.hash if signed else shipped(FIRST_PROTOCOL).hash
        return self._of(deciding, clinic, pinned)

    def known(self, clinic: str, pinned: str | None) -> Protocol:
        return self.in_force(clinic, None) if pinned is None else self._of(known, clinic, pinned)

    def keep_followed(self, accepted: Accepted) -> None:
        """No event without the text of the rules that its episode follows."""
        pinned: str | None = accepted.episode.protocol
        if pinned is not None:
            clinic = accepted.events[0].by.clinic
            protocol_versions.keep("default", clinic, known(clinic, pinned), clock.now())

    def _of(self, find: Callable[[str, str], Protocol], clinic: str, pinned: str) -> Protocol:
        try:
            return find(clinic, pinned)
        except LookupError:
            raise UnknownProtocol(clinic, pinned) from None


@cache
def zone_of(clinic: str) -> str:
    """Read once in the life of a process: it is asked for with every command, and a clinic that
    moves to another zone restarts its service."""
    return str(Clinic.objects.values_list("zone", flat=True).get(pk=clinic))


def facts_now(clinic: str, episode: str) -> Facts:
    known = facts(clinic, episode, clock.now())
    return replace(
        known,
        protocol_in_force=Protocols().in_force(clinic, None).hash,
        confirmed_rows=confirmed_rows(clinic),
        elsewhere=told_elsewhere(record(), clinic, episode),
    )


@cache
def record() -> Record:
    protocols = Protocols()
    return Record(
        clock=clock.now,
        keys=PatientKeys(),
        protocols=protocols,
        facts=facts_now,
        zone=zone_of,
        software=bloodpatch.__version__,
        within=(bookings.keeper(protocols.known), protocols.keep_followed),
    )


class OnRequest:
    """Django middleware: each request finds the record, and each answer forgets the zone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.record = record()  # type: ignore[attr-defined]
        with timezone.override(None):
            response = self.get_response(request)
        response.headers["X-Bloodpatch-Now"] = said(clock.now())
        return response


def said(instant: datetime) -> str:
    """The server's time, for screens that count on it."""
    return instant.isoformat(timespec="milliseconds")
