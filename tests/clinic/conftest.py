"""Two clinics, their people, and a time at which things happen."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bloodpatch.clinic import clinics, patients
from bloodpatch.clinic.models import Clinic, Patient, Staff
from bloodpatch.clinic.patients import Identity
from bloodpatch.pathway.roles import Role

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


@pytest.fixture
def here(db: None) -> Clinic:
    return opened("here")


@pytest.fixture
def elsewhere(db: None) -> Clinic:
    return opened("elsewhere")


def opened(code: str) -> Clinic:
    return clinics.open_clinic(
        code=code,
        name=f"The clinic {code}",
        phone="+1 801 555 0100",
        address="1 First Street",
        zone="America/Denver",
    )


@pytest.fixture
def works_at() -> Callable[..., Staff]:
    """Somebody who works at a clinic in a role."""

    def engage(clinic: Clinic, role: Role = Role.NURSE, name: str = "") -> Staff:
        number = Staff.objects.count()
        person = Staff(
            clinic=clinic, username=name or f"person{number}", name=f"Person {number}", role=role
        )
        person.set_password("four words without any sense")
        person.save()
        return person

    return engage


@pytest.fixture
def enter() -> Callable[..., Patient]:
    """A person at the front desk."""

    def at_the_desk(clinic: Clinic, **said: object) -> Patient:
        known = {"given": "Maya", "family": "Lindqvist"} | said
        return patients.register(clinic, Identity(**known), now=NOW)  # type: ignore[arg-type]

    return at_the_desk
