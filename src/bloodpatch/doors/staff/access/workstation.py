"""Workstations that somebody has signed in at before: a signed cookie with no names in it.

Guessing from elsewhere may close an account to strangers for a while. It must not close it to the
nurse at the bedside, so whoever comes from a known workstation is counted apart.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from bloodpatch.clinic import guesses
from bloodpatch.clinic.models import Staff

COOKIE = "bloodpatch_known"
SALT = "bloodpatch.access.workstation"
DAYS = 90
MOST_NAMES = 24


def is_known(request: HttpRequest, name: str) -> bool:
    """Whether the person of this (hashed) name has signed in here within the last months."""
    _, names = _read(request)
    return name in names


def mark(request: HttpRequest) -> str:
    """Tells this workstation from others; empty where it is a stranger's."""
    return _read(request)[0]


def remember(request: HttpRequest, response: HttpResponse, person: Staff) -> None:
    here, names = _read(request)
    together = list(dict.fromkeys([*guesses.names_of(person), *names]))[:MOST_NAMES]
    response.set_cookie(
        COOKIE,
        signing.dumps([here or secrets.token_hex(8), together], salt=SALT),
        max_age=DAYS * 24 * 3600,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _read(request: HttpRequest) -> tuple[str, list[str]]:
    try:
        here, names = signing.loads(
            request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=DAYS * 24 * 3600
        )
    except (signing.BadSignature, ValueError, TypeError):
        return "", []
    return str(here), [str(name) for name in names]
