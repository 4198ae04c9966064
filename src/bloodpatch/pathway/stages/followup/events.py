"""The events of followup: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.followup import statements


class ContactPlanned(statements.Plan, Event):
    name = "followup.contact_planned"


class Contacted(statements.Contact, Event):
    name = "followup.contacted"


class Reported(statements.Report, Event):
    name = "followup.reported"


class NotReached(statements.NoReply, Event):
    name = "followup.not_reached"


class ReliefRecorded(statements.ReliefTold, Event):
    name = "followup.relief_recorded"


class Lost(statements.Loss, Event):
    name = "followup.lost"


class StatusRecorded(statements.Status, Event):
    name = "followup.status_recorded"
