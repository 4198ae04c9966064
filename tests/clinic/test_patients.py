"""People are entered, changed and found."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bloodpatch.clinic import patients
from bloodpatch.clinic.models import Clinic, EpisodeOf, Patient
from bloodpatch.clinic.patients import Identity, IdentityFault
from tests.clinic.conftest import NOW

MAYA = Identity(
    given="Maya Elena",
    family="Lindqvist-Núñez",
    born=date(1995, 3, 4),
    phone="+1 (801) 555-0142",
    language="es",
    interpreter="yes",
    numbers=(("our number", "JS-20418-7"),),
)


@pytest.fixture
def maya(here: Clinic) -> Patient:
    return patients.register(here, MAYA, now=NOW)


def test_everybody_gets_an_id_and_a_key_of_their_own(here: Clinic, maya: Patient) -> None:
    other = patients.register(here, replace(MAYA, numbers=()), now=NOW)
    assert maya.pk != other.pk
    assert len({bytes(p.key or b"") for p in (maya, other)}) == 2
    assert len(bytes(maya.key or b"")) == 32
    assert "maya" not in maya.pk.casefold()


@pytest.mark.parametrize(
    "asked",
    [
        "maya",
        "LINDQVIST",
        "nunez maya",
        "Lindqvst",  # one letter lost
        "Myaa",
        "JS-20418-7",
        "801 555 0142".replace(" ", ""),
        "1995-03-04",
        "maya 1995-03-04",
        "Lindqvist-Nunez",
    ],
)
def test_a_person_is_found_by(asked: str, maya: Patient) -> None:
    assert patients.find("here", asked) == [maya]


@pytest.mark.parametrize(
    "asked", ["", "   ", "irena", "maya 1995-03-05", "0142", "a b c d e f g h i"]
)
def test_a_person_is_not_found_by(asked: str, maya: Patient) -> None:
    assert patients.find("here", asked) == []


def test_the_best_spelled_comes_first(here: Clinic, enter: Callable[..., Patient]) -> None:
    for given in ("Maja", "Maya", "Mayra"):
        enter(here, given=given, family="Costa")
    assert patients.find("here", "maya costa")[0].given == "Maya"


def test_nobody_is_found_from_another_clinic(elsewhere: Clinic, maya: Patient) -> None:
    assert patients.find("elsewhere", "maya") == []
    episode = patients.open_episode(maya)
    assert patients.patient_of("here", episode) == maya
    assert patients.patient_of("elsewhere", episode) is None
    assert patients.patients_of("elsewhere", [episode]) == {}
    assert patients.patients_of("here", [episode, "none"]) == {episode: maya}


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ({"given": " ", "family": "-"}, "needs a name"),
        ({"born": date(2026, 11, 23)}, "has not come yet"),
        ({"born": date(1890, 1, 1)}, "Check the year"),
        ({"family": "Lind\u202eqvist"}, "cannot be seen"),
    ],
)
def test_what_cannot_be_is_refused(here: Clinic, fault: dict[str, object], says: str) -> None:
    with pytest.raises(IdentityFault, match=says):
        patients.register(here, replace(MAYA, **fault), now=NOW)  # type: ignore[arg-type]
    assert not Patient.objects.exists()


def test_a_change_says_what_was_there_before(maya: Patient) -> None:
    known = patients.change(
        maya, replace(MAYA, family="Berg", other="Lindqvist", numbers=()), by="N1", now=NOW
    )
    said = {c.what: (c.before, c.after, c.by) for c in known.changes.all()}
    assert said == {
        "family": ("Lindqvist-Núñez", "Berg", "N1"),
        "other": ("", "Lindqvist", "N1"),
        "numbers": ("our number JS-20418-7", "", "N1"),
    }
    assert patients.find("here", "Lindqvist") == [known]
    assert patients.find("here", "Núñez") == []


def test_an_episode_belongs_to_one_person(here: Clinic, maya: Patient) -> None:
    episode = patients.open_episode(maya)
    assert patients.episodes_of(maya) == (episode,)
    with pytest.raises(Exception, match="episode"):
        EpisodeOf.objects.create(clinic=here, episode=episode, patient=maya)


@pytest.mark.parametrize(("zone", "taken"), [("Pacific/Auckland", True), ("UTC", False)])
def test_today_is_the_day_of_the_clinic(here: Clinic, zone: str, taken: bool) -> None:
    """B10: in Auckland the 23rd has begun while it is the 22nd elsewhere."""
    here.zone = zone
    here.save()
    today = replace(MAYA, born=date(2026, 11, 23))
    if taken:
        assert patients.register(here, today, now=NOW).born == date(2026, 11, 23)
    else:
        with pytest.raises(IdentityFault, match="has not come yet"):
            patients.register(here, today, now=NOW)
