"""Read models made anew from the ledger, or compared with it.

Episodes are folded without opening a word: no list holds one, so none is needed. Batches are
small and each holds the writer's desk only while it is put in place, so staff go on working.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from bloodpatch.record import folds, ledger
from bloodpatch.record.folded import Folded
from bloodpatch.record.readmodels import ReadModel
from bloodpatch.record.sql import Row, Sql, Statement, storage_faults
from bloodpatch.record.text_cipher import TextCipher
from bloodpatch.record.writer import transaction_of

if TYPE_CHECKING:
    from bloodpatch.record.ports import Record

Progress = Callable[[int, int], None]
"""(episodes done, episodes in all)."""

BATCH = 100

_count = Statement.of("SELECT COUNT(*) FROM record_event WHERE clinic = ? AND position = 1")
_next = Statement.of(
    "SELECT episode FROM record_event WHERE clinic = ? AND position = 1 AND episode > ?"
    " ORDER BY episode LIMIT ?"
)
_shape = Statement.of("SELECT shape FROM record_rebuilt WHERE read_model = ?")
_made = Statement.of(
    "INSERT INTO record_rebuilt (read_model, shape, times) VALUES (?, ?, 1)"
    " ON CONFLICT (read_model) DO UPDATE SET shape = excluded.shape,"
    " times = record_rebuilt.times + 1"
)
_any = Statement.of("SELECT 1 FROM record_event LIMIT 1")


@dataclass(frozen=True)
class Difference:
    """A read model says something of an episode that its fold does not say."""

    table: str
    clinic: str
    episode: str


def rebuild(record: "Record", clinic: str, progress: Progress | None = None) -> int:
    """Put every row of a clinic in place from the ledger alone; the number of its episodes."""
    done = 0
    for sql, batch in _batches(record, clinic, progress):
        for model in record.read_models:
            model.put_all(sql, batch)
        done += len(batch)
    with transaction_of(record.using, clinic) as turn:
        for model in record.read_models:
            turn.sql.run(_orphans(model), (clinic, clinic))
            turn.sql.run(_made, (model.table, model.shape))
    return done


def compare(record: "Record", clinic: str, progress: Progress | None = None) -> list[Difference]:
    """Where the live read models differ from the ledger: nowhere, or something is wrong."""
    found = []
    for sql, batch in _batches(record, clinic, progress):
        found += [
            Difference(model.table, clinic, folded.episode)
            for folded, protocol in batch
            for model in record.read_models
            if model.differs(sql, folded, protocol)
        ]
    with storage_faults(record.using):
        sql = Sql(record.using)
        for model in record.read_models:
            strangers = sql.rows(_strangers(model), (clinic, clinic))
            found += [Difference(model.table, clinic, episode) for (episode,) in strangers]
    return found


def outdated(record: "Record") -> list[ReadModel]:
    """The read models whose function has changed since their rows were made."""
    with storage_faults(record.using):
        sql = Sql(record.using)
        shapes = {m.table: sql.row(_shape, (m.table,)) for m in record.read_models}
        return [m for m in record.read_models if shapes[m.table] != (m.shape,)]


def bring_up_to_date(record: "Record", progress: Progress | None = None) -> bool:
    """At the start of the service: rebuild if a read model has changed. Whether that was so."""
    if not (owed := outdated(record)):
        return False
    with storage_faults(record.using):
        sql = Sql(record.using)
        filled = sql.row(_any) is not None
        for clinic in ledger.clinics(sql) if filled else ():
            rebuild(record, clinic, progress)
        for model in owed:
            sql.run(_made, (model.table, model.shape))
    return filled


def folded_from_rows(record: "Record", clinic: str, rows: list[Row]) -> Iterator[Folded]:
    """The folds of all episodes whose rows these are, in order of episode and position."""
    for episode, own in groupby(rows, key=lambda row: str(row[2])):
        cipher = TextCipher(_no_key, clinic, episode)
        folded = Folded(clinic, episode, record.decider.empty(episode))
        for row in own:
            happened = ledger.read_back(row, record.codec, cipher)
            folded = folds.evolved(record, folded, happened, bytes(row[-1]), cipher)
        yield folded


def _no_key(clinic: str, episode: str) -> None:
    return None


def _batches(
    record: "Record", clinic: str, progress: Progress | None
) -> Iterator[tuple[Sql, list[tuple[Folded, Any]]]]:
    with storage_faults(record.using):
        found = Sql(record.using).row(_count, (clinic,))
    all_of_them, done, last = (found[0] if found else 0), 0, ""
    while True:
        with transaction_of(record.using, clinic) as turn:
            episodes = [episode for (episode,) in turn.sql.rows(_next, (clinic, last, BATCH))]
            if not episodes:
                return
            rows = ledger.rows_between(turn.sql, clinic, episodes[0], episodes[-1])
            known, pinned = record.protocols.known, record.decider.pinned
            folded = folded_from_rows(record, clinic, rows)
            yield turn.sql, [(f, known(clinic, pinned(f.state))) for f in folded]
        last, done = episodes[-1], done + len(episodes)
        if progress:
            progress(done, max(all_of_them, done))


# Rows of episodes that the ledger does not know.
_unknown = (
    "WHERE clinic = ? AND episode NOT IN"
    " (SELECT episode FROM record_event WHERE clinic = ? AND position = 1)"
)


def _strangers(model: ReadModel) -> Statement:
    return Statement.of(f"SELECT DISTINCT episode FROM {model.table} {_unknown}")  # noqa: S608


def _orphans(model: ReadModel) -> Statement:
    return Statement.of(f"DELETE FROM {model.table} {_unknown}")  # noqa: S608
