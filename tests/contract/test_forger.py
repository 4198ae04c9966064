"""Promise 6 against somebody who has the whole data folder, and the program to seal with.

The forger takes the guards away, changes who recorded an event, seals all that follow anew, and
writes the anchors of the folder again. Only a copy of the anchors that was kept elsewhere tells.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connections

from bloodpatch.pathway.values import Count, FreeText
from bloodpatch.record import ledger_walk
from bloodpatch.record.anchors import Anchor, Anchors, read
from bloodpatch.record.chain import COLUMNS, Stored, seal
from bloodpatch.record.ledger_walk import Harm
from bloodpatch.record.verify import verify
from tests.contract import jar
from tests.contract.conftest import Desk
from tests.contract.test_chain import flips

EVENTS = 30


def forge(folder: Path, number: int) -> None:
    """With nothing but the files: the database and the anchors beside it."""
    with closing(sqlite3.connect(next(folder.glob("*.sqlite3")))) as ledger, ledger:
        for (guard,) in ledger.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
            ledger.execute(f"DROP TRIGGER {guard}")
        asked = f"SELECT {', '.join(COLUMNS)} FROM record_event WHERE number >= ? ORDER BY number"
        rows = [Stored(*row) for row in ledger.execute(asked, (number,)).fetchall()]
        previous = rows[0].previous
        for row in rows:
            actor = "physician-1" if row.number == number else row.actor
            forged = row._replace(actor=actor, previous=previous)
            previous = seal(forged[:-1])
            ledger.execute(
                "UPDATE record_event SET actor = ?, previous = ?, hash = ? WHERE number = ?",
                (actor, forged.previous, previous, row.number),
            )
        ledger.execute("UPDATE record_head SET hash = ?", (previous,))
        kept = list(read(folder / "anchors"))
        hashes = dict(ledger.execute("SELECT number, hash FROM record_event"))
        again = (Anchor(a.clinic, a.number, hashes[a.number], a.at).line() for a in kept)
        (folder / "anchors").write_bytes(b"".join(again))


@pytest.fixture
def forged_at(desk_alone: Desk, tmp_path: Path) -> Callable[[int], None]:
    """A ledger whose anchors were copied elsewhere at events 10, 20 and 30; forge it afresh."""
    anchors = Anchors(tmp_path / "anchors")
    for n in range(EVENTS):
        words = (FreeText(f"label {n}"),)
        command = jar.Find() if n < 3 else jar.Fill(count=Count(n), labels=words)
        desk_alone.accepted(command, f"jar-{n % 3}")
        if n % 10 == 9:
            anchors.drop(desk_alone.record)
    connections[desk_alone.record.using].close()
    files = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}

    def forged(number: int) -> None:
        connections[desk_alone.record.using].close()
        for path in tmp_path.iterdir():
            path.unlink()
        for path, data in files.items():
            path.write_bytes(data)
        forge(tmp_path, number)

    return forged


def elsewhere(desk: Desk, folder: Path) -> list[Anchor]:
    return [a for a in read(folder / "anchors") if a.clinic == desk.clinic]


def test_p06_who_has_the_data_folder_is_found_by_the_anchors(
    desk_alone: Desk,
    tmp_path: Path,
    forged_at: Callable[[int], None],
    record_property: Callable[[str, object], None],
) -> None:
    """At every event in turn; what is named is the first event behind the last good anchor."""
    kept, named = elsewhere(desk_alone, tmp_path), {}
    for number in range(1, EVENTS + 1):
        forged_at(number)
        verified = verify(desk_alone.record.using, desk_alone.clinic, anchors=kept)
        named[number] = verified.bad and (verified.bad.number, verified.bad.harm)
    record_property("forgeries of the data folder", len(named))
    record_property("of these not found", sum(bad is None for bad in named.values()))
    assert [a.number for a in kept] == [10, 20, 30]
    assert named == {n: ((n - 1) // 10 * 10 + 1, Harm.FORGED) for n in named}


def test_p06_teeth_without_anchors_kept_elsewhere_nothing_is_seen(
    desk_alone: Desk, tmp_path: Path, forged_at: Callable[[int], None]
) -> None:
    forged_at(15)
    beside = elsewhere(desk_alone, tmp_path)
    for anchors in ((), beside):
        assert verify(desk_alone.record.using, desk_alone.clinic, anchors=anchors).whole
    found = desk_alone.rows("SELECT actor FROM record_event WHERE number = 15")
    assert found == [("physician-1",)]


def test_p06_teeth_without_the_hash_a_bit_turns_over_unnoticed(
    desk_alone: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_alone
    desk.accepted(jar.Find())
    desk.accepted(jar.Fill(count=Count(3)))
    ((actor,),) = desk.rows("SELECT actor FROM record_event WHERE number = 2")
    for (guard,) in desk.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        desk.run(f"DROP TRIGGER {guard}")
    change = "UPDATE record_event SET actor = ? WHERE number = 2"
    for flip in flips(actor)[:4]:
        desk.run(change, flip.decode())
        assert not verify(desk.record.using, desk.clinic).whole
        with monkeypatch.context() as without:
            without.setattr(ledger_walk, "holds", lambda row: True)
            assert verify(desk.record.using, desk.clinic).whole
