"""What can speak against a correction."""

from bloodpatch.pathway.findings import Cause, Level, declare

CANNOT_APPLY = declare(
    code="amendment.cannot_apply",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="This correction cannot be made: {why}",
    rule="A correction names an event of this episode, one of its fields, and a possible value.",
    clears="Check the entry and the value.",
    source="clinic",
    refuses_record=True,
)


NOT_YOURS = declare(
    code="amendment.not_yours",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="Entry {entry} is put right by: {roles}.",
    rule="Who may not say a thing may not put it right, nor strike it.",
    clears="Ask one of them.",
    source="clinic",
    hazards=("H37",),
    refuses_record=True,
)


TWO_RECORDS = declare(
    code="amendment.counts_in_two_records",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="Entry {entry} moved what it struck to another patient's record; taken back, it may stand "
    "in both.",
    rule="A dose or a reading counts for one patient: what was moved is not in two records.",
    clears="A physician opens the other record, strikes there what was entered, and acknowledges.",
    source="clinic",
    hazards=("H01", "H37"),
)
