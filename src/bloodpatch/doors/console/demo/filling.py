"""The demo's patients given to the record, step by step, on a clock that the demo owns.

Every id comes from the scripts, so a filling that was ended in the middle goes on where it was:
a step that is recorded already is the same command given again, and has no second effect.
"""

import tomllib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from bloodpatch.clinic import patients
from bloodpatch.clinic.models import Bay, Clinic, EpisodeOf, Room, Staff
from bloodpatch.clinic.opaque import id_from
from bloodpatch.clinic.patients import Identity
from bloodpatch.doors.console.demo.told import Now, Told, told
from bloodpatch.pathway.events import Actor
from bloodpatch.pathway.values import When
from bloodpatch.record import folds
from bloodpatch.record.errors import UnknownEpisode
from bloodpatch.record.handle import handle
from bloodpatch.record.outcomes import Accepted
from bloodpatch.record.ports import Record

# `config` is the top floor and no door imports it; it is named as text, as Django's settings are.
RECORD = "bloodpatch.config.records.record"
OWNED = "bloodpatch.config.clock.owned"


class NotTaken(RuntimeError):
    """The record refused a step: a script and a rule do not agree any more."""


@dataclass(frozen=True)
class Invented:
    """One patient's file."""

    table: dict[str, Any]
    edition: str

    @property
    def case(self) -> str:
        return str(self.table["case"])

    @property
    def episode(self) -> str:
        return id_from(f"demo {self.edition} {self.case}")

    @property
    def identity(self) -> Identity:
        person = dict(self.table["person"])
        number = person.pop("number", None)
        return Identity(**person, numbers=(("our number", number),) if number else ())


@dataclass(frozen=True)
class Given:
    """A step of a patient at its moment; `first` opens the episode."""

    of: Invented
    told: Told

    @property
    def first(self) -> bool:
        return self.told.number == 1


@cache
def invented() -> tuple[Invented, ...]:
    """Everybody, by the names of the files. Another edition of them is other people."""
    folder = files(__package__) / "patients"
    texts = [f.read_text("utf-8") for f in sorted(folder.iterdir(), key=lambda f: f.name)]
    edition = sha256("\0".join(texts).encode()).hexdigest()
    return tuple(Invented(tomllib.loads(text), edition) for text in texts)


def fill(clinic: Clinic) -> None:
    """Enter everybody, once. Raises `NotTaken` where the record refuses a step."""
    record: Record = import_string(RECORD)()
    given = steps(clinic, settings.NOW())
    if somebody_else_is_here(clinic) or is_recorded(record, clinic, given[-1]):
        return
    given = steps(clinic, counted_from(clinic, given[0]))
    roles = actors(clinic)
    with import_string(OWNED)(given[0].told.at) as clock:
        for one in given:
            clock.set(one.told.at)
            give(record, clinic, one, roles[one.told.step.by])


def steps(clinic: Clinic, at: datetime) -> tuple[Given, ...]:
    """The steps of all patients in the order of their times, so that no time goes back."""
    now = Now(at=at.replace(second=0, microsecond=0), zone=clinic.zone, ids=ids(clinic))
    all_ = (Given(one, step) for one in invented() for step in told(one.table, now))
    return tuple(sorted(all_, key=lambda g: (g.told.at, g.of.case, g.told.number)))


def counted_from(clinic: Clinic, first: Given) -> datetime:
    """Now; after a filling that was ended in the middle, the moment that it counted from."""
    now: datetime = settings.NOW()
    before_now = now.replace(second=0, microsecond=0) - first.told.at
    known = patients.patient_of(clinic.pk, first.of.episode)
    return known.registered_at + before_now if known else now


def somebody_else_is_here(clinic: Clinic) -> bool:
    """Filled by another edition of the demo, or used by people since."""
    ours = {one.episode for one in invented()}
    here = set(EpisodeOf.objects.filter(clinic=clinic).values_list("episode", flat=True))
    return bool(here) and not here & ours


def is_recorded(record: Record, clinic: Clinic, last: Given) -> bool:
    with suppress(UnknownEpisode):
        found = folds.current(record, clinic.pk, last.of.episode)
        return found.position >= last.told.number
    return False


def actors(clinic: Clinic) -> dict[str, Actor]:
    """Who acts in each role: the first of the demo's staff who has it."""
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
    step, zone = given.told.step, clinic.zone
    occurred = When.parse(step.when, zone) if step.when else None
    before: tuple[Callable[[], object], ...] = ()
    if given.first:
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
