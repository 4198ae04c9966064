"""Whose page this is, and which rules that clinic has put into force."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bloodpatch.clinic.clinics import active_protocol
from bloodpatch.clinic.models import Clinic
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.record.protocols import shipped, shipped_names


@dataclass(frozen=True)
class InForce:
    """A protocol with the physician's signature under it."""

    protocol: Protocol
    signed_at: datetime

    def signed_on(self, zone: str) -> str:
        local = self.signed_at.astimezone(ZoneInfo(zone))
        return f"{local.day} {local:%B %Y}"


def clinics(code: str = "") -> tuple[Clinic, ...]:
    """Every clinic of this installation; with a code, that one."""
    every = Clinic.objects.order_by("name")
    return tuple(every.filter(pk=code) if code else every)


def in_force(clinic: str) -> InForce | None:
    """What a physician of this clinic signed last. None where nothing is signed, and where this
    software does not know what was signed: then no number is shown, rather than another one."""
    signed = active_protocol(clinic)
    if signed is None:
        return None
    known = (shipped(name) for name in shipped_names())
    protocol = next((p for p in known if p.hash == signed.hash), None)
    return InForce(protocol, signed.signed_at) if protocol else None
