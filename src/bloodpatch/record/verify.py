"""Walk the chain of a clinic and name the first event at which it does not hold.

What the chain alone cannot show is a history that was forged and then sealed anew from there on,
or one whose tail was cut together with the head: for these, give the anchors, which are heads that
were kept elsewhere.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bloodpatch.record import ledger
from bloodpatch.record.anchors import Anchor
from bloodpatch.record.chain import COLUMNS, GENESIS, Stored, holds
from bloodpatch.record.errors import StorageFault
from bloodpatch.record.ledger import Head
from bloodpatch.record.sql import Row, Sql, Statement, storage_faults

Progress = Callable[[int, int], None]
"""(events walked, events in all)."""

BATCH = 2000


class Harm(StrEnum):
    CHANGED = "changed"  # it does not say what it said when it was sealed
    MISSING = "missing"
    REORDERED = "reordered"  # it stands at another number than the one it was written at
    FORGED = "forged"  # it was put there, or written and sealed again, after the fact
    DROPPED = "dropped"  # the newest events are gone
    UNREADABLE = "unreadable"  # the database cannot give it out


@dataclass(frozen=True)
class FirstBad:
    clinic: str
    number: int
    harm: Harm
    says: str


@dataclass(frozen=True)
class Verified:
    clinic: str
    events: int
    head: Head
    anchored: int
    """Up to this number the history is the one that an anchor saw; 0 without anchors."""
    bad: FirstBad | None

    @property
    def whole(self) -> bool:
        return self.bad is None


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
_clinics = "{} AS clinic FROM record_head UNION SELECT DISTINCT {} FROM record_event"
_all_clinics = Statement(
    f"SELECT {_clinics.format('CAST(clinic AS BLOB)', 'CAST(clinic AS BLOB)')}",
    f"SELECT {_clinics.format('clinic', 'clinic')}",
)


def verify_all(
    using: str, *, anchors: Iterable[Anchor] = (), progress: Progress | None = None
) -> Iterator[Verified]:
    """Every clinic, also one that has lost its head, or that only an anchor remembers."""
    anchors = list(anchors)
    with storage_faults(using):
        found = [clinic for (clinic,) in Sql(using).rows(_all_clinics)]
    # A damaged name need not be text; its own clinic then lacks an event, or the head.
    known = {c.decode(errors="replace") if isinstance(c, bytes) else c for c in found}
    for clinic in sorted(known | {anchor.clinic for anchor in anchors}):
        yield verify(using, clinic, anchors=anchors, progress=progress)


def verify(
    using: str,
    clinic: str,
    *,
    anchors: Iterable[Anchor] = (),
    progress: Progress | None = None,
) -> Verified:
    """The whole chain of one clinic, and where it first fails to hold."""
    walk = Walk(clinic, {a.number: a.hash for a in anchors if a.clinic == clinic})
    try:
        with storage_faults(using):
            sql = Sql(using)
            head = ledger.head(sql, clinic)
            walk.all_of(sql, head, progress)
    except StorageFault as fault:
        head = Head(0, GENESIS)
        walk.found(walk.number + 1, Harm.UNREADABLE, str(fault))
    return Verified(clinic, walk.number, head, walk.anchored, walk.bad)


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

    def all_of(self, sql: Sql, head: Head, progress: Progress | None) -> None:
        while self.bad is None:
            rows = sql.rows(_walk, (self.clinic, self.number))
            for row in rows:
                if not self.step(sql, row):
                    return
            if progress:
                progress(self.number, max(head.number, self.number))
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
