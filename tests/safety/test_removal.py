"""Each control is missed: taken out, one of its proofs turns red. See `removing.py`."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bloodpatch.doors.console.safety import removed_controls
from tests.safety import removing
from tests.safety.test_the_log import LOG
from tests.tidy.files import ROOT, listed

PATHWAY = removing.chosen(LOG, everything=False)
Told = dict[str, Any]


def removal(place: Path, *words: str) -> Told:
    """In a process of its own, which has no threads and no database yet: it will fork."""
    kept = place / "taken.json"
    done = subprocess.run(
        [sys.executable, "-m", "tests.safety.removing", str(kept), *words],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert kept.exists(), done.stdout
    told: Told = json.loads(kept.read_text("utf-8"))
    assert told["red_as_it_is"] == [], listed(told["red_as_it_is"])
    return told


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    told = removal(tmp_path_factory.mktemp("removal"))
    return {one["control"]: one for one in told["taken"]}


@pytest.mark.parametrize("control", PATHWAY)
def test_without_this_control_a_proof_turns_red(control: str, taken: dict[str, Told]) -> None:
    assert taken[control]["red"], taken[control]["why"]


def test_every_control_of_the_pathway_has_a_pure_proof() -> None:
    pathway = {c for c in LOG.controls if c.startswith(removing.PATHWAY)}
    assert pathway - set(PATHWAY) == set()


@pytest.mark.prove
def test_every_control_of_the_log(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    told = removal(tmp_path, "--all")["taken"]
    kept = {one["control"]: one["red"] for one in told}
    place = ROOT / removed_controls.KEPT
    place.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", "utf-8")
    record_property("controls taken out", len(kept))
    record_property("of them missed by a proof", sum(map(bool, kept.values())))
    green = [f"{one['control']}: {one['why']}" for one in told if not one["red"]]
    assert green == [], listed(green)
    assert set(kept) == set(LOG.controls)


def test_teeth_a_control_that_no_proof_misses_is_noticed(tmp_path: Path) -> None:
    """The proof of another control stays green, and that is what is said."""
    fever = "bloodpatch.pathway.rules.fever:no_fever_was_measured"
    other = "tests/spec/preparation/test_time_out.py::test_one_identifier_is_not_enough"
    (said,) = removal(tmp_path, "--only", fever, other)["taken"]
    assert said["red"] == ""
    assert "proofs stay green" in said["why"]


def test_teeth_a_proof_that_cannot_run_is_no_proof(tmp_path: Path) -> None:
    nowhere = "tests/spec/nowhere.py::test_nothing"
    with pytest.raises(AssertionError, match="pytest ended with"):
        removal(tmp_path, "--only", "some.module:control", nowhere)


@pytest.mark.parametrize(
    ("told", "red", "why"),
    [
        ({"failed": ["a::b"]}, "a::b", ""),
        ({"failed": [], "broken": ["a::b"]}, "", "could not be run"),
        ({"fault": "no answer"}, "", "could not be run: no answer"),
        ({"failed": [], "broken": [], "passed": 7}, "", "7 proofs stay green"),
    ],
)
def test_only_a_failure_in_the_test_itself_counts(told: Told, red: str, why: str) -> None:
    said = removing.verdict("some.module:control", told, 0)
    assert said.red == red
    assert why in said.why
