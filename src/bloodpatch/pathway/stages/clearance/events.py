"""The events of clearance: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.clearance import statements as said


class Cleared(said.AllClear, Event):
    name = "clearance.cleared"


class Deferred(said.NotYet, Event):
    name = "clearance.deferred"


class RestrictionChanged(said.Restriction, Event):
    name = "clearance.restriction_changed"


class PatientTold(said.Message, Event):
    name = "clearance.patient_told"
