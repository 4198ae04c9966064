"""Addresses of signing in. The names are allauth's, because its own code asks for them.

What is not here does not exist: no sign-up, no reset by mail, no social accounts.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as sessions
from django.urls import path

from bloodpatch.doors.staff.access import views
from bloodpatch.doors.staff.access.policies import EVERY_ROLE, open_to_everybody, policy

staff = policy(*EVERY_ROLE)

urlpatterns = [
    path("sign-in/", open_to_everybody(account.login), name="account_login"),
    path("sign-in/second/", open_to_everybody(mfa.authenticate), name="mfa_authenticate"),
    path("sign-in/passkey/", open_to_everybody(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/closed/", open_to_everybody(account.account_inactive), name="account_inactive"),
    path("sign-out/", open_to_everybody(account.logout), name="account_logout"),
    path("sign-in/again/", staff(account.reauthenticate), name="account_reauthenticate"),
    path("sign-in/again/code/", staff(mfa.reauthenticate), name="mfa_reauthenticate"),
    path(
        "sign-in/again/passkey/",
        staff(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("sign-in/kept/", views.kept, name="access_kept"),
    path("account/", staff(mfa.index), name="mfa_index"),
    path("account/password/", staff(account.password_change), name="account_change_password"),
    path("account/sessions/", staff(sessions.list_usersessions), name="usersessions_list"),
    path("account/app/", staff(totp.activate_totp), name="mfa_activate_totp"),
    path("account/app/end/", staff(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("account/codes/", staff(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "account/codes/new/",
        staff(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/codes/file/",
        staff(codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("account/passkeys/", staff(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("account/passkeys/add/", staff(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path(
        "account/passkeys/<int:pk>/remove/",
        staff(passkeys.remove_webauthn),
        name="mfa_remove_webauthn",
    ),
    path("account/passkeys/<int:pk>/", staff(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
]
