"""A person who is in the register: their episodes, and who might be the same."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from bloodpatch.clinic import duplicates, patients
from bloodpatch.clinic.directory import person as who
from bloodpatch.clinic.models import Patient
from bloodpatch.doors.staff import addresses
from bloodpatch.doors.staff.access.visitor import StaffRequest
from bloodpatch.doors.ui.parts import Link

STATES = {
    "open": "Nobody has answered",
    "proposed": "One person said the same; a second has to confirm it",
    "same": "The same person, two people said",
    "different": "Different people",
}


def listed(found: Iterable[Patient]) -> tuple[tuple[Patient, str], ...]:
    return tuple((p, reverse("staff:patient", args=[p.pk])) for p in found)


def everything(patient: Patient) -> dict[str, Any]:
    episodes = patients.episodes_of(patient)
    return {
        "patient": patient,
        "numbers": tuple(patient.numbers.order_by("id")),
        "episodes": tuple(
            Link(f"{n}. episode", addresses.to_episode(e)) for n, e in enumerate(episodes, start=1)
        ),
        "questions": tuple(question(q, patient) for q in duplicates.questions(patient.pk)),
    }


def question(asked: duplicates.Question, patient: Patient) -> dict[str, Any]:
    other = Patient.objects.get(pk=asked.other_than(patient.pk))
    return {
        "pair": asked.pair.pk,
        "other": other,
        "href": reverse("staff:patient", args=[other.pk]),
        "reasons": asked.reasons,
        "state": STATES[asked.state],
        "settled": asked.settled,
        "by": who(asked.proposed_by) if asked.proposed_by else "",
    }


def first_page(request: StaffRequest, episode: str) -> str:
    """After a referral: the open question of identity first, else the episode."""
    patient = patients.patient_of(request.actor.clinic, episode)
    if patient is not None and duplicates.unresolved_duplicate(patient.pk):
        return reverse("staff:patient", args=[patient.pk])
    return addresses.to_episode(episode)
