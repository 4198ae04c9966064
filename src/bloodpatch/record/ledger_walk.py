"""One walk along the chain of one clinic, to the first event at which it does not hold."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bloodpatch.record.chain import COLUMNS, GENESIS, Stored, holds
from bloodpatch.record.sql import Row, Sql, Statement

Progress = Callable[[int, int], None]
"""(events walked, events in all)."""

BATCH = 2000


class Harm(StrEnum):
    CHANGED = "changed"  # it does not say what it said when it was sealed
    MISSING = "missing"
    REORDERED = "reordered"  # it stands at another number than the one it was written at
    FORGED = "forged"  # it was put there, or written and sealed again, after the fact
    DROPPED = "dropped"  # the newest events are gone
    MISFILED = "misfiled"  # an index of the database leads past it, or to it from elsewhere
    UNREADABLE = "unreadable"  # the database cannot give it out


@dataclass(frozen=True)
class FirstBad:
    clinic: str
    number: int
    """0 where it cannot be told."""
    harm: Harm
    says: str


_numbers = ("number", "position", "version")
_bytes = ("body", "previous", "hash")
# Texts as the very bytes that are stored: a damaged one need not be text any more.
_raw = ", ".join(c if c in _numbers + _bytes else f"CAST({c} AS BLOB)" for c in COLUMNS)
_walk = Statement(
    f"SELECT {_raw} FROM record_event WHERE clinic = ? AND number > ?"  # noqa: S608
    f" ORDER BY number LIMIT {BATCH}",
    f"SELECT {', '.join(COLUMNS)} FROM record_event WHERE clinic = %s AND number > %s"  # noqa: S608
    f" ORDER BY number LIMIT {BATCH}",
)
_by_hash = Statement.of("SELECT number FROM record_event WHERE clinic = ? AND hash = ?")
_ends = Statement.of(
    "SELECT h.number, h.hash, (SELECT MAX(e.number) FROM record_event e WHERE e.clinic = h.clinic)"
    " FROM record_head h WHERE h.clinic = ?"
)
_gaps = Statement.of(
    "SELECT episode, MIN(number) FROM record_event WHERE clinic = ? GROUP BY episode"
    " HAVING MIN(position) <> 1 OR MAX(position) <> COUNT(*) ORDER BY 2 LIMIT 1"
)


class Walk:
    """One walk along one chain. It stops at the first thing that is wrong."""

    def __init__(self, clinic: str, anchors: dict[int, bytes]) -> None:
        self.clinic, self.anchors = clinic, anchors
        self.number, self.hash = 0, GENESIS
        self.anchored = 0
        self.bad: FirstBad | None = None

    def found(self, number: int, harm: Harm, says: str) -> None:
        if self.bad is None:
            self.bad = FirstBad(self.clinic, number, harm, says)

    def all_of(self, sql: Sql, until: int, progress: Progress | None) -> None:
        while self.bad is None:
            rows = sql.rows(_walk, (self.clinic, self.number))
            for row in rows:
                if not self.step(sql, row):
                    return
            if progress:
                progress(self.number, max(until, self.number))
            if len(rows) < BATCH:
                break
        self.end(sql)

    def step(self, sql: Sql, row: Row) -> bool:
        """Whether this row is the next event, whole and in its place."""
        event, due = Stored(*row), self.number + 1
        if event.number != due:
            self.found(due, Harm.MISSING, f"Event {due} is missing; {event.number} follows.")
        elif not holds(row):
            self._changed(sql, event)
        elif bytes(event.previous) != self.hash:
            # It is whole and follows another event than the one that stands before it.
            self.found(
                max(self.number, 1),
                Harm.FORGED,
                f"Event {due} was written behind another event {self.number} than this one.",
            )
        elif self.anchors.get(due, event.hash) != event.hash:
            self._not_what_was_anchored(due)
        else:
            self.number, self.hash = due, bytes(event.hash)
            self.anchored = due if due in self.anchors else self.anchored
        return self.bad is None

    def _changed(self, sql: Sql, event: Stored) -> None:
        behind = sql.row(_by_hash, (self.clinic, event.previous))
        written_at = behind[0] + 1 if behind else 1
        if written_at != event.number and holds(event._replace(number=written_at)):
            says = f"At {event.number} stands the event that was written as {written_at}."
            self.found(event.number, Harm.REORDERED, says)
            return
        says = f"Event {event.number} does not say what it said when it was recorded."
        self.found(event.number, Harm.CHANGED, says)

    def _not_what_was_anchored(self, number: int) -> None:
        self.found(
            self.anchored + 1,
            Harm.FORGED,
            f"The history was written again: event {number} is not the one that was anchored; "
            f"up to {self.anchored} it is.",
        )

    def end(self, sql: Sql) -> None:
        """The end of the walk against the head, the anchors beyond it, the episodes' positions."""
        ends = sql.row(_ends, (self.clinic,))
        number, hash, last = ends if ends else (None, None, None)
        lost = max((n for n in self.anchors if n > (last or 0)), default=0)
        if number is None and self.number:
            self.found(self.number, Harm.FORGED, "The clinic has events and no head.")
        elif (last or 0) < (number or 0) or lost:
            due = (last or 0) + 1
            until = max(number or 0, lost)
            self.found(due, Harm.DROPPED, f"Events {due} to {until} are gone.")
        elif number is not None and (last or 0) > number:
            self.found(number + 1, Harm.FORGED, f"Event {number + 1} was added behind the head.")
        elif number == self.number and number and bytes(hash) != self.hash:
            says = f"Event {number} is not the one that the head of the clinic was sealed with."
            self.found(number, Harm.FORGED, says)
        elif gap := sql.row(_gaps, (self.clinic,)):
            self.found(gap[1], Harm.FORGED, f"Positions of episode {gap[0]} have a gap.")
