"""The rules that were ever used here, kept in the record's own database under their hash.

An episode is pinned to its rules for as long as it lives, longer than any version of the software.
So the text of a protocol is kept, in the same transaction, when the first episode follows it or a
physician signs it. It is written once; the database itself refuses to change or delete it. What
ships is kept once for all; what a clinic brought, for that clinic alone: the hash is that of the
values, and two clinics with the same values must not read each other's reasons and names.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bloodpatch.pathway.protocol import Protocol
from bloodpatch.record import protocol_document, protocols
from bloodpatch.record.errors import ProtocolTampered
from bloodpatch.record.ledger import instant
from bloodpatch.record.sql import Sql, Statement, storage_faults

_known = Statement.of("SELECT 1 FROM record_protocol WHERE hash = ?")
_known_here = Statement.of("SELECT 1 FROM record_own_protocol WHERE clinic = ? AND hash = ?")


def _once(insert: str) -> Statement:
    """Two servers may keep the same one at once; of two on SQLite the second has seen the first."""
    return Statement(insert, Statement.of(insert).postgresql + " ON CONFLICT DO NOTHING")


_put = _once(
    "INSERT INTO record_protocol (hash, name, version, text, kept_at) VALUES (?, ?, ?, ?, ?)"
)
_put_here = _once(
    "INSERT INTO record_own_protocol (clinic, hash, name, version, text, kept_at)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)
_text = Statement.of(
    "SELECT text, 0 AS shared FROM record_own_protocol WHERE clinic = ? AND hash = ?"
    " UNION ALL SELECT text, 1 FROM record_protocol WHERE hash = ? ORDER BY shared"
)
_all = Statement.of(
    "SELECT '' AS clinic, hash, name, version, text, kept_at FROM record_protocol"
    " UNION ALL SELECT clinic, hash, name, version, text, kept_at FROM record_own_protocol"
    " ORDER BY kept_at, hash, clinic"
)


@dataclass(frozen=True)
class Kept:
    """`clinic` is empty where it ships: the text is the same for all."""

    clinic: str
    hash: str
    name: str
    version: str
    text: str
    kept_at: str

    @property
    def whole(self) -> bool:
        """Whether it still says what it said when it was kept."""
        return _says(self.text, self.hash)

    @property
    def not_read(self) -> tuple[str, ...]:
        """The values that this software cannot read any more: the newest ones take their place."""
        return protocol_document.not_read(protocol_document.opened(self.text)) if self.whole else ()


def keep(using: str, clinic: str, protocol: Protocol, now: datetime) -> bool:
    """Keep a protocol that a clinic follows or signs, inside the transaction of whoever asks; False
    when it is kept already."""
    if (ships := protocols.by_hash().get(protocol.hash)) is not None:
        return _keep_for_all(using, ships, now)
    with storage_faults(using):
        sql = Sql(using)
        if sql.row(_known_here, (clinic, protocol.hash)) or sql.row(_known, (protocol.hash,)):
            return False
        sql.run(_put_here, (clinic, *_written(protocol, now)))
    return True


def _keep_for_all(using: str, protocol: Protocol, now: datetime) -> bool:
    with storage_faults(using):
        sql = Sql(using)
        if sql.row(_known, (protocol.hash,)):
            return False
        sql.run(_put, _written(protocol, now))
    return True


def _written(protocol: Protocol, now: datetime) -> tuple[str, ...]:
    """The row; the text must say what it says, and give it back."""
    text = protocol_document.write(protocol)
    if not _says(text, protocol.hash) or not _gives_back(text, protocol):
        raise AssertionError("A protocol was written down as another one than it is.")
    return protocol.hash, protocol.name, protocol.version, text, instant(now)


def _gives_back(text: str, protocol: Protocol) -> bool:
    opened = protocol_document.opened(text)
    read = protocol_document.read(opened, newest_of(opened["layers"]))
    same = all(read.parameters[k].value == one.value for k, one in protocol.parameters.items())
    return same and not protocol_document.not_read(opened)


def keep_shipped(using: str, now: datetime) -> None:
    """All that come with this version: before a later one, which may not have them, is started."""
    with transaction.atomic(using=using):
        for name in protocols.shipped_names():
            _keep_for_all(using, protocols.shipped(name), now)


def find(using: str, clinic: str, hash: str) -> Protocol | None:
    """A protocol as this clinic keeps it, else as it shipped; None when it was never kept. Raises
    `ProtocolTampered`."""
    with storage_faults(using):
        row = Sql(using).row(_text, (clinic, hash, hash))
    if row is None:
        return None
    text = str(row[0])
    if not _says(text, hash):
        raise ProtocolTampered(hash)
    opened = protocol_document.opened(text)
    return protocol_document.read(opened, newest_of(opened["layers"]))


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
        return protocol_document.fingerprint(protocol_document.opened(text)) == hash
    except (ValueError, KeyError, TypeError, AttributeError):
        return False
