"""What happens when somebody signs in, proves who they are, or changes how they sign in."""

from typing import Any

from allauth.account.signals import authentication_step_completed
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from bloodpatch.clinic.models import Staff
from bloodpatch.doors.staff.access import session


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: Staff, **said: Any) -> None:
    session.begin(request, user)


@receiver(authentication_step_completed)
def proved_again(
    request: HttpRequest, user: Staff, reauthenticated: bool = False, **said: Any
) -> None:
    """The steps of signing in come here too; they prove nothing before the last one is done."""
    if reauthenticated:
        before = request.session.session_key
        session.prove(request, user)
        _same_session(before, request)


@receiver([authenticator_added, authenticator_removed, authenticator_reset])
def second_factor_changed(request: HttpRequest, **said: Any) -> None:
    """Whoever copied the session's id before does not share what it has become."""
    before = request.session.session_key
    request.session.cycle_key()
    _same_session(before, request)


def _same_session(before: str | None, request: HttpRequest) -> None:
    """The list of one's own sessions goes by id; tell it that this is the same one."""
    after = request.session.session_key
    if before and after and before != after:
        UserSession.objects.filter(session_key=before).update(session_key=after)
