"""A protocol is in force by signature: whose, and how many."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import Error, transaction

from bloodpatch.clinic.clinics import ActivationRefused, activate_protocol, active_protocol
from bloodpatch.clinic.models import Clinic, ProtocolActivation, Staff
from bloodpatch.pathway.roles import Role
from tests.clinic.conftest import NOW, opened

Engage = Callable[..., Staff]


def sign(clinic: Clinic, by: Staff, *, shipped: bool = True, second: Staff | None = None) -> None:
    activate_protocol(
        clinic,
        protocol="kaysville",
        version="1",
        hash="ab" * 32,
        shipped=shipped,
        signed_by=by,
        seconded_by=second,
        now=NOW,
    )


def test_a_physician_alone_signs_what_ships(here: Clinic, works_at: Engage) -> None:
    assert active_protocol("here") is None
    doctor = works_at(here, Role.PHYSICIAN)
    sign(here, doctor)
    found = active_protocol("here")
    assert found is not None
    assert (found.signed_by, found.signed_at, found.hash) == (doctor, NOW, "ab" * 32)
    assert active_protocol("elsewhere") is None


def test_own_values_need_a_second_signature(here: Clinic, works_at: Engage) -> None:
    doctor, nurse = works_at(here, Role.PHYSICIAN), works_at(here)
    with pytest.raises(ActivationRefused, match="second"):
        sign(here, doctor, shipped=False)
    sign(here, doctor, shipped=False, second=nurse)
    assert ProtocolActivation.objects.get().seconded_by == nurse


def test_who_may_not_sign(here: Clinic, elsewhere: Clinic, works_at: Engage) -> None:
    doctor, gone = works_at(here, Role.PHYSICIAN), works_at(here, Role.PHYSICIAN)
    gone.is_active = False
    others = [role for role in Role if role not in (Role.PHYSICIAN, Role.PATIENT, Role.SYSTEM)]
    for who in (gone, works_at(elsewhere, Role.PHYSICIAN), *(works_at(here, r) for r in others)):
        with pytest.raises(ActivationRefused):
            sign(here, who)
    for second in (doctor, gone, works_at(here, Role.FRONT_DESK), works_at(elsewhere)):
        with pytest.raises(ActivationRefused):
            sign(here, doctor, shipped=False, second=second)
    assert active_protocol("here") is None


def test_a_signature_is_not_rewritten(here: Clinic, works_at: Engage) -> None:
    sign(here, works_at(here, Role.PHYSICIAN))
    with pytest.raises(Error), transaction.atomic():
        ProtocolActivation.objects.update(hash="cd" * 32)


def test_a_clinic_needs_a_zone_that_exists(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.clinic.conftest.clinics.Clinic.full_clean", lambda self: None)
    opened("fine")
    monkeypatch.undo()
    clinic = Clinic.objects.get()
    clinic.zone = "Kaysville"
    with pytest.raises(ValidationError, match="America/Denver"):
        clinic.full_clean()
