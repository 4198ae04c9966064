"""Read models: tables that people's pages ask, computed from folds and from nothing else.

A read model is a pure function from one folded episode to the rows that this episode has in one
table. Live, the rows of an episode are put in place in the transaction of its newest event;
rebuilt, they are computed from the fold of the whole ledger. As it is the same function of the
same fold, the two cannot differ, and `rebuild` can compare them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bloodpatch.record.folded import Folded
from bloodpatch.record.sql import Row, Sql, Statement

RowsOf = Callable[[Folded, Any], Iterable[Row]]
"""(folded episode, the protocol that it is pinned to) -> values of `columns`."""


@dataclass(frozen=True)
class ReadModel:
    """One table. Its first two columns are `clinic` and `episode`; raise `shape` when the
    function changes, and `rebuild` is owed before the next start."""

    table: str
    columns: tuple[str, ...]
    rows: RowsOf
    shape: int = 1
    one_each: bool = False
    """Exactly one row for each episode, keyed by (clinic, episode)."""

    @cached_property
    def _put(self) -> Statement:
        columns = ", ".join(("clinic", "episode", *self.columns))
        marks = ", ".join("?" * (2 + len(self.columns)))
        insert = f"INSERT INTO {self.table} ({columns}) VALUES ({marks})"  # noqa: S608
        if not self.one_each:
            return Statement.of(insert)
        changes = ", ".join(f"{c} = excluded.{c}" for c in self.columns)
        return Statement.of(f"{insert} ON CONFLICT (clinic, episode) DO UPDATE SET {changes}")

    @cached_property
    def _drop(self) -> Statement:
        return Statement.of(
            f"DELETE FROM {self.table} WHERE clinic = ? AND episode = ?"  # noqa: S608
        )

    @cached_property
    def _kept(self) -> Statement:
        return Statement.of(
            f"SELECT {', '.join(self.columns)} FROM {self.table}"  # noqa: S608
            " WHERE clinic = ? AND episode = ?"
        )

    def put(self, sql: Sql, folded: Folded, protocol: Any) -> None:
        """Make the table say of this episode what its fold says."""
        mine = (folded.clinic, folded.episode)
        rows = [(*mine, *row) for row in self.rows(folded, protocol)]
        if self.one_each:
            sql.run(self._put, rows[0])
            return
        sql.run(self._drop, mine)
        if rows:
            sql.many(self._put, rows)

    def put_all(self, sql: Sql, episodes: Iterable[tuple[Folded, Any]]) -> None:
        """The same for many episodes at once."""
        episodes = list(episodes)
        mine = [(f.clinic, f.episode) for f, _ in episodes]
        if not self.one_each:
            sql.many(self._drop, mine)
        rows = [
            (*owner, *row)
            for owner, (folded, protocol) in zip(mine, episodes, strict=True)
            for row in self.rows(folded, protocol)
        ]
        if rows:
            sql.many(self._put, rows)

    def differs(self, sql: Sql, folded: Folded, protocol: Any) -> bool:
        """Whether the table says anything else of this episode than its fold does."""
        kept = sql.rows(self._kept, (folded.clinic, folded.episode))
        return sorted(map(repr, kept)) != sorted(
            repr(tuple(r)) for r in self.rows(folded, protocol)
        )
