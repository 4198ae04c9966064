"""The events of closure: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.closure import statements


class Closed(statements.Signature, Event):
    name = "closure.closed"


class OutcomeRecorded(statements.OutcomeTold, Event):
    name = "closure.outcome_recorded"


class Died(statements.Death, Event):
    name = "closure.died"


class Reopened(statements.Reopening, Event):
    name = "closure.reopened"
