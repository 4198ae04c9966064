"""What can speak against an act of adverse event, or is worth knowing before it."""

from bloodpatch.pathway.findings import Cause, Level, declare

NOT_GRADED = declare(
    code="adverse_event.not_graded",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="Not graded: reviewed within {hours} hours, as if it were grade {grade}.",
    rule="The graver an adverse event, the sooner it is reviewed; without a grade it is not mild.",
    clears="Grade it.",
    value="adverse_event.review_grade_4_hours",
    hazards=("H48",),
    treatment=("T14",),
    replay=("AE_OPEN",),
)


WHICH_PATCH = declare(
    code="adverse_event.which_patch",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="After which of the {patches} patches is not said; taken for number {taken}.",
    rule="An adverse event belongs to one patch.",
    clears="Say which patch.",
    source="clinic",
    hazards=("H50",),
    treatment=("T14",),
    replay=("MISSING_DATA",),
)


NO_SUCH_EVENT = declare(
    code="adverse_event.no_such_event",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="{which} is not an adverse event of this patient.",
    rule="What is said about an adverse event names one that was opened.",
    clears="Open it first, or name the entry that opened it.",
    source="clinic",
    hazards=("H50",),
    refuses_record=True,
)


WHICH_EVENT = declare(
    code="adverse_event.which_event",
    level=Level.STOP,
    cause=Cause.MISSING,
    says="{number} adverse events are open: say which one is reviewed.",
    rule="A review ends what is owed for one adverse event, and for no other.",
    clears="Name the entry that opened it.",
    source="clinic",
    hazards=("H48", "H50"),
    refuses_record=True,
)


NO_SUCH_ENTRY = declare(
    code="adverse_event.no_such_entry",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="There is no entry {entry} in this episode.",
    rule="An adverse event or its dismissal names an entry of the same patient.",
    clears="Check the number of the entry.",
    source="clinic",
    hazards=("H50",),
    refuses_record=True,
)
