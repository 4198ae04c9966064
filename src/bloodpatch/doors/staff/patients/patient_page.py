"""A person who is in the register: their episodes, and who might be the same."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.urls import reverse

from bloodpatch.clinic import duplicates, patients
from bloodpatch.clinic.directory import person as who
from bloodpatch.clinic.models import Patient
from bloodpatch.clinic.person import died_on, episodes_of_person
from bloodpatch.doors.staff import addresses
from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.doors.staff.patients.patient_form import PersonForm
from bloodpatch.doors.staff.patients.referral_intake import named
from bloodpatch.doors.ui.components import Link
from bloodpatch.doors.ui.forms.value_field import FaultError
from bloodpatch.doors.ui.times import exactly
from bloodpatch.record.episodes import summary

STATES = {
    "open": "Nobody has answered",
    "proposed": "One person said the same; a second has to confirm it",
    "same": "The same person, two people said",
    "different": "Different people",
}


def listed(request: StaffRequest, found: Iterable[Patient]) -> tuple[tuple[Patient, str, str], ...]:
    """Each with the address of their page, and when they died."""
    return tuple((p, reverse("staff:patient", args=[p.pk]), death(request, p)) for p in found)


def death(request: StaffRequest, patient: Patient) -> str:
    died = died_on(request.record, request.actor.clinic, patient.pk)
    return exactly(died) if died else ""


def open_episode_of(request: StaffRequest, patient: Patient, *, besides: str) -> str:
    """The address of an episode of this person that is not closed, in any record of theirs."""
    clinic = request.actor.clinic
    for _owner, episode in episodes_of_person(clinic, patient.pk):
        found = summary(request.record, clinic, episode)
        if found is not None and found.is_open and episode != besides:
            return addresses.to_episode(episode)
    return ""


def everything(request: StaffRequest, patient: Patient) -> dict[str, Any]:
    episodes = patients.episodes_of(patient)
    return {
        "died": death(request, patient),
        "patient": patient,
        "numbers": tuple(patient.numbers.order_by("id")),
        "episodes": tuple(
            Link(f"{n}. episode", addresses.to_episode(e)) for n, e in enumerate(episodes, start=1)
        ),
        "questions": tuple(question(q, patient) for q in duplicates.questions(patient.pk)),
    }


OUR_NUMBER = "our number"


def initial(patient: Patient) -> dict[str, Any]:
    """The details as the form of a person holds them."""
    ours = patient.numbers.filter(system=OUR_NUMBER).order_by("id").first()
    said = {name: getattr(patient, name) for name in patients.FIELDS}
    return {**said, "number": ours.value if ours else ""}


def changed(request: StaffRequest, patient: Patient, form: PersonForm) -> bool:
    """Keep the new details; numbers of other systems stay as they are."""
    said = form.identity
    others = patient.numbers.exclude(system=OUR_NUMBER)
    numbers = (*said.numbers, *((n.system, n.value) for n in others))
    now = request.record.clock()
    try:
        identity = replace(said, numbers=numbers)
        patients.change(patient, identity, by=request.actor.id, now=now)
    except patients.IdentityFault as fault:
        form.add_error(None, FaultError(named(fault)))
        return False
    return True


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
