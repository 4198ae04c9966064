"""Our answers to allauth's questions: nobody signs up, nothing is mailed, nobody is led away."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from bloodpatch.clinic.models import Staff
from bloodpatch.doors.staff.access import saved_draft, workstation
from bloodpatch.doors.staff.access.sealed_text import seal, unseal

NO_MATCH = (
    "This name and this password do not belong together. Check both. "
    "If you have forgotten the password, your administrator gives you a new one."
)
SECOND_FACTOR = "second factor"


class SignIn(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """ACCOUNT_ADAPTER."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": NO_MATCH,
        "email_password_mismatch": NO_MATCH,
        "incorrect_password": "This is not your password. Nothing was signed; try again.",
        "too_many_login_attempts": "Too many tries. Wait a few minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """The administrator makes the accounts: `bloodpatch user add`."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """allauth's own count would close an account to its owner; `lockout` counts instead."""

    def is_safe_url(self, url: str | None) -> bool:
        """After signing in we go on within this house only: a path, nothing that names a host."""
        if not url or not url.startswith("/") or not url.isprintable():
            return False
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        if saved_draft.waits(request):
            return reverse("access_kept")
        return str(super().get_login_redirect_url(request))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")

    def post_login(self, request: HttpRequest, user: Staff, **said: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **said)
        workstation.remember(request, response, user)
        return response

    def add_message(self, *args: Any, **said: Any) -> None:
        """Pages say themselves what has happened; a notice that vanishes is none."""

    def send_mail(self, *args: Any, **said: Any) -> None:
        """Letters leave this house through `messages` only."""


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]
    """MFA_ADAPTER. A copy of the database must not be a copy of everybody's second factor."""

    def encrypt(self, text: str) -> str:
        return seal(text, purpose=SECOND_FACTOR)

    def decrypt(self, encrypted_text: str) -> str:
        text = unseal(encrypted_text, purpose=SECOND_FACTOR)
        if text is None:
            raise ValueError("The second factor was sealed under another secret key.")
        return text
