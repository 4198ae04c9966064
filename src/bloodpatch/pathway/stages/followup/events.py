"""The events of followup: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.followup import statements as said


class ContactPlanned(said.Plan, Event):
    name = "followup.contact_planned"


class Contacted(said.Contact, Event):
    name = "followup.contacted"


class Reported(said.Report, Event):
    name = "followup.reported"


class NotReached(said.NoReply, Event):
    name = "followup.not_reached"


class ReliefRecorded(said.ReliefTold, Event):
    name = "followup.relief_recorded"


class Lost(said.Loss, Event):
    name = "followup.lost"


class StatusRecorded(said.Status, Event):
    name = "followup.status_recorded"
