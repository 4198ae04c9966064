"""How the record is put together: whose rules a clinic runs, and rules that nobody has."""

from datetime import UTC, datetime

import pytest

from bloodpatch.clinic import clinics
from bloodpatch.clinic.models import Staff
from bloodpatch.config import clock, records
from bloodpatch.record.protocols import shipped

pytestmark = pytest.mark.django_db


def clinic() -> str:
    opened = clinics.open_clinic(
        code="juniper", name="Juniper", phone="1", address="1 Street", zone="America/Denver"
    )
    return opened.pk


def test_a_clinic_runs_the_first_protocol_until_a_physician_signs() -> None:
    code, rules = clinic(), records.Protocols()
    assert rules.in_force(code, None) == shipped("kaysville")
    other = shipped("multisociety")
    clinics.activate_protocol(
        clinics.Clinic.objects.get(pk=code),
        protocol=other.name,
        version=other.version,
        hash=other.hash,
        shipped=True,
        signed_by=Staff.objects.create(username="n", name="N", role="physician", clinic_id=code),
        now=datetime(2026, 11, 22, tzinfo=UTC),
    )
    assert rules.in_force(code, None) == other
    assert rules.in_force(code, shipped("kaysville").hash) == shipped("kaysville")


def test_rules_that_are_not_here_are_named_and_never_guessed() -> None:
    with pytest.raises(records.UnknownProtocol, match="aaaaaaaaaaaa"):
        records.Protocols().known("juniper", "a" * 64)


def test_the_record_keeps_the_clock_and_the_zone_of_the_clinic() -> None:
    code = clinic()
    record = records.record()
    assert record.zone(code) == "America/Denver"
    assert record.clock is clock.now
