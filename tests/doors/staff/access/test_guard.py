"""The guard: role, clinic, log; and what it answers to somebody who may not (A3, A4, A19, A39)."""

import logging
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.test import Client

from bloodpatch.clinic import watch
from bloodpatch.clinic.models import AccessLog, Staff
from bloodpatch.config.clock import OwnedClock
from bloodpatch.pathway.roles import Role

SignIn = Callable[..., Client]
ROLES = [r for r in Role if r not in (Role.PATIENT, Role.SYSTEM)]


def log_of(person: Staff) -> list[tuple[str, str, str]]:
    rows = AccessLog.objects.filter(staff=person.pk).order_by("id")
    return [(row.what, row.episode or row.patient, row.route) for row in rows]


@pytest.mark.parametrize("role", ROLES)
def test_a_page_is_opened_by_the_roles_that_it_names(
    role: Role, people: SimpleNamespace, sign_in: SignIn
) -> None:
    who = getattr(people, role)
    browser = sign_in(who)
    for method in (browser.get, browser.post):
        answer = method("/staff/doctors/")
        if role is Role.PHYSICIAN:
            assert f"{who.pk} physician of here" in answer.content.decode()
        else:
            assert answer.status_code == 403
            assert b"secret" not in answer.content
            assert b"Physician" in answer.content
            assert log_of(who)[-1] == ("refused", "", "doctors")


@pytest.mark.parametrize("path", ["/staff/episode/{}/", "/staff/patient/{}/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_elsewhere_does_not_exist(
    path: str, method: str, people: SimpleNamespace, sign_in: SignIn
) -> None:
    browser = sign_in(people.nurse)
    kind = path.split("/")[2]
    own = path.format(
        getattr(people, f"{kind}_here").pk if kind == "patient" else people.episode_here
    )
    their = getattr(people, f"{kind}_elsewhere")
    theirs = path.format(their.pk if kind == "patient" else their)
    unknown = getattr(browser, method)(path.format("NOSUCHTHING"))
    foreign = getattr(browser, method)(theirs)
    nowhere = getattr(browser, method)("/staff/no/such/address/")
    assert getattr(browser, method)(own).status_code == 200
    assert foreign.status_code == unknown.status_code == 404
    assert foreign.content == unknown.content == nowhere.content
    assert foreign.headers == unknown.headers
    assert [entry[0] for entry in log_of(people.nurse)].count("refused") == 2


def test_every_look_is_written_down_before_it_is_shown(
    people: SimpleNamespace, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, episode = sign_in(people.nurse), people.episode_here
    browser.get(f"/staff/episode/{episode}/")
    browser.get(f"/staff/episode/{episode}/")
    browser.post(f"/staff/episode/{episode}/", {"pain": "8"})
    assert log_of(people.nurse) == [
        ("looked", episode, "episode"),
        ("changed", episode, "episode"),
    ]
    assert [row.staff for row in watch.who_saw("here", episode=episode)] == [people.nurse.pk] * 2

    def broken(*args: object, **said: object) -> None:
        raise OSError("the log cannot be written")

    monkeypatch.setattr(watch, "_write", broken)
    browser.raise_request_exception = False
    answer = browser.get(f"/staff/patient/{people.patient_here.pk}/")
    assert answer.status_code == 500
    assert b"secret" not in answer.content


def test_collecting_people_stops_and_the_bedside_goes_on(
    people: SimpleNamespace, sign_in: SignIn, clock: OwnedClock, caplog: pytest.LogCaptureFixture
) -> None:
    browser, episode = sign_in(people.nurse), people.episode_here
    for number in range(watch.HARVEST_LIMIT):
        watch.looked(people.nurse.actor, now=clock.now(), route="x", episode=f"F{number}")
    with caplog.at_level(logging.WARNING, "bloodpatch.security"):
        assert browser.get(f"/staff/episode/{episode}/").status_code == 429
        assert browser.post("/staff/find/", {"q": "maya"}).status_code == 429
    assert len(caplog.records) == 2
    assert browser.get("/staff/find/").status_code == 200
    assert browser.post(f"/staff/episode/{episode}/", {"pain": "8"}).status_code == 200
    assert sign_in(people.physician).get(f"/staff/episode/{episode}/").status_code == 200


def test_a_search_is_written_down_without_its_words(
    people: SimpleNamespace, sign_in: SignIn
) -> None:
    sign_in(people.nurse).post("/staff/find/", {"q": "lindqvist"})
    assert log_of(people.nurse) == [("searched", "", "find")]


def test_nothing_that_a_visitor_typed_reaches_the_log(
    people: SimpleNamespace, sign_in: SignIn, caplog: pytest.LogCaptureFixture
) -> None:
    """A31: no line of the log can be forged, and none names a patient."""
    browser = sign_in(people.nurse)
    Client().post("/sign-in/", {"login": "Lindqvist\r\nforged \x1b[31m", "password": "x"})
    with caplog.at_level(logging.DEBUG):
        browser.get("/staff/episode/Lindqvist%0D%0Aforged/")
        browser.get("/staff/doctors/?next=Lindqvist%0Aforged")
    ours = [r.getMessage() for r in caplog.records if r.name.startswith(("bloodpatch", "axes"))]
    assert len(ours) == 2
    assert not any("Lindqvist" in line or "\n" in line or "\x1b" in line for line in ours)


def test_no_page_of_staff_is_kept_by_a_browser(people: SimpleNamespace, sign_in: SignIn) -> None:
    """Though the view itself says that it may be."""
    browser = sign_in(people.nurse)
    for path in ("/staff/", "/staff/doctors/", "/staff/none/", "/sign-in/", "/account/"):
        assert browser.get(path)["Cache-Control"] == "no-store", path


@pytest.mark.parametrize(
    "path",
    ["/account/", "/account/password/", "/account/sessions/", "/account/passkeys/", "/sign-out/"],
)
def test_the_pages_about_oneself_open(path: str, people: SimpleNamespace, sign_in: SignIn) -> None:
    page = sign_in(people.nurse).get(path)
    assert page.status_code == 200
    assert b"The nurse" in page.content
    assert b"<h1>" in page.content


def test_two_people_of_one_clinic_are_two_actors(people: SimpleNamespace, sign_in: SignIn) -> None:
    shown = [sign_in(p).get("/staff/").content.decode() for p in (people.nurse, people.stranger)]
    assert f"{people.nurse.pk} nurse of here" in shown[0]
    assert f"{people.stranger.pk} physician of elsewhere" in shown[1]
