"""From nothing to a page and back to nothing: the real command, in a process of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.urls import reverse

from bloodpatch.doors.console.exits import Exit

COMMAND = [sys.executable, "-m", "bloodpatch.doors.console"]
STOP_SECONDS = 3.0


def alone() -> dict[str, str]:
    """The environment without anything that a test run has put there."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("BLOODPATCH_", "DJANGO_"))}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(data: Path, port: int, *words: str) -> Iterator[subprocess.Popen[str]]:
    command = [*COMMAND, "serve", "--data", str(data), "--port", str(port), *words]
    with subprocess.Popen(command, env=alone(), stdout=subprocess.PIPE, text=True) as running:
        try:
            yield running
        finally:
            if running.poll() is None:
                running.kill()


def told_address(running: subprocess.Popen[str]) -> str:
    assert running.stdout
    for line in running.stdout:
        if found := re.search(r"Bloodpatch is at (http://\S+)", line):
            return found.group(1)
    raise AssertionError("it ended without saying where it is")


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_answers_where_it_says_and_stops_when_told(tmp_path: Path, ending: int) -> None:
    port = free_port()
    with served(tmp_path / "data", port, "--demo") as running:
        assert told_address(running) == f"http://127.0.0.1:{port}/"
        with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as visit:
            visit.request("GET", reverse("account_login"))
            assert visit.getresponse().status == 200
        asked = time.monotonic()
        running.send_signal(ending)
        assert running.wait(timeout=10) == Exit.DONE
        assert time.monotonic() - asked < STOP_SECONDS
    assert (tmp_path / "data" / "THIS-IS-A-DEMO").exists()


def test_the_doctor_finds_it_sound(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with served(data, free_port()) as running:
        told_address(running)
        running.send_signal(signal.SIGTERM)
        running.wait(timeout=10)
    command = [*COMMAND, "doctor", "--data", str(data)]
    done = subprocess.run(command, env=alone(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "FAULT" not in done.stdout
    assert "The database is up to date" in done.stdout


def test_the_doctor_looks_and_touches_nothing(tmp_path: Path) -> None:
    command = [*COMMAND, "doctor", "--data", str(tmp_path / "none")]
    done = subprocess.run(command, env=alone(), capture_output=True, text=True, check=False)
    assert done.returncode == Exit.FAULT
    assert "There is no data folder" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_who_has_read_enough_may_leave() -> None:
    command = f"{sys.executable} -m bloodpatch.doors.console protocol show house | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1
