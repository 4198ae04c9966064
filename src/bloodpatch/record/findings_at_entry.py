"""How often each rule was noted on the entries of a clinic: counted when somebody asks.

What a rule said stands on the entry itself, so nothing is kept beside it. A permit that was refused
left no entry, and is not counted. An entry that was struck later still is: it was made.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bloodpatch.record.codec import of_json
from bloodpatch.record.ledger import instant
from bloodpatch.record.sql import Sql, Statement, storage_faults

if TYPE_CHECKING:
    from bloodpatch.record.ports import Record

# The database reads each entry once and hands over what differs, some hundred rows for a clinic.
_marks = Statement.of(
    "SELECT findings, COUNT(*), SUM(CASE WHEN recorded_at >= ? THEN 1 ELSE 0 END)"
    " FROM record_event WHERE clinic = ? AND findings <> '[]' GROUP BY findings"
)


@dataclass(frozen=True)
class Times:
    """`against`: recorded in spite of the rule, or with its advice. `overridden`: under a
    physician's override."""

    against: int = 0
    overridden: int = 0


@dataclass(frozen=True)
class Often:
    lately: Times = Times()
    ever: Times = Times()


def often(record: "Record", clinic: str, since: datetime) -> Mapping[str, Often]:
    """Code of a rule -> how often it was noted: since an instant, and ever."""
    with storage_faults(record.using):
        rows = Sql(record.using).rows(_marks, (instant(since), clinic))
    lately: Counter[tuple[str, bool]] = Counter()
    ever: Counter[tuple[str, bool]] = Counter()
    for marks, all_of_them, new in rows:
        for mark in of_json(marks):
            level, _colon, code = mark.partition(":")
            lately[code, level == "overridden"] += new
            ever[code, level == "overridden"] += all_of_them
    return {
        code: Often(*(Times(count[code, False], count[code, True]) for count in (lately, ever)))
        for code, _overridden in ever
    }
