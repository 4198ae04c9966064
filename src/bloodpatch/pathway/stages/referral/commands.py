"""The commands and events of referral, and what is decided about them."""

from typing import TYPE_CHECKING

from bloodpatch.pathway.acts import Act, record
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.stages.referral import said
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import When

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


ACTS: tuple[Act, ...] = (
    record(Receive, becomes=Received),
    record(Sort, becomes=Sorted),
    record(RecordPuncture, becomes=PunctureRecorded, contradicts=(puncture_precedes_onset,)),
    record(RecordOnset, becomes=OnsetRecorded, contradicts=(onset_follows_puncture,)),
    record(RecordDeclined, becomes=Declined, depends_on=("referral.declined",)),
    record(Withdraw, becomes=Withdrawn, depends_on=("referral.withdrawn",)),
    record(RecordMovement, becomes=MovementRecorded),
)
