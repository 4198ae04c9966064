"""The commands and events of referral, and what is decided about them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bloodpatch.pathway.acts import Act, record
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.stages.referral import statements as said
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, When

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode


class Receive(said.Reference, Command):
    name = "referral.receive"
    title = "Take in a referral"


class Received(said.Reference, Event):
    name = "referral.received"


class Sort(said.Triage, Command):
    name = "referral.sort"
    title = "Read and sort the referral"


class Sorted(said.Triage, Event):
    name = "referral.sorted"


class RecordPuncture(said.Puncture, Command):
    name = "referral.record_puncture"
    title = "Record the puncture"


class PunctureRecorded(said.Puncture, Event):
    name = "referral.puncture_recorded"


class RecordOnset(said.Onset, Command):
    name = "referral.record_onset"
    title = "Record when the headache began"


class OnsetRecorded(said.Onset, Event):
    name = "referral.onset_recorded"


class RecordDeclined(said.Declining, Command):
    name = "referral.record_declined"
    title = "Record that the patient declines"


class Declined(said.Declining, Event):
    name = "referral.declined"


class Withdraw(said.Withdrawal, Command):
    name = "referral.withdraw"
    title = "Record that the patient left or withdrew"


class Withdrawn(said.Withdrawal, Event):
    name = "referral.withdrawn"


class RecordMovement(said.Movement, Command):
    name = "referral.record_movement"
    title = "Record an admission, a return, a transfer"


class MovementRecorded(said.Movement, Event):
    name = "referral.movement_recorded"


# DECIDE

ONSET_BEFORE_PUNCTURE = declare(
    code="referral.onset_before_puncture",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="The headache ({onset}) cannot have begun before the puncture ({puncture}).",
    rule="The headache of an episode begins after its puncture.",
    clears="Correct the time of the puncture first, or check the time of the headache.",
    hazards=("H24",),
    treatment=("T3",),
    refuses_record=True,
)


def before(onset: When | None, puncture: When | None) -> bool:
    """Whether the onset lies before the puncture, however the two times are read."""
    return onset is not None and puncture is not None and onset.latest < puncture.earliest


def onset_follows_puncture(episode: "Episode", command: RecordOnset, context: Context) -> Findings:
    puncture = episode.referral.puncture_at
    if before(command.onset_at, puncture):
        yield ONSET_BEFORE_PUNCTURE(context, onset=command.onset_at, puncture=puncture)


def puncture_precedes_onset(
    episode: "Episode", command: RecordPuncture, context: Context
) -> Findings:
    onset = episode.referral.onset_at
    if not episode.referral.punctures and before(onset, command.punctured_at):
        yield ONSET_BEFORE_PUNCTURE(context, onset=onset, puncture=command.punctured_at)


REFUSAL_NOT_WHOLE = declare(
    code="referral.refusal_not_whole",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="Not recorded about the refusal: {parts}.",
    rule="Who declines goes home with warnings and a contact; two mothers died without follow-up.",
    clears="Record who explained it, that the patient can decide, and what to look out for.",
    source="oaa2019",
    certainty="secondary",
    hazards=("H36", "H12"),
    treatment=("T3",),
    replay=("RECORD_REFUSAL", "SAFETY_NET"),
)

SECOND_PUNCTURE = declare(
    code="referral.another_puncture",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="There is a puncture on record already: this is another one, with a clock of its own.",
    rule="Each puncture is kept by itself; the headache counts from the first.",
    clears="Nothing to clear. Where it is the same one told again, correct the first.",
    source="clinic",
    hazards=("H10", "H24"),
    treatment=("T2",),
    replay=("RECORD_EVENT",),
)


def refusal_is_whole(_: "Episode", command: RecordDeclined, context: Context) -> Findings:
    if parts := tuple(missing_from(command)):
        yield REFUSAL_NOT_WHOLE(context, parts=", ".join(parts))


def missing_from(command: RecordDeclined) -> Iterator[str]:
    """What a refusal lacks. Somebody who cannot decide cannot refuse: then another decides."""
    if command.explained_by is None:
        yield "who explained it"
    if command.capacity is Answer.NO:
        yield "who decides for the patient, who cannot"
    elif command.capacity is not Answer.YES:
        yield "whether the patient can decide"
    if not command.warned_of:
        yield "what the patient was warned of"


def one_puncture_at_a_time(
    episode: "Episode", command: RecordPuncture, context: Context
) -> Findings:
    if episode.referral.punctures and not episode.referral.no_puncture:
        yield SECOND_PUNCTURE(context)


ACTS: tuple[Act, ...] = (
    record(Receive, becomes=Received),
    record(Sort, becomes=Sorted),
    record(
        RecordPuncture,
        becomes=PunctureRecorded,
        fields=(one_puncture_at_a_time,),
        contradicts=(puncture_precedes_onset,),
    ),
    record(RecordOnset, becomes=OnsetRecorded, contradicts=(onset_follows_puncture,)),
    record(
        RecordDeclined,
        becomes=Declined,
        fields=(refusal_is_whole,),
        depends_on=("referral.declined",),
    ),
    record(Withdraw, becomes=Withdrawn, depends_on=("referral.withdrawn",)),
    record(RecordMovement, becomes=MovementRecorded),
)
