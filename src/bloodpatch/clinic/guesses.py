"""Failed sign-ins, as they are counted: never under the name that was typed.

What people type into the name field is sometimes their password. So a failure is kept under a
keyed hash of it, which tells two names apart and says nothing else.
"""

from axes.models import AccessAttempt, AccessFailureLog
from django.utils.crypto import salted_hmac

from bloodpatch.clinic.models import Staff

LENGTH = 32


def typed(name: str) -> str:
    """The same for "Nisha" and "nisha ", because both sign in."""
    plain = name.strip().casefold()
    return salted_hmac("bloodpatch.guesses", plain, algorithm="sha256").hexdigest()[:LENGTH]


def names_of(person: Staff) -> tuple[str, ...]:
    """Everything that this person may type, hashed."""
    return tuple(typed(name) for name in (person.username, person.email) if name)


def forget(person: Staff) -> None:
    """The count begins anew: after a new password, or when the person has come in."""
    for name in names_of(person):
        AccessAttempt.objects.filter(username__startswith=name).delete()
        AccessFailureLog.objects.filter(username__startswith=name).delete()
