"""Promises 1 to 5: what is acknowledged is kept, once, in one order, and nothing is changed."""

import pytest
from django.db import connections, transaction

from bloodpatch.pathway.values import Count, FreeText, When
from bloodpatch.record import durability, ledger
from bloodpatch.record.errors import CommandReused, NotDurable, SeenAhead, UnknownEpisode
from bloodpatch.record.outcomes import Accepted, Conflict, Refused
from bloodpatch.record.verify import verify
from tests.contract import jar
from tests.contract.conftest import Desk, in_threads


def fill(count: int = 1) -> jar.Fill:
    return jar.Fill(count=Count(count))


# --- 1: acknowledged after durable ---


def test_p01_what_is_acknowledged_is_seen_by_another_connection_at_once(desk: Desk) -> None:
    desk.accepted(jar.Find())
    (seen,) = in_threads(desk.record.using, 1, lambda _: desk.afresh().state())
    assert seen.found


def test_p01_within_another_transaction_nothing_is_acknowledged(desk: Desk) -> None:
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic(desk.record.using):
        desk.give(jar.Find())
    assert desk.rows("SELECT number FROM record_event WHERE clinic = ?", desk.clinic) == []


def test_p01_the_settings_that_durability_rests_on_are_asked_of_the_database(desk: Desk) -> None:
    found = durability.faults(desk.record.using)
    if desk.sql.sqlite:
        assert found == []
        desk.rows("PRAGMA synchronous = NORMAL")
        assert "synchronous" in durability.faults(desk.record.using)[0]
        with pytest.raises(NotDurable, match="synchronous"):
            durability.check(desk.record.using)
        desk.rows("PRAGMA synchronous = FULL")
        return
    desk.run("SET synchronous_commit = off")
    assert any("synchronous_commit" in fault for fault in durability.faults(desk.record.using))
    with pytest.raises(NotDurable, match="fsync"):  # this test database keeps nothing on disk
        durability.check(desk.record.using)
    desk.run("SET synchronous_commit = on")


# --- 2: never changed, never deleted ---

CHANGES = [
    "UPDATE record_event SET name = 'x' WHERE clinic = ?",
    "DELETE FROM record_event WHERE clinic = ?",
    "UPDATE record_answer SET episode = 'x' WHERE clinic = ?",
    "DELETE FROM record_answer WHERE clinic = ?",
    "DELETE FROM record_head WHERE clinic = ?",
    "UPDATE record_head SET number = number - 1 WHERE clinic = ?",
    "UPDATE record_head SET clinic = 'x' WHERE clinic = ?",
]


@pytest.mark.parametrize("change", CHANGES)
def test_p02_the_database_itself_refuses_to_change_or_delete(desk: Desk, change: str) -> None:
    desk.accepted(jar.Find())
    with pytest.raises(Exception, match="append-only"):
        desk.run(change, desk.clinic)
    assert verify(desk.record.using, desk.clinic).whole


@pytest.mark.parametrize("table", ["record_event", "record_answer", "record_head"])
def test_p02_the_database_refuses_to_empty_a_table(desk: Desk, table: str) -> None:
    desk.accepted(jar.Find())
    empty = f"DELETE FROM {table}" if desk.sql.sqlite else f"TRUNCATE {table}"
    with pytest.raises(Exception, match="append-only"):
        desk.run(empty)
    assert verify(desk.record.using, desk.clinic).whole


def test_p02_replacing_an_event_is_refused(desk_alone: Desk) -> None:
    """SQLite's REPLACE deletes the row that is in the way without asking the delete trigger."""
    desk = desk_alone
    desk.accepted(jar.Find())
    desk.accepted(fill())
    columns = ", ".join(
        name for (name,) in desk.rows("SELECT name FROM pragma_table_info('record_event')")
    )
    same = (
        f"INSERT OR REPLACE INTO record_event SELECT {columns} FROM record_event WHERE number = 2"
    )
    by_rowid = (
        f"INSERT OR REPLACE INTO record_event (rowid, {columns}) SELECT 1, "
        + columns.replace("number", "number + 1").replace("position", "position + 1")
        + " FROM record_event WHERE number = 2"
    )
    head = "INSERT OR REPLACE INTO record_head SELECT clinic, 1, hash FROM record_head"
    answer = "INSERT OR REPLACE INTO record_answer SELECT * FROM record_answer"
    for forgery in (same, by_rowid, head, answer):
        with pytest.raises(Exception, match="append-only"):
            desk.run(forgery)


# --- 3: positions, and who wins ---


def test_p03_sixteen_writers_on_one_episode_leave_no_gap_and_close_it_once(desk: Desk) -> None:
    desk.accepted(jar.Find())

    def work(i: int) -> list[object]:
        return [desk.give(jar.Close() if n == 5 else fill()) for n in range(10)]

    outcomes = [o for done in in_threads(desk.record.using, 16, work) for o in done]
    accepted = [o for o in outcomes if isinstance(o, Accepted)]
    assert len(accepted) == 16 * 9 + 1
    assert sum(isinstance(o, Refused) for o in outcomes) == 15
    assert sorted(p for o in accepted for p in o.positions) == list(range(2, 2 + len(accepted)))
    assert desk.afresh().state().inside == 16 * 9
    assert verify(desk.record.using, desk.clinic).whole


def test_p03_a_newer_position_is_decided_again_and_not_a_conflict(desk: Desk) -> None:
    desk.accepted(jar.Find())
    desk.accepted(jar.Shake())
    outcome = desk.give(jar.Close(), seen=1)
    assert isinstance(outcome, Accepted)


def test_p03_something_newer_that_the_command_depends_on_is_a_conflict(desk: Desk) -> None:
    desk.accepted(jar.Find())
    desk.accepted(fill(3))
    desk.accepted(jar.Shake())
    outcome = desk.give(jar.Close(), seen=1)
    assert isinstance(outcome, Conflict)
    assert [h.position for h in outcome.since] == [2]
    assert not desk.state().closed
    assert isinstance(desk.give(jar.Close(), seen=4), Accepted)


def test_p03_a_report_never_conflicts(desk: Desk) -> None:
    desk.accepted(jar.Find())
    desk.accepted(fill())
    assert isinstance(desk.give(fill(), seen=1), Accepted)


def test_p03_a_page_that_saw_more_than_there_is_says_that_the_record_is_older(desk: Desk) -> None:
    desk.accepted(jar.Find())
    with pytest.raises(SeenAhead, match="restored"):
        desk.give(fill(), seen=2)


# --- 4: one command, one effect, the same answer ---


def test_p04_the_same_command_from_32_threads_is_one_effect_and_one_answer(desk: Desk) -> None:
    desk.accepted(jar.Find())
    command = jar.Fill(count=Count(2), labels=(FreeText("green ones"),))
    answers = in_threads(
        desk.record.using, 32, lambda _: desk.accepted(command, command_id="click")
    )
    first = answers[0]
    assert all((a.positions, a.events) == (first.positions, first.events) for a in answers)
    assert sum(not a.again for a in answers) == 1
    assert desk.afresh().state().inside == 2


def test_p04_the_answer_comes_back_with_its_findings_and_all_its_events(desk: Desk) -> None:
    desk.accepted(jar.Find())
    first = desk.accepted(jar.Close(), command_id="a")
    shaken = desk.accepted(jar.Shake(), command_id="b")
    later = desk.afresh()
    again = later.accepted(jar.Close(), command_id="a")
    assert again.again
    assert (again.positions, again.events) == (first.positions, first.events)
    assert [f.says for f in again.findings] == ["Whoever closes it is 70 years old."]
    assert again.findings == first.findings
    assert later.accepted(jar.Shake(), command_id="b").events == shaken.events


def test_p04_outcome_unknown_a_retry_is_the_same_answer(desk: Desk) -> None:
    """The connection is lost between commit and answer; nobody knows; the form is sent again."""

    class Lost(Exception):
        pass

    desk.accepted(jar.Find())
    connection = connections[desk.record.using]
    commit = connection.__class__._commit

    def commit_and_lose(self: object) -> None:
        commit(self)
        raise Lost

    connection.__class__._commit = commit_and_lose
    try:
        with pytest.raises(Lost):
            desk.give(fill(4), command_id="unknown")
    finally:
        connection.__class__._commit = commit
    assert desk.accepted(fill(4), command_id="unknown").again
    assert desk.afresh().state().inside == 4


@pytest.mark.parametrize(
    ("command", "episode", "actor"),
    [
        (fill(2), "jar-1", None),
        (jar.Shake(), "jar-1", None),
        (fill(1), "jar-2", None),
        (jar.Fill(count=Count(1), labels=(FreeText("other words"),)), "jar-1", None),
        (jar.Fill(count=Count(1), labels=(FreeText("words"), FreeText("more"))), "jar-1", None),
    ],
)
def test_p04_another_command_under_the_same_id_is_an_error(
    desk: Desk, command: jar.Command, episode: str, actor: object
) -> None:
    desk.accepted(jar.Find())
    desk.accepted(jar.Find(), "jar-2")
    desk.accepted(jar.Fill(count=Count(1), labels=(FreeText("words"),)), command_id="once")
    with pytest.raises(CommandReused, match="already sent"):
        desk.give(command, episode, command_id="once")
    assert desk.afresh().state().inside == 1


def test_p04_a_refusal_is_not_kept_and_the_command_is_decided_anew(desk: Desk) -> None:
    desk.accepted(jar.Find())
    desk.accepted(jar.Close())
    before = desk.rows("SELECT number FROM record_event WHERE clinic = ?", desk.clinic)
    refused = desk.give(jar.Close(), command_id="late")
    assert isinstance(refused, Refused)
    assert refused.findings[0].says == "The lid is on, over 0 marbles."
    assert desk.rows("SELECT number FROM record_event WHERE clinic = ?", desk.clinic) == before
    desk.accepted(jar.Shake(), command_id="late")


# --- 5: one chain for each clinic, numbered without gaps ---


def test_p05_numbers_of_a_clinic_have_no_gap_and_clinics_do_not_share_them(desk: Desk) -> None:
    other = Desk(desk.record)

    def work(i: int) -> None:
        mine = desk if i % 2 else other
        mine.accepted(jar.Find(), f"jar-{i}")
        for _ in range(5):
            mine.accepted(fill(), f"jar-{i}")

    in_threads(desk.record.using, 8, work)
    for one in (desk, other):
        numbers = one.rows(
            "SELECT number FROM record_event WHERE clinic = ? ORDER BY 1", one.clinic
        )
        assert [n for (n,) in numbers] == list(range(1, 25))
        assert ledger.head(one.sql, one.clinic).number == 24
        assert verify(one.record.using, one.clinic).whole


def test_p05_a_rolled_back_command_leaves_no_gap(desk: Desk) -> None:
    desk.accepted(jar.Find())

    def fail(_: Accepted) -> None:
        raise LookupError("no slot")

    with pytest.raises(LookupError):
        desk.give(fill(), within=[fail])
    desk.accepted(fill())
    assert ledger.head(desk.sql, desk.clinic).number == 2
    assert verify(desk.record.using, desk.clinic).whole


@pytest.mark.parametrize(("number", "position"), [(3, 2), (2, 3)])
def test_p05_a_gap_is_refused_by_the_database(desk: Desk, number: int, position: int) -> None:
    desk.accepted(jar.Find())
    row = list(desk.rows("SELECT * FROM record_event WHERE clinic = ?", desk.clinic)[0])
    row[1], row[3] = number, position
    with pytest.raises(Exception, match="without a gap"):
        desk.run(f"INSERT INTO record_event VALUES ({', '.join('?' * len(row))})", *row)


# --- other clinics ---


def test_p05_an_episode_of_another_clinic_does_not_exist(desk: Desk) -> None:
    other = Desk(desk.record)
    other.accepted(jar.Find(), "theirs")
    with pytest.raises(UnknownEpisode) as theirs:
        desk.give(fill(), "theirs")
    with pytest.raises(UnknownEpisode) as nobodys:
        desk.give(fill(), "nobodys")
    assert str(theirs.value).replace("theirs", "") == str(nobodys.value).replace("nobodys", "")


# --- all or nothing ---


def test_p01_what_runs_within_a_command_happens_with_it_or_not_at_all(desk: Desk) -> None:
    desk.accepted(jar.Find())
    slot = f"{desk.clinic} 9:00"

    def claim(_: object = None) -> None:
        desk.run("INSERT INTO test_slots (slot) VALUES (?)", slot)

    desk.accepted(fill(), within=[claim])
    with pytest.raises(Exception, match=r"(?i)unique"):
        desk.give(fill(), within=[claim])
    assert desk.afresh().state().inside == 1
    assert len(desk.rows("SELECT slot FROM test_slots WHERE slot = ?", slot)) == 1
    assert desk.rows("SELECT inside FROM test_jars WHERE clinic = ?", desk.clinic) == [(1,)]


def test_p01_what_runs_before_a_refused_command_is_undone(desk: Desk) -> None:
    desk.accepted(jar.Find())
    desk.accepted(jar.Close())
    slot = f"{desk.clinic} 10:00"

    def claim() -> None:
        desk.run("INSERT INTO test_slots (slot) VALUES (?)", slot)

    assert isinstance(desk.give(jar.Close(), before=[claim]), Refused)
    assert desk.rows("SELECT slot FROM test_slots WHERE slot = ?", slot) == []
    desk.accepted(fill(), before=[claim])
    assert len(desk.rows("SELECT slot FROM test_slots WHERE slot = ?", slot)) == 1


def test_p01_a_command_within_a_command_is_undone_with_it(desk: Desk) -> None:
    desk.accepted(jar.Find(), "wrong")
    desk.accepted(jar.Find(), "right")

    def also(_: Accepted) -> None:
        desk.accepted(fill(7), "right")

    desk.accepted(fill(), "wrong", within=[also])
    assert desk.state("right").inside == 7

    def then_fail(outcome: Accepted) -> None:
        also(outcome)
        raise LookupError

    with pytest.raises(LookupError):
        desk.give(fill(), "wrong", within=[then_fail])
    assert desk.state("right").inside == 7
    assert desk.state("wrong").inside == 1
    assert verify(desk.record.using, desk.clinic).whole


def test_p09_occurred_and_recorded_are_both_kept(desk: Desk) -> None:
    desk.accepted(jar.Find())
    yesterday = When.parse("2026-11-21 18:30", "America/Denver")
    done = desk.accepted(jar.Fill(count=Count(1), occurred=yesterday))
    (kept,) = ledger.follow(
        desk.sql,
        desk.record.codec,
        desk.record.keys.of_episode,
        desk.clinic,
        done.events[0].number - 1,
    )
    assert kept.happened.occurred == yesterday
    assert kept.happened.recorded_at == done.events[0].recorded_at
    assert kept.happened == done.events[0]
