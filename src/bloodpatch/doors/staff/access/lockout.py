"""How often a password may be guessed (django-axes counts; these are our rules).

1. Five failures for one name from one place: a quarter of an hour's rest.
2. A hundred failures for one name, from wherever: closed to strangers until the person comes in
   from a workstation that knows them, or an administrator gives a new password.
3. Fifty failures from one place, for whatever names: that place rests, except for people that its
   workstations know.

A name that belongs to nobody is counted and answered in the same way, so nothing is learnt from it.
"""

from datetime import timedelta
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_cool_off, get_failure_limit
from axes.models import AccessFailureLog
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bloodpatch.clinic import guesses
from bloodpatch.clinic.models import Staff
from bloodpatch.doors.staff.access import workstation

FROM_ANYWHERE = 100
FROM_ONE_PLACE = 50
REMEMBERED = timedelta(days=30)

Credentials = dict[str, Any] | None


def name_of(request: HttpRequest, credentials: Credentials) -> str:
    """Under which name a try is counted (AXES_USERNAME_CALLABLE)."""
    said = credentials or {}
    typed = said.get("username") or said.get("email") or said.get("login")
    name = guesses.typed(str(typed or request.POST.get("login", "")))
    # On a known workstation the count is the workstation's own: nobody else can use it up.
    return f"{name}.{workstation.mark(request)}" if workstation.is_known(request, name) else name


class Lockout(AxesDatabaseHandler):  # type: ignore[misc]  # axes carries no types
    """AXES_HANDLER. The signals of Django's own sign-in end here."""

    def get_failures(self, request: HttpRequest, credentials: Credentials = None) -> int:
        limit: int = get_failure_limit(request, credentials)
        here: int = super().get_failures(request, credentials)
        return limit if self._closed_to_strangers(request, credentials) else here

    def _closed_to_strangers(self, request: HttpRequest, credentials: Credentials) -> bool:
        name = name_of(request, credentials)
        if "." in name:
            return False
        now = request.axes_attempt_time  # type: ignore[attr-defined]
        lately = AccessFailureLog.objects.filter(attempt_time__gt=now - REMEMBERED)
        if lately.filter(username=name).count() >= FROM_ANYWHERE:
            return True
        place = request.axes_ip_address  # type: ignore[attr-defined]
        rest = get_cool_off(request) or timedelta(0)
        from_here = lately.filter(ip_address=place, attempt_time__gt=now - rest)
        tries: int = from_here.count()
        return tries >= FROM_ONE_PLACE

    def user_logged_in(
        self, sender: object, request: HttpRequest, user: Staff, **said: Any
    ) -> None:
        super().user_logged_in(sender, request, user, **said)
        guesses.forget(user)


def resting(
    request: HttpRequest, original: HttpResponse | None = None, credentials: Credentials = None
) -> HttpResponse:
    """What somebody sees who has guessed too often: the same for every name."""
    return render(request, "access/resting.html", status=429)
