"""Signing in: who gets in, what a stranger learns, where one goes afterwards (A16, A24, A26)."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from axes.models import AccessAttempt, AccessFailureLog
from django.test import Client

from bloodpatch.clinic import staff
from bloodpatch.clinic.models import Staff
from bloodpatch.config.clock import OwnedClock
from bloodpatch.doors.staff.access import lockout
from tests.doors.staff.access.conftest import PASSWORD

SignIn = Callable[..., Client]


def attempt(name: str, password: str, browser: Client | None = None, **extra: Any) -> Any:
    said = {"login": name, "password": password}
    return (browser or Client()).post("/sign-in/", said, **extra)


def came_in(answer: Any) -> bool:
    return bool(answer.status_code == 302)


def page(answer: Any, *names: str) -> str:
    """The page without what differs by nature: the token, and the name that was typed."""
    import re

    text = re.sub(r'(csrfmiddlewaretoken" value=")[^"]+', r"\1", answer.content.decode())
    for name in names:
        text = text.replace(name, "NAME")
    return text


@pytest.mark.parametrize("name", ["nurse", "NURSE ", "nurse@example.org", "Nurse@Example.org"])
def test_by_name_or_email(name: str, people: SimpleNamespace, pages: None) -> None:
    assert attempt(name, PASSWORD)["Location"] == "/staff/"


@pytest.mark.parametrize(
    ("wish", "goes"),
    [
        ("/staff/board/", "/staff/board/"),
        ("/staff/find/?q=a&b=c", "/staff/find/?q=a&b=c"),
        ("//evil.example/", "/staff/"),
        ("/\\evil.example/", "/staff/"),
        ("https:evil.example", "/staff/"),
        ("https://evil.example/", "/staff/"),
        ("http://testserver.evil.example/", "/staff/"),
        ("javascript:alert(1)", "/staff/"),
        ("/staff/\r\nSet-Cookie: a=b", "/staff/"),
    ],
)
def test_one_goes_on_within_this_house_only(
    wish: str, goes: str, people: SimpleNamespace, pages: None
) -> None:
    answer = Client().post("/sign-in/", {"login": "nurse", "password": PASSWORD, "next": wish})
    assert answer["Location"] == goes
    assert "Set-Cookie: a" not in str(answer.headers)


def test_a_stranger_learns_nothing_about_who_has_an_account(
    people: SimpleNamespace, pages: None, clock: OwnedClock
) -> None:
    staff.disable(people.front_desk, by="kit", now=clock.now())
    known, unknown, closed = (
        attempt(n, "wrong password here") for n in ("nurse", "nobody", "front_desk")
    )
    assert known.status_code == unknown.status_code == closed.status_code == 200
    shown = {page(a, n) for a, n in ((known, "nurse"), (unknown, "nobody"), (closed, "front_desk"))}
    for email in ("nurse@example.org", "nobody@example.org"):
        shown.add(page(attempt(email, "wrong password here"), email))
    assert len(shown) == 1
    assert "do not belong together" in shown.pop()


def test_the_work_is_the_same_whether_the_account_exists(
    people: SimpleNamespace, pages: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One hash each; the time that a hash takes is what a clock outside could see."""
    from django.contrib.auth.hashers import MD5PasswordHasher

    hashed: list[str] = []
    real = MD5PasswordHasher.encode

    def counted(self: Any, password: str, salt: str) -> str:
        hashed.append(password)
        return str(real(self, password, salt))

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    counts = {}
    for name in ("nurse", "nobody"):
        hashed.clear()
        attempt(name, "wrong password here")
        counts[name] = len(hashed)
    assert counts == {"nurse": 1, "nobody": 1}


@pytest.mark.parametrize("name", ["nurse", "nobody"])
def test_guessing_from_one_place_is_stopped_alike_for_every_name(
    name: str, people: SimpleNamespace, pages: None
) -> None:
    answers = [attempt(name, f"guess number {n}") for n in range(8)]
    assert [a.status_code for a in answers] == [200] * 4 + [429] * 4
    assert b"Too many tries" in answers[-1].content
    assert not came_in(attempt(name, PASSWORD))
    assert AccessFailureLog.objects.count() <= 5
    assert not came_in(attempt(name.upper() + " ", PASSWORD))
    assert came_in(attempt("physician", PASSWORD))


def test_a_locked_page_is_the_same_for_every_name(people: SimpleNamespace, pages: None) -> None:
    for name in ("nurse", "nobody"):
        for n in range(6):
            last = attempt(name, f"guess number {n}")
        assert last.status_code == 429
    assert page(attempt("nurse", "x")) == page(attempt("nobody", "x"))


def test_ten_thousand_guesses_are_a_hundred_and_the_owner_still_comes_in(
    people: SimpleNamespace, pages: None, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From ever new places; and at a workstation that knows them, the owner is not locked out."""
    monkeypatch.setattr(lockout, "FROM_ANYWHERE", 12)
    workstation = sign_in(people.nurse)
    workstation.post("/sign-out/")
    judged = sum(
        attempt("nurse", f"guess {n}", REMOTE_ADDR=f"10.1.{n // 250}.{n % 250}").status_code == 200
        for n in range(40)
    )
    assert judged <= 12
    assert not came_in(attempt("nurse", PASSWORD, REMOTE_ADDR="10.9.9.9"))
    assert came_in(attempt("nurse", PASSWORD, workstation))
    # and having come in, they can again come in from anywhere
    assert came_in(attempt("nurse", PASSWORD, REMOTE_ADDR="10.9.9.9"))


def test_spraying_names_from_one_place_is_stopped(
    people: SimpleNamespace, pages: None, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lockout, "FROM_ONE_PLACE", 10)
    workstation = sign_in(people.nurse)
    workstation.post("/sign-out/")
    for n in range(12):
        attempt(f"name{n}", "spring 2026 spring")
    assert not came_in(attempt("physician", PASSWORD))
    assert came_in(attempt("physician", PASSWORD, REMOTE_ADDR="10.9.9.9"))
    assert came_in(attempt("nurse", PASSWORD, workstation))


def test_a_known_workstation_is_no_place_to_guess_from_either(
    people: SimpleNamespace, pages: None, sign_in: SignIn
) -> None:
    workstation = sign_in(people.nurse)
    workstation.post("/sign-out/")
    codes = [attempt("nurse", f"guess {n}", workstation).status_code for n in range(7)]
    assert codes == [200] * 4 + [429] * 3
    assert not came_in(attempt("nurse", PASSWORD, workstation))
    forged = Client()
    forged.cookies["bloodpatch_known"] = "W10:forged:signature"
    assert came_in(attempt("nurse", PASSWORD, forged, REMOTE_ADDR="10.9.9.9"))


def test_after_a_quarter_of_an_hour_one_may_try_again(people: SimpleNamespace, pages: None) -> None:
    for n in range(6):
        attempt("nurse", f"guess {n}")
    AccessAttempt.objects.update(
        attempt_time=AccessAttempt.objects.get().attempt_time - timedelta(minutes=16)
    )
    assert came_in(attempt("nurse", PASSWORD))


def test_what_was_typed_as_a_name_is_written_down_nowhere(
    people: SimpleNamespace, pages: None
) -> None:
    attempt("my secret password", "another secret", HTTP_USER_AGENT="x")
    row = AccessAttempt.objects.get()
    written = str(row.__dict__) + str(AccessFailureLog.objects.get().__dict__)
    assert "secret" not in written


def test_a_closed_account_does_not_come_in(
    people: SimpleNamespace, pages: None, clock: OwnedClock
) -> None:
    staff.disable(people.nurse, by="kit", now=clock.now())
    browser = Client()
    answer = attempt("nurse", PASSWORD, browser)
    assert answer["Location"] == "/sign-in/closed/"
    assert b"not signed in" in browser.get("/sign-in/closed/").content
    assert browser.get("/staff/").status_code == 302


@pytest.mark.parametrize(
    "path",
    [
        "/accounts/signup/",
        "/signup/",
        "/accounts/password/reset/",
        "/accounts/login/",
        "/accounts/3rdparty/",
    ],
)
def test_there_is_no_other_way_in(path: str, pages: None, people: SimpleNamespace) -> None:
    assert Client().get(path).status_code == 404


def test_one_changes_ones_own_password(people: SimpleNamespace, sign_in: SignIn) -> None:
    here, there = sign_in(people.nurse), sign_in(people.nurse)
    said = {"oldpassword": PASSWORD, "password1": "short", "password2": "short"}
    assert b"15 characters" in here.post("/account/password/", said).content
    said |= dict.fromkeys(("password1", "password2"), "seven other words with little meaning")
    assert here.post("/account/password/", said).status_code == 302
    assert here.get("/staff/").status_code == 200
    assert there.get("/staff/").status_code == 302
    assert Staff.objects.get(username="nurse").check_password(said["password1"])
