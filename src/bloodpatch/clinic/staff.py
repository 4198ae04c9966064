"""Staff accounts: made, disabled, given another role or password. Each change is written down."""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from bloodpatch.clinic.models import Clinic, Staff, StaffChange
from bloodpatch.clinic.models.staff import ROLES
from bloodpatch.pathway.roles import Role


class AccountFault(ValueError):
    """Why an account was not changed; the text is for the one who asked."""


def role_of(word: str) -> Role:
    """ "nurse", "front-desk" or "front_desk"; a patient and the system have no account."""
    known = [role for role, _ in ROLES]
    wanted = word.strip().casefold().replace("-", "_").replace(" ", "_")
    if wanted not in known:
        raise AccountFault(f"There is no role “{word}”. Roles are: {', '.join(known)}.")
    return Role(wanted)


@transaction.atomic
def add(
    clinic: Clinic,
    *,
    username: str,
    name: str,
    role: Role,
    password: str,
    by: str,
    now: datetime,
    title: str = "",
    email: str = "",
) -> Staff:
    username = username.strip().casefold()
    if not username or any(c.isspace() or not c.isprintable() for c in username):
        raise AccountFault("A sign-in name has no spaces. Use something like “nisha.iyer”.")
    if Staff.objects.filter(username=username).exists():
        raise AccountFault(f"The sign-in name “{username}” is in use. Choose another one.")
    if email and Staff.objects.filter(email__iexact=email).exists():
        raise AccountFault("Another account has this email address. Leave it out, or correct it.")
    if not name.strip():
        raise AccountFault("Write the person's name as it is to stand beside a signature.")
    person = Staff(
        clinic=clinic, username=username, name=name.strip(), title=title, email=email, role=role
    )
    _give(person, password)
    person.save(force_insert=True)
    _note(person, "added", "", role, by, now)
    return person


@transaction.atomic
def disable(person: Staff, *, by: str, now: datetime) -> None:
    """From the next call on this person is nobody here: every session ends."""
    _set(person, "is_active", False, "disabled", by, now)


@transaction.atomic
def enable(person: Staff, *, by: str, now: datetime) -> None:
    _set(person, "is_active", True, "enabled", by, now)


@transaction.atomic
def give_role(person: Staff, role: Role, *, by: str, now: datetime) -> None:
    """Ends the person's sessions too: what they may do is settled when they sign in again."""
    _set(person, "role", role, "role", by, now)


@transaction.atomic
def give_password(person: Staff, password: str, *, by: str, now: datetime) -> None:
    here = _locked(person)
    _give(here, password)  # which ends every session by itself
    here.save()
    _note(here, "password", "", "", by, now)


@transaction.atomic
def end_sessions(person: Staff, *, by: str, now: datetime) -> None:
    here = _locked(person)
    here.sessions_end += 1
    here.save()
    _note(here, "signed out", "", "", by, now)


def named(username: str) -> Staff:
    try:
        return Staff.objects.get_by_natural_key(username)
    except Staff.DoesNotExist:
        raise AccountFault(
            f"There is no account “{username}”. `bloodpatch user list` shows all of them."
        ) from None


def _set(person: Staff, what: str, value: bool | Role, says: str, by: str, now: datetime) -> None:
    here = _locked(person)
    before = getattr(here, what)
    setattr(here, what, value)
    here.sessions_end += 1
    here.save()
    _note(here, says, str(before), str(value), by, now)


def _locked(person: Staff) -> Staff:
    return Staff.objects.select_for_update().get(pk=person.pk)


def _give(person: Staff, password: str) -> None:
    try:
        validate_password(password, person)
    except ValidationError as fault:
        raise AccountFault(" ".join(fault.messages)) from fault
    person.set_password(password)


def _note(person: Staff, what: str, before: str, after: str, by: str, now: datetime) -> None:
    StaffChange.objects.create(staff=person, what=what, before=before, after=after, by=by, at=now)
