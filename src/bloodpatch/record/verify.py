"""Is the ledger as it was recorded? The first bad event of each clinic, named.

What the chain alone cannot show is a history that was forged and then sealed anew from there on,
or one whose tail was cut together with the head: for these, give the anchors, which are heads that
were kept elsewhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bloodpatch.record import ledger
from bloodpatch.record.anchors import Anchor
from bloodpatch.record.chain import GENESIS
from bloodpatch.record.ledger import Head
from bloodpatch.record.ledger_walk import FirstBad, Harm, Progress, Walk
from bloodpatch.record.sql import Sql, Statement, is_the_databases, storage_faults


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


_name = "SELECT {0} FROM record_head UNION SELECT DISTINCT {0} FROM record_event"
_clinics = Statement(_name.format("CAST(clinic AS BLOB)"), _name.format("clinic"))
_check_indexes = Statement("PRAGMA integrity_check(record_event)", "SELECT 'ok'")


def verify_all(
    using: str, *, anchors: Iterable[Anchor] = (), progress: Progress | None = None
) -> Iterator[Verified]:
    """Every clinic, also one that has lost its head, or that only an anchor remembers."""
    anchors = list(anchors)
    try:
        with storage_faults(using):
            found = [name for (name,) in Sql(using).rows(_clinics)]
    except Exception as fault:
        yield Verified("", 0, Head(0, GENESIS), 0, _unreadable("", 0, fault))
        return
    # A damaged name need not be text; its own clinic then lacks an event, or the head.
    known = {c.decode(errors="replace") if isinstance(c, bytes) else c for c in found}
    indexes = misfiled(using)
    for clinic in sorted(known | {anchor.clinic for anchor in anchors}):
        verified = _walked(using, clinic, anchors, progress)
        yield replace(verified, bad=verified.bad or indexes)


def verify(
    using: str,
    clinic: str,
    *,
    anchors: Iterable[Anchor] = (),
    progress: Progress | None = None,
) -> Verified:
    """The whole chain of one clinic, and where it first fails to hold."""
    verified = _walked(using, clinic, anchors, progress)
    return replace(verified, bad=verified.bad or misfiled(using))


def misfiled(using: str) -> FirstBad | None:
    """Whether the indexes lead to every event. The walk reads some columns from an index, and who
    opens an episode finds it through another one; both must agree with the table itself."""
    try:
        with storage_faults(using):
            says = [str(row[0]) for row in Sql(using).rows(_check_indexes)]
    except Exception as fault:
        return _unreadable("", 0, fault)
    return None if says == ["ok"] else FirstBad("", 0, Harm.MISFILED, "; ".join(says[:3]))


def _walked(
    using: str, clinic: str, anchors: Iterable[Anchor], progress: Progress | None
) -> Verified:
    walk = Walk(clinic, {a.number: a.hash for a in anchors if a.clinic == clinic})
    head = Head(0, GENESIS)
    try:
        with storage_faults(using):
            sql = Sql(using)
            head = ledger.head(sql, clinic)
            walk.all_of(sql, head.number, progress)
    except Exception as fault:
        walk.bad = walk.bad or _unreadable(clinic, walk.number + 1, fault)
    return Verified(clinic, walk.number, head, walk.anchored, walk.bad)


def _unreadable(clinic: str, number: int, fault: Exception) -> FirstBad:
    """A damaged file breaks the driver in ways that have no one class; a bug of ours is raised."""
    if not is_the_databases(fault):
        raise fault
    return FirstBad(clinic, number, Harm.UNREADABLE, str(fault))
