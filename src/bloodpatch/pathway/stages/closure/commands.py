"""The commands of closure and the events that follow; one of them is a permit."""

from bloodpatch.pathway.acts import Act, permit, record
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.closure import rules
from bloodpatch.pathway.stages.closure import statements as said
from bloodpatch.pathway.statements import Command


class CloseEpisode(said.Signature, Command):
    name = "closure.close"
    title = "Close the episode"


class Closed(said.Signature, Event):
    name = "closure.closed"


class RecordOutcome(said.OutcomeTold, Command):
    name = "closure.record_outcome"
    title = "Record the outcome"


class OutcomeRecorded(said.OutcomeTold, Event):
    name = "closure.outcome_recorded"


class RecordDied(said.Death, Command):
    name = "closure.record_died"
    title = "Record that the patient died"


class Died(said.Death, Event):
    name = "closure.died"


class Reopen(said.Reopening, Command):
    name = "closure.reopen"
    title = "Reopen the episode"


class Reopened(said.Reopening, Event):
    name = "closure.reopened"


ACTS: tuple[Act, ...] = (
    permit(
        CloseEpisode,
        becomes=Closed,
        state=rules.BEFORE_CLOSING,
        fields=(rules.outcome_fits,),
        depends_on=("closure", "clearance", "followup", "adverse_event", "referral"),
    ),
    record(RecordOutcome, becomes=OutcomeRecorded),
    record(RecordDied, becomes=Died, depends_on=("closure.died",)),
    record(
        Reopen,
        becomes=Reopened,
        fields=(rules.something_was_closed,),
        depends_on=("closure.closed", "closure.reopened"),
    ),
)
