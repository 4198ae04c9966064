"""The events of closure: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.closure import statements as said


class Closed(said.Signature, Event):
    name = "closure.closed"


class OutcomeRecorded(said.OutcomeTold, Event):
    name = "closure.outcome_recorded"


class Died(said.Death, Event):
    name = "closure.died"


class Reopened(said.Reopening, Event):
    name = "closure.reopened"
