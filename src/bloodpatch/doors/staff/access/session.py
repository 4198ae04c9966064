"""A staff session: one person, signed in at one workstation, from the password to the last touch.

It ends when nobody has touched it for a while (workstations are shared, and the next user must not
chart under this name), and at the latest after a working day. Signing asks for the password anew
when the last one is some minutes old. What the page asks for by itself is no touch.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.http import HttpRequest

from bloodpatch.clinic import access_log_buffer
from bloodpatch.clinic.models import Staff

KEPT_AS = "sitting"
TOUCH_SECONDS = 20
"""A touch is written down at most this often, so that reading a page rarely writes."""

MOST_TOUCHED = 1000
_touched: dict[str, float] = {}
"""Sessions that were touched while the disk was full, and when."""
_lock = Lock()


@dataclass(frozen=True)
class StaffSession:
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
    _keep(request, StaffSession(user.pk, now, now, now))


def prove(request: HttpRequest, user: Staff) -> None:
    """The password, or a passkey, was given again. The session gets a new id with the new right."""
    found = of(request)
    if found is None or found.by != user.pk:
        return
    request.session.cycle_key()
    now = settings.NOW().timestamp()
    _keep(request, StaffSession(found.by, found.began, now, now))


def touch(request: HttpRequest) -> None:
    found, now = of(request), settings.NOW().timestamp()
    if found and now - found.seen > TOUCH_SECONDS:
        other = request.session.modified
        _keep(request, StaffSession(found.by, found.began, now, found.proved))
        if not other:
            _save(request, now)


def _save(request: HttpRequest, now: float) -> None:
    """At once, not behind the page: a touch that a full disk cannot take must not end the page,
    and whoever goes on reading still sits here."""
    key = str(request.session.session_key)
    try:
        request.session.save()
    except UpdateError as error:
        cause = error.__context__  # Django says "deleted", whatever the database said
        if not (isinstance(cause, Exception) and access_log_buffer.is_full(cause)):
            return  # somebody has ended this session: Django says so in its own place
        access_log_buffer.met()
        with _lock:
            _touched[key] = now
            while len(_touched) > MOST_TOUCHED:
                _touched.pop(next(iter(_touched)))
    else:
        with _lock:
            _touched.pop(key, None)
    request.session.modified = False


def of(request: HttpRequest) -> StaffSession | None:
    kept: Any = request.session.get(KEPT_AS)
    if not isinstance(kept, list) or len(kept) != 4:
        return None
    found = StaffSession(*kept)
    seen = _touched.get(str(request.session.session_key), 0.0)
    return replace(found, seen=seen) if seen > found.seen else found


def ended(request: HttpRequest) -> bool:
    """Somebody is signed in by the session, and may not go on without signing in again."""
    found = of(request)
    mine = found is not None and found.by == request.session.get(SESSION_KEY)
    return found is None or not mine or found.over(settings.NOW())


def fresh(request: HttpRequest) -> bool:
    """Whether the one who asks proved who they are within the last minutes: ask before signing."""
    found = of(request)
    return found is not None and not ended(request) and found.fresh(settings.NOW())


def _keep(request: HttpRequest, known: StaffSession) -> None:
    request.session[KEPT_AS] = [known.by, known.began, known.seen, known.proved]
