"""The read model of every list of episodes: where each patient is, and what is owed next.

Its row holds no name: the floor of the visitors joins names to it. `version` is what a board asks
for each second: it changes when, and only when, something of the clinic may look different.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bloodpatch.pathway import worklist
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.record.folds import Folded
from bloodpatch.record.ledger import instant
from bloodpatch.record.readmodels import ReadModel
from bloodpatch.record.sql import Row, Sql, Statement, storage_faults

if TYPE_CHECKING:
    from bloodpatch.record.ports import Record

COLUMNS = (
    "position", "whereabouts", "is_open", "opened_at", "changed_at", "patches",
    "owed", "owner", "due", "act", "urgency", "owners",
)  # fmt: skip


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


def rows(folded: Folded, protocol: Any) -> Iterator[Row]:
    episode = folded.state
    place = episode.whereabouts
    everything = worklist.owed(episode, protocol)
    owed, urgency = next(iter(everything), None), worklist.urgency(episode, everything, protocol)
    yield (
        folded.position,
        place.value,
        int(place is not Whereabouts.CLOSED),
        folded.opened_at,
        folded.changed_at,
        sum(1 for r in episode.rounds if r.procedure.finished),
        owed.code if owed else None,
        owed.owner.value if owed else None,
        instant(owed.due) if owed else None,
        owed.act if owed else None,
        urgency.value if urgency else None,
        " ".join(sorted({o.owner.value for o in everything})),
    )


EPISODES = ReadModel(table="record_episode", columns=COLUMNS, rows=rows, shape=2, one_each=True)

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


def open_episodes(record: "Record", clinic: str) -> list[Summary]:
    """Everybody who is under treatment, and who is owed something after the closing; what is due
    soonest first."""
    return _summaries(record, _open, (clinic, clinic))


def due_by(record: "Record", clinic: str, until: str) -> list[Summary]:
    """Episodes whose next obligation is due by an instant (as `ledger.instant` says it)."""
    return _summaries(record, _due, (clinic, until))


def summary(record: "Record", clinic: str, episode: str) -> Summary | None:
    return next(iter(_summaries(record, _one, (clinic, episode))), None)


def version(record: "Record", clinic: str) -> str:
    """Equal as long as no list of this clinic can have changed."""
    with storage_faults(record.using):
        found = Sql(record.using).row(_version, (clinic,))
    return f"{found[0]}.{found[1]}" if found else "0.0"


def _summaries(record: "Record", statement: Statement, values: Row) -> list[Summary]:
    with storage_faults(record.using):
        found = Sql(record.using).rows(statement, values)
    return [Summary(row[0], row[1], Whereabouts(row[2]), bool(row[3]), *row[4:]) for row in found]
