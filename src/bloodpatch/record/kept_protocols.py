"""The rules that were ever used here, kept in the record's own database under their hash.

An episode is pinned to its rules for as long as it lives, longer than any version of the software.
So the text of a protocol is kept, in the same transaction, when the first episode follows it or a
physician signs it. It is written once; the database itself refuses to change or delete it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bloodpatch.pathway.protocol import Protocol
from bloodpatch.record import protocol_document as document
from bloodpatch.record import protocols
from bloodpatch.record.errors import ProtocolTampered
from bloodpatch.record.ledger import instant
from bloodpatch.record.sql import Sql, Statement, storage_faults

_known = Statement.of("SELECT 1 FROM record_protocol WHERE hash = ?")
_insert = "INSERT INTO record_protocol (hash, name, version, text, kept_at) VALUES (?, ?, ?, ?, ?)"
# Two servers may keep the same one at once; of two on SQLite the second has seen the first.
_put = Statement(_insert, Statement.of(_insert).postgresql + " ON CONFLICT DO NOTHING")
_text = Statement.of("SELECT text FROM record_protocol WHERE hash = ?")
_all = Statement.of(
    "SELECT hash, name, version, text, kept_at FROM record_protocol ORDER BY kept_at, hash"
)


@dataclass(frozen=True)
class Kept:
    hash: str
    name: str
    version: str
    text: str
    kept_at: str

    @property
    def whole(self) -> bool:
        """Whether it still says what it said when it was kept."""
        return _says(self.text, self.hash)


def keep(using: str, protocol: Protocol, now: datetime) -> bool:
    """Keep a protocol, inside the transaction of whoever asks; False when it is kept already."""
    with storage_faults(using):
        sql = Sql(using)
        if sql.row(_known, (protocol.hash,)):
            return False
        text = document.write(protocol)
        if not _says(text, protocol.hash):
            raise AssertionError("A protocol was written down as another one than it is.")
        sql.run(_put, (protocol.hash, protocol.name, protocol.version, text, instant(now)))
    return True


def keep_shipped(using: str, now: datetime) -> None:
    """All that come with this version: before a later one, which may not have them, is started."""
    with transaction.atomic(using=using):
        for name in protocols.shipped_names():
            keep(using, protocols.shipped(name), now)


def find(using: str, hash: str) -> Protocol | None:
    """A kept protocol; None when it was never kept. Raises `ProtocolTampered`."""
    with storage_faults(using):
        row = Sql(using).row(_text, (hash,))
    if row is None:
        return None
    text = str(row[0])
    if not _says(text, hash):
        raise ProtocolTampered(hash)
    opened = document.opened(text)
    return document.read(opened, newest_of(opened["layers"]))


def everything(using: str) -> Iterator[Kept]:
    with storage_faults(using):
        rows = Sql(using).rows(_all)
    yield from (Kept(*map(str, row)) for row in rows)


def newest_of(layers: Iterable[str]) -> Protocol:
    """Today's shipped version of what a protocol is, or stands on."""
    names = protocols.shipped_names()
    mine = [layer for layer in layers if layer in names]
    return protocols.shipped(mine[-1] if mine else names[0])


def _says(text: str, hash: str) -> bool:
    try:
        return document.fingerprint(document.opened(text)) == hash
    except (ValueError, KeyError, TypeError, AttributeError):
        return False
