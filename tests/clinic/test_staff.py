"""Accounts: each change is written down, and ends what the account could do before."""

from collections.abc import Callable

import pytest
from django.db import Error, IntegrityError, transaction

from bloodpatch.clinic import directory, staff
from bloodpatch.clinic.models import Clinic, Staff, StaffChange
from bloodpatch.clinic.staff import AccountFault
from bloodpatch.pathway.events import Actor
from bloodpatch.pathway.roles import Role
from tests.clinic.conftest import NOW

GOOD = "four words without any sense"


def engage(clinic: Clinic, **said: object) -> Staff:
    known: dict[str, object] = {
        "username": "Nisha ",
        "name": "Nisha Iyer",
        "title": "Dr",
        "role": Role.PHYSICIAN,
        "password": GOOD,
        "by": "root",
        "now": NOW,
    }
    return staff.add(clinic, **(known | said))  # type: ignore[arg-type]


def test_an_account_is_one_person_in_one_role(here: Clinic) -> None:
    nisha = engage(here)
    assert nisha.username == "nisha"
    assert nisha.full_name == "Dr Nisha Iyer"
    assert nisha.actor == Actor(nisha.pk, Role.PHYSICIAN, "here")
    assert nisha.check_password(GOOD)
    assert Staff.objects.get_by_natural_key(" NISHA") == nisha


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"username": "nisha iyer"}, "no spaces"),
        ({"username": "tobi"}, "in use"),
        ({"email": "Tobi@example.org"}, "email"),
        ({"name": "  "}, "name"),
        ({"password": "too short"}, "15"),
        ({"password": "passwordpassword"}, "again and again"),
        ({"password": "aaaaaaaaaaaaaaaaaaaa1"}, "again and again"),
        ({"password": "bloodpatch-nisha-iyer"}, "belongs here"),
        ({"password": "the clinic here nisha"}, "belongs here"),
        ({"password": "quiet lantern over seven hills"}, "printed in the demo"),
    ],
)
def test_an_account_is_refused_with_a_reason(
    here: Clinic, said: dict[str, object], says: str
) -> None:
    engage(here, username="tobi", name="Tobi Okafor", email="tobi@example.org")
    with pytest.raises(AccountFault, match=says):
        engage(here, **said)
    assert Staff.objects.count() == 1


@pytest.mark.parametrize(
    "password", ["allsmallletters", "7583 2295 1047 3381", "ütf-8 über alles öft"]
)
def test_no_rule_of_composition_stands_in_the_way(here: Clinic, password: str) -> None:
    assert engage(here, password=password).check_password(password)


@pytest.mark.parametrize(
    ("change", "what", "before", "after"),
    [
        (lambda p: staff.disable(p, by="kit", now=NOW), "disabled", "True", "False"),
        (lambda p: staff.give_role(p, Role.NURSE, by="kit", now=NOW), "role", "physician", "nurse"),
        (lambda p: staff.give_password(p, GOOD + "!", by="kit", now=NOW), "password", "", ""),
        (lambda p: staff.end_sessions(p, by="kit", now=NOW), "signed out", "", ""),
    ],
)
def test_a_change_is_written_down_and_ends_every_session(
    here: Clinic, change: Callable[[Staff], None], what: str, before: str, after: str
) -> None:
    nisha = engage(here)
    sessions = nisha.get_session_auth_hash()
    change(nisha)
    assert Staff.objects.get(pk=nisha.pk).get_session_auth_hash() != sessions
    newest = StaffChange.objects.order_by("-id")[0]
    assert (newest.what, newest.before, newest.after, newest.by) == (what, before, after, "kit")


def test_a_written_change_stays_as_it_is(here: Clinic) -> None:
    engage(here)
    with pytest.raises(Error), transaction.atomic():
        StaffChange.objects.update(by="somebody else")


@pytest.mark.parametrize("role", [Role.PATIENT, Role.SYSTEM, "superuser"])
def test_there_is_no_account_for(here: Clinic, role: str) -> None:
    with pytest.raises(AccountFault):
        staff.role_of(role)
    with pytest.raises(IntegrityError), transaction.atomic():
        engage(here, role=role)


def test_a_session_made_under_an_old_secret_still_holds(here: Clinic, settings: object) -> None:
    nisha = engage(here)
    under_the_old = nisha.get_session_auth_hash()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]  # type: ignore[attr-defined]
    settings.SECRET_KEY = "another"  # type: ignore[attr-defined]
    assert nisha.get_session_auth_hash() != under_the_old
    assert under_the_old in nisha.get_session_auth_fallback_hash()


def test_the_directory_names_everybody_who_acted(here: Clinic) -> None:
    nisha = engage(here)
    found = directory.people([nisha.pk, "patient", "system", "GONE"])
    assert str(found[nisha.pk]) == "Dr Nisha Iyer"
    assert found[nisha.pk].role == Role.PHYSICIAN
    assert found["patient"].name == "Patient"
    assert "GONE" in found["GONE"].name
    assert directory.physicians("here") == (nisha,)
    staff.disable(nisha, by="kit", now=NOW)
    assert directory.physicians("here") == () == directory.colleagues("here")
    assert directory.person(nisha.pk).name == "Dr Nisha Iyer"
