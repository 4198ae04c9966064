"""A sitting: one person, signed in at one workstation, from the password to the last touch.

It ends when nobody has touched it for a while (workstations are shared, and the next user must not
chart under this name), and at the latest after a working day. Signing asks for the password anew
when the last one is some minutes old. What the page asks for by itself is no touch.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest

from bloodpatch.clinic.models import Staff

KEPT_AS = "sitting"
TOUCH_SECONDS = 20
"""A touch is written down at most this often, so that reading a page rarely writes."""


@dataclass(frozen=True)
class Sitting:
    """Times are seconds since 1970: a session keeps plain numbers."""

    by: str
    began: float
    seen: float
    proved: float

    def over(self, now: datetime) -> bool:
        idle, long = now.timestamp() - self.seen, now.timestamp() - self.began
        return idle > idle_limit().total_seconds() or long > day_limit().total_seconds()

    def fresh(self, now: datetime) -> bool:
        return now.timestamp() - self.proved <= fresh_limit().total_seconds()


def idle_limit() -> timedelta:
    return timedelta(minutes=settings.STAFF_IDLE_MINUTES)


def day_limit() -> timedelta:
    return timedelta(hours=settings.STAFF_DAY_HOURS)


def fresh_limit() -> timedelta:
    return timedelta(minutes=settings.STAFF_FRESH_MINUTES)


def begin(request: HttpRequest, user: Staff) -> None:
    """Called when somebody has signed in; Django has given the session a new id by then."""
    now = settings.NOW().timestamp()
    _keep(request, Sitting(user.pk, now, now, now))


def prove(request: HttpRequest, user: Staff) -> None:
    """The password, or a passkey, was given again. The session gets a new id with the new right."""
    found = of(request)
    if found is None or found.by != user.pk:
        return
    request.session.cycle_key()
    now = settings.NOW().timestamp()
    _keep(request, Sitting(found.by, found.began, now, now))


def touch(request: HttpRequest) -> None:
    found, now = of(request), settings.NOW().timestamp()
    if found and now - found.seen > TOUCH_SECONDS:
        _keep(request, Sitting(found.by, found.began, now, found.proved))


def of(request: HttpRequest) -> Sitting | None:
    kept: Any = request.session.get(KEPT_AS)
    return Sitting(*kept) if isinstance(kept, list) and len(kept) == 4 else None


def ended(request: HttpRequest) -> bool:
    """Somebody is signed in by the session, and may not go on without signing in again."""
    found = of(request)
    mine = found is not None and found.by == request.session.get(SESSION_KEY)
    return found is None or not mine or found.over(settings.NOW())


def fresh(request: HttpRequest) -> bool:
    """Whether the one who asks proved who they are within the last minutes: ask before signing."""
    found = of(request)
    return found is not None and not ended(request) and found.fresh(settings.NOW())


def _keep(request: HttpRequest, sitting: Sitting) -> None:
    request.session[KEPT_AS] = [sitting.by, sitting.began, sitting.seen, sitting.proved]
