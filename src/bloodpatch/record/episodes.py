"""What every list of episodes asks: where each patient is, and what is owed next.

`version` is what a board asks for each second: it changes when, and only when, something of the
clinic may look different.
"""

from dataclasses import dataclass

from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.record.episode_table import COLUMNS
from bloodpatch.record.ports import Record
from bloodpatch.record.sql import Row, Sql, Statement, storage_faults


@dataclass(frozen=True)
class Summary:
    """One episode in a list. Instants are UTC, as text that sorts like time."""

    episode: str
    position: int
    whereabouts: Whereabouts
    is_open: bool
    opened_at: str
    changed_at: str
    patches: int
    owed: str | None
    owner: str | None
    due: str | None
    act: str | None
    urgency: str | None
    owners: str
    """Every role that owes something, with spaces between: what is first is not all."""


_select = f"SELECT episode, {', '.join(COLUMNS)} FROM record_episode WHERE clinic = ?"  # noqa: S608
# Closed is no end while something is owed: what a patient reports afterwards must be on a list.
# Two questions and no OR: each is answered by the index, however many are closed.
_open = Statement.of(
    f"{_select} AND is_open = 1 UNION ALL {_select} AND is_open = 0 AND due > ''"
    " ORDER BY due, episode"
)
_due = Statement.of(f"{_select} AND is_open IN (0, 1) AND due <= ? ORDER BY due, episode")
_one = Statement.of(f"{_select} AND episode = ?")
_version = Statement.of(
    "SELECT h.number, (SELECT COALESCE(SUM(times), 0) FROM record_rebuilt)"
    " FROM record_head h WHERE h.clinic = ?"
)


def open_episodes(record: Record, clinic: str) -> list[Summary]:
    """Everybody who is under treatment, and who is owed something after the closing; what is due
    soonest first."""
    return _summaries(record, _open, (clinic, clinic))


def due_by(record: Record, clinic: str, until: str) -> list[Summary]:
    """Episodes whose next obligation is due by an instant (as `ledger.instant` says it)."""
    return _summaries(record, _due, (clinic, until))


def summary(record: Record, clinic: str, episode: str) -> Summary | None:
    return next(iter(_summaries(record, _one, (clinic, episode))), None)


def version(record: Record, clinic: str) -> str:
    """Equal as long as no list of this clinic can have changed."""
    with storage_faults(record.using):
        found = Sql(record.using).row(_version, (clinic,))
    return f"{found[0]}.{found[1]}" if found else "0.0"


def _summaries(record: Record, statement: Statement, values: Row) -> list[Summary]:
    with storage_faults(record.using):
        found = Sql(record.using).rows(statement, values)
    return [Summary(row[0], row[1], Whereabouts(row[2]), bool(row[3]), *row[4:]) for row in found]
