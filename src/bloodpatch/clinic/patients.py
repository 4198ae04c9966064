"""Patients: entered, changed, found. Who might be whom is asked in `duplicates.py`."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q, QuerySet

from bloodpatch.clinic import duplicates, names
from bloodpatch.clinic.models import (
    Clinic,
    EpisodeOf,
    Patient,
    PatientChange,
    PatientName,
    RecordNumber,
)

FIELDS = ("given", "family", "other", "born", "sex", "phone", "language", "interpreter")


@dataclass(frozen=True, kw_only=True)
class Identity:
    """What somebody said a person is called. `numbers` are (system, value) pairs."""

    given: str
    family: str
    other: str = ""
    born: date | None = None
    sex: str = ""
    phone: str = ""
    language: str = ""
    interpreter: str = "not_asked"
    numbers: tuple[tuple[str, str], ...] = ()


class IdentityFault(ValueError):
    """What was wrong with the details of a person; the text is for the one who typed them."""


@transaction.atomic
def register(clinic: Clinic, identity: Identity, *, now: datetime) -> Patient:
    """A person of this clinic, with a key of their own, compared with everybody known.

    The clinic's row is locked first: of two desks that enter one person at the same moment, the
    second waits, and then sees the first.
    """
    _check(identity, clinic, now)
    Clinic.objects.select_for_update(no_key=True).get(pk=clinic.pk)
    patient = Patient(clinic=clinic, registered_at=now)
    _take(patient, identity)
    patient.save(force_insert=True)
    _file(patient, identity)
    duplicates.look_for(patient, now=now)
    return patient


@transaction.atomic
def change(patient: Patient, identity: Identity, *, by: str, now: datetime) -> Patient:
    """New details; what they were before is kept until the person is erased."""
    _check(identity, patient.clinic, now)
    Clinic.objects.select_for_update(no_key=True).get(pk=patient.clinic_id)
    known = Patient.objects.get(pk=patient.pk)
    if known.erased_at is not None:
        raise IdentityFault("This person was erased. Enter a new person instead.")
    before = {what: _shown(known, what) for what in (*FIELDS, "numbers")}
    _take(known, identity)
    known.save()
    _file(known, identity)
    PatientChange.objects.bulk_create(
        PatientChange(
            patient=known, what=what, before=was, after=_shown(known, what), by=by, at=now
        )
        for what, was in before.items()
        if was != _shown(known, what)
    )
    duplicates.look_for(known, now=now)
    return known


def open_episode(patient: Patient, *, episode: str | None = None) -> str:
    """A new line in the register of episodes; gives the episode's id."""
    if Patient.objects.get(pk=patient.pk).erased_at is not None:
        raise IdentityFault("This person was erased. Enter a new person instead.")
    line = EpisodeOf(clinic_id=patient.clinic_id, patient=patient)
    if episode is not None:
        line.episode = episode
    line.save(force_insert=True)
    return line.episode


def patient_of(clinic: str, episode: str) -> Patient | None:
    """The person whose episode this is; None when this clinic knows no such episode."""
    line = (
        EpisodeOf.objects.filter(clinic_id=clinic, episode=episode)
        .select_related("patient")
        .first()
    )
    return line.patient if line else None


def patients_of(clinic: str, episodes: Iterable[str]) -> dict[str, Patient]:
    """The persons of many episodes in one question: for a board or a list."""
    lines = EpisodeOf.objects.filter(clinic_id=clinic, episode__in=list(episodes))
    return {line.episode: line.patient for line in lines.select_related("patient")}


def episodes_of(patient: Patient) -> tuple[str, ...]:
    return tuple(patient.episodes.order_by("id").values_list("episode", flat=True))


def episodes_of_each(people: Iterable[Patient]) -> dict[str, list[str]]:
    """The episodes of several people in one question, by the person's id."""
    found: dict[str, list[str]] = {}
    for line in EpisodeOf.objects.filter(patient__in=list(people)).order_by("id"):
        found.setdefault(line.patient_id, []).append(line.episode)
    return found


def find(clinic: str, text: str, *, limit: int = 20) -> list[Patient]:
    """People of this clinic by names, record number, telephone or date of birth (2026-11-22).

    Each word must fit; a word with one typing error still does. Best spelled first.
    """
    found: QuerySet[Patient] = Patient.objects.filter(clinic_id=clinic, erased_at__isnull=True)
    asked = text.split()
    if not asked or len(asked) > 8:
        return []
    for word in asked:
        found = found.filter(_fits(word))
    wanted = names.folded(text)
    people = list(found.order_by("family", "given", "id")[: limit * 5])
    people.sort(key=lambda p: names.distance(names.folded(p.full_name), wanted, most=6))
    return people[:limit]


def _fits(word: str) -> Q:
    fits = Q(numbers__value=word)
    figures = digits(word)
    if len(figures) >= 6:
        fits |= Q(phone_digits__endswith=figures)
    with suppress(ValueError):
        fits |= Q(born=date.fromisoformat(word))
    keys = {key for part in names.words(word) for key in names.keys(part)}
    fits |= Q(names__key__in=keys)
    # Through `pk__in`, because two joins to one table would each double the rows.
    return Q(pk__in=Patient.objects.filter(fits).values("pk"))


def digits(phone: str) -> str:
    """The last ten figures of a telephone number: the same with and without a country's prefix."""
    return "".join(c for c in phone if c.isdecimal() and c.isascii())[-10:]


def _check(identity: Identity, clinic: Clinic, now: datetime) -> None:
    if not names.folded(identity.given) and not names.folded(identity.family):
        raise IdentityFault("A person needs a name. Write at least one, as the person says it.")
    today = now.astimezone(ZoneInfo(clinic.zone)).date()  # in Auckland it is tomorrow already
    if identity.born and identity.born > today:
        raise IdentityFault(
            f"The date of birth {identity.born:%d %b %Y} has not come yet. Check day, month, year."
        )
    if identity.born and identity.born.year < today.year - 130:
        raise IdentityFault(f"Nobody alive was born in {identity.born.year}. Check the year.")
    numbers = [text for number in identity.numbers for text in number]
    names_of = (identity.given, identity.family, identity.other)
    for text in (*names_of, identity.phone, identity.language, *numbers):
        if any(not c.isprintable() for c in text):
            raise IdentityFault("There is a character in it that cannot be seen. Type it again.")


def _take(patient: Patient, identity: Identity) -> None:
    for what in FIELDS:
        value = getattr(identity, what)
        setattr(patient, what, " ".join(value.split()) if isinstance(value, str) else value)
    patient.phone_digits = digits(identity.phone)


def _file(patient: Patient, identity: Identity) -> None:
    """Write the search table and the record numbers anew."""
    patient.names.all().delete()
    whole = (patient.given, patient.family, patient.other)
    filed = {word for name in whole for word in (*names.words(name), names.folded(name)) if word}
    keys = {key for word in filed for key in names.keys(word)}
    PatientName.objects.bulk_create(
        PatientName(patient=patient, clinic_id=patient.clinic_id, key=key) for key in sorted(keys)
    )
    patient.numbers.all().delete()
    RecordNumber.objects.bulk_create(
        RecordNumber(patient=patient, system=system.strip(), value=value.strip())
        for system, value in sorted(set(identity.numbers))
    )


def _shown(patient: Patient, what: str) -> str:
    if what == "numbers":
        return ", ".join(f"{n.system} {n.value}" for n in patient.numbers.order_by("id"))[:250]
    return str(getattr(patient, what) or "")
