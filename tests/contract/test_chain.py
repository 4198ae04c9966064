"""Promise 6: any change, gap, swap or forgery is found, and the first bad event is named."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from bloodpatch.pathway.values import Count, FreeText
from bloodpatch.record.anchors import Anchor, Anchors, read
from bloodpatch.record.chain import COLUMNS, Stored, holds, seal
from bloodpatch.record.errors import RecordFault
from bloodpatch.record.ledger_walk import Harm
from bloodpatch.record.verify import Verified, verify, verify_all
from tests.contract import jar
from tests.contract.conftest import Desk

GUARDS = ("record_event", "record_answer", "record_head")


def a_small_history(desk: Desk) -> None:
    """Eight events of two jars."""
    for episode in ("jar-1", "jar-2"):
        desk.accepted(jar.Find(), episode)
        desk.accepted(jar.Fill(count=Count(3), labels=(FreeText("two words"),)), episode)
        desk.accepted(jar.Shake(), episode)


def unguarded(desk: Desk) -> None:
    """The owner of a database can always take its triggers away; then only the chain tells."""
    if desk.sql.sqlite:
        found = desk.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for (name,) in found:
            desk.run(f"DROP TRIGGER {name}")
        return
    for table in GUARDS:
        desk.run(f"ALTER TABLE {table} DISABLE TRIGGER ALL")


@contextmanager
def forging(desk: Desk) -> Iterator[None]:
    """A ledger without its guards, which is undone in the end."""
    with transaction.atomic(desk.record.using):
        unguarded(desk)
        yield
        transaction.set_rollback(True, using=desk.record.using)


def after(desk: Desk, forge: Callable[[], object], anchors: list[Anchor] | None = None) -> Verified:
    """What `verify` says of the ledger once it was forged; then the forgery is undone."""
    with forging(desk):
        forge()
        return verify(desk.record.using, desk.clinic, anchors=anchors or ())


def told(verified: Verified) -> tuple[int, Harm] | None:
    return verified.bad and (verified.bad.number, verified.bad.harm)


def test_p06_a_whole_ledger_is_whole(desk: Desk) -> None:
    a_small_history(desk)
    seen: list[tuple[int, int]] = []
    verified = verify(desk.record.using, desk.clinic, progress=lambda *at: seen.append(at))
    assert (verified.whole, verified.events, verified.head.number) == (True, 8, 8)
    assert seen == [(8, 8)]


def columns_of(desk: Desk, table: str) -> tuple[str, ...]:
    return COLUMNS if table == "record_event" else ("clinic", "number", "hash")


def flips(value: Any) -> list[Any]:
    """The value with each of its bits turned over, one at a time."""
    if isinstance(value, int):
        return [(value ^ (1 << bit)) - ((value ^ (1 << bit)) >> 63 << 64) for bit in range(64)]
    raw = value if isinstance(value, bytes) else value.encode()
    return [
        raw[:i] + bytes([raw[i] ^ (1 << bit)]) + raw[i + 1 :]
        for i in range(len(raw))
        for bit in range(8)
    ]


def test_p06_every_single_bit_of_a_small_ledger_is_guarded(
    desk_alone: Desk, record_property: Callable[[str, object], None]
) -> None:
    """All bits of all columns of all rows, turned over in the database one at a time."""
    desk = desk_alone
    desk.clinic = "c"
    desk.accepted(jar.Find(), "j", command_id="1")
    desk.accepted(jar.Fill(count=Count(1), labels=(FreeText("w"),)), "j", command_id="2")
    desk.accepted(jar.Close(), "j", command_id="3")
    desk.accepted(jar.Shake(), "j", command_id="4")
    turned, unseen = 0, []
    with forging(desk):
        for table in ("record_event", "record_head"):
            # A bit that turns over on a disk asks no constraint.
            desk.run(f"ALTER TABLE {table} RENAME TO {table}_kept")
            desk.run(f"CREATE TABLE {table} AS SELECT * FROM {table}_kept")
        for table in ("record_event", "record_head"):
            for column in columns_of(desk, table):
                turned += all_flips_of(desk, table, column, unseen)
    record_property("bits of rows", turned)
    assert unseen == []
    assert turned > 11_000
    assert verify(desk.record.using, "c").whole


def all_flips_of(desk: Desk, table: str, column: str, unseen: list[Any]) -> int:
    turned = 0
    for rowid, value in desk.rows(f"SELECT rowid, {column} FROM {table}"):
        put = f"UPDATE {table} SET {column} = ? WHERE rowid = ?"
        if isinstance(value, str):
            put = f"UPDATE {table} SET {column} = CAST(? AS TEXT) WHERE rowid = ?"
        for flip in flips(value):
            desk.run(put, flip, rowid)
            turned += 1
            if all(v.whole for v in verify_all(desk.record.using)):
                unseen.append((table, column, rowid, flip))
        desk.run(put, value if isinstance(value, int | bytes) else value.encode(), rowid)
    return turned


def test_p06_a_changed_event_is_named(desk: Desk) -> None:
    a_small_history(desk)
    change = "UPDATE record_event SET actor = 'physician-1' WHERE clinic = ? AND number = 3"
    assert told(after(desk, lambda: desk.run(change, desk.clinic))) == (3, Harm.CHANGED)


@pytest.mark.parametrize("number", [1, 4])
def test_p06_a_missing_event_is_named(desk: Desk, number: int) -> None:
    a_small_history(desk)
    drop = "DELETE FROM record_event WHERE clinic = ? AND number = ?"
    assert told(after(desk, lambda: desk.run(drop, desk.clinic, number))) == (number, Harm.MISSING)


def test_p06_reordered_events_are_named(desk: Desk) -> None:
    a_small_history(desk)

    def swap() -> None:
        move = "UPDATE record_event SET number = ? WHERE clinic = ? AND number = ?"
        for to, at in ((100, 4), (4, 6), (6, 100)):
            desk.run(move, to, desk.clinic, at)

    assert told(after(desk, swap)) == (4, Harm.REORDERED)


@pytest.mark.parametrize("kept", [0, 5])
def test_p06_a_dropped_tail_is_named(desk: Desk, kept: int) -> None:
    a_small_history(desk)
    drop = "DELETE FROM record_event WHERE clinic = ? AND number > ?"
    verified = after(desk, lambda: desk.run(drop, desk.clinic, kept))
    assert told(verified) == (kept + 1, Harm.DROPPED)


def test_p06_a_lost_head_is_found_and_its_clinic_is_not_overlooked(desk_alone: Desk) -> None:
    desk = desk_alone
    a_small_history(desk)

    def behead() -> None:
        desk.run("DELETE FROM record_head WHERE clinic = ?", desk.clinic)
        assert [v.clinic for v in verify_all(desk.record.using)] == [desk.clinic]

    assert told(after(desk, behead)) == (8, Harm.FORGED)


def reseal(desk: Desk, first: int, **changes: Any) -> None:
    """A skilled forger: changes one event and seals all that follow anew."""
    rows = desk.rows(
        f"SELECT {', '.join(COLUMNS)} FROM record_event WHERE clinic = ? AND number >= ?"
        " ORDER BY number",
        desk.clinic,
        first,
    )
    previous, changed = rows[0][-2], changes
    for row in rows:
        forged = Stored(*row)._replace(previous=bytes(previous), **changed)
        previous, changed = seal(forged[:-1]), {}
        sets = ", ".join(f"{c} = ?" for c in COLUMNS)
        desk.run(
            f"UPDATE record_event SET {sets} WHERE clinic = ? AND number = ?",
            *forged[:-1],
            previous,
            desk.clinic,
            forged.number,
        )
    desk.run("UPDATE record_head SET hash = ? WHERE clinic = ?", previous, desk.clinic)


def test_p06_an_event_forged_and_sealed_again_is_named(desk: Desk) -> None:
    a_small_history(desk)

    def forge() -> None:
        row = Stored(
            *desk.rows(
                f"SELECT {', '.join(COLUMNS)} FROM record_event WHERE clinic = ? AND number = 3",
                desk.clinic,
            )[0]
        )
        forged = row._replace(actor="physician-1", previous=bytes(row.previous))
        desk.run(
            "UPDATE record_event SET actor = ?, hash = ? WHERE clinic = ? AND number = 3",
            forged.actor,
            seal(forged[:-1]),
            desk.clinic,
        )

    assert told(after(desk, forge)) == (3, Harm.FORGED)


def test_p06_an_event_added_behind_the_head_is_named(desk: Desk) -> None:
    a_small_history(desk)
    back = "UPDATE record_head SET number = 6 WHERE clinic = ?"
    assert told(after(desk, lambda: desk.run(back, desk.clinic))) == (7, Harm.FORGED)


def test_p06_a_history_sealed_anew_passes_the_chain_and_fails_the_anchor(
    desk: Desk, tmp_path: Path
) -> None:
    desk.accepted(jar.Find())
    anchors = Anchors(tmp_path / "anchors")
    anchors.drop(desk.record)
    a_small_history(desk)
    anchors.drop(desk.record)
    kept = [a for a in read(anchors.path) if a.clinic == desk.clinic]
    assert [a.number for a in kept] == [1, 9]

    def forge() -> None:
        reseal(desk, 4, actor="physician-1")

    assert after(desk, forge).whole  # why anchors are needed
    verified = after(desk, forge, kept)
    assert told(verified) == (2, Harm.FORGED)
    assert verified.anchored == 1
    assert verify(desk.record.using, desk.clinic, anchors=kept).anchored == 9


def test_p06_a_tail_cut_together_with_its_head_passes_the_chain_and_fails_the_anchor(
    desk: Desk, tmp_path: Path
) -> None:
    a_small_history(desk)
    anchors = Anchors(tmp_path / "anchors")
    anchors.drop(desk.record)
    kept = list(read(anchors.path))

    def cut() -> None:
        desk.run("DELETE FROM record_event WHERE clinic = ? AND number > 5", desk.clinic)
        hash = "SELECT hash FROM record_event WHERE clinic = ? AND number = 5"
        to = desk.rows(hash, desk.clinic)[0][0]
        desk.run("UPDATE record_head SET number = 5, hash = ? WHERE clinic = ?", to, desk.clinic)

    assert after(desk, cut).whole
    assert told(after(desk, cut, kept)) == (6, Harm.DROPPED)


def test_p06_anchors_are_written_when_there_was_activity_and_survive_a_torn_line(
    desk_alone: Desk, tmp_path: Path
) -> None:
    desk = desk_alone
    anchors = Anchors(tmp_path / "anchors")
    assert (anchors.drop(desk.record), anchors.age(desk.record, desk.clinic).seconds) == ([], 0)
    desk.accepted(jar.Find())
    assert anchors.age(desk.record, desk.clinic) is None
    assert [a.number for a in anchors.drop(desk.record)] == [1]
    assert anchors.drop(desk.record) == []
    desk.accepted(jar.Shake())
    assert anchors.age(desk.record, desk.clinic).total_seconds() > 0
    with anchors.path.open("ab") as file:
        file.write(b'{"at": "2026')
    again = Anchors(anchors.path)
    assert [a.number for a in again.drop(desk.record)] == [3]
    with pytest.raises(RecordFault, match="Line 2"):
        list(read(anchors.path))


def test_p06_lengths_keep_neighbouring_fields_apart() -> None:
    row = Stored("c", 1, "ab", 1, "c", *([1] + [""] * 9), b"", bytes(32), b"")
    other = row._replace(episode="a", name="bc")
    assert seal(row[:-1]) != seal(other[:-1])


@pytest.mark.parametrize("column", COLUMNS)
def test_p06_the_seal_covers_every_column(column: str) -> None:
    row = Stored("c", 1, "e", 1, "n", 1, *"oraxcpsfu", b"{}", bytes(32), b"")
    whole = row._replace(hash=seal(row[:-1]))
    value = getattr(whole, column)
    other = value + 1 if isinstance(value, int) else value + value
    assert holds(whole)
    assert not holds(whole._replace(**{column: other}))
