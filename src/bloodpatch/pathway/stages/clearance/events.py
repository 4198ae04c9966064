"""The events of clearance: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.clearance import statements


class Cleared(statements.AllClear, Event):
    name = "clearance.cleared"


class Deferred(statements.NotYet, Event):
    name = "clearance.deferred"


class RestrictionChanged(statements.Restriction, Event):
    name = "clearance.restriction_changed"


class PatientTold(statements.Message, Event):
    name = "clearance.patient_told"
