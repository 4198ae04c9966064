"""Promises 7, 8 and 11: lists equal the ledger, followers miss none, old shapes are read."""

from dataclasses import replace
from threading import Event as Signal

import pytest

from bloodpatch.pathway.values import Count
from bloodpatch.record import bulk, ledger, rebuild
from bloodpatch.record.chain import Stored, seal
from bloodpatch.record.codec import Codec
from bloodpatch.record.errors import Unreadable
from bloodpatch.record.handle import handle
from bloodpatch.record.outcomes import Accepted
from bloodpatch.record.text_cipher import TextCipher
from bloodpatch.record.verify import verify
from bloodpatch.record.writer import transaction_of
from tests.contract import jar
from tests.contract.conftest import Desk, in_threads


def a_busy_day(desk: Desk) -> None:
    for i in range(12):
        desk.accepted(jar.Find(), f"jar-{i}")
        for n in range(i % 4):
            desk.accepted(jar.Fill(count=Count(n)), f"jar-{i}")
    desk.accepted(jar.Close(), "jar-3")
    desk.accepted(jar.Shake(), "jar-5")


def shown(desk: Desk) -> list[list[object]]:
    tables = ("test_jars", "test_marbles")
    return [
        sorted(desk.rows(f"SELECT * FROM {table} WHERE clinic = ?", desk.clinic))
        for table in tables
    ]


# --- 7: read models ---


def test_p07_rebuilt_from_nothing_equals_live(desk: Desk) -> None:
    a_busy_day(desk)
    live = shown(desk)
    assert sum(map(len, live)) > 12
    for table in ("test_jars", "test_marbles"):
        desk.run(f"DELETE FROM {table} WHERE clinic = ?", desk.clinic)
    done: list[tuple[int, int]] = []
    assert rebuild.rebuild(desk.record, desk.clinic, lambda *at: done.append(at)) == 12
    assert shown(desk) == live
    assert done[-1] == (12, 12)


def test_p07_a_difference_is_found_and_mended(desk: Desk) -> None:
    a_busy_day(desk)
    assert rebuild.compare(desk.record, desk.clinic) == []
    live = shown(desk)
    desk.run("UPDATE test_jars SET inside = 9 WHERE clinic = ? AND episode = 'jar-4'", desk.clinic)
    desk.run("DELETE FROM test_marbles WHERE clinic = ? AND episode = 'jar-3'", desk.clinic)
    desk.run("INSERT INTO test_jars VALUES (?, 'nobody', 1, 1, 1)", desk.clinic)
    found = {(d.table, d.episode) for d in rebuild.compare(desk.record, desk.clinic)}
    assert found == {("test_jars", "jar-4"), ("test_marbles", "jar-3"), ("test_jars", "nobody")}
    rebuild.rebuild(desk.record, desk.clinic)
    assert shown(desk) == live


def test_p07_rebuilding_asks_for_no_key(desk: Desk) -> None:
    a_busy_day(desk)
    asked = desk.record.keys.asked
    rebuild.rebuild(desk.record, desk.clinic)
    assert desk.record.keys.asked == asked


def test_p07_a_read_model_that_changed_is_rebuilt_at_the_start(desk_alone: Desk) -> None:
    desk = desk_alone
    assert not rebuild.bring_up_to_date(desk.record)
    a_busy_day(desk)
    assert not rebuild.bring_up_to_date(desk.record)
    doubled = replace(jar.JARS, shape=2, rows=lambda f, _: [(f.position, 2 * f.state.inside, 0)])
    newer = Desk(replace(desk.record, read_models=(doubled, jar.MARBLES)), desk.clinic)
    assert rebuild.outdated(newer.record) == [doubled]
    assert rebuild.bring_up_to_date(newer.record)
    (inside,) = newer.rows("SELECT inside FROM test_jars WHERE episode = 'jar-3'")
    assert inside == (6,)
    assert rebuild.outdated(newer.record) == []


def test_p07_bulk_appended_events_have_chain_positions_and_read_models(desk: Desk) -> None:
    a_busy_day(desk)
    sample = desk.accepted(jar.Shake(), "jar-5").events[0]
    entries = [
        bulk.Entry(
            episode=f"mass-{i % 40}",
            event=jar.Found() if i < 40 else jar.Filled(count=Count(1)),
            occurred=sample.occurred,
            recorded_at=sample.recorded_at,
            by=sample.by,
            command_id=f"mass-{i}",
            protocol=sample.protocol,
        )
        for i in range(4100)
    ]
    assert bulk.append_all(desk.record, desk.clinic, entries) == 4100
    assert verify(desk.record.using, desk.clinic).whole
    assert rebuild.compare(desk.record, desk.clinic) == []
    desk.accepted(jar.Close(), "mass-7")
    assert desk.afresh().state("mass-7") == desk.state("mass-7")
    assert desk.state("mass-7").inside == 102


# --- 8: followers ---


def test_p08_a_follower_misses_none_while_sixteen_write(desk: Desk) -> None:
    seen: list[int] = []
    finished = Signal()

    def follow_on() -> None:
        after = 0
        while True:
            last_look = finished.is_set()
            found = ledger.follow(
                desk.sql, desk.record.codec, desk.record.keys.of_episode, desk.clinic, after, 7
            )
            seen.extend(f.happened.number for f in found)
            after = seen[-1] if seen else 0
            if last_look and not found:
                return

    def work(i: int) -> None:
        if i == 16:
            follow_on()
            return
        for n in range(12):
            episode = f"jar-{i}-{n % 3}"
            desk.accepted(jar.Find() if n < 3 else jar.Shake(), episode)

    def all_done(i: int) -> object:
        try:
            return work(i)
        finally:
            arrived.append(i)
            if len(arrived) == 16:
                finished.set()

    arrived: list[int] = []
    assert in_threads(desk.record.using, 17, all_done) == [None] * 17
    assert seen == list(range(1, 16 * (3 + 9 * 2) + 1))


# --- 11: old shapes ---


def put_old(desk: Desk, name: str, version: int, body: bytes) -> None:
    """An event of an older software, with a chain as that software made it."""
    with transaction_of(desk.record.using, desk.clinic) as turn:
        last = desk.rows(
            "SELECT * FROM record_event WHERE clinic = ? ORDER BY number DESC LIMIT 1", desk.clinic
        )
        row = Stored(*last[0])._replace(
            number=turn.number + 1,
            position=last[0][3] + 1,
            name=name,
            version=version,
            body=body,
            previous=turn.hash,
        )
        row = row._replace(hash=seal(row[:-1]))
        turn.number, turn.hash = row.number, row.hash
        ledger.append(turn, [row])


def test_p11_an_old_shape_is_read_and_its_words_too(desk: Desk) -> None:
    desk.accepted(jar.Find())
    cipher = TextCipher(desk.record.keys.of_episode, desk.clinic, "jar-1")
    label = cipher.seal("old glass", 2, "label", 0)
    body = b'{"label":{"~sealed":"%s"},"marbles":"4"}' % label["~sealed"].encode()
    put_old(desk, "jar.filled", 1, body)
    rebuild.rebuild(desk.record, desk.clinic)
    desk.accepted(jar.Fill(count=Count(1)))
    assert desk.state().inside == 5
    assert desk.state().labels == ("old glass",)
    assert rebuild.compare(desk.record, desk.clinic) == []
    assert verify(desk.record.using, desk.clinic).whole


@pytest.mark.parametrize(
    ("name", "version", "body", "says"),
    [
        ("jar.filled", 2, b'{"count":"1","colour":"red"}', "colour: there is no such field"),
        ("jar.filled", 2, b"{}", "count is missing"),
        ("jar.filled", 2, b'{"count":"-1"}', "-1 cannot be right"),
        ("jar.filled", 2, b'{"count":"1"', "truncated"),
        ("jar.filled", 2, b"[]", "Expected `object`"),
        ("jar.filled", 3, b'{"count":"1"}', "No event jar.filled in version 3"),
        ("jar.melted", 1, b"{}", "No event jar.melted"),
    ],
)
def test_p11_what_nobody_knows_is_refused_and_never_guessed(
    desk: Desk, name: str, version: int, body: bytes, says: str
) -> None:
    desk.accepted(jar.Find())
    put_old(desk, name, version, body)
    with pytest.raises(Unreadable, match=says):
        desk.state()
    with pytest.raises(Unreadable, match="Entry 2"):
        desk.give(jar.Shake())


def test_p11_a_body_is_one_canonical_text(desk: Desk) -> None:
    codec: Codec = desk.record.codec
    cipher = TextCipher(desk.record.keys.of_episode, desk.clinic, "jar-1")
    event = jar.Filled(fragile=True, count=Count(2))
    assert codec.body(event, 1, cipher) == b'{"count":"2","fragile":true}'
    assert codec.event("jar.filled", 2, codec.body(event, 1, cipher), 1, cipher) == event
    assert codec.body(jar.Closed(), 1, cipher) == b"{}"


# --- what this process keeps in memory is never believed by itself ---


def test_p07_a_kept_fold_of_another_database_is_not_believed(desk: Desk) -> None:
    other = Desk(replace(desk.record), desk.clinic)
    desk.accepted(jar.Find())
    desk.accepted(jar.Fill(count=Count(5)))
    elsewhere = replace(
        desk.record.folds.get(desk.clinic, "jar-1"), hash=b"?" * 32, state=jar.Jar("forged")
    )
    for position in (1, 2, 3):
        desk.record.folds.keep(replace(elsewhere, position=position))
        assert other.state().inside == 5
    desk.record.folds.keep(replace(elsewhere, position=1))
    outcome = handle(
        desk.record, jar.Shake(), episode="jar-1", actor=desk.actor, command_id="s", seen=None
    )
    assert isinstance(outcome, Accepted)
    assert outcome.episode.inside == 5
