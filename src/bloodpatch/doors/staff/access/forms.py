"""The forms of signing in, in our words."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgain
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth carries no types
    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["login"] = forms.CharField(
            label=_("Sign-in name or email"),
            max_length=254,
            widget=forms.TextInput(
                attrs={"autocomplete": "username webauthn", "autocapitalize": "none"}
            ),
        )
        self.fields["password"].label = _("Password")
        plain(self)
        self.order_fields(["login", "password"])


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["password"].label = _("Your password")
        plain(self)


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["oldpassword"].label = _("The password that you have now")
        self.fields["password1"].label = _("The new password")
        self.fields["password1"].help_text = _(
            "At least 15 characters. Four words that have nothing to do with each other are easy "
            "to remember and hard to guess. You may paste it from a password manager."
        )
        self.fields["password2"].label = _("The new password again")
        plain(self)


class CodeForm(AuthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["code"].label = _("Code")
        plain(self)


class CodeAgainForm(CodeAgain):  # type: ignore[misc]
    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["code"].label = _("Code from your app, or a recovery code")
        plain(self)


class AppForm(ActivateTOTPForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["code"].label = _("The code that the app shows now")
        plain(self)


def plain(form: forms.Form) -> None:
    """Our look, and no grey words inside the fields: they vanish when one begins to type."""
    for field in form.fields.values():
        field.widget.attrs["class"] = "input"
        field.widget.attrs.pop("placeholder", None)
