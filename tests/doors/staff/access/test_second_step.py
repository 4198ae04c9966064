"""The second factor: asked for, not skipped, not guessed, not readable in the database (A25)."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from bloodpatch.doors.staff.access.adapters import SecondFactor
from bloodpatch.doors.staff.access.sealed_text import seal, unseal
from tests.doors.staff.access.conftest import PASSWORD

SignIn = Callable[..., Client]
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def one_moment() -> Iterator[None]:
    """An app shows another code each half minute; these tests happen within one."""
    with time_machine.travel(datetime(2026, 11, 22, 15, 0, 7, tzinfo=UTC), tick=False):
        yield


def shown(secret: str) -> str:
    """What the app shows now."""
    return f"{totp.hotp_value(secret, int(time.time() // 30)):06}"


@pytest.fixture
def code(people: SimpleNamespace, pages: None) -> str:
    """The nurse has an app, and this is what it shows."""
    totp.TOTP.activate(people.nurse, SECRET)
    return shown(SECRET)


def first_step() -> Client:
    browser = Client()
    answer = browser.post("/sign-in/", {"login": "nurse", "password": PASSWORD})
    assert answer["Location"].startswith("/sign-in/second/")
    return browser


def test_the_password_alone_opens_nothing(code: str) -> None:
    browser = first_step()
    assert browser.get("/staff/").status_code == 302
    assert browser.get("/account/").status_code == 302
    assert b"One more step" in browser.get("/sign-in/second/").content


def test_the_code_of_the_app_does(code: str) -> None:
    browser = first_step()
    before = browser.session.session_key
    assert browser.post("/sign-in/second/", {"code": code}).status_code == 302
    assert browser.get("/staff/").status_code == 200
    assert browser.session.session_key != before


def test_a_code_works_once(code: str) -> None:
    first_step().post("/sign-in/second/", {"code": code})
    again = first_step()
    again.post("/sign-in/second/", {"code": code})
    assert again.get("/staff/").status_code == 302


def test_codes_are_not_guessed(code: str) -> None:
    browser = first_step()
    for n in range(6):
        browser.post("/sign-in/second/", {"code": f"{n:06}"})
    browser.post("/sign-in/second/", {"code": code})
    assert browser.get("/staff/").status_code == 302


def test_without_the_first_step_there_is_no_second(code: str) -> None:
    browser = Client()
    assert browser.post("/sign-in/second/", {"code": code})["Location"] == "/sign-in/"
    assert browser.get("/staff/").status_code == 302


def test_a_copy_of_the_database_has_no_second_factor_in_it(code: str) -> None:
    kept: Any = Authenticator.objects.get().data
    assert SECRET not in str(kept)
    assert SecondFactor().decrypt(kept["secret"]) == SECRET
    with pytest.raises(ValueError, match="another secret key"):
        SecondFactor().decrypt(seal(SECRET, purpose="something else"))


def test_what_is_sealed_opens_for_its_purpose_under_its_key(settings: Any) -> None:
    sealed = seal("it hurts", purpose="kept for N1")
    assert "hurts" not in sealed
    assert unseal(sealed, purpose="kept for N1") == "it hurts"
    assert unseal(sealed, purpose="kept for N2") is None
    assert unseal(sealed[:-4] + "AAAA", purpose="kept for N1") is None
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new", [settings.SECRET_KEY]
    assert unseal(sealed, purpose="kept for N1") == "it hurts"
    settings.SECRET_KEY_FALLBACKS = []
    assert unseal(sealed, purpose="kept for N1") is None


@pytest.mark.parametrize("path", ["/account/app/", "/account/passkeys/add/", "/account/codes/new/"])
def test_ones_sign_in_is_changed_only_after_proving_oneself_again(
    path: str, people: SimpleNamespace, code: str, sign_in: SignIn
) -> None:
    browser = sign_in(people.physician)
    answer = browser.get(path)
    if answer.status_code == 302 and "codes" in path:
        return  # no codes without a second factor
    assert answer["Location"].startswith("/sign-in/again/")
    browser.post("/sign-in/again/", {"password": PASSWORD})
    page = browser.get(path)
    assert page.status_code == 200
    assert b"<h1>" in page.content


def test_passkeys_are_offered(pages: None, people: SimpleNamespace) -> None:
    page = Client().get("/sign-in/").content.decode()
    assert "Sign in with a passkey" in page
    assert "sign up" not in page.casefold()
    options = Client().get("/sign-in/passkey/", headers={"Accept": "application/json"})
    assert options.status_code == 200
    assert b"challenge" in options.content


@pytest.mark.django_db(transaction=True)  # it happens when the new factor is committed
def test_a_new_second_factor_gives_a_new_session(people: SimpleNamespace, sign_in: SignIn) -> None:
    browser = sign_in(people.physician)
    browser.post("/sign-in/again/", {"password": PASSWORD})
    secret = browser.get("/account/app/").context["form"].secret
    before = browser.session.session_key
    assert browser.post("/account/app/", {"code": shown(secret)}).status_code == 302
    assert Authenticator.objects.filter(user=people.physician, type="totp").exists()
    assert browser.session.session_key != before
    assert browser.get("/staff/").status_code == 200
    assert b"(here)" in browser.get("/account/sessions/").content
