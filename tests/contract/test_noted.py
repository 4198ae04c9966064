"""How often a rule was noted on the entries of one clinic: counted from the ledger, when asked."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from bloodpatch.pathway.values import When
from bloodpatch.record import bulk
from bloodpatch.record.findings_at_entry import Often, Times, often
from tests.contract import jar
from tests.contract.conftest import Desk

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def entered(desk: Desk, *notes: tuple[datetime, tuple[str, ...]]) -> None:
    entries = [
        bulk.Entry(
            episode="jar-1",
            event=jar.Found(),
            occurred=When.exact(at, "UTC"),
            recorded_at=at,
            by=desk.actor,
            command_id=uuid4().hex,
            protocol="p" * 64,
            findings=marks,
        )
        for at, marks in notes
    ]
    bulk.append_all(desk.record, desk.clinic, entries)


def test_what_was_noted_is_counted_by_rule_lately_and_ever(desk: Desk) -> None:
    entered(
        desk,
        (NOON - 9 * DAY, ("hold:jar.old", "advise:jar.heavy")),
        (NOON - 8 * DAY, ("overridden:jar.old",)),
        (NOON - DAY, ()),
        (NOON - DAY, ("hold:jar.old",)),
        (NOON, ("hold:jar.old", "advise:jar.heavy")),
        (NOON, ("overridden:jar.new", "stop:jar.old")),
    )
    assert often(desk.record, desk.clinic, NOON - DAY) == {
        "jar.old": Often(Times(against=3), Times(against=4, overridden=1)),
        "jar.heavy": Often(Times(against=1), Times(against=2)),
        "jar.new": Often(Times(overridden=1), Times(overridden=1)),
    }


def test_what_another_clinic_noted_is_not_counted(desk: Desk) -> None:
    other = replace(desk, clinic=f"{desk.clinic}-other")
    entered(other, (NOON, ("hold:jar.old",)))
    assert often(desk.record, desk.clinic, NOON) == {}
    assert set(often(desk.record, other.clinic, NOON)) == {"jar.old"}
