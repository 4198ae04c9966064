"""Erasing a person destroys who they were and the key to their words, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from bloodpatch.clinic import erasure, patients, watch
from bloodpatch.clinic.erasure import ErasureRefused, erase
from bloodpatch.clinic.keys import NoSuchEpisode, PatientKeys
from bloodpatch.clinic.models import Clinic, Patient, PatientChange, PatientName, Staff
from bloodpatch.clinic.patients import Identity, IdentityFault
from bloodpatch.pathway.roles import Role
from tests.clinic.conftest import NOW, opened

TELLING = Identity(
    given="Zuleikha",
    family="Quackenbush",
    other="Featherstonehaugh",
    born=date(1995, 3, 4),
    phone="+1 801 555 019283",
    language="es",
    interpreter="yes",
    sex="female",
    numbers=(("our number", "JS-99887-7"),),
)


@pytest.fixture
def somebody(here: Clinic) -> Patient:
    return patients.register(here, TELLING, now=NOW)


@pytest.fixture
def administrator(here: Clinic, works_at: Callable[..., Staff]) -> Staff:
    return works_at(here, Role.ADMINISTRATOR)


def test_nothing_names_the_person_and_the_episode_stays(
    somebody: Patient, administrator: Staff
) -> None:
    episode = patients.open_episode(somebody)
    patients.change(somebody, replace(TELLING, given="Zuzu"), by="N1", now=NOW)
    erase(somebody, by=administrator, now=NOW)
    row = Patient.objects.values().get(pk=somebody.pk)
    assert {k: v for k, v in row.items() if v not in ("", None)} == {
        "id": somebody.pk,
        "clinic_id": "here",
        "interpreter": "not_asked",
        "registered_at": NOW,
        "erased_at": NOW,
    }
    assert not PatientName.objects.exists()
    assert not PatientChange.objects.exists()
    assert patients.find("here", "Zuleikha") == []
    left = patients.patient_of("here", episode)
    assert left == somebody
    assert str(left).startswith("Erased person")
    assert [seen.what for seen in watch.who_saw("here", patient=somebody.pk)] == ["erased"]


def test_the_key_is_given_until_then_and_never_again(
    somebody: Patient, administrator: Staff
) -> None:
    episode, keys = patients.open_episode(somebody), PatientKeys()
    assert keys.of_episode("here", episode) == bytes(somebody.key or b"")
    erase(somebody, by=administrator, now=NOW)
    assert keys.of_episode("here", episode) is None
    for clinic, unknown in (("here", "none"), ("elsewhere", episode)):
        with pytest.raises(NoSuchEpisode):
            keys.of_episode(clinic, unknown)


def test_an_erased_person_is_not_filled_again(somebody: Patient, administrator: Staff) -> None:
    erase(somebody, by=administrator, now=NOW)
    with pytest.raises(IdentityFault):
        patients.change(somebody, TELLING, by="x", now=NOW)
    with pytest.raises(IdentityFault):
        patients.open_episode(somebody)


@pytest.mark.parametrize("kept", [{"given": "Zuleikha"}, {"key": b"k" * 32}, {"sex": "female"}])
def test_the_database_refuses_a_half_erased_person(
    kept: dict[str, object], somebody: Patient, administrator: Staff
) -> None:
    erase(somebody, by=administrator, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Patient.objects.filter(pk=somebody.pk).update(**kept)


def test_only_an_administrator_of_the_same_clinic_erases(
    somebody: Patient, here: Clinic, elsewhere: Clinic, works_at: Callable[..., Staff]
) -> None:
    gone = works_at(here, Role.ADMINISTRATOR)
    gone.is_active = False
    others = [works_at(here, role) for role in (Role.PHYSICIAN, Role.NURSE, Role.SERVICE_LEAD)]
    for who in (*others, gone, works_at(elsewhere, Role.ADMINISTRATOR)):
        with pytest.raises(ErasureRefused):
            erase(somebody, by=who, now=NOW)
    assert Patient.objects.get(pk=somebody.pk).given == "Zuleikha"


TRACES = (b"Zuleikha", b"zuleikha", b"Quackenbush", b"eatherstonehaugh", b"019283", b"99887")


@pytest.fixture
def in_a_file(transactional_db: None) -> Path:
    return Path(connection.settings_dict["NAME"])


def traces(path: Path) -> set[bytes]:
    """What of the person stands anywhere in the database's files."""
    files = [f for f in path.parent.glob(path.name + "*") if f.is_file()]
    return {trace for trace in TRACES for file in files if trace in file.read_bytes()}


@pytest.mark.parametrize("thorough", [True, False])
def test_no_byte_is_left_in_the_files(
    thorough: bool,
    in_a_file: Path,
    works_at: Callable[..., Staff],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Free pages and the write-ahead log are read as a thief would read them."""
    clinic = opened("here")
    administrator = works_at(clinic, Role.ADMINISTRATOR)
    somebody = patients.register(clinic, TELLING, now=NOW)
    assert traces(in_a_file) == set(TRACES)
    if not thorough:
        monkeypatch.setattr(erasure, "_leave_no_copy", lambda: None)
    erase(somebody, by=administrator, now=NOW)
    assert (traces(in_a_file) == set()) is thorough
