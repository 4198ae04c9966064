"""Episodes that this process has folded before, so that only newer events need evolving.

A kept fold is never believed by itself: each use asks the ledger, in the same transaction, for
the hash of the event that the fold ends with. A fold of a rolled-back transaction, or of a
database that was replaced by an older copy, does not match and is thrown away. One that has
opened words is also thrown away when the patient's key is gone.
"""

from typing import Any

from bloodpatch.record import ledger
from bloodpatch.record.errors import UnknownEpisode
from bloodpatch.record.folded import Folded
from bloodpatch.record.ports import Record
from bloodpatch.record.sql import Sql, storage_faults
from bloodpatch.record.text_cipher import TextCipher


def load(record: Record, sql: Sql, cipher: TextCipher) -> Folded:
    """The newest state of an episode, from the kept fold or from nothing."""
    clinic, episode = cipher.clinic, cipher.episode
    newest = ledger.newest_of(sql, clinic, episode)
    if newest is None:
        return Folded(clinic, episode, record.decider.empty(episode))
    kept = record.folds.get(clinic, episode)
    if kept and kept.worded and cipher.key is None:
        kept = None
    if kept and (kept.position, kept.hash) == newest:
        return kept
    folded = _onward(record, sql, cipher, kept) or _from_nothing(record, sql, cipher)
    record.folds.keep(folded)
    return folded


def _onward(record: Record, sql: Sql, cipher: TextCipher, kept: Folded | None) -> Folded | None:
    """Evolve the newer events only, if the kept fold still ends where the ledger says so."""
    if kept is None:
        return None
    rows = ledger.rows_from(sql, kept.clinic, kept.episode, kept.position)
    if not rows or bytes(rows[0][-1]) != kept.hash:
        return None
    return _evolved(record, kept, rows[1:], cipher)


def _from_nothing(record: Record, sql: Sql, cipher: TextCipher) -> Folded:
    empty = Folded(cipher.clinic, cipher.episode, record.decider.empty(cipher.episode))
    rows = ledger.rows_from(sql, cipher.clinic, cipher.episode, 1)
    return _evolved(record, empty, rows, cipher)


def _evolved(record: Record, folded: Folded, rows: list[Any], cipher: TextCipher) -> Folded:
    for row in rows:
        happened = ledger.read_back(row, record.codec, cipher)
        folded = evolved(record, folded, happened, bytes(row[-1]), cipher)
    return folded


def evolved(
    record: Record, folded: Folded, happened: Any, hash: bytes, cipher: TextCipher
) -> Folded:
    """The fold after one more event."""
    return Folded(
        clinic=folded.clinic,
        episode=folded.episode,
        state=record.decider.evolve(folded.state, happened),
        position=happened.position,
        hash=hash,
        opened_at=folded.opened_at or ledger.instant(happened.recorded_at),
        changed_at=ledger.instant(happened.recorded_at),
        worded=folded.worded or cipher.met,
    )


def current(record: Record, clinic: str, episode: str) -> Folded:
    """An episode as a page shows it. Raises `UnknownEpisode`, also for another clinic's."""
    with storage_faults(record.using):
        cipher = TextCipher(record.keys.of_episode, clinic, episode)
        folded = load(record, Sql(record.using), cipher)
    if folded.position == 0:
        raise UnknownEpisode(episode)
    return folded
