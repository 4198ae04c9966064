"""What a disk was asked to do, and what it holds if the power fails in the middle of it.

SQLite runs on a file system of ours that writes everything down. Until a file is synced, each
write to it may reach the disk, or not, or in part: whole sectors of 512 bytes, in any order. A
deletion is taken to be durable at once, so a forgotten directory sync is not modelled.
"""

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512


@dataclass(frozen=True)
class Write:
    file: str
    offset: int
    data: bytes


@dataclass(frozen=True)
class Truncate:
    file: str
    size: int


@dataclass(frozen=True)
class Sync:
    file: str


@dataclass(frozen=True)
class Delete:
    file: str


@dataclass(frozen=True)
class Acknowledged:
    """Not of the disk: here a command was answered. `events` were recorded by then."""

    events: int


Deed = Write | Truncate | Sync | Delete | Acknowledged


class Tape(apsw.VFS):
    """Passes everything on to the real file system and writes down what changes a file."""

    def __init__(self, name: str) -> None:
        self.name, self.deeds = name, list[Deed]()
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> "TapedFile":  # noqa: N802
        return TapedFile(self, name, flags)

    def xDelete(self, name: str, sync_directory: bool) -> None:  # noqa: N802
        self.deeds.append(Delete(Path(name).name))
        super().xDelete(name, sync_directory)


class TapedFile(apsw.VFSFile):
    def __init__(self, tape: Tape, name: Any, flags: list[int]) -> None:
        super().__init__("", name, flags)
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self.tape, self.file = tape, Path(path or "temporary").name

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self.tape.deeds.append(Write(self.file, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self.tape.deeds.append(Truncate(self.file, size))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.tape.deeds.append(Sync(self.file))
        super().xSync(flags)


@dataclass
class Disk:
    """What is certainly on the disk, and what was asked for since."""

    files: dict[str, bytearray] = field(default_factory=dict)
    pending: dict[str, list[Write | Truncate]] = field(default_factory=dict)

    def do(self, deed: Deed) -> None:
        match deed:
            case Write() | Truncate():
                self.files.setdefault(deed.file, bytearray())
                self.pending.setdefault(deed.file, []).append(deed)
            case Sync():
                for one in self.pending.pop(deed.file, []):
                    apply(self.files[deed.file], one)
            case Delete():
                self.files.pop(deed.file, None)
                self.pending.pop(deed.file, None)

    def after_the_cut(self, chance: random.Random, how: str) -> dict[str, bytes]:
        """The files as they are found when the power is back."""
        found = {name: bytearray(data) for name, data in self.files.items()}
        for name, deeds in self.pending.items():
            for deed in surviving(deeds, chance, how):
                apply(found[name], deed)
        return {name: bytes(data) for name, data in found.items()}


def apply(data: bytearray, deed: Write | Truncate) -> None:
    if isinstance(deed, Truncate):
        del data[deed.size :]
        data.extend(bytes(deed.size - len(data)))
        return
    if len(data) < deed.offset:
        data.extend(bytes(deed.offset - len(data)))
    data[deed.offset : deed.offset + len(deed.data)] = deed.data


def surviving(
    deeds: list[Write | Truncate], chance: random.Random, how: str
) -> list[Write | Truncate]:
    """Which of the writes that were not synced reached the disk, and in which order."""
    if how == "dropped":
        return []
    kept = [deed for deed in deeds if chance.random() < 0.5]
    if how == "subset":
        return kept
    torn: list[Write | Truncate] = []
    for deed in deeds:
        torn += sectors(deed, chance) if isinstance(deed, Write) else [deed]
    if how == "reordered":
        chance.shuffle(torn)
    return torn


def sectors(write: Write, chance: random.Random) -> list[Write]:
    """Some of the sectors of one write. A sector is written whole or not at all."""
    parts, at, end = [], write.offset, write.offset + len(write.data)
    while at < end:
        to = min(end, (at // SECTOR + 1) * SECTOR)
        parts.append(Write(write.file, at, write.data[at - write.offset : to - write.offset]))
        at = to
    return [part for part in parts if chance.random() < 0.5]


HOW = ("dropped", "subset", "torn", "reordered")
