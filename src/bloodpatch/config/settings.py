"""The settings of a live clinic and of the demo; the folder's own mark says which of them it is.

What a site may choose comes from the environment, all of it named here:

    BLOODPATCH_DATA          the data folder (database, secret key)
    BLOODPATCH_DATABASE_URL  PostgreSQL instead of the embedded SQLite
    BLOODPATCH_ORIGIN        the https address that people type, when others than this machine may
    BLOODPATCH_TIME_ZONE     the clinic's zone; times are kept in UTC and shown in it

Nothing here can be loosened by the environment: no debug mode, no other clock, no open host.
"""

import os
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.core.exceptions import ImproperlyConfigured

from bloodpatch.config import clock, database
from bloodpatch.doors.console import folder

DATA = folder.place()
DEMO = folder.is_demo(DATA)
SECRET_KEY = folder.secret_key(DATA)
DEBUG = False

# TIME. Lower floors, which may not import `config`, ask settings.NOW(); nobody else reads a clock.
NOW = clock.now
CLOCK_MAY_BE_OWNED = DEMO
USE_TZ = True
TIME_ZONE = os.environ.get("BLOODPATCH_TIME_ZONE", "America/Denver")
try:
    ZoneInfo(TIME_ZONE)
except (KeyError, ValueError, OSError) as _fault:
    raise ImproperlyConfigured(
        f"BLOODPATCH_TIME_ZONE is {TIME_ZONE!r}, and no such zone is known. "
        "Give its name in the IANA list, such as America/Denver."
    ) from _fault

# DATABASE
_address = os.environ.get("BLOODPATCH_DATABASE_URL")
DATABASES = {"default": database.server(_address) if _address else database.embedded(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ADDRESS. Without an origin only this machine is answered, over plain http on the loopback.
ORIGIN = os.environ.get("BLOODPATCH_ORIGIN", "").rstrip("/")
if ORIGIN and not (ORIGIN.startswith("https://") and urlsplit(ORIGIN).hostname):
    raise ImproperlyConfigured(
        f"BLOODPATCH_ORIGIN is {ORIGIN!r}; patients' data travels over https only. "
        "Give the address that people type, such as https://patch.example.org."
    )
if ORIGIN and DEMO:
    raise ImproperlyConfigured(
        "BLOODPATCH_ORIGIN is set, and this folder holds a demo: its passwords are printed for "
        "everybody. Unset it to see the demo on this machine, or name the clinic's own folder."
    )
HTTPS = bool(ORIGIN)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
if ORIGIN:
    ALLOWED_HOSTS.append(str(urlsplit(ORIGIN).hostname))
    CSRF_TRUSTED_ORIGINS = [ORIGIN]
    # The server in front ends TLS; it must set this header itself and drop the visitor's.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SECURE_SSL_REDIRECT = True
ROOT_URLCONF = "bloodpatch.config.urls"
WSGI_APPLICATION = "bloodpatch.config.wsgi.application"

# APPS, from the top floor down
INSTALLED_APPS = [
    "bloodpatch.config",
    "bloodpatch.doors.ui",
    "bloodpatch.doors.staff",
    # Before allauth: its pages of signing in stand in place of allauth's.
    "bloodpatch.doors.staff.access",
    "bloodpatch.doors.public",
    "bloodpatch.clinic",
    "bloodpatch.record",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "bloodpatch.config.headers.Headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "bloodpatch.config.records.OnRequest",
    # Every address says whom it is for; one that does not stops the server from starting.
    "bloodpatch.doors.staff.access.guard.Guard",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]

# PAGES
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
LANGUAGE_CODE = "en"
USE_I18N = True
STATIC_URL = "/static/"
# Served from the packages themselves: an installation has no build step that could be forgotten.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
# Names carry no version, so a browser asks each time whether a file is still the same (304).
WHITENOISE_MAX_AGE = 0

# SIGNING IN
AUTH_USER_MODEL = "clinic.Staff"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_validation = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": _validation + "MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": _validation + "CommonPasswordValidator"},
    {"NAME": _validation + "UserAttributeSimilarityValidator"},
    {"NAME": "bloodpatch.clinic.passwords.NotAboutUs"},
    {"NAME": "bloodpatch.clinic.passwords.NotTheSameAgain"},
    {"NAME": "bloodpatch.clinic.passwords.NotFromTheDemo"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/staff/"
_access = "bloodpatch.doors.staff.access."
ACCOUNT_ADAPTER = _access + "adapters.SignIn"
ACCOUNT_FORMS = {
    "login": _access + "forms.SignInForm",
    "reauthenticate": _access + "forms.PasswordAgainForm",
    "change_password": _access + "forms.NewPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
# Nobody signs up; allauth only asks that what one signs in with be required there.
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*", "password2*"]
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = _access + "adapters.SecondFactor"
MFA_FORMS = {
    "authenticate": _access + "forms.CodeForm",
    "reauthenticate": _access + "forms.CodeAgainForm",
    "activate_totp": _access + "forms.AppForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Bloodpatch"
# Passwords: counted by axes in the database, where a restart does not forget, under the rules of
# `lockout`. The limits here are for the codes of the second factor, and for floods.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key", "login": "120/m/ip"}
AXES_HANDLER = _access + "lockout.Lockout"
AXES_USERNAME_CALLABLE = _access + "lockout.name_of"
AXES_LOCKOUT_CALLABLE = _access + "lockout.resting"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_DISABLE_ACCESS_LOG = True
# What was typed as a name is sometimes a password, so it is written down nowhere.
AXES_SENSITIVE_PARAMETERS = ["login", "username", "email", "next", "csrfmiddlewaretoken"]
AXES_VERBOSE = False
# Nothing leaves the house by Django's own mail: letters go through `messages`.
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

# A SITTING at a shared workstation: how long it lasts untouched and in all, and how long ago the
# password may have been given when something is signed. The doors named guard themselves.
STAFF_IDLE_MINUTES = 15
STAFF_DAY_HOURS = 12
STAFF_FRESH_MINUTES = 5
DOORS_WITH_THEIR_OWN_GUARD = ("bloodpatch.doors.public", "bloodpatch.doors.portal")

# COOKIES AND HEADERS (the rest of the headers: headers.py)
SESSION_COOKIE_AGE = STAFF_DAY_HOURS * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "bloodpatch.config.faults.not_from_here"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# LOG: to standard error, for whoever keeps the machine; never a patient's data.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "bloodpatch.config.log_lines.Line",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.request": {"level": "ERROR"},
        "axes": {"level": "ERROR"},
    },
}
