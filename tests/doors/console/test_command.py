"""The `bloodpatch` command: every way to end it is a code in one table and a sentence."""

import errno
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

import bloodpatch
from bloodpatch.doors.console import (
    exits,
    folder,
    listen_address,
    main,
    serve,
    verbs,
)
from bloodpatch.doors.console.doctor_checks import Check, room, space
from bloodpatch.doors.console.doctor_checks import folder as check_folder
from bloodpatch.doors.console.exits import Exit, Refusal


def ended(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[Exit, str]:
    code = main.guarded(words)
    told = capsys.readouterr()
    return code, told.out + told.err


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]


def test_every_code_is_explained_and_printed() -> None:
    assert set(exits.MEANING) == set(Exit)
    assert all(f"{int(code):>3}  " in exits.table() for code in Exit)


@pytest.mark.parametrize("name", verbs.VERBS)
def test_every_verb_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main.guarded([name, "--help"])
    assert stopped.value.code == 0
    assert f"bloodpatch {name}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], Exit.USAGE, "Verbs:"),
        (["--help"], Exit.DONE, "serve"),
        (["--version"], Exit.DONE, bloodpatch.__version__),
        (["sevre"], Exit.USAGE, "There is no verb 'sevre'."),
    ],
)
def test_words_that_are_no_verb(
    words: list[str], code: Exit, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found, told = ended(capsys, *words)
    assert found is code
    assert said in told


def test_a_port_in_use_is_said(
    taken: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(folder.VARIABLE, str(tmp_path / "new"))
    code, said = ended(capsys, "serve", "--demo", "--port", str(taken))
    assert code is Exit.PORT
    assert f"Port {taken} on 127.0.0.1 is in use" in said
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("marked", "demo", "said"),
    [(True, False, "holds a demo"), (False, True, "is in use and is not a demo")],
)
def test_a_demo_and_a_clinic_never_share_a_folder(
    tmp_path: Path, marked: bool, demo: bool, said: str
) -> None:
    folder.make(tmp_path, demo=marked)
    (tmp_path / "bloodpatch.sqlite3").touch()
    with pytest.raises(Refusal, match=said) as refused:
        serve.check_kind(tmp_path, demo=demo)
    assert refused.value.code is Exit.REFUSED


@pytest.mark.parametrize(("marked", "demo"), [(True, True), (False, False)])
def test_each_goes_on_in_its_own(tmp_path: Path, marked: bool, demo: bool) -> None:
    folder.make(tmp_path, demo=marked)
    folder.secret_key(tmp_path)
    serve.check_kind(tmp_path, demo=demo)
    assert folder.is_demo(tmp_path) is demo


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "patch.example.org"])
def test_a_demo_stays_on_this_machine(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BLOODPATCH_ORIGIN", "https://patch.example.org")
    with pytest.raises(Refusal, match="The demo is not served") as refused:
        listen_address.check_reach(host, demo=True)
    assert refused.value.code is Exit.REFUSED


def test_a_clinic_is_served_beyond_it_behind_https_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BLOODPATCH_ORIGIN", raising=False)
    with pytest.raises(Refusal, match="no https address is named") as refused:
        listen_address.check_reach("0.0.0.0", demo=False)
    assert refused.value.code is Exit.SETUP
    monkeypatch.setenv("BLOODPATCH_ORIGIN", "https://patch.example.org")
    listen_address.check_reach("0.0.0.0", demo=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
def test_the_loopback_is_this_machine(host: str) -> None:
    assert listen_address.is_loopback(host)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Refusal, match="cannot be made or written") as refused:
        serve.make(tmp_path / "file" / "data", demo=False)
    assert refused.value.code is Exit.FOLDER


def test_a_new_folder_is_for_one_user_only(tmp_path: Path) -> None:
    serve.make(tmp_path / "data", demo=True)
    assert check_folder(tmp_path / "data").sound
    (tmp_path / "data").chmod(0o755)
    assert "chmod 700" in check_folder(tmp_path / "data").says


def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = os.statvfs(tmp_path)
    assert usage.f_bavail
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 3 * 2**20}))
    assert space(tmp_path / "not" / "there") == Check(
        False, "Only 3 MB are free on the disk; make room: 500 MB."
    )


def test_a_disk_that_takes_no_more_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a quota, not the disk, is full: then much is free, and nothing can be written."""
    assert list(room(tmp_path)) == list(room(tmp_path / "not" / "there")) == []

    def no_room(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", no_room)
    (said,) = room(tmp_path)
    assert not said.sound and "Nothing can be recorded" in said.says


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (KeyError("x"), Exit.UNFORESEEN, "Something unforeseen: KeyError: 'x'."),
        (OSError(errno.EIO, "lost"), Exit.UNFORESEEN, "BLOODPATCH_TRACE=1"),
        (KeyboardInterrupt(), Exit.INTERRUPTED, "Stopped."),
    ],
)
def test_no_fault_ends_in_a_traceback(
    raised: BaseException,
    code: Exit,
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fall(_: object) -> Exit:
        raise raised

    monkeypatch.delenv("BLOODPATCH_TRACE", raising=False)
    monkeypatch.setattr("bloodpatch.doors.console.doctor.run", fall)
    found, told = ended(capsys, "doctor")
    assert found is code
    assert said in told
    assert "Traceback" not in told
