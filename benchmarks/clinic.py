"""A clinic to measure on: staff, and as many patients as a figure asks for.

Mass data comes from the ledger's own bulk append, with real events and the real chain.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from uuid import uuid4

from bloodpatch.clinic import clinics, patients
from bloodpatch.clinic.models import Clinic, Staff
from bloodpatch.clinic.opaque import id_from
from bloodpatch.clinic.patients import Identity
from bloodpatch.config import records
from bloodpatch.pathway.clinical import RED_FLAGS_ASKED
from bloodpatch.pathway.events import Actor, Event
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.events import (
    HeadacheRecorded,
    RedFlagsScreened,
)
from bloodpatch.pathway.stages.closure.events import Closed
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.stages.referral.events import (
    PunctureRecorded,
    Received,
    Sorted,
)
from bloodpatch.pathway.values import Answer, Answers, Pain, When
from bloodpatch.record import bulk
from bloodpatch.record.bulk import Entry

ZONE = "America/Denver"
BEGAN = datetime(2024, 1, 8, 16, 0, tzinfo=UTC)
FAMILIES = ("Adeyemi", "Brandt", "Castillo", "Dubois", "Eriksen", "Fujita", "Ghosh", "Haddad")


def opened(code: str) -> Clinic:
    clinic = clinics.open_clinic(
        code=code, name="Bench", phone="+1 801 555 0100", address="-", zone=ZONE
    )
    for role in (Role.NURSE, Role.PHYSICIAN):
        name = f"{code} {role.value}"
        Staff.objects.create(clinic=clinic, username=name, name=name, role=role)
    return clinic


def actor(clinic: Clinic, role: Role) -> Actor:
    found: Actor = Staff.objects.get(clinic=clinic, role=role).actor
    return found


def with_people(clinic: Clinic, number: int) -> list[str]:
    """Episodes of registered patients, so that a list has names to show."""
    episodes = []
    for i in range(number):
        who = Identity(
            given=f"Given{i}", family=FAMILIES[i % len(FAMILIES)], born=date(1990, 1, 1 + i % 28)
        )
        patient = patients.register(clinic, who, now=records.clock.now())
        episodes.append(patients.open_episode(patient))
    return episodes


def closed_treatment() -> Iterator[Event]:
    """The events of a patient who was referred, asked, and closed; nine of them in ten."""
    yield Received()
    yield Sorted()
    yield PunctureRecorded()
    yield RedFlagsScreened(flags=Answers(dict.fromkeys(RED_FLAGS_ASKED, Answer.NO)))
    for score in (8, 6, 4, 2, 0):
        yield HeadacheRecorded(pain_upright=Pain.parse(f"{score} upright"))
    yield Closed(status=Status.RESOLVED)


EVENTS_EACH = sum(1 for _ in closed_treatment())


def append_closed(clinic: Clinic, events: int, *, first: int = 0) -> int:
    """About so many events in closed episodes; the number of episodes."""
    episodes = max(events // EVENTS_EACH, 1)
    record = records.record()
    protocol = record.protocols.in_force(clinic.pk, None).hash
    by = actor(clinic, Role.PHYSICIAN)
    minutes = count()

    def entries() -> Iterator[Entry]:
        for i in range(first, first + episodes):
            for event in closed_treatment():
                at = BEGAN + timedelta(minutes=next(minutes))
                yield Entry(
                    episode=id_from(f"bench {i}"),
                    event=event,
                    occurred=When.exact(at, ZONE),
                    recorded_at=at,
                    by=by,
                    command_id=str(uuid4()),
                    protocol=protocol,
                )

    bulk.append_all(record, clinic.pk, entries())
    return episodes


def size_mb(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20
