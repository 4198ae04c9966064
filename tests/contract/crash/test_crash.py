"""Promise 1 and 6 under violence. Small counts here; `make prove` runs the full ones.

The seed is printed with each figure: the same seed cuts at the same places again.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.contract.conftest import Desk, a_record
from tests.contract.crash import bitrot, kill, powercut

FULL = bool(os.environ.get("BLOODPATCH_PROVE"))
SEED = int(os.environ.get("BLOODPATCH_SEED", "20261122"))
KILLS = 1000 if FULL else 12
CUTS = 1200  # in full counts they are made in a real treatment
FLIPS = 20_000 if FULL else 300

LIVE = {"journal_mode": "WAL", "synchronous": "FULL", "wal_autocheckpoint": "40"}


def test_p01_nothing_acknowledged_is_lost_when_the_writer_is_killed(
    using: str, record_property: Callable[[str, object], None]
) -> None:
    done = kill.run(Desk(a_record(using)), KILLS, SEED)
    record_property(f"kills on {using.removeprefix('contract_')}", done.kills)
    record_property("acknowledged", done.acknowledged)
    record_property("acknowledged and lost", len(done.lost))
    record_property("durable without an answer", done.unknown)
    assert done.acknowledged >= KILLS
    assert done.lost == []


def test_p01_teeth_of_the_kill_acknowledging_early_loses(sqlite_alone: str) -> None:
    desk = Desk(a_record(sqlite_alone))
    done = kill.run(desk, 40, SEED, early=True)
    assert done.lost != []


@pytest.fixture
def traced(desk_alone: Desk) -> tuple[Path, list[str]]:
    """The empty ledger as a file, and what `handle` then says to the database."""
    base = powercut.empty_ledger(desk_alone)
    return base, powercut.statements_of(desk_alone, 36)


@pytest.mark.parametrize("checkpoint", ["1000", "40", "3"])
def test_p01_nothing_acknowledged_is_lost_when_the_power_fails(
    desk_alone: Desk, traced: tuple[Path, list[str]], tmp_path: Path, checkpoint: str
) -> None:
    base, said = traced
    deeds = powercut.played(base, said, LIVE | {"wal_autocheckpoint": checkpoint}, tmp_path)
    done = powercut.cut_everywhere(desk_alone, base, deeds, CUTS // 3, SEED)
    assert (done.lost, done.damaged, done.says[:1]) == (0, 0, [])


@pytest.mark.parametrize("synchronous", ["NORMAL", "OFF"])
def test_p01_teeth_of_the_power_cut_syncing_less_loses(
    desk_alone: Desk, traced: tuple[Path, list[str]], tmp_path: Path, synchronous: str
) -> None:
    base, said = traced
    deeds = powercut.played(base, said, LIVE | {"synchronous": synchronous}, tmp_path)
    done = powercut.cut_everywhere(desk_alone, base, deeds, 150, SEED)
    assert done.lost > 0


def test_p06_no_bit_of_the_file_turns_over_unnoticed(
    sqlite_alone: str, record_property: Callable[[str, object], None]
) -> None:
    desk = Desk(a_record(sqlite_alone))
    bitrot.some_history(desk)
    done = bitrot.rot(desk, FLIPS, SEED)
    record_property("bits of the file", done.flips)
    record_property("of these found", done.found)
    record_property("of these unnoticed", done.unnoticed)
    assert done.unnoticed == 0
    assert done.found > FLIPS // 50
