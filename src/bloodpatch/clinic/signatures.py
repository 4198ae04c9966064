"""How a protocol comes into force: who brings it, who signs, and what waits for a second person.

A version that ships counts as published, and one physician signs it. Values of a clinic's own need
two people of a clinical role, one of them a physician. Whoever signs, signs a text: it is kept in
the same transaction, so that what was signed can be read for ever.
"""

from datetime import datetime

from django.db import transaction

from bloodpatch.clinic import clinics
from bloodpatch.clinic.clinics import ActivationRefused
from bloodpatch.clinic.models import (
    Clinic,
    FirstSignature,
    ProtocolActivation,
    ProtocolProposal,
    Staff,
)
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import CLINICAL, Role
from bloodpatch.record import protocol_versions
from bloodpatch.record.protocols import by_hash

USING = "default"


class Overtaken(ActivationRefused):
    """Something else came into force since the differences were read."""


def ships(hash: str) -> bool:
    """Whether a version with these values comes with the software."""
    return hash in by_hash()


@transaction.atomic
def propose(clinic: Clinic, protocol: Protocol, now: datetime) -> bool:
    """Bring a version with the clinic's own values; False when it was brought already."""
    if ships(protocol.hash):
        raise ActivationRefused("Its values are those of a protocol that ships: sign that one.")
    protocol_versions.keep(USING, clinic.pk, protocol, now)
    _, new = ProtocolProposal.objects.get_or_create(
        clinic=clinic,
        hash=protocol.hash,
        defaults={
            "protocol": protocol.name, "version": protocol.version, "proposed_at": now
        },
    )  # fmt: skip
    return new


def proposals(clinic: str) -> tuple[ProtocolProposal, ...]:
    return tuple(ProtocolProposal.objects.filter(clinic_id=clinic))


def first_signature(clinic: str, hash: str) -> FirstSignature | None:
    """The signature that waits for a second one."""
    active = clinics.active_protocol(clinic)
    waiting = FirstSignature.objects.filter(clinic_id=clinic, hash=hash, signed_by__is_active=True)
    if active is not None:
        waiting = waiting.filter(signed_at__gt=active.signed_at)
    return waiting.select_related("signed_by").first()


@transaction.atomic
def sign(
    clinic: Clinic, protocol: Protocol, *, by: Staff, now: datetime, against: str | None = None
) -> ProtocolActivation | FirstSignature:
    """Sign a version. It is in force when it was the last signature that it needs.

    `against` is the hash of what was in force when its differences were read.
    """
    # Of two who sign at once the second sees that the first has signed.
    Clinic.objects.select_for_update().get(pk=clinic.pk)
    active = clinics.active_protocol(clinic.pk)
    if active is not None and active.hash == protocol.hash:
        return active
    if active is not None and against not in (None, active.hash):
        raise Overtaken("Something else has come into force since this page was opened.")
    protocol_versions.keep(USING, clinic.pk, protocol, now)
    if ships(protocol.hash):
        return _activate(clinic, protocol, by, None, now)
    clinics.check_signer(clinic, by)
    if by.role not in CLINICAL:
        raise ActivationRefused("Values of your own are signed by a physician and a nurse.")
    first = first_signature(clinic.pk, protocol.hash)
    if first is None:
        return FirstSignature.objects.create(
            clinic=clinic, hash=protocol.hash, signed_by=by, signed_at=now
        )
    if by.role == Role.PHYSICIAN:
        return _activate(clinic, protocol, by, first.signed_by, now)
    return _activate(clinic, protocol, first.signed_by, by, now)


def _activate(
    clinic: Clinic, protocol: Protocol, by: Staff, second: Staff | None, now: datetime
) -> ProtocolActivation:
    return clinics.activate_protocol(
        clinic,
        protocol=protocol.name,
        version=protocol.version,
        hash=protocol.hash,
        shipped=ships(protocol.hash),
        signed_by=by,
        seconded_by=second,
        now=now,
    )
