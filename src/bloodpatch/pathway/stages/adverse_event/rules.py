"""What can stand on an entry about an adverse event, and which entries speak of nothing."""

from typing import TYPE_CHECKING, Any

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.stages.adverse_event.statements import Opening
from bloodpatch.pathway.values import Count

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode

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


def it_is_graded(episode: "Episode", command: Opening, context: Context) -> Findings:
    if command.grade is None:
        grade = episode.adverse_event.grade_if_ungraded(command)
        hours = context.protocol.adverse_event.review_hours(grade)
        yield NOT_GRADED(context, hours=hours, grade=grade)


def which_patch_is_told(episode: "Episode", command: Opening, context: Context) -> Findings:
    patched = [r.number for r in episode.rounds if r.procedure.patch_given]
    if command.after_patch is None and len(patched) > 1:
        taken = episode.round_at(context.now).number
        yield WHICH_PATCH(context, patches=len(patched), taken=taken)


def event_exists(episode: "Episode", command: Any, context: Context) -> Findings:
    opened = {h.position for h in episode.adverse_event.opened}
    if command.about is None and not opened:
        yield NO_SUCH_EVENT(context, which="What was never opened")
    elif command.about is not None and position(command.about) not in opened:
        yield NO_SUCH_EVENT(context, which=f"Entry {command.about}")


def one_event_is_meant(episode: "Episode", command: Any, context: Context) -> Findings:
    number = len(episode.adverse_event.open_events)
    if command.about is None and number > 1:
        yield WHICH_EVENT(context, number=number)


def entry_exists(episode: "Episode", command: Any, context: Context) -> Findings:
    entry = command.entry
    if entry is not None and position(entry) not in {h.position for h in episode.standing}:
        yield NO_SUCH_ENTRY(context, entry=entry)


def position(number: Count) -> int:
    return int(number.value)
