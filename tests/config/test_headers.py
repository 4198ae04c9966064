"""Every answer carries the headers, whether it is a page, a picture, a refusal or a fault."""

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client

from bloodpatch.config.headers import ALWAYS, Headers

ANSWERS = ["/", "/sign-in/", "/account/", "/nothing-here/", "/static/none.css"]


@pytest.mark.parametrize("address", ANSWERS)
@pytest.mark.django_db
def test_an_answer_carries_them(address: str) -> None:
    answer = Client().get(address)
    assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_policy_permits_nothing_unsafe_and_no_other_host() -> None:
    policy = ALWAYS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "http" not in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize(
    ("name", "kept"), [("Cache-Control", True), ("Content-Security-Policy", False)]
)
def test_a_view_may_be_kept_but_not_opened(name: str, kept: bool) -> None:
    said = Headers(lambda _: HttpResponse(headers={name: "mine"}))(HttpRequest())
    assert (said.headers[name] == "mine") is kept


def test_the_session_cookie_is_for_the_server_only() -> None:
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Lax"
