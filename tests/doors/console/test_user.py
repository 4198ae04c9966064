"""`bloodpatch user` and `bloodpatch clinic`: accounts from the machine itself."""

import io
from argparse import ArgumentParser

import pytest

from bloodpatch.clinic import guesses
from bloodpatch.clinic.models import Clinic, Staff, StaffChange
from bloodpatch.doors.console import clinic, user
from bloodpatch.doors.console.exits import Exit, Refusal
from bloodpatch.pathway.roles import Role

pytestmark = pytest.mark.django_db
NISHA = ["add", "nisha", "--name", "Nisha Iyer", "--title", "Dr", "--role", "physician"]
GOOD = "four words without any sense"


def told(verb: object, *words: str) -> Exit:
    parser = ArgumentParser()
    verb.words(parser)  # type: ignore[attr-defined]
    return verb.run(parser.parse_args(words))  # type: ignore[attr-defined, no-any-return]


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> None:
    told(
        clinic,
        *("open", "here", "--name", "Here", "--phone", "1", "--address", "2"),
        *("--zone", "America/Denver"),
    )
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{GOOD}\n"))


def test_an_account_is_made_and_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(user, *NISHA, "--stdin") is Exit.DONE
    nisha = Staff.objects.get()
    assert nisha.check_password(GOOD)
    assert (nisha.role, nisha.clinic_id) == (Role.PHYSICIAN, "here")
    assert StaffChange.objects.get().by.startswith("console")
    capsys.readouterr()
    told(user, "list")
    assert "Dr Nisha Iyer" in capsys.readouterr().out


def test_a_made_password_is_printed_once_and_kept_nowhere(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told(user, *NISHA, "--make")
    password = capsys.readouterr().out.rsplit(": ", 1)[1].strip()
    assert Staff.objects.get().check_password(password)


@pytest.mark.parametrize(
    ("typed", "made"), [([GOOD, GOOD], True), ([GOOD, "something else altogether"], False)]
)
def test_a_typed_password_is_asked_for_twice(
    typed: list[str], made: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getpass", lambda _: typed.pop(0))
    if made:
        told(user, *NISHA)
    else:
        with pytest.raises(Refusal, match="not the same"):
            told(user, *NISHA)
    assert Staff.objects.exists() is made


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([*NISHA[:-1], "surgeon", "--make"], "no role"),
        (["role", "nobody", "nurse"], "no account"),
        ([*NISHA, "--clinic", "there", "--make"], "Clinics here: here"),
    ],
)
def test_what_cannot_be_is_refused_in_words(words: list[str], says: str) -> None:
    with pytest.raises(Refusal, match=says):
        told(user, *words)
    assert not Staff.objects.exists()


def test_role_password_and_closing() -> None:
    told(user, *NISHA, "--make")
    told(user, "role", "nisha", "service-lead")
    assert Staff.objects.get().role == Role.SERVICE_LEAD
    told(user, "disable", "Nisha")
    assert not Staff.objects.get().is_active
    told(user, "enable", "nisha")
    told(user, "signout", "nisha")
    told(user, "password", "nisha", "--stdin")
    nisha = Staff.objects.get()
    assert nisha.is_active
    assert nisha.check_password(GOOD)
    assert [c.what for c in nisha.changes.all()] == [
        *("added", "role", "disabled", "enabled", "signed out", "password"),
    ]


def test_a_new_password_forgets_the_failed_tries() -> None:
    from axes.models import AccessFailureLog
    from django.utils.timezone import now

    told(user, *NISHA, "--make")
    for name in (*guesses.names_of(Staff.objects.get()), guesses.typed("somebody else")):
        AccessFailureLog.objects.create(username=name, attempt_time=now())
    told(user, "password", "nisha", "--stdin")
    assert [f.username for f in AccessFailureLog.objects.all()] == [guesses.typed("somebody else")]


@pytest.mark.parametrize("zone", ["Kaysville", "America/Denver"])
def test_a_clinic_is_refused_when_its_zone_or_code_is_wrong(zone: str) -> None:
    with pytest.raises(Refusal):
        told(
            clinic,
            *("open", "here", "--name", "x", "--phone", "1", "--address", "2", "--zone", zone),
        )
    assert Clinic.objects.get().name == "Here"
