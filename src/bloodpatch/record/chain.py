"""The chain: each event of a clinic carries the hash of all that it says and of the one before.

The hash covers every stored column, words in their sealed form, so erasing a patient's key does
not break it. Fields are preceded by their lengths: without them, "ab" + "c" and "a" + "bc" would
seal the same, and a letter could wander from one column into the next unseen.
"""

from collections.abc import Sequence
from hashlib import sha256
from struct import Struct
from typing import NamedTuple

GENESIS = bytes(32)
"""What the first event of a clinic follows."""


class Stored(NamedTuple):
    """One row of the ledger, as it is kept. The order is that of the columns and of the hash."""

    clinic: str
    number: int
    episode: str
    position: int
    name: str
    version: int
    occurred: str
    recorded_at: str
    actor: str
    role: str
    command_id: str
    protocol: str
    software: str
    findings: str
    used: str
    body: bytes
    previous: bytes
    hash: bytes


COLUMNS = Stored._fields
_counted = tuple(i for i, name in enumerate(COLUMNS) if name in ("number", "position", "version"))
_lengths = Struct(f">{len(COLUMNS) - 1}I")
_whole_number = Struct(">q")


def seal(fields: Sequence[str | int | bytes]) -> bytes:
    """The hash of a row's columns, all but the last, which is the hash itself."""
    parts = [
        field
        if isinstance(field, bytes)
        else field.encode()
        if isinstance(field, str)
        else _whole_number.pack(field)
        for field in fields
    ]
    return sha256(_lengths.pack(*map(len, parts)) + b"".join(parts)).digest()


def holds(row: Sequence[str | int | bytes]) -> bool:
    """Whether a row says what it said when it was sealed. Texts may come as stored bytes."""
    try:
        return seal(row[:-1]) == row[-1]
    except (OverflowError, TypeError, ValueError):  # a damaged column: not even the right type
        return False
