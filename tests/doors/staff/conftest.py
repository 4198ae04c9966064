"""A clinic with its people, a patient, and a browser-like client for each role."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from bloodpatch.clinic import clinics, patients
from bloodpatch.clinic.models import Bay, Clinic, Room, Staff
from bloodpatch.clinic.patients import Identity
from bloodpatch.config import records
from bloodpatch.config.clock import OwnedClock
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.referral.commands import Receive
from bloodpatch.pathway.statements import Command
from bloodpatch.record.folds import current
from bloodpatch.record.handle import handle
from bloodpatch.record.outcomes import Accepted

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
MORNING = datetime(2026, 11, 16, 21, 0, tzinfo=UTC)  # 14:00 in Kaysville


class Fields(HTMLParser):
    """Every control of a page as a browser would send it: what is filled in or ticked."""

    def __init__(self) -> None:
        super().__init__()
        self.form: dict[str, str] = {}
        self.names: set[str] = set()
        self._area: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in attrs}
        name = about.get("name", "")
        if tag not in ("input", "textarea", "select") or not name:
            return
        self.names.add(name)
        if tag == "textarea":
            self._area = name
            self.form[name] = ""
        elif tag == "input" and about.get("type") in ("radio", "checkbox"):
            if "checked" in about:
                self.form[name] = about.get("value", "")
        elif tag == "input":
            self.form[name] = about.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._area:
            self.form[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = None


def fields_of(page: Any) -> Fields:
    read = Fields()
    read.feed(page.content.decode())
    return read


@dataclass
class House:
    """The clinic that these tests run in."""

    clinic: Clinic
    clock: OwnedClock
    people: dict[Role, Staff]
    rooms: tuple[Room, ...]
    bays: tuple[Bay, ...]
    clients: dict[Role, Client] = field(default_factory=dict)

    def client(self, role: Role) -> Client:
        if role not in self.clients:
            client = Client()
            client.force_login(self.people[role], backend=BACKEND)
            self.clients[role] = client
        return self.clients[role]

    def refer(self, given: str = "Sofia", family: str = "Marchetti", **about: Any) -> str:
        about = {"born": date(1992, 1, 30), **about}
        who = Identity(given=given, family=family, **about)
        patient = patients.register(self.clinic, who, now=self.clock.now())
        episode = patients.open_episode(patient)
        self.record(episode, Role.FRONT_DESK, Receive())
        return episode

    def record(self, episode: str, role: Role, *commands: Command) -> None:
        for command in commands:
            outcome = handle(
                records.record(),
                command,
                episode=episode,
                actor=self.people[role].actor,
                command_id=str(uuid4()),
                seen=None,
            )
            assert isinstance(outcome, Accepted), outcome

    def history(self, episode: str) -> list[str]:
        folded = current(records.record(), self.clinic.pk, episode)
        return [h.event.name for h in folded.state.history]

    def looked_at(self, episode: str) -> frozenset[int]:
        """The entries that a physician has acknowledged."""
        folded = current(records.record(), self.clinic.pk, episode)
        return folded.state.review.acknowledged  # type: ignore[no-any-return]

    def at(self, episode: str, where: str) -> str:
        return f"/staff/episodes/{episode}/{where}"

    def wait(self, **span: float) -> None:
        """Time passes; whoever comes back signs in again, as an idle session has ended."""
        self.clock.advance(timedelta(**span))
        self.clients.clear()

    def sends(self, role: Role, address: str, **typed: Any) -> Any:
        """Open a page, fill in its form, send it."""
        client = self.client(role)
        form = fields_of(client.get(address)).form
        return client.post(address, {**form, **typed})


@pytest.fixture
def house(transactional_db: None, clock: OwnedClock) -> House:
    clock.set(MORNING)
    clinic = clinics.open_clinic(
        code="juniper",
        name="Juniper Street",
        phone="+1 801 555 0142",
        address="12 Juniper Street",
        zone="America/Denver",
    )
    made = {
        role: Staff.objects.create(
            clinic=clinic, username=role.value, name=name, title=title, role=role
        )
        for role, name, title in (
            (Role.PHYSICIAN, "Nisha Iyer", "Dr"),
            (Role.NURSE, "Ama Osei", ""),
            (Role.FRONT_DESK, "Lena Ruiz", ""),
            (Role.SERVICE_LEAD, "Jonas Brandt", ""),
            (Role.ADMINISTRATOR, "Kit Moreau", ""),
        )
    }
    rooms = tuple(Room.objects.create(clinic=clinic, name=f"Room {n}") for n in (1, 2))
    bays = tuple(Bay.objects.create(clinic=clinic, name=f"Bay {letter}") for letter in "AB")
    return House(clinic, clock, made, rooms, bays)


@pytest.fixture
def patched(house: House) -> str:
    """An episode in which the patch was given just now."""
    from bloodpatch.pathway.stages.procedure.commands import RecordInjection
    from bloodpatch.pathway.values import Millilitres

    episode = house.refer()
    house.record(episode, Role.PHYSICIAN, RecordInjection(volume_ml_injected=Millilitres(20)))
    return episode
