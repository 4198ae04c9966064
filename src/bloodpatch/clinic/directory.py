"""From an actor's id to a name: the record keeps ids, and people read names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bloodpatch.clinic.models import Staff
from bloodpatch.clinic.models.staff import ROLES
from bloodpatch.pathway.roles import Role

ROLE_WORDS: Mapping[str, str] = {
    **dict(ROLES),
    Role.PATIENT: "Patient",
    Role.SYSTEM: "System",
}


@dataclass(frozen=True)
class Person:
    """How one who acted is shown. `role` is the one of today; the event has the one of that day."""

    id: str
    name: str
    role: str

    def __str__(self) -> str:
        return self.name


def people(ids: Iterable[str]) -> Mapping[str, Person]:
    """Everybody of these ids, in one question, with nobody missing: who is not staff is named by
    what they are."""
    wanted = set(ids)
    found = {s.id: Person(s.id, s.full_name, s.role) for s in Staff.objects.filter(pk__in=wanted)}
    return {id: found.get(id, _not_staff(id)) for id in wanted}


def person(id: str) -> Person:
    return people([id])[id]


def physicians(clinic: str) -> tuple[Staff, ...]:
    """Who can be booked for a patch, and sign for it."""
    here = Staff.objects.filter(clinic_id=clinic, role=Role.PHYSICIAN, is_active=True)
    return tuple(here.order_by("name"))


def colleagues(clinic: str) -> tuple[Staff, ...]:
    return tuple(Staff.objects.filter(clinic_id=clinic, is_active=True).order_by("name"))


def _not_staff(id: str) -> Person:
    if id in (Role.PATIENT, Role.SYSTEM):
        return Person(id, ROLE_WORDS[id], id)
    return Person(id, f"Somebody who is not in the directory ({id})", "")
