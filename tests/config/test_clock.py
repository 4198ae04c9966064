"""The clock: an owned one in tests and demos, the machine's in a clinic, and no way between."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from django.conf import settings

from bloodpatch.config import clock as clocks
from bloodpatch.config.clock import ClockFault, OwnedClock
from bloodpatch.doors.console import folder

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

TRY_TO_OWN = """
import django
django.setup()
from datetime import UTC, datetime
from django.conf import settings
from bloodpatch.config import clock
if settings.DEMO:
    clock.release()
clock.own(clock.OwnedClock(datetime(2000, 1, 1, tzinfo=UTC)))
print(settings.NOW().year)
"""


def tried(data: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A process of its own, under the settings of a clinic, that tries to own the clock."""
    told = {k: v for k, v in os.environ.items() if not k.startswith(("BLOODPATCH_", "DJANGO_"))}
    told |= {"DJANGO_SETTINGS_MODULE": "bloodpatch.config.settings", folder.VARIABLE: str(data)}
    command = [sys.executable, "-c", TRY_TO_OWN]
    return subprocess.run(
        command, env=told | variables, capture_output=True, text=True, check=False
    )


def test_a_clinic_cannot_own_its_clock(tmp_path: Path) -> None:
    folder.make(tmp_path / "clinic", demo=False)
    wishes = {"BLOODPATCH_DEMO": "1", "CLOCK_MAY_BE_OWNED": "1", "DEBUG": "1", "DEMO": "1"}
    done = tried(tmp_path / "clinic", **wishes)
    assert done.returncode != 0
    assert "The clock of a live clinic is the machine's clock" in done.stderr


def test_nobody_owns_it_where_the_settings_do_not_permit_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings, "CLOCK_MAY_BE_OWNED", False)
    with pytest.raises(ClockFault):
        clocks.own(OwnedClock(NOON))


def test_a_demo_can(tmp_path: Path) -> None:
    folder.make(tmp_path / "demo", demo=True)
    done = tried(tmp_path / "demo")
    assert (done.returncode, done.stdout) == (0, "2000\n"), done.stderr


def test_the_settings_hand_the_clock_down(clock: OwnedClock) -> None:
    assert settings.NOW() == clock.now()


def test_it_stands_until_it_is_moved() -> None:
    clock = OwnedClock(NOON)
    assert clock.now() == clock.now() == NOON
    assert clock.advance(timedelta(minutes=30)) == NOON + timedelta(minutes=30)
    clock.set(NOON.astimezone(timezone(timedelta(hours=-7))))
    assert (clock.now(), clock.now().tzinfo) == (NOON, UTC)


def test_one_that_runs_goes_on_by_itself() -> None:
    clock = OwnedClock(NOON, runs=True)
    first, second = clock.now(), clock.now()
    assert NOON <= first <= second < NOON + timedelta(minutes=1)
    assert second > NOON


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ClockFault, match="names no zone"):
        OwnedClock(datetime(2026, 11, 22, 12, 0))  # noqa: DTZ001


def test_the_machine_clock_comes_back() -> None:
    with clocks.owned(NOON):
        assert clocks.now() == NOON
    assert clocks.now() > NOON.replace(year=2025)
    assert clocks.now().tzinfo is UTC
