"""A staff session: how it begins and how long it lasts; what is kept when it ends (A18-A22, A27,
H73)."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.conf import LazySettings
from django.conf import settings as live
from django.test import Client

from bloodpatch.clinic import staff
from bloodpatch.config.clock import OwnedClock
from bloodpatch.doors.staff.access import saved_draft
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.statements import stated
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values.free_text import LONGEST
from tests.doors.staff.access.conftest import PASSWORD

SignIn = Callable[..., Client]
MINUTE = timedelta(minutes=1)


def session_of(browser: Client) -> str:
    return browser.cookies[live.SESSION_COOKIE_NAME].value


def is_in(browser: Client) -> bool:
    return browser.get("/staff/").status_code == 200


def again(browser: Client, next_page: str = "") -> object:
    return browser.post("/sign-in/again/", {"password": PASSWORD, "next": next_page})


def test_signing_in_gives_a_new_session(people: SimpleNamespace, sign_in: SignIn) -> None:
    browser = Client()
    browser.get("/sign-in/")
    planted = browser.session
    planted["planted"] = True
    planted.save()
    browser.cookies[live.SESSION_COOKIE_NAME] = planted.session_key
    before = session_of(browser)
    sign_in(people.nurse, browser)
    assert session_of(browser) != before
    other = Client()
    other.cookies[live.SESSION_COOKIE_NAME] = before
    assert not is_in(other)


def test_proving_oneself_again_gives_a_new_key_to_the_same_session(
    people: SimpleNamespace, sign_in: SignIn
) -> None:
    browser = sign_in(people.nurse)
    before = session_of(browser)
    again(browser)
    assert session_of(browser) != before
    assert is_in(browser)
    old = Client()
    old.cookies[live.SESSION_COOKIE_NAME] = before
    assert not is_in(old)
    assert b"(here)" in browser.get("/account/sessions/").content


def test_nobody_sits_on_for_ever_untouched(
    people: SimpleNamespace, sign_in: SignIn, clock: OwnedClock
) -> None:
    browser = sign_in(people.nurse)
    for _ in range(5):
        clock.advance(14 * MINUTE)
        assert is_in(browser)
    clock.advance(14 * MINUTE)
    browser.get("/staff/board/")  # the page itself asked
    clock.advance(2 * MINUTE)
    assert not is_in(browser)


def test_a_day_ends_however_busy_it_was(
    people: SimpleNamespace, sign_in: SignIn, clock: OwnedClock
) -> None:
    browser = sign_in(people.nurse)
    for _ in range(12 * 6):
        clock.advance(10 * MINUTE)
        assert is_in(browser)
    clock.advance(MINUTE)
    assert not is_in(browser)


def test_signing_out_ends_it(people: SimpleNamespace, sign_in: SignIn) -> None:
    browser = sign_in(people.nurse)
    before = session_of(browser)
    assert browser.post("/sign-out/")["Location"] == "/sign-in/"
    assert not is_in(browser)
    old = Client()
    old.cookies[live.SESSION_COOKIE_NAME] = before
    assert not is_in(old)


@pytest.mark.parametrize(
    "change",
    [
        lambda p, now: staff.disable(p, by="kit", now=now),
        lambda p, now: staff.give_role(p, Role.PHYSICIAN, by="kit", now=now),
        lambda p, now: staff.give_password(p, PASSWORD + "!", by="kit", now=now),
        lambda p, now: staff.end_sessions(p, by="kit", now=now),
    ],
)
def test_a_change_of_the_account_ends_it_at_the_next_call(
    change: Callable[..., None], people: SimpleNamespace, sign_in: SignIn, clock: OwnedClock
) -> None:
    browser = sign_in(people.nurse)
    assert is_in(browser)
    change(people.nurse, clock.now())
    assert not is_in(browser)
    assert browser.get("/staff/board/").status_code == 302


def test_one_ends_ones_other_sessions(people: SimpleNamespace, sign_in: SignIn) -> None:
    here, there = sign_in(people.nurse), sign_in(people.nurse)
    here.post("/account/sessions/")
    assert (is_in(here), is_in(there)) == (True, False)


def test_what_was_typed_is_kept_for_the_same_person(
    people: SimpleNamespace, sign_in: SignIn, clock: OwnedClock
) -> None:
    browser = sign_in(people.nurse)
    clock.advance(16 * MINUTE)
    form = {"pain": "8 standing", "note": 'She said "it <b>hurts</b>"', "command_id": "C1"}
    answer = browser.post(f"/staff/episode/{people.episode_here}/", form)
    assert answer["Location"] == "/sign-in/?next=%2Fsign-in%2Fkept%2F"
    asked = browser.get(answer["Location"])
    assert b"locked" in asked.content
    assert b"hurts" not in asked.content
    assert "hurts" not in str(dict(browser.session))
    sign_in(people.nurse, browser)
    for _ in range(2):  # looking changes nothing
        page = browser.get("/sign-in/kept/").content.decode()
        assert "She said &quot;it &lt;b&gt;hurts&lt;/b&gt;&quot;" in page
        assert f'action="/staff/episode/{people.episode_here}/"' in page
    sent = browser.post(f"/staff/episode/{people.episode_here}/", form)
    assert b"command_id=C1" in sent.content
    assert browser.get("/sign-in/kept/").status_code == 302


def test_and_for_nobody_else(people: SimpleNamespace, sign_in: SignIn, clock: OwnedClock) -> None:
    browser = sign_in(people.nurse)
    clock.advance(16 * MINUTE)
    browser.post(f"/staff/episode/{people.episode_here}/", {"note": "it hurts"})
    sealed = browser.session["kept"]
    sign_in(people.physician, browser)
    assert browser.get("/sign-in/kept/").status_code == 302
    planted = browser.session
    planted["kept"] = sealed
    planted.save()
    assert browser.get("/sign-in/kept/").status_code == 302


def test_the_largest_form_is_kept_and_so_is_one_that_is_far_too_long(
    people: SimpleNamespace, sign_in: SignIn, clock: OwnedClock
) -> None:
    """A text of 50 kB would be refused; what somebody typed into it is theirs all the same."""
    browser = sign_in(people.nurse)
    clock.advance(16 * MINUTE)
    typed = {"note": "Wörter " * 7_000, **{f"field_{n}": "x" * 400 for n in range(60)}}
    browser.post("/staff/", typed)
    sign_in(people.nurse, browser)
    assert typed["note"].strip() in browser.get("/sign-in/kept/").content.decode()


def test_no_form_that_could_be_recorded_is_too_long_to_keep() -> None:
    letter_bytes, most_rows = 4, 8
    largest = max(
        sum(
            letter_bytes * most_rows * (LONGEST if "FreeText" in str(field.type) else 200)
            for field in stated(act.command)
        )
        for act in ACTS.values()
    )
    assert letter_bytes * LONGEST < largest < saved_draft.MOST_BYTES


def test_a_file_or_a_flood_is_not_kept(
    people: SimpleNamespace, sign_in: SignIn, clock: OwnedClock
) -> None:
    browser = sign_in(people.nurse)
    clock.advance(16 * MINUTE)
    answer = browser.post("/staff/", {"note": "x" * 1_100_000})
    assert answer["Location"] == "/sign-in/?next=%2Fstaff%2F"
    assert "kept" not in browser.session


def test_signing_asks_who_one_is_unless_it_was_just_shown(
    people: SimpleNamespace, sign_in: SignIn, clock: OwnedClock
) -> None:
    browser, path = sign_in(people.physician), f"/staff/episode/{people.episode_here}/clearance/"
    assert browser.get(path).status_code == 200
    clock.advance(6 * MINUTE)
    assert is_in(browser)  # being there is not proving it
    answer = browser.get(path)
    assert answer["Location"] == f"/sign-in/again/?next={path.replace('/', '%2F')}"
    assert b"Is it you, The physician?" in browser.get(answer["Location"]).content
    assert again(browser, path)["Location"] == path  # type: ignore[index]
    assert browser.get(path).status_code == 200


def test_a_signature_with_a_stale_proof_waits(
    people: SimpleNamespace, sign_in: SignIn, clock: OwnedClock
) -> None:
    browser, path = sign_in(people.physician), f"/staff/episode/{people.episode_here}/clearance/"
    clock.advance(6 * MINUTE)
    answer = browser.post(path, {"cleared": "yes"})
    assert answer["Location"] == "/sign-in/again/?next=%2Fsign-in%2Fkept%2F"
    wrong = browser.post("/sign-in/again/", {"password": "wrong", "next": "/sign-in/kept/"})
    assert b"not your password" in wrong.content
    assert browser.post(path, {"cleared": "yes"}).status_code == 302
    again(browser)
    assert b"cleared=yes" in browser.post(path, {"cleared": "yes"}).content


def test_another_persons_proof_is_none(
    people: SimpleNamespace, sign_in: SignIn, clock: OwnedClock
) -> None:
    """A stamp of somebody else, carried into this session, opens nothing at all."""
    browser = sign_in(people.physician)
    forged = browser.session
    forged["sitting"] = [people.nurse.pk, *forged["sitting"][1:]]
    forged.save()
    assert not is_in(browser)


def test_a_clock_that_was_set_back_ends_nobodys_session(
    people: SimpleNamespace, sign_in: SignIn, clock: OwnedClock
) -> None:
    browser = sign_in(people.nurse)
    clock.advance(-timedelta(hours=3))
    assert is_in(browser)


def test_a_fragment_sends_the_whole_page_to_the_sign_in(
    people: SimpleNamespace, sign_in: SignIn, clock: OwnedClock
) -> None:
    browser = sign_in(people.nurse)
    clock.advance(16 * MINUTE)
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/staff/?day=1"}
    answer = browser.get("/staff/board/", headers=headers)
    assert answer.status_code == 401
    assert answer["HX-Redirect"] == "/sign-in/?next=%2Fstaff%2F%3Fday%3D1"
    headers["HX-Current-URL"] = "https://evil.example/elsewhere/"
    assert browser.get("/staff/board/", headers=headers)["HX-Redirect"].endswith("%2Fstaff%2F")


def test_the_limits_are_the_settings(
    people: SimpleNamespace, sign_in: SignIn, clock: OwnedClock, settings: LazySettings
) -> None:
    settings.STAFF_IDLE_MINUTES = 60
    browser = sign_in(people.nurse)
    clock.advance(45 * MINUTE)
    assert is_in(browser)
