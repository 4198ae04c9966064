"""Whose page this is, and which rules that clinic runs: asked where the record itself asks."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest

from bloodpatch.clinic.clinics import active_protocol
from bloodpatch.clinic.models import Clinic
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.record.errors import RecordFault
from bloodpatch.record.ports import Record


class PublicRequest(HttpRequest):
    """A request of anybody; the record is on it, as on every request."""

    record: Record


@dataclass(frozen=True)
class InForce:
    """What the clinic runs, and when a physician signed it; None where nobody has yet."""

    protocol: Protocol
    signed_at: datetime | None = None

    def signed_on(self, zone: str) -> str:
        if self.signed_at is None:
            return ""
        local = self.signed_at.astimezone(ZoneInfo(zone))
        return f"{local.day} {local:%B %Y}"


def clinics(code: str = "") -> tuple[Clinic, ...]:
    """Every clinic of this installation; with a code, that one."""
    every = Clinic.objects.order_by("name")
    return tuple(every.filter(pk=code) if code else every)


def in_force(record: Record, clinic: str) -> InForce | None:
    """The rules that a new episode of this clinic would follow. None where what was signed is not
    known here: then no number is shown, rather than another one."""
    try:
        protocol = record.protocols.in_force(clinic, None)
    except RecordFault:
        return None
    signed = active_protocol(clinic)
    return InForce(protocol, signed.signed_at if signed else None)
