"""Anchors: heads of the chain, kept where whoever can change the database cannot.

Each is one line of JSON in a file that is only added to. Copy the file away, or print its newest
line on the downtime pack: `verify` then finds also a history that was forged and sealed anew, and
a tail that was cut together with the head.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bloodpatch.record import ledger
from bloodpatch.record.codec import of_json, to_json
from bloodpatch.record.errors import RecordFault
from bloodpatch.record.sql import Sql, storage_faults

if TYPE_CHECKING:
    from bloodpatch.record.ports import Record


@dataclass(frozen=True)
class Anchor:
    clinic: str
    number: int
    hash: bytes
    at: str

    def line(self) -> bytes:
        told = {"at": self.at, "clinic": self.clinic, "hash": self.hash.hex()}
        return to_json({**told, "number": self.number}) + b"\n"


class AnchorsUnreadable(RecordFault):
    """The file is not what this program writes."""


def read(path: Path) -> Iterator[Anchor]:
    """Every anchor in a file, oldest first. A last line that was cut off is no anchor."""
    with path.open("rb") as file:
        for count, line in enumerate(file, start=1):
            if not line.endswith(b"\n"):
                return
            yield _anchor(line, path, count)


def _anchor(line: bytes, path: Path, count: int) -> Anchor:
    try:
        told: dict[str, Any] = of_json(line)
        anchor = Anchor(
            told["clinic"], int(told["number"]), bytes.fromhex(told["hash"]), told["at"]
        )
        datetime.fromisoformat(anchor.at)
    except (ValueError, KeyError, TypeError) as fault:
        raise AnchorsUnreadable(
            f"Line {count} of {path} is not an anchor.",
            f"It cannot be read ({fault}).",
            "Take an older copy of the file; a changed anchor file is itself a warning.",
        ) from fault
    return anchor


class Anchors:
    """The anchor file of this installation. One process writes it: the worker."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._newest: dict[str, Anchor] | None = None

    @property
    def newest(self) -> dict[str, Anchor]:
        """The newest anchor of each clinic."""
        if self._newest is None:
            there = read(self.path) if self.path.exists() else ()
            self._newest = {anchor.clinic: anchor for anchor in there}
        return self._newest

    def drop(self, record: "Record") -> list[Anchor]:
        """Anchor every clinic whose head has moved since its newest anchor. Called each minute."""
        with storage_faults(record.using):
            sql = Sql(record.using)
            heads = {clinic: ledger.head(sql, clinic) for clinic in ledger.clinics(sql)}
        at = ledger.instant(record.clock())
        moved = [
            Anchor(clinic, head.number, head.hash, at)
            for clinic, head in heads.items()
            if head.number and (self._last(clinic) != (head.number, head.hash))
        ]
        if moved:
            self._add(b"".join(anchor.line() for anchor in moved))
            self.newest.update({anchor.clinic: anchor for anchor in moved})
        return moved

    def _last(self, clinic: str) -> tuple[int, bytes] | None:
        last = self.newest.get(clinic)
        return (last.number, last.hash) if last else None

    def _add(self, lines: bytes) -> None:
        with self.path.open("ab+") as file:
            if file.tell() and not _ends_in_newline(file):
                file.write(b"\n")  # the machine stopped in the middle of a line
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())

    def age(self, record: "Record", clinic: str) -> timedelta | None:
        """How long the newest events have stood without an anchor; zero when all are anchored,
        None when nothing ever was."""
        with storage_faults(record.using):
            head = ledger.head(Sql(record.using), clinic)
        last = self.newest.get(clinic)
        if last is None:
            return None if head.number else timedelta(0)
        if (last.number, last.hash) == (head.number, head.hash):
            return timedelta(0)
        return record.clock() - datetime.fromisoformat(last.at)


def _ends_in_newline(file: Any) -> bool:
    file.seek(-1, os.SEEK_END)
    return bool(file.read(1) == b"\n")
