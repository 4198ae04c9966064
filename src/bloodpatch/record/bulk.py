"""Many events at once, with the real chain and the real read models: mass data for trials.

Nothing is decided here: the events come from a simulation that has decided them, or from another
ledger. Everything else is as if they had been recorded one by one, except that no answer is kept,
because nobody will give these commands again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from bloodpatch.pathway.events import Actor, Event, Happened
from bloodpatch.pathway.values import When
from bloodpatch.record import folds, ledger
from bloodpatch.record.chain import Stored
from bloodpatch.record.folded import Folded
from bloodpatch.record.ports import Record
from bloodpatch.record.sql import Statement
from bloodpatch.record.text_cipher import TextCipher
from bloodpatch.record.writer import Turn, transaction_of

BATCH = 2000

_count_anew = Statement.of("ANALYZE record_event")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One event, and all of its envelope but what the ledger gives: position and number."""

    episode: str
    event: Event
    occurred: When
    recorded_at: datetime
    by: Actor
    command_id: str
    protocol: str
    findings: tuple[str, ...] = ()
    used: Mapping[str, str] = field(default_factory=dict)


def append_all(
    record: Record,
    clinic: str,
    entries: Iterable[Entry],
    progress: Callable[[int], None] | None = None,
) -> int:
    """Append them in their order, a batch in each transaction; how many there were."""
    done, stream = 0, iter(entries)
    while batch := list(islice(stream, BATCH)):
        with transaction_of(record.using, clinic) as turn:
            folded = _Batch(record, turn).append(batch)
            if not done and not turn.sql.sqlite:
                # A server that believes the table to be empty reads it whole for each event.
                turn.sql.run(_count_anew)
        for one in folded:
            record.folds.keep(one)
        done += len(batch)
        if progress:
            progress(done)
    return done


class _Batch:
    """The episodes that one batch touches, each folded once."""

    def __init__(self, record: Record, turn: Turn) -> None:
        self.record, self.turn = record, turn
        self.folded: dict[str, Folded] = {}
        self.cipher: dict[str, TextCipher] = {}

    def append(self, entries: list[Entry]) -> Iterable[Folded]:
        rows = list(self._rows(entries))
        ledger.append(self.turn, rows)
        known, pinned = self.record.protocols.known, self.record.decider.pinned
        for model in self.record.read_models:
            model.put_all(
                self.turn.sql,
                ((f, known(f.clinic, pinned(f.state))) for f in self.folded.values()),
            )
        return self.folded.values()

    def _rows(self, entries: list[Entry]) -> Iterator[Stored]:
        turn = self.turn
        for entry in entries:
            cipher, folded = self._episode(entry.episode)
            happened = self._happened(entry, folded.position + 1)
            row = ledger.stored(happened, turn.clinic, turn.hash, self.record.codec, cipher)
            turn.number, turn.hash = row.number, row.hash
            self.folded[entry.episode] = folds.evolved(
                self.record, folded, happened, row.hash, cipher
            )
            yield row

    def _episode(self, episode: str) -> tuple[TextCipher, Folded]:
        if episode not in self.folded:
            cipher = TextCipher(self.record.keys.of_episode, self.turn.clinic, episode)
            self.cipher[episode] = cipher
            self.folded[episode] = folds.load(self.record, self.turn.sql, cipher)
        return self.cipher[episode], self.folded[episode]

    def _happened(self, entry: Entry, position: int) -> Happened[Any]:
        return Happened(
            event=entry.event,
            position=position,
            number=self.turn.number + 1,
            occurred=entry.occurred,
            recorded_at=entry.recorded_at,
            by=entry.by,
            command_id=entry.command_id,
            protocol=entry.protocol,
            software=self.record.software,
            findings=entry.findings,
            used=entry.used,
        )
