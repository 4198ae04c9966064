"""A clinic whose page is read by anybody, and a physician of it who signs its rules."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client

from bloodpatch.clinic import clinics
from bloodpatch.clinic.models import Clinic, Staff
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.record.protocols import shipped

SIGNED_AT = datetime(2026, 11, 2, 17, 0, tzinfo=UTC)


@pytest.fixture
def clinic(db: None) -> Clinic:
    return opened("juniper", "Juniper Street")


def opened(code: str, name: str) -> Clinic:
    return clinics.open_clinic(
        code=code,
        name=name,
        phone="(801) 555-0142",
        address="12 Juniper Street, Kaysville, Utah",
        zone="America/Denver",
    )


@pytest.fixture
def sign(clinic: Clinic) -> Callable[[Protocol | str], None]:
    """Put a protocol into force by a physician's signature; a shipped one by its name."""
    physician = Staff(clinic=clinic, username="nisha", name="Nisha Iyer", role=Role.PHYSICIAN)
    physician.set_password("four words without any sense")
    physician.save()

    def signed(protocol: Protocol | str) -> None:
        rules = shipped(protocol) if isinstance(protocol, str) else protocol
        clinics.activate_protocol(
            clinic,
            protocol=rules.name,
            version=rules.version,
            hash=rules.hash,
            shipped=True,
            signed_by=physician,
            now=SIGNED_AT,
        )

    return signed


@pytest.fixture
def read(clinic: Clinic) -> Callable[..., str]:
    """The page at an address, as text."""

    def at(address: str = "/") -> str:
        answer = Client().get(address)
        assert answer.status_code == 200
        return answer.content.decode()

    return at
