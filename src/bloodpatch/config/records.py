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
from bloodpatch.clinic.facts import facts
from bloodpatch.clinic.keys import PatientKeys
from bloodpatch.clinic.models import Clinic
from bloodpatch.config import clock
from bloodpatch.pathway.context import Facts
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.record.errors import RecordFault
from bloodpatch.record.ports import Record
from bloodpatch.record.protocols import shipped, shipped_names

FIRST_PROTOCOL = "kaysville"
"""What a clinic runs until a physician of it has signed for another one."""


class UnknownProtocol(RecordFault):
    """An episode is pinned to rules that this installation does not have."""

    def __init__(self, clinic: str, pinned: str) -> None:
        super().__init__(
            f"The protocol {pinned[:12]} of clinic {clinic} is not in this installation.",
            "This episode was decided by it, and is never decided by another one unasked.",
            "Install the version of the software that it came with, or add its file.",
        )


@cache
def shipped_by_hash() -> dict[str, Protocol]:
    return {protocol.hash: protocol for protocol in map(shipped, shipped_names())}


class Protocols:
    """The rules that each clinic runs; each version known by its hash."""

    def in_force(self, clinic: str, pinned: str | None) -> Protocol:
        if pinned is not None:
            return self.known(clinic, pinned)
        signed = clinics.active_protocol(clinic)
        return self.known(clinic, signed.hash) if signed else shipped(FIRST_PROTOCOL)

    def known(self, clinic: str, pinned: str | None) -> Protocol:
        if pinned is None:
            return self.in_force(clinic, None)
        found = shipped_by_hash().get(pinned)
        if found is None:
            raise UnknownProtocol(clinic, pinned)
        return found


@cache
def zone_of(clinic: str) -> str:
    """Read once in the life of a process: it is asked for with every command, and a clinic that
    moves to another zone restarts its service."""
    return str(Clinic.objects.values_list("zone", flat=True).get(pk=clinic))


def facts_now(clinic: str, episode: str) -> Facts:
    known = facts(clinic, episode, clock.now())
    return replace(known, protocol_in_force=Protocols().in_force(clinic, None).hash)


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
        within=(bookings.keeper(protocols.known),),
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
