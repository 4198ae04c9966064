"""Right patient: one person is one record before anything is booked or done."""

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import (
    Cause,
    Findings,
    Level,
    declare,
)

MAYBE_THE_SAME_PERSON = declare(
    code="person.maybe_the_same",
    level=Level.HOLD,
    cause=Cause.MISSING,
    says="This may be somebody whom the clinic already has on record.",
    rule="One person has one record: an allergy or an anticoagulant may stand in the other one.",
    clears="Answer whether it is the same person.",
    source="clinic",
    hazards=("H02",),
    replay=("MISSING_DATA",),
)


def one_patient_one_record(_: Episode, context: Context) -> Findings:
    if context.facts.unresolved_duplicate:
        yield MAYBE_THE_SAME_PERSON(context)


NOT_YOUR_ACT = declare(
    code="person.not_your_act",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="This is done by: {roles}.",
    rule="Each act belongs to the roles that may do it.",
    clears="Ask one of them.",
    source="clinic",
    hazards=("H37", "H74"),
    treatment=("T12",),
    refuses_record=True,
)
