"""What somebody had typed when their session ended: kept for them, and for nobody else.

The words stay in the session, sealed under a purpose that names the person. Whoever else signs in
at this workstation gets a new session, and could not open them either.
"""

import json
from dataclasses import dataclass

from django.http import HttpRequest

from bloodpatch.doors.staff.access.sealed_text import seal, unseal

KEPT_AS = "kept"
MOST_BYTES = 1024 * 1024
"""Several times the largest form that could be recorded (a text has at most 4,000 letters, and a
test counts the rest), so that what is refused as too long is kept as well. Beyond it nothing is
kept; Django itself takes no form of more than 2.5 MB, and `faults.not_readable` says so."""
NOT_OURS = ("csrfmiddlewaretoken", "password")


@dataclass(frozen=True)
class Kept:
    path: str
    fields: tuple[tuple[str, str], ...]


def keep(request: HttpRequest, staff: str) -> bool:
    """Keep a form that was not taken; False when there is none, or it is too long to keep."""
    if request.method != "POST" or request.FILES:
        return False
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NOT_OURS
        for value in values
    ]
    whole = json.dumps([request.get_full_path(), fields], ensure_ascii=False)
    if not fields or len(whole.encode()) > MOST_BYTES:
        return False
    request.session[KEPT_AS] = seal(whole, purpose=_for(staff))
    return True


def waits(request: HttpRequest) -> bool:
    return KEPT_AS in request.session


def read(request: HttpRequest, staff: str) -> Kept | None:
    sealed = request.session.get(KEPT_AS)
    whole = unseal(sealed, purpose=_for(staff)) if isinstance(sealed, str) else None
    if whole is None:
        return None
    path, fields = json.loads(whole)
    return Kept(path, tuple((name, value) for name, value in fields))


def let_go(request: HttpRequest) -> None:
    """The next form that is taken ends the waiting; until then the page may be opened again."""
    if request.method == "POST" and KEPT_AS in request.session:
        del request.session[KEPT_AS]


def _for(staff: str) -> str:
    return f"kept for {staff}"
