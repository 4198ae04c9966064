"""How strongly each finding speaks: a list that was approved, so that no level changes unnoticed.

It was written from the code once, and no clinician has read it yet. Who adds a finding or changes
one approves it here too: BLOODPATCH_WRITE_FINDINGS=1 writes the list anew, and its difference is
read before it is kept.
"""

import csv
import os
from pathlib import Path

from bloodpatch.pathway.findings import KINDS, FindingKind
from bloodpatch.pathway.rules.person import NOT_YOUR_ACT

TABLE = Path(__file__).parent / "how_strongly.csv"
ALSO = ("lifted_by_review", "refuses_record")


def row(kind: FindingKind) -> dict[str, str]:
    """As it stands in the table: the fact only where it is not the code's own; as `value` every
    parameter whose number stands in its sentences."""
    return {
        "code": kind.code,
        "level": kind.level.name.lower(),
        "cause": kind.cause.value,
        "also": " ".join(word for word in ALSO if getattr(kind, word)),
        "fact": kind.fact,
        "asks": kind.asks,
        "value": " ".join(filter(None, (kind.value, *kind.also))),
        "moving": " ".join(kind.moving),
    }


def test_each_finding_speaks_as_strongly_as_was_approved() -> None:
    assert NOT_YOUR_ACT.code in KINDS  # reading `decide` declares all of them
    now = [row(kind) for kind in sorted(KINDS.values(), key=lambda k: k.code)]
    if os.environ.get("BLOODPATCH_WRITE_FINDINGS"):
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            written = csv.DictWriter(file, fieldnames=list(now[0]), lineterminator="\n")
            written.writeheader()
            written.writerows(now)
    with TABLE.open(encoding="utf-8", newline="") as file:
        assert now == list(csv.DictReader(file))
