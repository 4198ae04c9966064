"""The commands of follow-up and the events that follow: all of them say what happened."""

from bloodpatch.pathway.stages.followup import statements as said
from bloodpatch.pathway.statements import Command


class PlanContact(said.Plan, Command):
    name = "followup.plan_contact"
    title = "Promise a contact"


class RecordContact(said.Contact, Command):
    name = "followup.record_contact"
    title = "Record a contact"


class RecordReport(said.Report, Command):
    name = "followup.record_report"
    title = "Record what the patient reports"


class RecordNoReply(said.NoReply, Command):
    name = "followup.record_no_reply"
    title = "Record that nobody was reached"


class RecordRelief(said.ReliefTold, Command):
    name = "followup.record_relief"
    title = "Record the relief"


class RecordLost(said.Loss, Command):
    name = "followup.record_lost"
    title = "Sign that the patient cannot be found"


class RecordStatus(said.Status, Command):
    name = "followup.record_status"
    title = "Record how the patient went on"
