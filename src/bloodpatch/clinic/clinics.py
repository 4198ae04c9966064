"""Clinics: opened once; and the physician's signature that puts a protocol into force."""

from datetime import datetime

from bloodpatch.clinic.models import Clinic, ProtocolActivation, Staff
from bloodpatch.pathway.roles import CLINICAL, Role


class ActivationRefused(ValueError):
    """Why a protocol was not put into force; the text is for the one who signed."""


def open_clinic(
    *, code: str, name: str, phone: str, address: str, zone: str, language: str = "en"
) -> Clinic:
    """A new clinic. Its code is part of every number in its record and never changes."""
    clinic = Clinic(
        code=code, name=name, phone=phone, address=address, zone=zone, language=language
    )
    clinic.full_clean()
    clinic.save(force_insert=True)
    return clinic


def activate_protocol(
    clinic: Clinic,
    *,
    protocol: str,
    version: str,
    hash: str,
    shipped: bool,
    signed_by: Staff,
    now: datetime,
    seconded_by: Staff | None = None,
) -> ProtocolActivation:
    """Put a version into force. One that ships needs a physician; one with the clinic's own values
    needs two people of a clinical role, one of them a physician."""
    check_signer(clinic, signed_by)
    if signed_by.role != Role.PHYSICIAN:
        raise ActivationRefused("A protocol is put into force by a physician's signature.")
    if seconded_by is not None:
        check_signer(clinic, seconded_by)
        if seconded_by.role not in CLINICAL:
            raise ActivationRefused("The second signature must be a physician's or a nurse's.")
        if seconded_by.pk == signed_by.pk:
            raise ActivationRefused("One person cannot sign twice.")
    elif not shipped:
        raise ActivationRefused(
            "This version has values of your own. A second physician or nurse must sign it too."
        )
    return ProtocolActivation.objects.create(
        clinic=clinic,
        protocol=protocol,
        version=version,
        hash=hash,
        signed_by=signed_by,
        seconded_by=seconded_by,
        signed_at=now,
    )


def active_protocol(clinic: str) -> ProtocolActivation | None:
    """What this clinic runs; None until a physician has signed."""
    rows = ProtocolActivation.objects.filter(clinic_id=clinic).order_by("-id")
    return rows.select_related("signed_by", "seconded_by").first()


def check_signer(clinic: Clinic, person: Staff) -> None:
    """A signature is that of somebody who works here today."""
    if person.clinic_id != clinic.pk or not person.is_active:
        raise ActivationRefused(f"{person.full_name} does not work at {clinic.name}.")
