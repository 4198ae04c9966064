"""Staff of two clinics, an episode in each, and addresses that ask different things."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.test import Client

from bloodpatch.clinic import clinics, patients
from bloodpatch.clinic.models import Staff
from bloodpatch.clinic.patients import Identity
from bloodpatch.config.clock import OwnedClock
from bloodpatch.pathway.roles import Role

PASSWORD = "four words without any sense"


@pytest.fixture
def people(db: None, clock: OwnedClock) -> SimpleNamespace:
    """Somebody in each role here, and a physician elsewhere; `episode` here, `theirs` there."""
    made = SimpleNamespace()
    for code in ("here", "elsewhere"):
        clinic = clinics.open_clinic(
            code=code, name=code.title(), phone="1", address="2", zone="America/Denver"
        )
        patient = patients.register(
            clinic, Identity(given="Maya", family="Lindqvist"), now=clock.now()
        )
        setattr(made, code, clinic)
        setattr(made, f"patient_{code}", patient)
        setattr(made, f"episode_{code}", patients.open_episode(patient))
    for role in (r for r in Role if r not in (Role.PATIENT, Role.SYSTEM)):
        setattr(made, role, engage(made.here, role))
    made.stranger = engage(made.elsewhere, Role.PHYSICIAN, "stranger")
    return made


def engage(clinic: object, role: Role, username: str = "") -> Staff:
    person = Staff(
        clinic=clinic,  # type: ignore[misc]
        username=username or role,
        name=f"The {role}",
        email=f"{username or role}@example.org",
        role=role,
    )
    person.set_password(PASSWORD)
    person.save()
    return person


@pytest.fixture
def pages(settings: LazySettings) -> Iterator[None]:
    """A small house of addresses beside the real ones of signing in."""
    settings.ROOT_URLCONF = "tests.doors.staff.access.house"
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def sign_in(pages: None) -> Callable[..., Client]:
    """Somebody at a browser, signed in with their password."""

    def at_the_door(person: Staff, client: Client | None = None) -> Client:
        browser = client or Client()
        answer = browser.post("/sign-in/", {"login": person.username, "password": PASSWORD})
        assert answer.status_code == 302, answer.content.decode()
        return browser

    return at_the_door
