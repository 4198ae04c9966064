"""The demo: somebody at every place of the treatment, entered once, at times that hang together."""

import json
import subprocess
import sys
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bloodpatch.pathway.episode import LADDER
from bloodpatch.pathway.whereabouts import Whereabouts
from tests.doors.console.test_serving import alone
from tests.tidy.files import ROOT

FILL = [sys.executable, "-m", "tests.doors.console.fill_a_demo"]
SECONDS = 5.0
"""Of the processor: how long others keep it busy says nothing about the demo."""

Filled = dict[str, Any]


def run(place: Path, *steps: int) -> subprocess.CompletedProcess[str]:
    """In a process of its own: a demo's settings and clock are for its folder alone."""
    return subprocess.run(
        [*FILL, str(place), *map(str, steps)],
        cwd=ROOT,
        env=alone(),
        capture_output=True,
        text=True,
        check=False,
    )


def fill(place: Path) -> Filled:
    done = run(place)
    assert done.returncode == 0, done.stderr
    said: Filled = json.loads(done.stdout)
    return said


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "data"


@pytest.fixture(scope="module")
def filled(place: Path) -> Filled:
    return fill(place)


def at(filled: Filled, where: str) -> list[dict[str, Any]]:
    return [patient for patient in filled["patients"] if patient["where"] == where]


def test_every_place_of_the_ladder_is_inhabited(filled: Filled) -> None:
    wanted = {where.value for where, _ in LADDER} - {Whereabouts.EMPTY.value}
    assert {patient["where"] for patient in filled["patients"]} == wanted


def test_nobody_open_is_without_an_obligation(filled: Filled) -> None:
    idle = [p["name"] for p in filled["patients"] if not p["owed"]]
    assert idle == [p["name"] for p in at(filled, Whereabouts.CLOSED)]


def test_no_time_goes_back_and_none_is_ahead(filled: Filled) -> None:
    recorded = [datetime.fromisoformat(one) for one in filled["recorded"]]
    now = datetime.fromisoformat(filled["now"])
    assert recorded == sorted(recorded)
    assert now - timedelta(hours=1) < recorded[-1] <= now


def test_what_a_visitor_is_to_see_is_there(filled: Filled) -> None:
    events = Counter(name for p in filled["patients"] for name in p["events"])
    findings = {mark for p in filled["patients"] for mark in p["findings"]}
    assert {"amendment.corrected", "amendment.struck", "procedure.sedated"} <= set(events)
    assert {"closure.reopened", "adverse_event.opened", "booking.did_not_attend"} <= set(events)
    assert "overridden:antithrombotics.no_table_chosen" in findings
    assert max(p["patch"] for p in filled["patients"]) == 2
    assert any("adverse_event.review" in p["owed"] for p in filled["patients"])
    assert any("clearance.decision" in p["owed"] for p in filled["patients"])
    (closed,) = at(filled, Whereabouts.CLOSED)
    assert closed["events"].count("followup.contacted") == 8
    assert (closed["curve"][1], closed["curve"][-1]) == ("8 upright", "0 upright")


def test_it_is_filled_in_seconds(filled: Filled) -> None:
    assert filled["seconds"] < SECONDS


def test_who_can_sign_in_is_told(filled: Filled) -> None:
    assert any("nisha" in line for line in filled["said"])


def test_a_second_start_enters_nobody(place: Path, filled: Filled) -> None:
    again = fill(place)
    assert again["recorded"] == filled["recorded"]
    assert [p["name"] for p in again["patients"]] == [p["name"] for p in filled["patients"]]
    assert again["said"] == filled["said"]


def test_after_a_kill_in_the_middle_the_next_start_enters_everybody_once(tmp_path: Path) -> None:
    assert run(tmp_path / "data", 300).returncode == 9
    filled = fill(tmp_path / "data")
    names = [p["name"] for p in filled["patients"]]
    assert len(names) == len(set(names)) > 16
