"""Promise 1 with the commands of a treatment: the power fails while a patient is treated.

720 cuts in `make test`, 20,001 under BLOODPATCH_PROVE=1, or BLOODPATCH_CUTS.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.contract.conftest import Desk
from tests.contract.crash import powercut, treatment
from tests.contract.crash.test_crash import FULL, LIVE, SEED

CUTS_EACH = int(os.environ.get("BLOODPATCH_CUTS", "20001")) // 3 if FULL else 240

Told = Callable[[str, object], None]
Traced = tuple[Desk, Path, list[str]]


@pytest.fixture
def traced(sqlite_alone: str) -> Traced:
    """The empty ledger as a file, and what is said to the database in a whole treatment."""
    ward = treatment.ward(sqlite_alone)
    base = powercut.empty_ledger(ward)
    return ward, base, powercut.heard_while(ward, treatment.given(ward))


@pytest.mark.parametrize("checkpoint", ["1000", "40", "3"])
def test_p01_nothing_of_a_treatment_is_lost_when_the_power_fails(
    traced: Traced, tmp_path: Path, checkpoint: str, record_property: Told
) -> None:
    ward, base, said = traced
    deeds = powercut.played(base, said, LIVE | {"wal_autocheckpoint": checkpoint}, tmp_path)
    done = powercut.cut_everywhere(ward, base, deeds, CUTS_EACH, SEED)
    record_property("cuts", done.cuts)
    record_property("acknowledged and lost", done.lost)
    record_property("damaged", done.damaged)
    record_property("operations of the disk", len(deeds))
    assert said.count(powercut.ACK) > 40
    assert (done.lost, done.damaged, done.says[:1]) == (0, 0, [])


@pytest.mark.parametrize("synchronous", ["NORMAL", "OFF"])
def test_p01_teeth_syncing_less_loses_some_of_a_treatment(
    traced: Traced, tmp_path: Path, synchronous: str, record_property: Told
) -> None:
    ward, base, said = traced
    deeds = powercut.played(base, said, LIVE | {"synchronous": synchronous}, tmp_path)
    cuts = 500 if FULL else 60
    done = powercut.cut_everywhere(ward, base, deeds, cuts, SEED)
    record_property(f"of {cuts} cuts lose under synchronous={synchronous}", done.lost)
    assert done.lost > 0
