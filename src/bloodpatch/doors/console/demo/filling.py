"""The demo's patients given to the record, step by step, on a clock that the demo owns.

All of them become durable together, so a filling that is ended in the middle has entered nobody,
and the next start fills anew.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib.resources import files
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from bloodpatch.clinic import patients
from bloodpatch.clinic.models import Bay, Clinic, EpisodeOf, Room, Staff
from bloodpatch.clinic.opaque import new_id
from bloodpatch.clinic.patients import Identity
from bloodpatch.doors.console.demo.relative_script import Now, Told, told
from bloodpatch.pathway.events import Actor
from bloodpatch.pathway.values import When
from bloodpatch.record.handle import handle
from bloodpatch.record.outcomes import Accepted
from bloodpatch.record.ports import Record
from bloodpatch.record.writer import transaction_of

# `config` is the top floor and no door imports it; it is named as text, as Django's settings are.
RECORD = "bloodpatch.config.records.record"
OWNED = "bloodpatch.config.clock.owned"


class NotTaken(RuntimeError):
    """The record refused a step: a script and a rule do not agree any more."""


@dataclass(frozen=True)
class Invented:
    """One patient's file, and the episode that it becomes."""

    table: dict[str, Any]
    episode: str = field(default_factory=new_id)

    @property
    def case(self) -> str:
        return str(self.table["case"])

    @property
    def identity(self) -> Identity:
        person = dict(self.table["person"])
        number = person.pop("number", None)
        return Identity(**person, numbers=(("our number", number),) if number else ())


@dataclass(frozen=True)
class Given:
    """A step of a patient at its moment."""

    of: Invented
    told: Told


def fill(clinic: Clinic) -> None:
    """Enter everybody, once. Raises `NotTaken` where the record refuses a step."""
    if EpisodeOf.objects.filter(clinic=clinic).exists():
        return
    record: Record = import_string(RECORD)()
    steps, roles = in_order(clinic, settings.NOW()), actors(clinic)
    with (
        import_string(OWNED)(steps[0].told.at) as clock,
        # The commands join this turn of the writer: one commit for all of them.
        transaction_of(record.using, clinic.pk),
    ):
        for one in steps:
            clock.set(one.told.at)
            give(record, clinic, one, roles[one.told.step.by])


def invented() -> tuple[Invented, ...]:
    """Everybody, by the names of the files."""
    folder = files(__package__) / "patients"
    return tuple(
        Invented(tomllib.loads(file.read_text("utf-8")))
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
    )


def in_order(clinic: Clinic, at: datetime) -> tuple[Given, ...]:
    """The steps of all patients in the order of their times, so that no time goes back."""
    now = Now(at=at.replace(second=0, microsecond=0), zone=clinic.zone, ids=ids(clinic))
    steps = (Given(one, step) for one in invented() for step in told(one.table, now))
    return tuple(sorted(steps, key=lambda given: given.told.at))


def actors(clinic: Clinic) -> Mapping[str, Actor]:
    """Who acts in each role: the first by name of the demo's staff who has it."""
    people = Staff.objects.filter(clinic=clinic).order_by("-username")
    return {person.role: person.actor for person in people}


def ids(clinic: Clinic) -> dict[str, str]:
    """The names that the scripts use, with the ids of this demo."""
    places = (*Room.objects.filter(clinic=clinic), *Bay.objects.filter(clinic=clinic))
    staff = Staff.objects.filter(clinic=clinic)
    return {
        **{place.name.casefold().replace(" ", "-"): place.pk for place in places},
        **{person.username: person.pk for person in staff},
    }


def give(record: Record, clinic: Clinic, given: Given, actor: Actor) -> None:
    step = given.told.step
    occurred = When.parse(step.when, clinic.zone) if step.when else None
    before: tuple[Callable[[], object], ...] = ()
    if given.told.number == 1:
        before = (lambda: register(clinic, given.of, given.told.at),)
    outcome = handle(
        record,
        step.command(**step.said, occurred=occurred),
        episode=given.of.episode,
        actor=actor,
        command_id=f"demo-{given.of.case}-{step.id}",
        seen=None,
        before=before,
    )
    if not isinstance(outcome, Accepted):
        raise NotTaken(f"{given.of.case}, {step.id}: {outcome}")


def register(clinic: Clinic, one: Invented, now: datetime) -> None:
    patient = patients.register(clinic, one.identity, now=now)
    patients.open_episode(patient, episode=one.episode)
