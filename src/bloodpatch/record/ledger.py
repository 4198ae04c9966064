"""The ledger: append to it, read an episode from it, follow a clinic through it.

The only module that knows the columns of an event. Order is the clinic's number, drawn under the
clinic's locked head, so events become visible in the order of their numbers and without gaps: who
follows by number misses none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bloodpatch.pathway.events import Actor, Happened
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.values import When
from bloodpatch.record.chain import COLUMNS, Stored, seal
from bloodpatch.record.codec import Codec, of_json, to_json
from bloodpatch.record.sql import Row, Sql, Statement
from bloodpatch.record.text_cipher import TextCipher
from bloodpatch.record.writer import Turn

_columns = ", ".join(COLUMNS)
_insert = Statement.of(
    f"INSERT INTO record_event ({_columns}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608
)
_move_head = Statement.of("UPDATE record_head SET number = ?, hash = ? WHERE clinic = ?")
_newest_of = Statement.of(
    "SELECT position, hash FROM record_event WHERE clinic = ? AND episode = ?"
    " ORDER BY position DESC LIMIT 1"
)
_episode_from = Statement.of(
    f"SELECT {_columns} FROM record_event"  # noqa: S608
    " WHERE clinic = ? AND episode = ? AND position >= ? ORDER BY position"
)
_episodes_between = Statement.of(
    f"SELECT {_columns} FROM record_event"  # noqa: S608
    " WHERE clinic = ? AND episode >= ? AND episode <= ? ORDER BY episode, position"
)
_after = Statement.of(
    f"SELECT {_columns} FROM record_event"  # noqa: S608
    " WHERE clinic = ? AND number > ? ORDER BY number LIMIT ?"
)
_head = Statement.of("SELECT number, hash FROM record_head WHERE clinic = ?")
_clinics = Statement.of("SELECT clinic FROM record_head ORDER BY clinic")


@dataclass(frozen=True)
class Head:
    """The newest event of a clinic. Number 0: nothing is recorded yet."""

    number: int
    hash: bytes


def instant(at: datetime) -> str:
    """An instant as it is stored: UTC, to the microsecond, so that text sorts like time."""
    # `strftime` would take ten times as long, three times in each command.
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def rows_of(
    turn: Turn, codec: Codec, cipher: TextCipher, events: Sequence[Happened[Any]]
) -> list[Stored]:
    """The rows that events of one episode become behind the turn's head, which moves to them.

    They come with the next numbers of the clinic and the next positions of the episode.
    """
    rows = []
    for happened in events:
        if happened.number != turn.number + 1:
            raise ValueError(f"Event {happened.number} does not follow {turn.number}.")
        row = stored(happened, turn.clinic, turn.hash, codec, cipher)
        turn.number, turn.hash = row.number, row.hash
        rows.append(row)
    return rows


def append(turn: Turn, rows: Sequence[Stored]) -> None:
    """Write rows that end at the turn's head; durable when the turn ends."""
    if len(rows) == 1:
        turn.sql.run(_insert, rows[0])
    else:
        turn.sql.many(_insert, rows)
    turn.sql.run(_move_head, (turn.number, turn.hash, turn.clinic))


def stored(
    happened: Happened[Any], clinic: str, previous: bytes, codec: Codec, cipher: TextCipher
) -> Stored:
    """An event as the row that it becomes behind `previous`."""
    event = happened.event
    said = (
        clinic,
        happened.number,
        cipher.episode,
        happened.position,
        event.name,
        event.version,
        happened.occurred.plain(),
        instant(happened.recorded_at),
        happened.by.id,
        happened.by.role.value,
        happened.command_id,
        happened.protocol,
        happened.software,
        to_json(happened.findings).decode(),
        to_json(happened.used).decode(),
        codec.body(event, happened.position, cipher),
        previous,
    )
    return Stored(*said, seal(said))


def read_back(row: Row, codec: Codec, cipher: TextCipher) -> Happened[Any]:
    """A row as the event that it was."""
    kept = Stored(*row)
    return Happened(
        event=codec.event(kept.name, kept.version, bytes(kept.body), kept.position, cipher),
        position=kept.position,
        number=kept.number,
        occurred=When.of(kept.occurred),
        recorded_at=datetime.fromisoformat(kept.recorded_at),
        by=Actor(kept.actor, Role(kept.role), kept.clinic),
        command_id=kept.command_id,
        protocol=kept.protocol,
        software=kept.software,
        findings=tuple(of_json(kept.findings)),
        used=of_json(kept.used),
    )


# --- reading ---


def newest_of(sql: Sql, clinic: str, episode: str) -> tuple[int, bytes] | None:
    """Position and hash of the newest event of an episode; None: there is no such episode."""
    found = sql.row(_newest_of, (clinic, episode))
    return None if found is None else (found[0], bytes(found[1]))


def rows_from(sql: Sql, clinic: str, episode: str, position: int) -> list[Row]:
    """The rows of an episode from a position on."""
    return sql.rows(_episode_from, (clinic, episode, position))


def rows_between(sql: Sql, clinic: str, first: str, last: str) -> list[Row]:
    """The rows of all episodes from one id to another, each episode's together and in order."""
    return sql.rows(_episodes_between, (clinic, first, last))


def head(sql: Sql, clinic: str) -> Head:
    found = sql.row(_head, (clinic,))
    return Head(0, bytes(32)) if found is None else Head(found[0], bytes(found[1]))


def clinics(sql: Sql) -> list[str]:
    """Every clinic that has a chain."""
    return [clinic for (clinic,) in sql.rows(_clinics)]


@dataclass(frozen=True)
class Followed:
    """What a follower gets: the episode, and the event in its envelope."""

    episode: str
    happened: Happened[Any]


def follow(
    sql: Sql,
    codec: Codec,
    key_of: Callable[[str, str], bytes | None],
    clinic: str,
    after_number: int,
    limit: int = 500,
) -> list[Followed]:
    """The next events of a clinic, in the order in which they became durable."""
    cipher: dict[str, TextCipher] = {}
    found = []
    for row in sql.rows(_after, (clinic, after_number, limit)):
        episode = row[2]
        own = cipher.get(episode) or cipher.setdefault(episode, TextCipher(key_of, clinic, episode))
        found.append(Followed(episode, read_back(row, codec, own)))
    return found
